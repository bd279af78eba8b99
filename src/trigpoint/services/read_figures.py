"""How the organisation does: rates with their intervals, from what is judged now."""

from dataclasses import dataclass

import psycopg

from trigpoint.access.permissions import check, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.estimates.proportion import wilson

_COUNTS = """
SELECT standard, {group} AS part,
    count(*) FILTER (outcome = 'met'), count(*) FILTER (outcome = 'late'),
    count(*) FILTER (outcome = 'missed'), count(*) FILTER (outcome = 'not_yet_due'),
    count(*) FILTER (outcome = 'excepted'), count(*) FILTER (outcome = 'cannot_tell')
FROM storage_judgementrow
WHERE organisation_id = %s {more}
GROUP BY 1, 2 ORDER BY 1, 2
""".replace("FILTER (", "FILTER (WHERE ")

#: Fewer than this and a rate is not shown: it would be about a few known children.
FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts of one standard (in one part), and the rate with its 95% Wilson interval."""

    standard: str
    part: str
    met: int
    late: int
    missed: int
    not_yet_due: int
    excepted: int
    cannot_tell: int

    @property
    def judged(self) -> int:
        """Those that the rate is of."""
        return self.met + self.late + self.missed

    @property
    def shown(self) -> bool:
        """Whether there are enough to say a rate."""
        return self.judged >= FEWEST

    @property
    def rate(self) -> tuple[float, float, float]:
        """Percent in time, with the interval."""
        estimate = wilson(self.met, self.judged)
        return 100 * estimate.value, 100 * estimate.low, 100 * estimate.high


def by_standard(connection: psycopg.Connection, *, person: Person) -> list[Figure]:
    """One figure for each standard."""
    check(person, Action.SEE_FIGURES)
    return _read(
        connection, _COUNTS.format(group="''", more=""), (person.organisation,)
    )


def by_district(
    connection: psycopg.Connection, *, person: Person, slug: str
) -> list[Figure]:
    """One standard by district, in alphabetical order: no ranks."""
    check(person, Action.SEE_FIGURES)
    query = _COUNTS.format(
        group="coalesce(nullif(district, ''), 'not recorded')", more="AND standard = %s"
    )
    return _read(connection, query, (person.organisation, slug))


def by_month(
    connection: psycopg.Connection, *, person: Person, slug: str
) -> list[Figure]:
    """One standard by the month of its trigger.

    Who may not see the cases gets no month of fewer than `FEWEST` judgements.
    """
    check(person, Action.SEE_FIGURES)
    group = (
        "to_char(to_timestamp(triggered_at / 1e6) AT TIME ZONE 'Europe/London', "
        "'YYYY-MM')"
    )
    query = _COUNTS.format(group=group, more="AND standard = %s")
    found = _read(connection, query, (person.organisation, slug))
    if may(person, Action.SEE_CASES_BEHIND_FIGURES):
        return found
    return [one for one in found if one.shown]


def one_standard(
    connection: psycopg.Connection, *, person: Person, slug: str
) -> Figure | None:
    """The figure of one standard; None where nothing was judged by it."""
    check(person, Action.SEE_FIGURES)
    query = _COUNTS.format(group="''", more="AND standard = %s")
    found = _read(connection, query, (person.organisation, slug))
    return found[0] if found else None


def _read(
    connection: psycopg.Connection, query: str, values: tuple[object, ...]
) -> list[Figure]:
    return [
        Figure(
            standard=row[0], part=row[1], met=row[2], late=row[3], missed=row[4],
            not_yet_due=row[5], excepted=row[6], cannot_tell=row[7],
        )
        for row in connection.execute(query, values)
    ]  # fmt: skip
