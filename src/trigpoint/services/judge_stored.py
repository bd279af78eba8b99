"""Judge everything that the system holds, anew: through the engine, from the database."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import psycopg

from trigpoint.records.record import Refusal
from trigpoint.services.judge_children import judged_rows
from trigpoint.storage import columns, entered, launcher, ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One organisation: how many children and duties, and how they came out.

    `as_at`: as known at this instant; `kept`: whether the site now shows it so.
    """

    organisation: str
    children: int
    outcomes: dict[str, int]
    as_at: int
    kept: bool


def judge_stored(
    *, place: Path, organisation: str = "", as_at: int | None = None
) -> list[Judged]:
    """Judge each organisation's chronologies, or one's, and keep what came out.

    Of another moment (`as_at`) only the counts are told: the site goes on showing what is
    known now. Refuses an organisation that is none.
    """
    server = launcher.start(place)
    dsn = server.dsn("trigpoint_app")
    found = []
    with psycopg.connect(dsn) as connection:
        for slug, number in _organisations(connection, organisation):
            with connection.transaction():
                one = _judged(connection, dsn, slug, number, as_at)
            if one is not None:
                found.append(one)
    return found


def _organisations(
    connection: psycopg.Connection, organisation: str
) -> list[tuple[str, str]]:
    rows = connection.execute(
        "SELECT slug, id::text FROM storage_organisation WHERE %s IN ('', slug) "
        "ORDER BY slug",
        (organisation,),
    ).fetchall()
    connection.commit()
    if not rows:
        msg = f"No organisation is called {organisation!r} here."
        raise Refusal(msg)
    return rows


def _judged(
    connection: psycopg.Connection,
    dsn: str,
    slug: str,
    number: str,
    as_at: int | None,
) -> Judged | None:
    """None where the organisation has no records of its own."""
    connection.execute(
        "SELECT set_config('trigpoint.organisation', %s, true)", (number,)
    )
    # An import of the organisation is not written in the midst of it.
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 2))", (number,)
    )
    coverage = columns.read_coverage(connection, number)
    if not coverage.reach:
        return None
    log = columns.read_log(dsn, number)
    now = max(*coverage.reach.values(), entered.newest(connection, number))
    judged = judged_rows(log, coverage, now if as_at is None else as_at)
    if as_at is None:
        ledger.set_judgements(connection, number, judged)
    return Judged(
        organisation=slug,
        children=len(set(log["child"].to_pylist())),
        outcomes=dict(sorted(Counter(judged["outcome"].to_pylist()).items())),
        as_at=now if as_at is None else as_at,
        kept=as_at is None,
    )
