"""What goes in and out of the API, as machines read it. Times are ISO 8601 with offset."""

from datetime import datetime
from enum import StrEnum

from ninja import Field, Schema

from trigpoint.timekeeping import london
from trigpoint.web.entry_forms import FORMS

#: What a program may enter is what a person may.
EntryKind = StrEnum(
    "EntryKind", {one: one for one in sorted(f.kind for f in FORMS.values())}
)


def moment(instant: int | None) -> datetime | None:
    """An instant as a time in Europe/London."""
    return None if instant is None else london.moment(instant)


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
    """A child's chronology and duties, as known at `as_at`."""

    child: str
    as_at: datetime
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
