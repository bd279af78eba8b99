"""The outcome of a duty, as SQL: what judgements/outcome.py says, case by case.

An outcome and what is missing travel as one number: outcome * WIDTH + missing.
"""

from trigpoint.judgements.outcome import Outcome
from trigpoint.judgements.sql.codes import OUTCOME_NUMBERS, WIDTH, Codes
from trigpoint.standards.language import Expectation, FollowedBy, Never

Step = tuple[str, str]

MET = OUTCOME_NUMBERS[Outcome.MET] * WIDTH
LATE = OUTCOME_NUMBERS[Outcome.LATE] * WIDTH
MISSED = OUTCOME_NUMBERS[Outcome.MISSED] * WIDTH
NOT_YET_DUE = OUTCOME_NUMBERS[Outcome.NOT_YET_DUE] * WIDTH
EXCEPTED = OUTCOME_NUMBERS[Outcome.EXCEPTED] * WIDTH
CANNOT_TELL = OUTCOME_NUMBERS[Outcome.CANNOT_TELL] * WIDTH

_EXCUSED = """r.excused OR (r.except_sure <= r.due_earliest
    AND (r.act_possible IS NULL OR r.except_sure < r.act_possible))"""


def steps(expects: Expectation, codes: Codes, as_at: int) -> list[Step]:
    """The steps from `read`, a row as in outcome.py, to `decided`."""
    if isinstance(expects, FollowedBy):
        found = _followed(codes, as_at)
    elif isinstance(expects, Never):
        found = _never(codes, as_at)
    else:
        found = _holds()
    ordered = isinstance(expects, FollowedBy)
    return [
        ("found", f"SELECT r.*, {found} AS outcome_found FROM read r"),
        ("shown", f"SELECT r.*, {_shown(expects)} AS outcome_shown FROM found r"),
        ("decided", f"SELECT r.*, {_decided(codes, ordered)} AS decided FROM shown r"),
    ]


def _followed(codes: Codes, as_at: int) -> str:
    time, act = codes.number("time"), codes.number("act")
    return f"""CASE WHEN r.holds = FALSE THEN {MISSED}
        WHEN r.already OR r.act_sure <= r.due_earliest THEN {MET}
        WHEN r.act_possible <= r.due_latest
            THEN {CANNOT_TELL} + COALESCE(r.act_doubt, {time})
        WHEN r.act_sure IS NOT NULL
            THEN CASE WHEN r.silence IS NULL THEN {LATE}
                 ELSE {CANNOT_TELL} + r.silence END
        WHEN r.act_possible IS NOT NULL
            THEN {CANNOT_TELL} + COALESCE(r.act_doubt, {act})
        {_not_done(time, as_at, MISSED)} END"""


def _never(codes: Codes, as_at: int) -> str:
    time = codes.number("time")
    return f"""CASE WHEN r.act_sure <= r.due_earliest THEN {MISSED}
        WHEN r.act_possible <= r.due_latest
            THEN {CANNOT_TELL} + COALESCE(r.act_doubt, {time})
        {_not_done(time, as_at, MET)} END"""


def _not_done(time: int, as_at: int, when_passed: int) -> str:
    return f"""WHEN {as_at} <= r.due_earliest THEN {NOT_YET_DUE}
        WHEN r.silence IS NOT NULL THEN {CANNOT_TELL} + r.silence
        WHEN {as_at} <= r.due_latest THEN {CANNOT_TELL} + {time}
        ELSE {when_passed}"""


def _holds() -> str:
    return f"""CASE WHEN r.holds IS NULL THEN {CANNOT_TELL} + r.holds_doubt
        WHEN r.holds THEN {MET}
        WHEN r.reads IS NOT NULL THEN {CANNOT_TELL} + r.reads
        ELSE {MISSED} END"""


def _shown(expects: Expectation) -> str:
    """A requirement that is unknown matters where the duty was not missed anyway."""
    if isinstance(expects, FollowedBy) and expects.requires is not None:
        return f"""CASE WHEN r.holds IS NULL AND r.outcome_found <> {MISSED}
            THEN {CANNOT_TELL} + r.holds_doubt ELSE r.outcome_found END"""
    return "r.outcome_found"


def _decided(codes: Codes, ordered: bool) -> str:
    order = codes.number("order")
    unless_met = "" if ordered else f" AND r.outcome_shown <> {MET}"
    return f"""CASE WHEN r.gap > 0 THEN {CANNOT_TELL} + r.gap
        WHEN {_EXCUSED} THEN {EXCEPTED}
        WHEN {_may_excuse("r.except_possible")}{unless_met}
            THEN {CANNOT_TELL} + {order}
        WHEN r.outcome_shown = {MET} THEN {MET}
        WHEN r.excused IS NULL THEN {CANNOT_TELL} + r.excused_doubt
        WHEN {_may_excuse("r.except_doubted")} THEN {CANNOT_TELL} + r.except_doubt
        WHEN r.outcome_shown IN ({MISSED}, {LATE}) AND r.except_silence IS NOT NULL
            THEN {CANNOT_TELL} + r.except_silence
        ELSE r.outcome_shown END"""


def _may_excuse(earliest: str) -> str:
    return (
        f"({earliest} <= r.due_latest "
        f"AND (r.act_sure IS NULL OR {earliest} <= r.act_sure))"
    )
