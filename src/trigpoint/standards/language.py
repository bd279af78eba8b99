"""The language in which a standard is written: frozen data, no functions inside.

A standard says which *occasions* call for a duty (`Occasions`), what is expected on
each (`FollowedBy`, `Holds`, `Never`), by when (a `Limit`), and what excuses it.
Both evaluators (judgements/single.py, judgements/plan.py) read this and nothing else.

Meaning, where two readings were possible:

* Only what was recorded by `as_at`, and not replaced by then, is seen.
* A condition is true, false or unknown (Kleene). A fact that is None, "" or
  "UNKNOWN" makes the condition that needs it unknown; `Written` and
  `WrittenBeyond` alone read "" as false. "Sure" below means true; "possible" means
  true or unknown.
* Events are ordered by (earliest, event id): `seq`.
* Durations are microseconds (see `minutes`, `hours`, `days`).
"""

from dataclasses import dataclass
from enum import StrEnum

# The conditions are part of the language; they stand in a file of their own.
from trigpoint.standards.conditions import (
    AllOf as AllOf,
)
from trigpoint.standards.conditions import (
    AnyOf as AnyOf,
)
from trigpoint.standards.conditions import (
    By as By,
)
from trigpoint.standards.conditions import (
    Condition,
)
from trigpoint.standards.conditions import (
    Has as Has,
)
from trigpoint.standards.conditions import (
    Is as Is,
)
from trigpoint.standards.conditions import (
    Not as Not,
)
from trigpoint.standards.conditions import (
    Written as Written,
)
from trigpoint.standards.conditions import (
    WrittenBeyond as WrittenBeyond,
)
from trigpoint.standards.durations import EVER as EVER
from trigpoint.standards.durations import days as days
from trigpoint.standards.durations import hours as hours
from trigpoint.standards.durations import minutes as minutes
from trigpoint.standards.limits import AtOnce as AtOnce
from trigpoint.standards.limits import BeforeDay as BeforeDay
from trigpoint.standards.limits import CalendarDays as CalendarDays
from trigpoint.standards.limits import Elapsed as Elapsed
from trigpoint.standards.limits import Months as Months
from trigpoint.standards.limits import ServiceHours as ServiceHours
from trigpoint.standards.limits import Simple as Simple
from trigpoint.standards.limits import WorkingDays as WorkingDays
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind

# --- events and how they belong together -------------------------------------


class Field(StrEnum):
    """The two columns that tie events to one another."""

    REFERENCE = "reference"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Same:
    """The other event's `theirs` equals the trigger's `ours`, neither being empty.

    `reference` is the agency's own number of the thing (episode, discussion,
    investigation); `about` the number of what that thing concerns (its occurrence,
    the discussion it follows).
    """

    theirs: Field = Field.REFERENCE
    ours: Field = Field.REFERENCE


SAME_RECORD = Same()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Events of any of these kinds, surely meeting the condition."""

    kinds: tuple[EventKind, ...]
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What fulfils, excuses or breaks a duty; the alternatives are its `kinds`.

    A candidate is an event other than the trigger and its echoes (another source's
    record of the same happening, see `Occasions`), of one of the kinds, that no other
    source records more exactly (an event of its kind within its span, and shorter), whose
    `where` is possible, tied as `same` says, and in time order:

    * ordinarily it is not wholly before the trigger (latest >= trigger.earliest);
      an act on the trigger's own day counts, where only days are known;
    * `look_back` moves that bound earlier by so many microseconds;
    * `strictly_after`: possible if latest > trigger.earliest, sure only if
      earliest > trigger.latest (each bound moved by `look_back`).

    `other_actor`: the actor must differ from the trigger's (unknown where either is
    empty). `on_record_by_due`: it counts only if recorded by the latest due time
    (not asked of the event of an `AtEvent` limit, which is the due time).
    A candidate is sure if every part of this is sure. Where one event may be either
    of two alternatives, the one without an unknown fact counts, then the first.
    """

    kinds: tuple[EventKind, ...]
    where: Condition | None = None
    same: Same | None = None
    look_back: int = 0
    strictly_after: bool = False
    other_actor: bool = False
    on_record_by_due: bool = False


# --- limits: from a trigger to the moment the duty falls due ------------------


@dataclass(frozen=True, slots=True)
class ByFact:
    """The limit depends on a fact of the trigger.

    The first limit of that value counts. A value in none of them takes `otherwise`;
    without one, or where the fact is unknown, the due time is a gap (`limit:<fact>`).
    """

    fact: str
    limits: tuple[tuple[str, Simple], ...]
    otherwise: Simple | None = None


@dataclass(frozen=True, slots=True)
class ByKind:
    """The limit depends on the kind of the trigger; every trigger kind must be listed."""

    limits: tuple[tuple[EventKind, Simple], ...]


@dataclass(frozen=True, slots=True)
class AtEvent:
    """By the time of the first sure event that this act describes, counted from the trigger.

    First by (latest, seq); the due span is that event's span. None known: the due
    time is a gap (`due:<KIND>`, the act's first kind).
    """

    act: Act


Limit = Simple | ByFact | ByKind | AtEvent


# --- occasions ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class State:
    """Something that lasts: begun by one pattern, ended by the other.

    It holds at an instant t if some beginning has earliest <= t and no ending e has
    last-beginning.earliest < e.earliest <= t (last by seq); t is the trigger's
    earliest instant. With `same`, only events tied to the trigger count, and always
    the trigger itself, as a beginning or an ending.
    """

    begins: Pattern
    ends: Pattern
    same: Same | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """At least n events of the pattern in the moving window that ends with the anchor.

    The anchor is the trigger; with `anchor`, the first (by seq) event of the pattern
    tied to the trigger, and none means not counted. Counted are events that are no
    echo of another of them (see `Occasions`, `record_of` included), with
    anchor.earliest - within < earliest and seq <= anchor.seq. An anchor that is itself
    an echo counts once, in place of the events of other sources that it overlaps.
    """

    pattern: Pattern
    at_least: int
    within: int
    anchor: Same | None = None


@dataclass(frozen=True, slots=True)
class Nearby:
    """Another event of the pattern from `before` earlier to `after` later, inclusive.

    trigger.earliest - before <= earliest <= trigger.earliest + after. Another source's
    record of the trigger counts: echoes are told apart only once triggers are found.
    """

    pattern: Pattern
    before: int = 0
    after: int = 0
    same: Same | None = None


@dataclass(frozen=True, slots=True)
class Each:
    """Each event of these kinds that possibly meets the condition, and the rest surely.

    Where `where` is unknown the occasion stays, as a gap (`fact:<name>`, the first
    unknown fact in the order the condition names them, passing over parts that are
    known). What one clause finds surely and another only possibly is sure.
    `first_of`: only the first such event (by seq, among all known events of these
    kinds with the same non-empty field, whether or not they meet `where`; an empty
    field always passes).
    """

    kinds: tuple[EventKind, ...]
    where: Condition | None = None
    first_of: Field | None = None
    counted: Counted | None = None
    lasting: State | None = None
    only_if: tuple[Nearby, ...] = ()
    unless: tuple[Nearby, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasions:
    """What calls for the duty: the events of any clause, each once.

    Triggers on or after the child's 18th birthday (`adult`) are left out.

    *Echo.* Agencies may each record one happening. Among the triggers found, one
    that overlaps in time with a trigger from another source, known more exactly (a
    shorter span; then recorded earlier, then lower seq), is an echo and no occasion
    of its own. The version's dates in force and a window asked for are applied last,
    to the occasions found.

    `record_of`: the duty is judged on that agency's own record. Then a trigger of
    another agency is an echo of any overlapping trigger of that agency, whichever
    was recorded first, and those of that agency are echoes only of one another; one
    without such a counterpart is an occasion with the gap `record:<AGENCY>`, which
    is shown before any other gap. Those of other agencies are echoes of one another
    as above.

    `once_until`: after an occasion, later triggers join it until an event of this
    pattern; only then does the next trigger open a new one. (A trigger t opens an
    occasion if it is the first by seq, or if such an event e exists with
    previous.earliest <= e.earliest <= t.earliest, e being neither t nor, where
    e.earliest equals t.earliest, later than t by seq; previous is the trigger before
    t, whether it opened an occasion or joined one; where t surely is a trigger, the
    one before it that surely is: a doubt hides no duty.)
    """

    each: tuple[Each, ...]
    once_until: Pattern | None = None
    record_of: Agency | None = None


# --- what is expected, and what excuses ---------------------------------------


@dataclass(frozen=True, slots=True)
class PersonReads:
    """A case only a person can judge: `where` of the trigger, and what they must read."""

    where: Condition
    what: str


@dataclass(frozen=True, slots=True)
class FollowedBy:
    """One of the acts, by the limit.

    `requires`: a condition on the trigger that must hold besides; false is `missed`
    at once, unknown a gap unless the duty was missed anyway. `already`: met at the
    trigger if this state holds then; no act is named.

    Before a duty is called late or missed, every kind of its acts and exceptions must
    have been received and its source reach the due time (`kind:`, `reach:`).
    """

    acts: tuple[Act, ...]
    within: Limit
    requires: Condition | None = None
    already: State | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """The trigger itself shows the duty done. Due at the trigger's own time.

    False is `missed`, unless `person_reads` is true of it (`note:<what>`), or
    unknown (`fact:<name>`).
    """

    condition: Condition
    person_reads: PersonReads | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """None of the acts may happen before the limit has passed.

    Missed as soon as one surely has; met once the limit has passed without.
    """

    acts: tuple[Act, ...]
    within: Limit


Expectation = FollowedBy | Holds | Never


@dataclass(frozen=True, slots=True)
class ExceptWhere:
    """Excused by a fact of the trigger, from the trigger on. `words` name the exception.

    It comes before any act and any `ExceptEvent`. A fact that is unknown makes a duty
    that was not surely met `cannot_tell`; a duty surely met stays met.
    """

    words: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class ExceptEvent:
    """Excused by an event by the due time, before the act. `words` name the exception.

    Of several the one whose sure event has the least (latest, seq) is relied on, then
    the first. An unknown fact of such an event never overturns a duty surely met;
    where only the order of act and exception is in doubt it is `cannot_tell` (`order`).
    """

    words: str
    act: Act


Exception_ = ExceptWhere | ExceptEvent


# --- ways of saying what is said often -----------------------------------------


def preceded_by(act: Act, within: int) -> FollowedBy:
    """Expect the act in the time before the trigger, at the latest with it."""
    earlier = Act(
        kinds=act.kinds,
        where=act.where,
        same=act.same,
        look_back=within,
        other_actor=act.other_actor,
        on_record_by_due=act.on_record_by_due,
    )
    return FollowedBy(acts=(earlier,), within=AtOnce())
