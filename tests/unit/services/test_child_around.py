"""Around one child: who dealt with them, and what runs for them."""

from trigpoint.chronology.event import Event
from trigpoint.services.child_around import people_around, plans_for
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.event_kinds import EventKind


def an_event(seq: int, kind: EventKind, *, at: int = 0, **told: str) -> Event:
    agency = told.pop("agency", "POLICE")
    return Event(
        child="C1", seq=seq, event=f"E{seq}", kind=kind, happened=Span(at or seq, at or seq),
        recorded=at or seq, source="s", agency=agency, **told,
    )  # fmt: skip


BEGUN, ENDED = EventKind.PROTECTION_PLAN_BEGUN, EventKind.PROTECTION_PLAN_ENDED
SEEN = EventKind.CHILD_SEEN


def test_the_most_recent_person_stands_first_with_the_newest_team() -> None:
    """A person is one, whatever teams they were in; a team without a person is one too."""
    found = people_around(
        [
            an_event(1, SEEN, actor="PC1", team="North"),
            an_event(2, SEEN, team="Duty", agency="LA"),
            an_event(3, SEEN, actor="PC1", team="South"),
            an_event(4, SEEN),
        ]
    )
    assert [(one.actor, one.team, one.times) for one in found] == [
        ("PC1", "South", 2),
        ("", "Duty", 1),
    ]


def test_an_end_ends_one_beginning_of_its_own() -> None:
    """The earliest that it can be of: same agency, same reference, not before it began."""
    events = [
        an_event(1, ENDED, agency="LA"),
        an_event(2, BEGUN, agency="LA", reference="P1"),
        an_event(3, BEGUN, agency="LA", reference="P2"),
        an_event(4, ENDED, agency="LA", reference="P2"),
        an_event(5, ENDED, agency="POLICE", reference="P1"),
    ]
    found = plans_for(events)
    told = [(p.begun.event, p.ended and p.ended.event) for p in found]
    assert told == [("E2", None), ("E3", "E4")]


def test_what_runs_stands_before_what_ended() -> None:
    """However old it is."""
    events = [
        an_event(1, EventKind.CARE_BEGUN, agency="LA"),
        an_event(2, BEGUN, agency="LA"),
        an_event(3, ENDED, agency="LA"),
    ]
    assert [plan.begun.event for plan in plans_for(events)] == ["E1", "E2"]
