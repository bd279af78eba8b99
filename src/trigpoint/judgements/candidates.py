"""The events that may fulfil, break or excuse a duty, and how sure each one is."""

from collections.abc import Iterator
from dataclasses import dataclass

from trigpoint.chronology.event import Event
from trigpoint.judgements.conditions import doubt, truth
from trigpoint.judgements.known import Known
from trigpoint.standards.language import Act


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that may count as the act. `doubt`: the unknown fact, None where known.

    `in_order`: surely late enough, where an act must come strictly after the trigger.
    """

    event: Event
    doubt: str | None
    in_order: bool

    @property
    def sure(self) -> bool:
        """True where every part of the act's description is sure."""
        return self.doubt is None and self.in_order


@dataclass(slots=True)
class Best:
    """Of many candidates, those that a judgement looks at: minima.

    `sure`: of least (latest, seq); `possible`: of least seq, and of two readings of
    one event the one without a doubt; `certain`: of least seq among those whose facts
    are all known; `doubted`: of least seq among the others. The first offered wins.
    """

    sure: Event | None = None
    possible: Candidate | None = None
    certain: Event | None = None
    doubted: Candidate | None = None

    def take(self, candidate: Candidate) -> None:
        """Look at one more."""
        event = candidate.event
        if self.possible is None or _by_doubt(candidate) < _by_doubt(self.possible):
            self.possible = candidate
        if candidate.doubt is not None:
            if self.doubted is None or event.seq < self.doubted.event.seq:
                self.doubted = candidate
            return
        if self.certain is None or event.seq < self.certain.seq:
            self.certain = event
        if candidate.in_order and (
            self.sure is None or _by_end(event) < _by_end(self.sure)
        ):
            self.sure = event


def candidates(
    known: Known,
    act: Act,
    trigger: Event,
    *,
    echoes: frozenset[int],
    due_latest: int | None = None,
) -> Iterator[Candidate]:
    """Every event that possibly is this act, in order.

    `due_latest` None: an act need not have been recorded by the due time.
    """
    since = trigger.happened.earliest - act.look_back
    after = trigger.happened.latest - act.look_back
    deadline = due_latest if act.on_record_by_due else None
    for event in known.tied_to(trigger, act.kinds, act.same):
        if event.happened.latest < since:
            continue
        if act.strictly_after and event.happened.latest == since:
            continue
        if deadline is not None and event.recorded > deadline:
            continue
        if is_the_trigger(event, trigger, echoes) or known.is_coarse(event):
            continue
        unknown = _doubt(act, event, trigger)
        if unknown != "":
            in_order = not act.strictly_after or event.happened.earliest > after
            yield Candidate(event, unknown, in_order)


def is_the_trigger(event: Event, trigger: Event, echoes: frozenset[int]) -> bool:
    """Whether an event is the trigger itself, or another source's record of it."""
    if event.seq == trigger.seq:
        return True
    return (
        event.seq in echoes
        and event.source != trigger.source
        and event.happened.overlaps(trigger.happened)
    )


def _doubt(act: Act, event: Event, trigger: Event) -> str | None:
    """The unknown fact of a possible act, None where all are known, "" where it is none."""
    met = truth(act.where, event)
    if met is False:
        return ""
    unknown = None if met else doubt(act.where, event)
    if act.other_actor:
        if event.actor == "" or trigger.actor == "":
            return unknown or "fact:actor"
        if event.actor == trigger.actor:
            return ""
    return unknown


def _by_doubt(candidate: Candidate) -> tuple[int, bool]:
    return candidate.event.seq, candidate.doubt is not None


def _by_end(event: Event) -> tuple[int, int]:
    return event.happened.latest, event.seq
