"""Keep the figures true to the judgements, and release what may leave the force."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import psycopg

from trigpoint.findings.disclosure import may_tell, release
from trigpoint.storage import figures
from trigpoint.storage.figures import Row, Tally
from trigpoint.storage.launcher import Server


def keep_all(connection: psycopg.Connection, organisation: str, *, as_at: int) -> None:
    """Everything was judged anew: count and release it anew."""
    figures.count_all(connection, organisation)
    _release(connection, organisation, as_at, None)


def keep_changed(
    connection: psycopg.Connection,
    organisation: str,
    before: Tally,
    after: Tally,
    *,
    as_at: int,
) -> None:
    """One child was judged anew: what changed by it."""
    changed = sorted(figures.shift(connection, organisation, before, after))
    if changed:
        _release(connection, organisation, as_at, changed)


def keep_missing(server: Server) -> None:
    """Count what was judged before there were counts; nothing where all is counted."""
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        ours = [
            str(number)
            for (number,) in connection.execute("SELECT id FROM storage_organisation")
        ]
    for one in ours:
        with psycopg.connect(server.dsn("trigpoint_app")) as connection:
            connection.execute(
                "SELECT set_config('trigpoint.organisation', %s, true)", (one,)
            )
            row = connection.execute(_UNCOUNTED, {"ours": one}).fetchone()
            if row is not None:
                figures.alone(connection, one)
                keep_all(connection, one, as_at=row[0])


_UNCOUNTED = """
SELECT (SELECT coalesce(max(reach), 0) FROM storage_sourcereach
    WHERE organisation_id = %(ours)s)
WHERE EXISTS (SELECT 1 FROM storage_judgementrow WHERE organisation_id = %(ours)s)
AND NOT EXISTS (SELECT 1 FROM storage_figurecount WHERE organisation_id = %(ours)s)
"""


def _release(
    connection: psycopg.Connection,
    organisation: str,
    as_at: int,
    standards: Sequence[str] | None,
) -> None:
    cuts: dict[str, dict[str, list[Row]]] = {}
    for by in ("", "month", "district"):
        cuts[by] = defaultdict(list)
        for row in figures.sums(connection, organisation, by=by, standards=standards):
            cuts[by][str(row[0])].append(row)
    figures.set_released(
        connection,
        organisation,
        [
            (standard, *told, as_at)
            for standard, (whole,) in cuts[""].items()
            for told in _told(
                whole, cuts["month"][standard], cuts["district"][standard]
            )
        ],
        standards,
    )


def _told(whole: Row, months: list[Row], districts: list[Row]) -> Iterator[Row]:
    """Cut, part, judged, met, late, missed, cannot tell: of the whole and its parts."""
    top, parts = release(
        figures.counted(whole),
        [[figures.counted(row) for row in rows] for rows in (months, districts)],
    )
    late, missed = whole[3], whole[4]
    if top.met is None or not may_tell(late, missed):
        late = missed = None
    yield "", "", top.judged, top.met, late, missed, top.cannot_tell
    for cut, told in zip(("month", "district"), parts, strict=True):
        for one in told:
            yield cut, one.part, one.judged, one.met, None, None, one.cannot_tell
