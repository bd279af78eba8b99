"""The six outcomes, as pure functions of one judgement row and the moment of judging.

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


Decision = tuple[Outcome, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was found for one occasion. Instants in microseconds; None = none found.

    `gap`: what is missing whatever happened (a trigger's fact, another agency's
    record, the limit). Without a gap both ends of the due span are there.

    Acts. `act_sure`: the least `latest` among sure candidates. `act_possible`: the
    least `earliest` among possible ones, and `act_doubt` the unknown fact that keeps
    that one from being sure (None where its facts are known). `already`: the duty was
    done before the trigger. `holds`: the condition (`Holds`), or the further
    requirement (`FollowedBy.requires`), on the trigger itself; unknown for want of
    `holds_doubt`. `reads`: what a person must read, for a `Holds` that is false.

    Exceptions. `excused`: a fact of the trigger excuses the duty, unknown for want of
    `excused_doubt`. `except_sure`: least `latest` among sure events that excuse it;
    `except_possible`: least `earliest` among those whose facts are all known;
    `except_doubted`: least `earliest` among those that lack the fact `except_doubt`.

    `silence`: why an act that is not on record may yet have happened (a file not
    received, a source that ends before the duty fell due); `except_silence` the same
    of an event that would excuse it.
    """

    due_earliest: int | None
    due_latest: int | None
    gap: str | None = None
    act_sure: int | None = None
    act_possible: int | None = None
    act_doubt: str | None = None
    already: bool = False
    holds: bool | None = True
    holds_doubt: str | None = None
    reads: str | None = None
    excused: bool | None = False
    excused_doubt: str | None = None
    except_sure: int | None = None
    except_possible: int | None = None
    except_doubted: int | None = None
    except_doubt: str | None = None
    silence: str | None = None
    except_silence: str | None = None


def decide(row: Row, as_at: int) -> Decision:
    """The outcome of a `FollowedBy` duty, and what is missing where it cannot be told.

    A requirement on the trigger that is false is `missed` at once; unknown, it
    matters only where the duty was not missed anyway.
    """
    decided = _gap_or_excepted(row)
    if decided is not None:
        return decided
    found = _found(row, as_at)
    if row.holds is None and found[0] is not Outcome.MISSED:
        found = Outcome.CANNOT_TELL, row.holds_doubt
    return _unless_excused(row, found, ordered=True)


def decide_holds(row: Row, as_at: int) -> Decision:  # noqa: ARG001 - one shape for all
    """The outcome of a `Holds` duty: the trigger shows it, whenever it is judged."""
    decided = _gap_or_excepted(row)
    if decided is not None:
        return decided
    if row.holds is None:
        found: Decision = Outcome.CANNOT_TELL, row.holds_doubt
    elif row.holds:
        found = Outcome.MET, None
    elif row.reads is not None:
        found = Outcome.CANNOT_TELL, row.reads
    else:
        found = Outcome.MISSED, None
    return _unless_excused(row, found, ordered=False)


def decide_never(row: Row, as_at: int) -> Decision:
    """The outcome of a `Never` duty: `act_...` are of the acts that break it."""
    decided = _gap_or_excepted(row)
    if decided is not None:
        return decided
    return _unless_excused(row, _broken(row, as_at), ordered=False)


def _gap_or_excepted(row: Row) -> Decision | None:
    """What settles a duty before its acts are looked at."""
    if row.gap is not None:
        return Outcome.CANNOT_TELL, row.gap
    if row.excused:
        return Outcome.EXCEPTED, None
    assert row.due_earliest is not None
    sure = (
        row.except_sure is not None
        and row.except_sure <= row.due_earliest
        and (row.act_possible is None or row.except_sure < row.act_possible)
    )
    return (Outcome.EXCEPTED, None) if sure else None


def _unless_excused(row: Row, found: Decision, *, ordered: bool) -> Decision:
    """The outcome found, unless it may be that the duty was excused.

    A duty surely met stays met whatever an exception's unknown fact would say; only
    the order of known events (`ordered`) can cast doubt on it.
    """
    met = found[0] is Outcome.MET
    if _may_excuse(row, row.except_possible) and (ordered or not met):
        return Outcome.CANNOT_TELL, "order"
    if met:
        return found
    if row.excused is None:
        return Outcome.CANNOT_TELL, row.excused_doubt
    if _may_excuse(row, row.except_doubted):
        return Outcome.CANNOT_TELL, row.except_doubt
    failed = found[0] in (Outcome.MISSED, Outcome.LATE)
    if failed and row.except_silence is not None:
        return Outcome.CANNOT_TELL, row.except_silence
    return found


def _may_excuse(row: Row, earliest: int | None) -> bool:
    """Whether an event from then on may have come by the due time and before the act."""
    assert row.due_latest is not None
    return (
        earliest is not None
        and earliest <= row.due_latest
        and (row.act_sure is None or earliest <= row.act_sure)
    )


def _found(row: Row, as_at: int) -> Decision:
    """The outcome of a duty to act, exceptions apart."""
    assert row.due_earliest is not None
    assert row.due_latest is not None
    if row.holds is False:
        return Outcome.MISSED, None
    if row.already or (row.act_sure is not None and row.act_sure <= row.due_earliest):
        return Outcome.MET, None
    if row.act_possible is not None and row.act_possible <= row.due_latest:
        return Outcome.CANNOT_TELL, row.act_doubt or "time"
    if row.act_sure is not None:
        # Something else that would have fulfilled it may not be on record.
        return _unless_silent(row, Outcome.LATE)
    if row.act_possible is not None:
        return Outcome.CANNOT_TELL, row.act_doubt or "act"
    return _not_done(row, as_at, Outcome.MISSED)


def _broken(row: Row, as_at: int) -> Decision:
    """The outcome of a duty not to act, exceptions apart."""
    assert row.due_earliest is not None
    assert row.due_latest is not None
    if row.act_sure is not None and row.act_sure <= row.due_earliest:
        return Outcome.MISSED, None
    if row.act_possible is not None and row.act_possible <= row.due_latest:
        return Outcome.CANNOT_TELL, row.act_doubt or "time"
    return _not_done(row, as_at, Outcome.MET)


def _not_done(row: Row, as_at: int, when_passed: Outcome) -> Decision:
    """The outcome where nothing is on record by the due time."""
    assert row.due_earliest is not None
    assert row.due_latest is not None
    if as_at <= row.due_earliest:
        return Outcome.NOT_YET_DUE, None
    if row.silence is not None:
        return Outcome.CANNOT_TELL, row.silence
    if as_at <= row.due_latest:
        return Outcome.CANNOT_TELL, "time"
    return when_passed, None


def _unless_silent(row: Row, outcome: Outcome) -> Decision:
    if row.silence is not None:
        return Outcome.CANNOT_TELL, row.silence
    return outcome, None
