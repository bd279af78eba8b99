"""The six outcomes, worked by hand: due on day 10, judged on day 20 unless said."""

import pytest

from trigpoint.judgements.outcome import (
    Outcome,
    Row,
    decide,
    decide_holds,
    decide_never,
)

MET, LATE, MISSED = Outcome.MET, Outcome.LATE, Outcome.MISSED
NOT_YET, EXCEPTED, CANNOT_TELL = (
    Outcome.NOT_YET_DUE,
    Outcome.EXCEPTED,
    Outcome.CANNOT_TELL,
)


def row(due: tuple[int, int] = (10, 10), **found: object) -> Row:
    return Row(due_earliest=due[0], due_latest=due[1], **found)  # type: ignore[arg-type]


def act(earliest: int, latest: int, doubt: str | None = None) -> dict[str, object]:
    """One act on record; with a doubt it is possible and not sure."""
    sure = None if doubt else latest
    return {"act_sure": sure, "act_possible": earliest, "act_doubt": doubt}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (row(**act(10, 10)), (MET, None)),
        (row(**act(11, 11)), (LATE, None)),
        (row(), (MISSED, None)),
        (row(due=(20, 20)), (NOT_YET, None)),
        # Known only as some time from day 9 to 11: in time, or not.
        (row(**act(9, 11)), (CANNOT_TELL, "time")),
        (row(due=(9, 11), **act(10, 10)), (CANNOT_TELL, "time")),
        (row(due=(15, 25)), (CANNOT_TELL, "time")),
        # Something is on record, but whether it is the act is not known.
        (row(**act(8, 8, "fact:offence")), (CANNOT_TELL, "fact:offence")),
        (row(**act(12, 12, "fact:offence")), (CANNOT_TELL, "fact:offence")),
        (row(act_possible=12), (CANNOT_TELL, "act")),
        # What is not on record may have happened.
        (row(silence="reach:RETURN"), (CANNOT_TELL, "reach:RETURN")),
        (row(silence="reach:RETURN", **act(9, 9)), (MET, None)),
        (row(silence="kind:OTHER", **act(12, 12)), (CANNOT_TELL, "kind:OTHER")),
        (row(due=(20, 20), silence="reach:RETURN"), (NOT_YET, None)),
        (row(gap="calendar", **act(9, 9)), (CANNOT_TELL, "calendar")),
        (row(already=True, act_sure=30, act_possible=30), (MET, None)),
    ],
)
def test_a_duty_to_act(found: Row, expected: tuple[Outcome, str | None]) -> None:
    """An act in time meets it; silence is a failure only where the record reaches."""
    assert decide(found, 20) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (row(except_sure=5, except_possible=5), (EXCEPTED, None)),
        (row(except_sure=5, except_possible=5, **act(7, 7)), (EXCEPTED, None)),
        (row(except_sure=9, except_possible=9, **act(7, 7)), (MET, None)),
        (row(except_sure=12, except_possible=12), (MISSED, None)),
        (row(except_sure=12, except_possible=12, **act(13, 13)), (LATE, None)),
        # On the same day as the act, which came first is not known.
        (row(except_sure=8, except_possible=6, **act(6, 8)), (CANNOT_TELL, "order")),
        # It may have come by the due time.
        (row(except_sure=11, except_possible=9), (CANNOT_TELL, "order")),
        (row(excused=True, **act(1, 1)), (EXCEPTED, None)),
        (row(excused=None, excused_doubt="fact:x"), (CANNOT_TELL, "fact:x")),
        (row(excused=None, excused_doubt="fact:x", **act(9, 9)), (MET, None)),
        (row(except_doubted=5, except_doubt="fact:x"), (CANNOT_TELL, "fact:x")),
        (row(except_doubted=5, except_doubt="fact:x", **act(9, 9)), (MET, None)),
        (row(except_doubted=12, except_doubt="fact:x"), (MISSED, None)),
        (row(except_silence="kind:CLOSED"), (CANNOT_TELL, "kind:CLOSED")),
        (row(except_silence="kind:CLOSED", **act(9, 9)), (MET, None)),
        (row(due=(20, 20), except_silence="kind:CLOSED"), (NOT_YET, None)),
    ],
)
def test_what_excuses(found: Row, expected: tuple[Outcome, str | None]) -> None:
    """An exception before the act and by the due time excuses; a doubt never undoes met."""
    assert decide(found, 20) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (row(holds=False, **act(9, 9)), (MISSED, None)),
        (row(holds=None, holds_doubt="fact:x", **act(9, 9)), (CANNOT_TELL, "fact:x")),
        # Missed whatever the fact says.
        (row(holds=None, holds_doubt="fact:x"), (MISSED, None)),
    ],
)
def test_a_further_requirement(found: Row, expected: tuple) -> None:
    """A requirement on the trigger that is false is missed at once."""
    assert decide(found, 20) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (row(holds=True), (MET, None)),
        (row(holds=False), (MISSED, None)),
        (row(holds=None, holds_doubt="fact:risk"), (CANNOT_TELL, "fact:risk")),
        (row(holds=False, reads="note:read it"), (CANNOT_TELL, "note:read it")),
        (row(holds=True, excused=None, excused_doubt="fact:x"), (MET, None)),
        (
            row(holds=False, except_sure=9, except_possible=9),
            (EXCEPTED, None),
        ),
        (row(holds=False, except_possible=9), (CANNOT_TELL, "order")),
    ],
)
def test_a_duty_shown_by_the_trigger(found: Row, expected: tuple) -> None:
    """The trigger shows it done or not, whenever it is judged."""
    assert decide_holds(found, 1) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (row(), (MET, None)),
        (row(**act(9, 9)), (MISSED, None)),
        (row(**act(11, 11)), (MET, None)),
        (row(**act(9, 11)), (CANNOT_TELL, "time")),
        (row(silence="reach:CLOSED"), (CANNOT_TELL, "reach:CLOSED")),
        (row(due=(20, 20)), (NOT_YET, None)),
        (row(due=(20, 20), **act(9, 9)), (MISSED, None)),
        (row(**act(9, 9), except_sure=5, except_possible=5), (EXCEPTED, None)),
        (row(except_doubted=5, except_doubt="fact:x"), (MET, None)),
    ],
)
def test_a_duty_not_to_act(found: Row, expected: tuple) -> None:
    """It is missed as soon as the act surely happened, met once the limit has passed."""
    assert decide_never(found, 20) == expected
