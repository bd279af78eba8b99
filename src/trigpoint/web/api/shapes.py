"""What goes in and out of the API, as machines read it. Times are ISO 8601 with offset."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from ninja import Field, Schema

from trigpoint.records.record import Refusal
from trigpoint.services.read_worklist import Due
from trigpoint.timekeeping import london
from trigpoint.web.entry_forms import FORMS

#: What a program may enter is what a person may.
EntryKind = StrEnum(
    "EntryKind", {one: one for one in sorted(f.kind for f in FORMS.values())}
)


#: Records are of people who live; before 1900 London kept no standard time either.
FIRST_YEAR, LAST_YEAR = 1900, 2200


def moment(instant: int | None) -> datetime | None:
    """An instant as a time in Europe/London."""
    return None if instant is None else london.moment(instant)


def instant(at: datetime) -> int:
    """A time as an instant; refuses one without offset, or of no year of a record."""
    if at.tzinfo is None:
        msg = f"{at.isoformat()} has no offset: write 2016-08-19T14:30:00+01:00."
        raise Refusal(msg)
    if not FIRST_YEAR <= at.year < LAST_YEAR:
        msg = f"{at.year} is not a year that records can be of."
        raise Refusal(msg)
    return london.instant(at)


def duty(one: Due) -> dict[str, Any]:
    """A duty as `DutyOut`."""
    return {
        "child": one.child, "standard": one.standard, "version": one.version,
        "occasion": one.occasion, "triggered_at": moment(one.triggered_at),
        "due_at": moment(one.due_latest), "outcome": one.outcome,
        "missing": one.missing, "acknowledged": one.acknowledged_at is not None,
        "claimed_done": one.claimed_at is not None,
    }  # fmt: skip


class Said(Schema):
    """Why it was refused, in words for a person."""

    said: str


class StandardOut(Schema):
    """A version of a standard."""

    slug: str
    version: int
    title: str
    area: str
    duty_holder: str
    fault: str
    source: str
    confirmed: bool
    in_plain_words: list[str]


class DutyOut(Schema):
    """A duty on a worklist."""

    child: str
    standard: str
    version: int
    occasion: str
    triggered_at: datetime
    due_at: datetime | None
    outcome: str
    missing: str
    acknowledged: bool
    claimed_done: bool


class WorklistOut(Schema):
    """What is due and what was left, a page at a time.

    `unrecorded`: fell due since the records of its source end; nobody can say yet.
    """

    left: list[DutyOut]
    coming: list[DutyOut]
    unrecorded: list[DutyOut]
    more: bool


class EventOut(Schema):
    """An event of a chronology."""

    event: str
    kind: str
    happened_from: datetime
    happened_to: datetime
    recorded: datetime
    agency: str
    reference: str
    facts: dict[str, str]
    source_file: str
    source_row: str


class JudgementOut(Schema):
    """How one duty came out."""

    standard: str
    version: int
    occasion: str
    outcome: str
    due_at: datetime | None
    fault: str
    missing: str


class ChildOut(Schema):
    """A child's chronology and duties, as known at `as_at`.

    `newest_entry`: what an entry gives as `seen`, so that nobody's is overlooked.
    """

    child: str
    as_at: datetime
    newest_entry: str
    events: list[EventOut]
    judgements: list[JudgementOut]


class ForceOut(Schema):
    """A force whose figures one may ask for."""

    slug: str
    name: str


class FigureOut(Schema):
    """Counts of one standard; no rate where it would be about a few known children.

    `withheld`: something is null because it is of a few children, or because such a
    number could be worked out from it; `late` and `missed` are then told together, as
    `judged` less `met`.
    """

    standard: str
    withheld: bool
    judged: int | None
    met: int | None
    late: int | None
    missed: int | None
    cannot_tell: int | None
    rate: float | None
    low: float | None
    high: float | None


class Cut(StrEnum):
    """By what findings are told apart."""

    MONTH = "month"
    DISTRICT = "district"


class FindingOut(FigureOut):
    """The counts of one standard in one month (2016-04) or district."""

    part: str


class ImportOut(Schema):
    """An import: waiting, running, done, cancelled or failed; `said`: its last step."""

    job: str
    state: str
    said: str
    rows: int
    files: int
    files_done: int
    asked_at: datetime
    ended_at: datetime | None


class AskedOut(Schema):
    """The number of the job that will do it."""

    job: str


class EntryIn(Schema):
    """An event for a child's chronology."""

    kind: EntryKind
    happened_from: datetime
    happened_to: datetime | None = None
    reference: str = Field("", max_length=80)
    facts: dict[str, str] = {}
    corrects: str = Field("", max_length=40)
    #: The newest entry that the program has seen; another since is told by 409.
    seen: str | None = Field(None, max_length=40)


class EntryOut(Schema):
    """The event that the entry became."""

    event: str


class AcknowledgementIn(Schema):
    """A duty that somebody says they have seen."""

    child: str = Field(max_length=40)
    standard: str = Field(max_length=80)
    occasion: str = Field(max_length=40)


class DoneOut(Schema):
    """It was done."""

    done: bool


class JudgementsOut(Schema):
    """Judgements within the role's reach, newest first, a page at a time."""

    judgements: list[DutyOut]
    more: bool


class ClaimIn(AcknowledgementIn):
    """A duty that somebody says is done, awaiting the record."""

    done_at: datetime
    note: str = Field("", max_length=500)


class FactorOut(Schema):
    """One factor of the points card."""

    factor: str
    points: int


class NoticeOut(Schema):
    """A notice that waits to be triaged."""

    child: str
    reference: str
    sent: datetime
    due_at: datetime | None
    risk: str | None
    points: int
    card: list[FactorOut]


class DecidedOut(Schema):
    """A notice that was triaged within a week."""

    child: str
    reference: str
    at: datetime
    decided_by: str
    decision: str | None
    reason: str | None


class InboxOut(Schema):
    """What waits, most points first, and what was decided, newest first."""

    waiting: list[NoticeOut]
    decided: list[DecidedOut]


class DecisionIn(Schema):
    """What was decided of a notice, and why."""

    child: str = Field(max_length=40)
    reference: str = Field(max_length=80)
    decision: str = Field(max_length=40)
    reason: str = Field(max_length=500)


#: What any address may answer instead, and one that writes.
REFUSED = dict.fromkeys((400, 401, 403, 404, 429, 503), Said)
WRITTEN = {**REFUSED, 409: Said}
