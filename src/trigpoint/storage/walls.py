"""The second wall, in the database: who sees which rows, whatever the code above asks.

Raised anew after every migration, by the owner, and read back by a test. A table that
is neither an organisation's nor listed here as open is refused, so none is forgotten.
"""

from collections.abc import Iterable

import psycopg
from psycopg import sql

from trigpoint.records.record import Refusal
from trigpoint.storage.agreements import READ, raise_agreements
from trigpoint.storage.launcher import OWNER
from trigpoint.storage.sizes import raise_learning

APP, LOGGER, REPORTER = "trigpoint_app", "trigpoint_logger", "trigpoint_reporter"
#: Reads everything, for a copy of it, and writes nothing.
BACKUP = "trigpoint_backup"

#: Tables that hold no record of anybody's case, each with the reason it is open to the
#: application: they are needed before it is known for whom a request acts.
OPEN = {
    "storage_account": "signing in",
    "storage_organisation": "the names of organisations",
    "storage_membership": "who acts for whom is read before anything else",
    "storage_sharing": "which part a partner sees; read by the policies themselves",
    "storage_figureagreement": "who is shown whose figures; read by the policies themselves",
    "storage_secondfactor": "signing in; its secrets are sealed",
    "storage_signin": "signing in",
    "storage_federatedname": "signing in",
    "storage_apitoken": "a program's signing in; only hashes",
    "django_session": "signing in",
    "django_content_type": "the framework's own list of tables",
    "django_migrations": "which migrations were applied",
    "auth_group": "the framework's own; empty",
    "auth_group_permissions": "the framework's own; empty",
    "auth_permission": "the framework's own; gives no right here",
    "axes_accessattempt": "signing in",
    "axes_accessattemptexpiration": "signing in",
    "axes_accesslog": "signing in",
    "axes_accessfailurelog": "signing in",
}
#: Only ever added to.
APPENDED = (
    "storage_eventversion", "storage_eventchange", "storage_entry",
    "storage_acknowledgement", "storage_claim", "storage_emergencyreview",
    "storage_linkdecision", "storage_emergencygrant",
)  # fmt: skip
#: Written by `append_entry` alone.
LOG = ("storage_accessentry", "storage_accesshead")
#: Of these a partner sees the rows of its own agency: the column that says whose.
SHARED = {
    "storage_judgementrow": "{table}.duty_holder",
    "storage_eventversion": "{table}.agency",
    # Records of the council's own systems, named council:909.
    "storage_childrecord": "CASE split_part({table}.source, ':', 1) WHEN 'council' THEN "
    "'LA' END",
    # How far a source reaches says nothing of anybody: whoever is shared with may know.
    "storage_sourcereach": "s.agency",
}

_READER = "nullif(current_setting('trigpoint.organisation', true), '')::uuid"
_SHOWN = (
    "EXISTS (SELECT 1 FROM storage_figureagreement a WHERE a.owner_id = {of} "
    f"AND a.reader_id = {_READER})"
)
#: All that a body outside the force reads, through a role that can read no more: the
#: released figures of the forces that agreed, and the names of those forces.
REPORTED = {
    "storage_releasedfigure": _SHOWN.format(
        of="storage_releasedfigure.organisation_id"
    ),
    "storage_figureagreement": f"reader_id = {_READER}",
    "storage_organisation": _SHOWN.format(of="storage_organisation.id"),
}

#: What a partner says it has seen or done of a duty is told to whose duty it is.
TOLD = ("storage_acknowledgement", "storage_claim")

_MINE = "organisation_id = nullif(current_setting('trigpoint.organisation', true), '')::uuid"
_SHARED = (
    "EXISTS (SELECT 1 FROM storage_sharing s WHERE s.owner_id = {table}.organisation_id "
    "AND s.partner_id = nullif(current_setting('trigpoint.organisation', true), '')::uuid "
    "AND s.agency = {agency})"
)

#: What became of a version that is shared.
_CHANGED = (
    "EXISTS (SELECT 1 FROM storage_eventversion e JOIN storage_sharing s "
    "ON s.owner_id = e.organisation_id AND s.agency = e.agency "
    "WHERE e.organisation_id = storage_eventchange.organisation_id "
    "AND e.digest = storage_eventchange.digest AND s.partner_id = "
    "nullif(current_setting('trigpoint.organisation', true), '')::uuid)"
)
_TOLD = (
    "EXISTS (SELECT 1 FROM storage_sharing s JOIN storage_judgementrow j "
    "ON j.organisation_id = s.owner_id WHERE s.partner_id = {table}.organisation_id "
    "AND s.owner_id = nullif(current_setting('trigpoint.organisation', true), '')::uuid "
    "AND j.child = {table}.child AND j.standard = {table}.standard "
    "AND j.occasion = {table}.occasion)"
)
#: That a council has read of a missing child is told to the force that shared it.
_READ = (
    f"storage_acknowledgement.standard = '{READ}' AND EXISTS (SELECT 1 FROM "
    "storage_sharing s JOIN storage_eventversion e ON e.organisation_id = s.owner_id "
    "WHERE s.partner_id = storage_acknowledgement.organisation_id AND s.owner_id = "
    "nullif(current_setting('trigpoint.organisation', true), '')::uuid "
    "AND s.agency = 'LA' AND e.child = storage_acknowledgement.child "
    "AND e.event = storage_acknowledgement.occasion)"
)
_CARRIED = """e.kind, e.earliest, e.latest, e.recorded, ended.replaced, e.source,
    e.agency, e.actor, e.actor_rank, e.actor_skills, e.team, e.district, e.reference,
    e.about, e.adult, e.facts, e.source_file, e.source_sheet, e.source_row, e.digest"""
#: In the place of the time when a version was replaced: it stands again.
STANDS = 2**63 - 1
_ENDED = f"""LEFT JOIN LATERAL (SELECT nullif(c.replaced, {STANDS}) AS replaced
    FROM storage_eventchange c
    WHERE c.organisation_id = e.organisation_id AND c.digest = e.digest
      AND c.replaced IS NOT NULL ORDER BY c.id DESC LIMIT 1) ended ON true"""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What is recorded is never changed: add a correction instead.'
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION append_entry(
    of_organisation uuid, by_actor uuid, as_role text, did text, of_child text,
    what text, because text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    head storage_accesshead%ROWTYPE;
    now_at timestamptz := clock_timestamp();
    canonical text;
    made bytea;
BEGIN
    INSERT INTO storage_accesshead VALUES (of_organisation, 0, ''::bytea)
        ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM storage_accesshead
        WHERE organisation_id = of_organisation FOR UPDATE;
    canonical := concat_ws(E'\\x1f', of_organisation, head.sequence + 1,
        (extract(epoch FROM now_at) * 1000000)::bigint, coalesce(by_actor::text, ''),
        replace(as_role, E'\\x1f', ' '), replace(did, E'\\x1f', ' '),
        replace(of_child, E'\\x1f', ' '), replace(what, E'\\x1f', ' '),
        replace(because, E'\\x1f', ' '));
    made := sha256('\\x00'::bytea || head.hash || convert_to(canonical, 'UTF8'));
    INSERT INTO storage_accessentry (organisation_id, sequence, at, actor, role, action,
            child, about, reason, previous, hash)
        VALUES (of_organisation, head.sequence + 1, now_at, by_actor, as_role, did,
            of_child, what, because, head.hash, made);
    UPDATE storage_accesshead SET sequence = head.sequence + 1, hash = made
        WHERE organisation_id = of_organisation;
    RETURN head.sequence + 1;
END $$;
REVOKE ALL ON FUNCTION append_entry FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_entry TO trigpoint_logger;

DROP VIEW IF EXISTS event_now;
-- In two parts, so that a child's events are found by the index: those where they were
-- first recorded, and those that a later import knows to be another child's.
CREATE VIEW event_now WITH (security_invoker = true) AS
SELECT e.organisation_id, e.child, e.event, {carried}
FROM storage_eventversion e {ended}
WHERE NOT EXISTS (SELECT 1 FROM storage_eventchange c
    WHERE c.organisation_id = e.organisation_id AND c.digest = e.digest
      AND c.child <> '')
UNION ALL
SELECT e.organisation_id, moved.child, e.event, {carried}
FROM (SELECT DISTINCT ON (c.organisation_id, c.digest)
          c.organisation_id, c.digest, c.child
      FROM storage_eventchange c WHERE c.child <> ''
      ORDER BY c.organisation_id, c.digest, c.id DESC) moved
JOIN storage_eventversion e ON e.organisation_id = moved.organisation_id
    AND e.digest = moved.digest {ended};
GRANT SELECT ON event_now TO trigpoint_app;
""".replace("{carried}", _CARRIED).replace("{ended}", _ENDED)


def raise_walls(connection: psycopg.Connection) -> None:
    """Functions, grants and forced policies on every table; refuses a table unaccounted for."""
    tables = _tables(connection)
    missing = sorted(set(tables) - set(OPEN) - {t for t, own in tables.items() if own})
    if missing:
        msg = (
            f"{', '.join(missing)}: neither an organisation's table nor listed as open "
            "in storage/walls.py; say which it is."
        )
        raise Refusal(msg)
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    connection.execute(f"GRANT USAGE ON SCHEMA public TO {APP}, {LOGGER}, {REPORTER}")
    connection.execute(FUNCTIONS)
    raise_agreements(connection, APP)
    raise_learning(connection, APP, OWNER)
    for table in tables:
        _wall(connection, table)
    connection.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP}")
    connection.execute(f"GRANT USAGE ON SCHEMA public TO {BACKUP}")
    connection.execute(f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {BACKUP}")


def _tables(connection: psycopg.Connection) -> dict[str, bool]:
    """Each table, and whether it is an organisation's."""
    rows = connection.execute(
        "SELECT c.relname, EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid "
        "AND a.attname = 'organisation_id') FROM pg_class c JOIN pg_namespace n "
        "ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') "
        "ORDER BY 1"
    ).fetchall()
    return dict(rows)


def _wall(connection: psycopg.Connection, table: str) -> None:
    rights = "SELECT, INSERT, UPDATE, DELETE"
    if table in APPENDED:
        rights = "SELECT, INSERT"
    elif table in LOG:
        rights = "SELECT"
    statements = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"REVOKE ALL ON {table} FROM {APP}, {LOGGER}, {REPORTER}",
        f"GRANT {rights} ON {table} TO {APP}",
        f"DROP POLICY IF EXISTS owner_all ON {table}",
        f"CREATE POLICY owner_all ON {table} TO {OWNER} USING (true) WITH CHECK (true)",
        f"GRANT SELECT ON {table} TO {BACKUP}",
        f"DROP POLICY IF EXISTS whole ON {table}",
        f"CREATE POLICY whole ON {table} FOR SELECT TO {BACKUP} USING (true)",
        f"DROP POLICY IF EXISTS own ON {table}",
        f"CREATE POLICY own ON {table} TO {APP} {_policy(table)}",
    ]
    for name, role, seen in _besides(table):
        statements += [
            f"GRANT SELECT ON {table} TO {role}",
            f"DROP POLICY IF EXISTS {name} ON {table}",
            f"CREATE POLICY {name} ON {table} FOR SELECT TO {role} USING ({seen})",
        ]
    if table in APPENDED or table in LOG[:1]:
        statements += _refusing(table)
    _run(connection, statements)


def _besides(table: str) -> list[tuple[str, str, str]]:
    """What else may be read of a table: the policy's name, whose it is, and which rows."""
    found = []
    if table in SHARED:
        agency = SHARED[table].format(table=table)
        found.append(("shared", APP, _SHARED.format(table=table, agency=agency)))
    if table == "storage_eventchange":
        found.append(("shared", APP, _CHANGED))
    if table in TOLD:
        found.append(("told", APP, _TOLD.format(table=table)))
    if table == "storage_acknowledgement":
        found.append(("read", APP, _READ))
    if table in REPORTED:
        found.append(("reported", REPORTER, REPORTED[table]))
    return found


def _policy(table: str) -> str:
    if table in OPEN:
        return "USING (true) WITH CHECK (true)"
    return f"USING ({_MINE}) WITH CHECK ({_MINE})"


def _refusing(table: str) -> list[str]:
    return [
        f"CREATE OR REPLACE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        f"CREATE OR REPLACE TRIGGER {table}_stays_whole BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    ]


def _run(connection: psycopg.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.execute(sql.SQL(statement))  # type: ignore[arg-type]
