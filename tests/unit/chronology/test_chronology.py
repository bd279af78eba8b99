"""What people read: never a false order, and disagreement side by side."""

from tests.support.invented_events import an_event
from tests.support.staged_tables import TAM, put_together, when
from trigpoint.chronology.chronology import Chronology, chronology_of


def chronology(*events) -> Chronology:
    return Chronology(child="C1", versions=events)


def test_events_whose_times_overlap_stand_together() -> None:
    """A day and a clock time on that day have no order; the next day comes after."""
    day = an_event("CARE_BEGUN", "2016-08-19", event="E1")
    clock = an_event("MISSING_REPORTED", "2016-08-19 23:10", event="E2")
    after = an_event("MISSING_RETURNED", "2016-08-20 11:45", event="E3")
    moments = list(chronology(after, clock, day).moments())
    assert [[e.event for e in m.events] for m in moments] == [["E1", "E2"], ["E3"]]
    assert moments[0].happened == day.happened


def test_events_at_different_clock_times_stand_alone() -> None:
    """An order that is known is kept."""
    times = ("2016-08-19 23:10", "2016-08-19 23:25")
    events = [an_event(at=at, event=f"E{n}") for n, at in enumerate(times)]
    assert len(list(chronology(*events).moments())) == 2
    assert list(chronology().moments()) == []


def test_two_sources_that_differ_stand_side_by_side() -> None:
    """Other times under one number, or other facts at one time; neither preferred."""
    one = an_event(
        "PROTECTION_PLAN_BEGUN",
        "2016-06-20",
        reference="P1",
        source="council:909",
        event="E1",
        facts={"category": "NEG"},
    )
    other = an_event(
        "PROTECTION_PLAN_BEGUN",
        "2016-06-22",
        reference="P1",
        source="council",
        event="E2",
        facts={"category": "EMO"},
    )
    (found,) = chronology(one, other).side_by_side()
    assert found.about == ("time", "category")
    assert found.events == (one, other)


def test_agreement_and_silence_are_no_difference() -> None:
    """The same source, another kind, a fact only one tells: nothing to show."""
    one = an_event(
        "PROTECTION_PLAN_BEGUN",
        "2016-06-20",
        source="council:909",
        event="E1",
        facts={"category": "NEG"},
    )
    silent = an_event(
        "PROTECTION_PLAN_BEGUN",
        "2016-06-20",
        source="council",
        event="E2",
        facts={"category": ""},
    )
    same_source = an_event(
        "PROTECTION_PLAN_BEGUN",
        "2016-06-20",
        source="council:909",
        event="E3",
        facts={"category": "EMO"},
    )
    other_kind = an_event("CARE_BEGUN", "2016-06-20", source="annex", event="E4")
    apart = chronology(one, silent, other_kind)
    assert list(apart.side_by_side()) == []
    assert list(chronology(one, same_source).side_by_side()) == []


def test_as_known_and_standing_versions() -> None:
    """What was on record at a moment, and what stands now."""
    old = an_event(event="E1", recorded="2016-08-20 09:00", replaced="2016-09-01 09:00")
    new = an_event(event="E2", recorded="2016-09-01 09:00")
    whole = chronology(old, new)
    assert whole.as_known(at=when("2016-08-30 00:00")).versions == (old,)
    assert whole.as_known(at=when("2016-09-01 09:00")).versions == (new,)
    assert whole.events == (new,)


def test_one_child_s_part_of_a_log() -> None:
    """All versions of that child and of nobody else."""
    made = put_together(nominal=[TAM, {**TAM, "nominal_id": "N3"}])
    child = made.log["child"][0].as_py()
    mine = chronology_of(made.log, child)
    assert [event.child for event in mine.versions] == [child]
    assert chronology_of(made.log, "nobody").versions == ()
