"""How a force does: rates with their intervals, whole or as they may leave the force."""

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.estimates.proportion import wilson
from trigpoint.findings.disclosure import FEWEST
from trigpoint.records.record import Refusal
from trigpoint.storage import figures

#: Organisations that have no figures of their own: they read those of forces.
READERS = ("inspectorate", "commissioner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """A force whose figures one may read."""

    organisation: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Whose figures are read, by which connection; `whole`: small numbers too."""

    connection: psycopg.Connection
    force: Force
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts of one standard (in one part), and the rate with its 95% Wilson interval.

    None is withheld. `met + late + missed` were judged; `late` and `missed` apart are
    never told of parts outside the force.
    """

    standard: str
    part: str
    judged: int | None
    met: int | None
    late: int | None
    missed: int | None
    cannot_tell: int | None

    @property
    def withheld(self) -> bool:
        """Whether something is not told here."""
        return None in (self.judged, self.met, self.cannot_tell)

    @property
    def not_met(self) -> int | None:
        """Late or missed."""
        if self.judged is None or self.met is None:
            return None
        return self.judged - self.met

    @property
    def shown(self) -> bool:
        """Whether there are enough to say a rate, and it may be said."""
        return self.not_met is not None and (self.judged or 0) >= FEWEST

    @property
    def rate(self) -> tuple[float, float, float]:
        """Percent in time, with the interval."""
        estimate = wilson(self.met or 0, self.judged or 0)
        return 100 * estimate.value, 100 * estimate.low, 100 * estimate.high


def reads_others(person: Person) -> bool:
    """Whether they read the figures of forces, and have none of their own."""
    return person.kind in READERS


def own(connection: psycopg.Connection, *, person: Person) -> Shelf:
    """The figures of one's own force; small numbers for who may see the cases behind."""
    check(person, Action.SEE_FIGURES)
    force = Force(
        organisation=person.organisation, slug="", name=person.organisation_name
    )
    whole = may(person, Action.SEE_CASES_BEHIND_FIGURES)
    return Shelf(connection=connection, force=force, whole=whole)


def forces(connection: psycopg.Connection, *, person: Person) -> list[Force]:
    """The forces that have agreed to show this person's organisation their figures."""
    check(person, Action.SEE_FIGURES)
    rows = connection.execute(
        "SELECT o.id::text, o.slug, o.name FROM storage_organisation o "
        "JOIN storage_figureagreement a ON a.owner_id = o.id WHERE a.reader_id = %s "
        "ORDER BY o.name, o.slug",
        (person.organisation,),
    )
    return [Force(organisation=row[0], slug=row[1], name=row[2]) for row in rows]


def of_force(
    connection: psycopg.Connection, *, person: Person, slug: str = ""
) -> Shelf | None:
    """The released figures of one of those forces; None where none has agreed.

    "": the first. Refuses one that has not agreed in the words for one that is not there.
    """
    agreed = forces(connection, person=person)
    chosen = [one for one in agreed if slug in ("", one.slug)]
    if slug and not chosen:
        msg = (
            f"No force called {slug} shows {person.organisation_name} its figures: "
            "choose one from How are we doing."
        )
        raise Refusal(msg)
    if not chosen:
        return None
    return Shelf(connection=connection, force=chosen[0], whole=False)


def by_standard(shelf: Shelf) -> list[Figure]:
    """One figure for each standard."""
    return _read(shelf, "", None)


def by_district(shelf: Shelf, *, slug: str) -> list[Figure]:
    """One standard by district ("" not recorded), in alphabetical order: no ranks."""
    return _read(shelf, "district", [slug])


def by_month(shelf: Shelf, *, slug: str) -> list[Figure]:
    """One standard by the month of its trigger (2016-04)."""
    return _read(shelf, "month", [slug])


def one_standard(shelf: Shelf, *, slug: str) -> Figure | None:
    """The figure of one standard; None where nothing was judged by it."""
    found = _read(shelf, "", [slug])
    return found[0] if found else None


def judged_at(shelf: Shelf) -> int | None:
    """The instant at which the released figures were judged; None where none are."""
    row = shelf.connection.execute(
        "SELECT max(as_at) FROM storage_releasedfigure WHERE organisation_id = %s",
        (shelf.force.organisation,),
    ).fetchone()
    return row[0] if row else None


def _read(shelf: Shelf, by: str, standards: Sequence[str] | None) -> list[Figure]:
    found = _whole(shelf, by, standards) if shelf.whole else _told(shelf, by, standards)
    # What is not recorded stands last.
    return sorted(found, key=lambda one: (one.standard, one.part == "", one.part))


def _told(shelf: Shelf, by: str, standards: Sequence[str] | None) -> list[Figure]:
    rows = shelf.connection.execute(
        "SELECT standard, part, judged, met, late, missed, cannot_tell "
        "FROM storage_releasedfigure WHERE organisation_id = %s AND cut = %s "
        "AND (%s::text[] IS NULL OR standard = ANY(%s))",
        (shelf.force.organisation, by, standards, standards),
    )
    names = ("standard", "part", "judged", "met", "late", "missed", "cannot_tell")
    return [Figure(**dict(zip(names, row, strict=True))) for row in rows]


def _whole(shelf: Shelf, by: str, standards: Sequence[str] | None) -> list[Figure]:
    rows = figures.sums(
        shelf.connection, shelf.force.organisation, by=by, standards=standards
    )
    found = []
    for row in rows:
        standard, part, met, late, missed, _, _, cannot_tell = row
        found.append(
            Figure(
                standard=standard,
                part=part,
                judged=met + late + missed,
                met=met,
                late=late,
                missed=missed,
                cannot_tell=cannot_tell,
            )  # fmt: skip
        )
    return found
