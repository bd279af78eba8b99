"""Around one child: the people who dealt with them, and the plans that are for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.chronology.event import Event
from trigpoint.vocabulary.event_kinds import EventKind

#: What begins, and what ends it.
PLANS: dict[EventKind, EventKind] = {
    EventKind.PROTECTION_PLAN_BEGUN: EventKind.PROTECTION_PLAN_ENDED,
    EventKind.CARE_BEGUN: EventKind.CARE_ENDED,
    EventKind.POLICE_PROTECTION_BEGUN: EventKind.POLICE_PROTECTION_ENDED,
    EventKind.PLAN_ACTION_AGREED: EventKind.PLAN_ACTION_DONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody, or a team, who did something: how often, and what last."""

    agency: str
    actor: str
    team: str
    times: int
    last: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan, an order or an action: what began it, and what ended it if anything did."""

    begun: Event
    ended: Event | None


def people_around(events: Sequence[Event]) -> list[Contact]:
    """Each person or team that is named in an event, the most recent first."""
    found: dict[tuple[str, str, str], list[Event]] = {}
    for event in events:
        if event.actor or event.team:
            key = (str(event.agency), event.actor, "" if event.actor else event.team)
            found.setdefault(key, []).append(event)
    contacts = [
        Contact(
            agency=agency, actor=actor, times=len(did),
            team=(newest := max(did, key=_when)).team, last=newest,
        )
        for (agency, actor, _), did in found.items()
    ]  # fmt: skip
    return sorted(contacts, key=lambda one: (*_when(one.last), one.actor), reverse=True)


def plans_for(events: Sequence[Event]) -> list[Plan]:
    """Those that run first, then the newest; one end ends one beginning."""
    ends = [
        event for event in sorted(events, key=_when) if event.kind in PLANS.values()
    ]
    found = []
    for begun in sorted(events, key=_when):
        if begun.kind not in PLANS:
            continue
        ended = next((end for end in ends if _ends(end, begun)), None)
        if ended is not None:
            ends.remove(ended)
        found.append(Plan(begun=begun, ended=ended))
    found.sort(key=lambda plan: _when(plan.begun), reverse=True)
    return sorted(found, key=lambda plan: plan.ended is not None)


def _ends(end: Event, begun: Event) -> bool:
    """Whether an end is this beginning's, by kind, agency, reference and time."""
    return (
        end.kind == PLANS[begun.kind]
        and end.agency == begun.agency
        and (
            not end.reference or not begun.reference or end.reference == begun.reference
        )
        and end.happened.latest >= begun.happened.earliest
    )


def _when(event: Event) -> tuple[int, int]:
    return event.happened.earliest, event.seq
