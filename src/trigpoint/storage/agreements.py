"""What is shared by agreement beyond a partner's own rows, in functions that say so little.

A row of the police that a partner may know a part of is never opened to it whole: each
function here tells the part, for the organisation that the transaction acts for.
"""

import psycopg

from trigpoint.standards.owed_to import owed_to
from trigpoint.storage.launcher import OWNER

#: A reading of a report of a missing child is acknowledged under this name.
READ = "missing-now"

_ME = "nullif(current_setting('trigpoint.organisation', true), '')::uuid"

#: Of an agreement `s`: its agency holds a duty or a record for the child.
_COMES_TO = (
    "(EXISTS (SELECT 1 FROM storage_judgementrow d WHERE d.organisation_id = s.owner_id "
    "AND d.child = {child} AND d.duty_holder = s.agency) OR EXISTS (SELECT 1 FROM "
    "event_now v WHERE v.organisation_id = s.owner_id AND v.child = {child} "
    "AND v.agency = s.agency))"
)

#: Of an event `m`: a child reported missing, and not back by what is on record. `of`: the
#: organisations that may have told of a return; `since`: the earliest report asked for.
# Not IN keeps the returns a list that is made once: as a join, every return is held
# against every report, which is their product.
OPEN_EPISODE = """m.kind = 'MISSING_REPORTED' AND m.replaced IS NULL AND NOT m.adult
  AND (m.organisation_id, m.child, m.reference) NOT IN (
    SELECT e.organisation_id, e.child, e.reference FROM event_now e
    WHERE e.organisation_id = {of} AND e.kind = 'MISSING_RETURNED' AND e.replaced IS NULL
      AND e.earliest BETWEEN {since} AND {now})"""
_THEIRS = (
    "ANY (ARRAY(SELECT h.owner_id FROM storage_sharing h WHERE h.partner_id = {me}))"
)

#: Of an event `m`: joins the duties `j` that arose in its episode.
EPISODE_DUTY = """j.organisation_id = m.organisation_id AND j.child = m.child
    AND j.duty_holder = 'POLICE' AND EXISTS (SELECT 1 FROM event_now o
      WHERE o.organisation_id = m.organisation_id AND o.child = m.child
        AND o.event = j.occasion AND (o.event = m.event
          OR (m.reference <> '' AND m.reference IN (o.reference, o.about))))"""

_NAME = """
CREATE FUNCTION name_shared(of_organisation uuid, of_child text)
RETURNS TABLE (given_name text, surname text, born date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.given_name, r.surname, r.born FROM storage_childrecord r
    WHERE r.organisation_id = of_organisation AND r.child = of_child AND r.surname <> ''
      AND EXISTS (SELECT 1 FROM storage_sharing s WHERE s.owner_id = of_organisation
        AND s.partner_id = {me} AND {comes_to})
    ORDER BY r.source DESC, r.source_id LIMIT 1
$$;
"""

_OWED = """
CREATE FUNCTION owed_to_partner(since bigint)
RETURNS TABLE (organisation_id uuid, child text, standard text, occasion text,
    due_latest bigint, outcome text, fault text, duty_holder text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT j.organisation_id, j.child, j.standard, j.occasion, j.due_latest, j.outcome,
        j.fault, j.duty_holder
    FROM storage_sharing s JOIN storage_judgementrow j ON j.organisation_id = s.owner_id
    WHERE s.partner_id = {me} AND j.duty_holder = 'POLICE'
      AND j.outcome IN ('missed', 'not_yet_due') AND j.due_latest >= since
      AND j.standard = ANY (CASE s.agency {owed} ELSE '{{}}'::text[] END)
      AND {comes_to}
$$;
"""

_MISSING = """
CREATE FUNCTION missing_shared(since bigint, by_now bigint, of_child text)
RETURNS TABLE (organisation_id uuid, child text, event text, reported bigint,
    district text, name text, born date, risk text, graded_at bigint,
    last_action bigint, council_told bigint, next_due bigint, next_standard text,
    opens boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.organisation_id, m.child, m.event, m.earliest, m.district, r.name, r.born,
        g.risk, g.earliest, l.last_action, t.council_told, due.due_latest, due.standard,
        {comes_to}
    FROM storage_sharing s JOIN event_now m ON m.organisation_id = s.owner_id
    LEFT JOIN LATERAL (
        SELECT concat_ws(' ', nullif(given_name, ''), nullif(upper(surname), '')) AS name,
            c.born FROM storage_childrecord c WHERE c.organisation_id = m.organisation_id
            AND c.child = m.child AND c.surname <> '' ORDER BY source DESC, source_id LIMIT 1
        ) r ON true
    LEFT JOIN LATERAL (
        SELECT e.facts->>'risk' AS risk, e.earliest FROM event_now e
        WHERE e.organisation_id = m.organisation_id AND e.child = m.child
          AND e.kind = 'MISSING_GRADED' AND e.reference = m.reference
          AND e.replaced IS NULL AND e.earliest <= by_now
        ORDER BY e.earliest DESC, e.event LIMIT 1) g ON true
    LEFT JOIN LATERAL (
        SELECT max(e.earliest) AS last_action FROM event_now e
        WHERE e.organisation_id = m.organisation_id AND e.child = m.child
          AND e.earliest BETWEEN m.earliest AND by_now AND e.event <> m.event
          AND e.agency = 'POLICE'
          AND e.kind NOT IN ('PERSON_RECORDED', 'MISSING_REPORTED')) l ON true
    LEFT JOIN LATERAL (
        SELECT min(e.earliest) AS council_told FROM event_now e
        WHERE e.organisation_id = m.organisation_id AND e.child = m.child
          AND e.kind = 'PARTNERS_CONSULTED' AND e.reference = m.reference
          AND e.replaced IS NULL) t ON true
    LEFT JOIN LATERAL (
        SELECT j.due_latest, j.standard FROM storage_judgementrow j
        WHERE {episode_duty} AND j.outcome = 'not_yet_due'
        ORDER BY j.due_latest, j.standard, j.occasion LIMIT 1) due ON true
    -- The council will owe every child who comes back a return interview.
    WHERE s.partner_id = {me} AND s.agency = 'LA' AND m.agency = 'POLICE'
      AND m.earliest BETWEEN since AND by_now AND {open}
      AND (of_child = '' OR m.child = of_child)
$$;
"""

_SIGNATURES = (
    "name_shared(uuid, text)", "owed_to_partner(bigint)",
    "missing_shared(bigint, bigint, text)",
)  # fmt: skip


def raise_agreements(connection: psycopg.Connection, app: str) -> None:
    """Make the functions anew, of the owner, and let the application alone call them."""
    owed = " ".join(
        f"WHEN '{agency}' THEN ARRAY[{', '.join(repr(slug) for slug in slugs)}]"
        for agency, slugs in owed_to().items()
    )
    made = (
        _NAME.format(me=_ME, comes_to=_COMES_TO.format(child="of_child")),
        _OWED.format(me=_ME, comes_to=_COMES_TO.format(child="j.child"), owed=owed),
        _MISSING.format(
            me=_ME, comes_to=_COMES_TO.format(child="m.child"),
            open=OPEN_EPISODE.format(
                of=_THEIRS.format(me=_ME), since="since", now="by_now"
            ),
            episode_duty=EPISODE_DUTY,
        ),
    )  # fmt: skip
    for signature, statement in zip(_SIGNATURES, made, strict=True):
        connection.execute(f"DROP FUNCTION IF EXISTS {signature}")
        connection.execute(statement)
        connection.execute(f"ALTER FUNCTION {signature} OWNER TO {OWNER}")
        connection.execute(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC")
        connection.execute(f"GRANT EXECUTE ON FUNCTION {signature} TO {app}")
