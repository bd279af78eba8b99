"""Missing episodes: from report to return, as each agency tells them.

Police hold clock times; a council's care return holds days only. Where both tell of
one episode the police times are used for how long it lasted, and both are kept.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trigpoint.chronology.event import Event
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.event_kinds import EventKind

_OF_AN_EPISODE = frozenset(
    {
        EventKind.MISSING_REPORTED,
        EventKind.MISSING_GRADED,
        EventKind.SUPERVISOR_REVIEW,
        EventKind.MISSING_RETURNED,
        EventKind.PREVENTION_INTERVIEW,
        EventKind.RETURN_INTERVIEW_OFFERED,
        EventKind.RETURN_INTERVIEW_HELD,
        EventKind.RETURN_INTERVIEW_SHARED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEpisode:
    """One episode. `returned` is None while it lasts, or where no return was recorded.

    `also`: the same episode as other sources tell it.
    """

    reference: str
    source: str
    reported: Span
    returned: Span | None
    events: tuple[Event, ...]
    also: tuple["MissingEpisode", ...] = ()

    @property
    def lasted(self) -> tuple[int, int] | None:
        """The least and the most it may have lasted (microseconds); None if open."""
        if self.returned is None:
            return None
        least = max(0, self.returned.earliest - self.reported.latest)
        return least, max(least, self.returned.latest - self.reported.earliest)

    @property
    def open_span(self) -> Span:
        """From the first moment it may have begun to the last at which it may have ended."""
        if self.returned is None:
            return self.reported
        first = self.reported.earliest
        return Span(first, max(first, self.returned.latest))


def episodes(events: Iterable[Event]) -> tuple[MissingEpisode, ...]:
    """The episodes in one child's events, in order of report.

    Events are tied by source and reference. An episode that a second source tells
    with days only joins the one told by the clock whose time it overlaps.
    """
    tied: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.kind in _OF_AN_EPISODE and event.reference and not event.adult:
            tied[event.source, event.reference].append(event)
    told = sorted(
        filter(None, (_told(*key, group) for key, group in tied.items())),
        key=lambda one: (one.reported, one.source, one.reference),
    )
    return _joined(told)


def _told(source: str, reference: str, group: list[Event]) -> MissingEpisode | None:
    spans = {
        kind: [event.happened for event in group if event.kind is kind]
        for kind in (EventKind.MISSING_REPORTED, EventKind.MISSING_RETURNED)
    }
    if not spans[EventKind.MISSING_REPORTED]:
        return None
    ends = spans[EventKind.MISSING_RETURNED]
    return MissingEpisode(
        reference=reference,
        source=source,
        reported=min(spans[EventKind.MISSING_REPORTED]),
        returned=max(ends) if ends else None,
        events=tuple(sorted(group, key=lambda e: (e.happened.earliest, e.event))),
    )


def _joined(told: list[MissingEpisode]) -> tuple[MissingEpisode, ...]:
    by_clock = [one for one in told if one.reported.exact]
    echoes: dict[tuple[str, str], list[MissingEpisode]] = defaultdict(list)
    alone = []
    for one in told:
        if one.reported.exact:
            continue
        elder = next(
            (
                other
                for other in by_clock
                if other.source != one.source
                and other.open_span.overlaps(one.open_span)
            ),
            None,
        )
        if elder is None:
            alone.append(one)
        else:
            echoes[elder.source, elder.reference].append(one)
    whole = [
        replace(one, also=tuple(echoes[one.source, one.reference])) for one in by_clock
    ]
    return tuple(
        sorted([*whole, *alone], key=lambda one: (one.reported, one.reference))
    )
