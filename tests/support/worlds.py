"""Worlds that differ in one thing that an observer must not know, and all they are shown.

A force of its own with a partner that it shares with, beside another force; records are
added outside what an observer comes to, and every answer must stay as it was.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import psycopg
from psycopg.types.json import Jsonb

from tests.support.members import Member, member
from tests.support.site import Site, bring_in
from trigpoint.services.judge_children import judge_one
from trigpoint.storage import access_log

OURS, COUNCIL, OTHER = "worlds-force", "worlds-council", "worlds-other"
#: Roles that come to some of the force's children only, or to none of their records.
WITHIN = (
    "response-officer",
    "investigator",
    "supervisor",
    "partner-user",
    "out-of-hours-team",
)
#: Every role whose organisation is the force or its partner: another force is nothing to them.
BESIDE = (*WITHIN, "hub-detective", "head-of-protection", "force-liaison",
          "system-administrator", "data-protection-auditor")  # fmt: skip
#: Told of the whole organisation on purpose: figures, and what was received.
OF_ALL = ("/figures/", "/records/", "/looks/")
_FAR = ("F99", "Far Team", "Far District")
_HIDDEN = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|otpauth://[^"<]*|<svg.*?</svg>|<code>.*?</code>'
    r"|Renewed at <time>[^<]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Observer:
    """One person, what they are asked to look at, and two children: near and far."""

    who: Member
    role: str
    near: str
    far: str
    bait: tuple[str, str]

    def sees(self, *, within: bool) -> dict[str, Any]:
        """Every answer there is for them, without what differs from request to request."""
        found: dict[str, Any] = {}
        for path in self._pages():
            if within and path.startswith(OF_ALL):
                continue
            found[path] = _kept(self.who.page(path))
        surname, born = self.bait
        for sent in ({"surname": surname, "born": born}, {"number": "W1"}):
            found[f"find {sent}"] = _kept(self.who.browser.post("/find/", sent))  # type: ignore[attr-defined]
        for path in ("/worklist", "/worklist?page=1", f"/children/{self.near}",
                     f"/children/{self.far}", "/children/NOBODY"):  # fmt: skip
            found[f"api {path}"] = self.who.program.get(path)
        if not within:
            for path in (
                "/figures",
                "/imports",
                "/findings?standard=risk-graded-response",
            ):
                found[f"api {path}"] = self.who.program.get(path)
        return found

    def _pages(self) -> list[str]:
        from trigpoint.web.site import found

        paths = ["/my-work/?page=1"]
        for page in found():
            if page.action is None:
                continue
            path = "/" + page.path.replace("<slug:slug>", "risk-graded-response")
            children = (
                (self.near, self.far, "NOBODY") if "<slug:child>" in path else ("",)
            )
            paths += [path.replace("<slug:child>", child) for child in children]
        return paths


def _kept(answer: Any) -> tuple[int, str, str]:
    headers = "\n".join(
        f"{name}: {value}" for name, value in sorted(answer.headers.items())
        if name not in ("Expires", "Content-Length", "Set-Cookie")
    )  # fmt: skip
    return answer.status_code, headers, _HIDDEN.sub("", answer.content.decode())


@contextmanager
def unlogged() -> Iterator[None]:
    """Looks leave no entry meanwhile: what is watched here is all but one's own looks."""
    real = access_log.append
    access_log.append = lambda dsn, look: 1
    try:
        yield
    finally:
        access_log.append = real


def make_worlds(
    site: Site, client: object, roles: tuple[str, ...] = BESIDE
) -> tuple[list[Observer], "Adding"]:
    """The force, its partner, the other force, and one observer of each role."""
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        for slug, kind in ((OURS, "force"), (COUNCIL, "partner"), (OTHER, "force")):
            connection.execute(
                "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
                "(gen_random_uuid(), %s, %s, %s, true)", (slug, slug, kind),
            )  # fmt: skip
        connection.execute(
            "INSERT INTO storage_sharing (id, owner_id, partner_id, agency) SELECT "
            "gen_random_uuid(), a.id, b.id, 'LA' FROM storage_organisation a, "
            "storage_organisation b WHERE a.slug = %s AND b.slug = %s", (OURS, COUNCIL),
        )  # fmt: skip
    bring_in(site.server, site.extracts, organisation=OURS)
    with site.acting_for(OURS) as connection:
        near = connection.execute(
            "SELECT actor, team, district FROM storage_judgementrow WHERE duty_holder = "
            "'POLICE' AND actor <> '' AND team <> '' AND outcome IN ('missed', "
            "'not_yet_due') GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1 LIMIT 1"
        ).fetchone()
        assert near is not None
        own = _child(connection, "actor = %s", near[0])
        shared = _child(connection, "agency = 'LA' AND %s <> ''", "LA")
        far = connection.execute(
            "SELECT child FROM event_now GROUP BY child HAVING NOT bool_or(actor = %s OR "
            "team = %s OR district = %s OR agency <> 'POLICE') ORDER BY child LIMIT 1", near,
        ).fetchone()  # fmt: skip
        assert far is not None
        named = connection.execute(
            "SELECT surname, born::text FROM storage_childrecord WHERE child = %s AND "
            "surname <> '' AND born IS NOT NULL LIMIT 1", (own,),
        ).fetchone()  # fmt: skip
        assert named is not None
    observers = []
    for role in roles:
        partner = role in ("partner-user", "out-of-hours-team")
        one = member(
            site, client, role, COUNCIL if partner else OURS,
            team="LA" if partner else near[1], district="" if partner else near[2],
            officer="" if partner else near[0],
        )  # fmt: skip
        observers.append(
            Observer(
                one, role, shared if partner else own, far[0], (named[0], named[1])
            )
        )
    return observers, Adding(site, far[0], own, (named[0], named[1]))


def _child(connection: psycopg.Connection, which: str, value: str) -> str:
    row = connection.execute(
        f"SELECT child FROM event_now WHERE {which} AND EXISTS (SELECT 1 FROM "
        "storage_childrecord r WHERE r.child = event_now.child AND r.surname <> '' AND "
        "r.born IS NOT NULL) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1", (value,),
    ).fetchone()  # fmt: skip
    assert row is not None
    return row[0]


@dataclass(frozen=True, slots=True)
class Adding:
    """What is added out of an observer's sight; each in a transaction of its own."""

    site: Site
    far: str
    near: str
    bait: tuple[str, str]

    def ways(self, *, within: bool) -> list[Callable[[np.random.Generator], None]]:
        """Within the force, or in another."""
        if within:
            return [self.a_child, self.an_event, self.an_act, self.namesakes]
        return [
            lambda dice: self.a_child(dice, OTHER), lambda dice: self.an_act(dice, OTHER),
            lambda dice: self.namesakes(dice, OTHER), self.the_same_child,
            self.what_waits, self.looks,
        ]  # fmt: skip

    def a_child(self, dice: np.random.Generator, slug: str = OURS) -> None:
        """With a record of the near child's very name and day of birth."""
        child = f"C{secrets.token_hex(6)}"
        self._record(slug, child, secrets.token_hex(4))
        self._events(dice, slug, child)

    def an_event(self, dice: np.random.Generator) -> None:
        """More of a child who is known, and out of reach."""
        self._events(dice, OURS, self.far)

    def namesakes(self, dice: np.random.Generator, slug: str = OURS) -> None:
        """More than a search tells of, before and behind the near child."""
        for number in range(25):
            child = f"C{number % 2 * 15:x}{secrets.token_hex(6)}"[:13]
            self._record(slug, child, f"W1{number}" if number else secrets.token_hex(4))

    def the_same_child(self, dice: np.random.Generator) -> None:
        """Another force's child under the very reference of the near one."""
        self._record(OTHER, self.near, secrets.token_hex(4))
        self._events(dice, OTHER, self.near)
        self.an_act(dice, OTHER)

    def an_act(self, dice: np.random.Generator, slug: str = OURS) -> None:
        """Somebody acknowledges a far duty, or (elsewhere) the near one's very duty."""
        child = self.far if slug == OURS else self.near
        with self.site.acting_for(OURS) as connection:
            duties = connection.execute(
                "SELECT child, standard, occasion FROM storage_judgementrow WHERE child = "
                "%s AND duty_holder = 'POLICE' ORDER BY 2, 3", (child,),
            ).fetchall()  # fmt: skip
        if not duties:
            return
        duty = duties[int(dice.integers(len(duties)))]
        with self.site.acting_for(slug) as connection:
            ours = self.site.organisation(slug)
            connection.execute(
                "INSERT INTO storage_acknowledgement (id, organisation_id, by_id, at, child, "
                "standard, occasion) SELECT gen_random_uuid(), %s, id, now(), %s, %s, %s FROM "
                "storage_account WHERE name = 'supervisor'", (ours, *duty),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO storage_claim (id, organisation_id, by_id, at, child, standard, "
                "occasion, done_at, note) SELECT gen_random_uuid(), %s, id, now(), %s, %s, "
                "%s, 1, '' FROM storage_account WHERE name = 'supervisor'", (ours, *duty),
            )  # fmt: skip

    def what_waits(self, dice: np.random.Generator) -> None:
        """A job that failed, a file with a row set aside, a pair to decide, a webhook."""
        ours = self.site.organisation(OTHER)
        with self.site.acting_for(OTHER) as connection:
            connection.execute(
                "WITH j AS (INSERT INTO storage_job (id, organisation_id, kind, state, said, "
                "rows, asked_at, ended_at) VALUES (gen_random_uuid(), %(o)s, 'import', "
                "'failed', 'x', 1, now(), now()) RETURNING id), f AS (INSERT INTO "
                "storage_receivedfile (id, organisation_id, job_id, file, sha256, format, "
                "agency, rows_received, rows_accepted, rows_quarantined, rows_duplicate, "
                "problems) SELECT gen_random_uuid(), %(o)s, id, 'x.csv', 'x', 'x', '', 1, 0, "
                "1, 0, '[]' FROM j RETURNING id) INSERT INTO storage_quarantinedrow (id, "
                'organisation_id, received_id, sheet, "row", "column", code, message, value, '
                "settled_as, settled_because) SELECT gen_random_uuid(), %(o)s, id, '', 1, "
                "'x', 'x', 'x', '{}', '', '' FROM f", {"o": ours},
            )  # fmt: skip
            connection.execute(
                "INSERT INTO storage_linkproposal (id, organisation_id, one_space, one_id, "
                "other_space, other_id, one_child, other_child, probability, band, shown) "
                "VALUES (gen_random_uuid(), %s, 'a', %s, 'b', '1', %s, 'C2', 0.9, "
                "'to-decide', '{}')", (ours, secrets.token_hex(4), self.near),
            )  # fmt: skip

    def looks(self, dice: np.random.Generator) -> None:
        """Somebody elsewhere looks, also in an emergency."""
        for action in ("look", "break-glass"):
            access_log.append(
                self.site.server.dsn("trigpoint_logger"),
                access_log.Look(
                    organisation=self.site.organisation(OTHER), actor=None,
                    role="supervisor", action=action, child=self.near, reason="x" * 20,
                ),
            )  # fmt: skip

    def _record(self, slug: str, child: str, number: str) -> None:
        with self.site.acting_for(slug) as connection:
            connection.execute(
                "INSERT INTO storage_childrecord (organisation_id, child, source, source_id, "
                "given_name, surname, born, decided_by) VALUES (%s, %s, 'police:far', %s, "
                "'Far', %s, %s, '') ON CONFLICT DO NOTHING",
                (self.site.organisation(slug), child, number, *self.bait),
            )

    def _events(self, dice: np.random.Generator, slug: str, child: str) -> None:
        """A missing episode, graded; the duties that it calls for are judged at once."""
        ours = self.site.organisation(slug)
        with self.site.acting_for(OURS) as connection:
            row = connection.execute(
                "SELECT max(reach) FROM storage_sourcereach"
            ).fetchone()
        assert row is not None
        at = int(row[0]) - int(dice.integers(3_600_000_000, 40 * 86_400_000_000))
        episode = secrets.token_hex(5)
        with self.site.acting_for(slug) as connection:
            for kind, facts in (("MISSING_REPORTED", {}),
                                ("MISSING_GRADED", {"risk": "HIGH"})):  # fmt: skip
                connection.execute(
                    "INSERT INTO storage_eventversion (organisation_id, child, event, kind, "
                    "earliest, latest, recorded, source, agency, actor, team, district, "
                    "reference, about, adult, facts, source_file, source_sheet, source_row, "
                    "digest) VALUES (%s, %s, %s, %s, %s, %s, %s, 'police:far', 'POLICE', %s, "
                    "%s, %s, %s, '', false, %s, '', '', '', %s)",
                    (ours, child, secrets.token_hex(6), kind, at, at, at, *_FAR, episode,
                     Jsonb(facts), secrets.token_hex(32)),
                )  # fmt: skip
            judge_one(connection, ours, child, as_at=int(row[0]))
            # What a partner owes of it would be the partner's to know.
            connection.execute(
                "DELETE FROM storage_judgementrow WHERE child = %s AND duty_holder <> "
                "'POLICE' AND organisation_id = %s", (child, ours),
            )  # fmt: skip


def differing(
    observer: Observer, adding: Adding, dice: np.random.Generator, *, within: bool
) -> tuple[int, list[str]]:
    """How many worlds were made, and which answers differed in any."""
    before, wrong, made = observer.sees(within=within), [], 0
    for way in adding.ways(within=within):
        way(dice)
        after = observer.sees(within=within)
        wrong += [
            f"{observer.role} {path} {way.__name__}"
            for path in before if before[path] != after[path]
        ]  # fmt: skip
        made += 1
        before = after
    return made, wrong
