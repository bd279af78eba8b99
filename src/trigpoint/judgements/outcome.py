"""The six outcomes, as a pure function of one judgement row and the moment of judging.

This file is the meaning of an outcome. The batch engine says the same in SQL, and
the differential test holds the two together.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a duty."""

    MET = "met"
    LATE = "late"
    MISSED = "missed"
    NOT_YET_DUE = "not_yet_due"
    EXCEPTED = "excepted"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was found for one occasion. Instants in microseconds; None = none found.

    `due_earliest`, `due_latest`: the span in which the duty falls due.
    `act_sure`: the least `latest` among sure candidates. `act_possible`: the least
    `earliest` among possible ones. `except_sure`, `except_possible` likewise.
    `gap`: what is missing whatever happened (a trigger's fact, the limit).
    `silence`: why an act, or an exception, that is not on record may yet have happened
    (another agency's record missing, a file not received, a source that ends before
    the duty fell due).
    """

    due_earliest: int | None
    due_latest: int | None
    act_sure: int | None = None
    act_possible: int | None = None
    except_sure: int | None = None
    except_possible: int | None = None
    gap: str | None = None
    silence: str | None = None


def decide(row: Row, as_at: int) -> tuple[Outcome, str | None]:
    """The outcome of a `FollowedBy` duty, and what is missing where it cannot be told."""
    if row.gap is not None:
        return Outcome.CANNOT_TELL, row.gap
    excepted = _excepted(row)
    if excepted is True:
        return Outcome.EXCEPTED, None
    if excepted is None:
        return Outcome.CANNOT_TELL, "order"
    return _timed(row, as_at)


def _excepted(row: Row) -> bool | None:
    """Whether the duty was surely excused before its act and by its due time."""
    assert row.due_earliest is not None
    assert row.due_latest is not None
    sure = (
        row.except_sure is not None
        and row.except_sure <= row.due_earliest
        and (row.act_possible is None or row.except_sure < row.act_possible)
    )
    if sure:
        return True
    possible = (
        row.except_possible is not None
        and row.except_possible <= row.due_latest
        and (row.act_sure is None or row.except_possible <= row.act_sure)
    )
    return None if possible else False


def _timed(row: Row, as_at: int) -> tuple[Outcome, str | None]:
    assert row.due_earliest is not None
    assert row.due_latest is not None
    if row.act_sure is not None and row.act_sure <= row.due_earliest:
        return Outcome.MET, None
    if row.act_possible is not None and row.act_possible <= row.due_latest:
        return Outcome.CANNOT_TELL, "time"
    if row.act_sure is not None:
        return Outcome.LATE, None
    if row.act_possible is not None:
        return Outcome.CANNOT_TELL, "act"
    if as_at <= row.due_earliest:
        return Outcome.NOT_YET_DUE, None
    if row.silence is not None:
        return Outcome.CANNOT_TELL, row.silence
    if as_at <= row.due_latest:
        return Outcome.CANNOT_TELL, "time"
    return Outcome.MISSED, None
