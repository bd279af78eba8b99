"""One child of a run, as known at any moment."""

import pytest

from tests.support.small_force import write_small_force
from trigpoint.records.record import Refusal
from trigpoint.services import inspect_extracts, read_child
from trigpoint.services.run_folder import Run, load_run
from trigpoint.timekeeping import london
from trigpoint.timekeeping.span import Span, on


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("force")
    request = inspect_extracts.Request(
        extracts=write_small_force(folder), out=folder / "out"
    )
    inspect_extracts.inspect_extracts(request=request, progress=lambda text: None)
    return load_run(folder / "out")


def outcome(view: read_child.ChildView, slug: str) -> str:
    return next(one.outcome.value for one in view.judgements if one.standard == slug)


def test_a_child_is_found_by_an_agency_s_own_number(run: Run) -> None:
    """source:id and the child id name the same child."""
    view = read_child.read_child(run=run, ref="police:N1")
    assert view == read_child.read_child(run=run, ref=view.child)
    assert ("police", "N1") in view.records


def test_why_names_clause_and_row(run: Run) -> None:
    """The account of a duty names what called for it, its limit, and the source row."""
    view = read_child.read_child(run=run, ref="police:N1")
    place = next(
        n
        for n, one in enumerate(view.judgements)
        if one.standard == "return-home-interview-72-hours"
    )
    told = "\n".join(view.why[place])
    assert "Missing returned, 02 Mar 2016 06:00" in told
    assert "police/missing.csv, row 2" in told
    assert "within 72 hours" in told
    assert "Return interview held, 04 Mar 2016 12:00" in told


def test_an_earlier_moment_knows_less(run: Run) -> None:
    """The interview was recorded in June: in April the duty could not be called met."""
    april = london.instant(london.moment(run.as_at).replace(month=4))
    earlier = read_child.read_child(run=run, ref="police:N1", as_at=april)
    now = read_child.read_child(run=run, ref="police:N1")
    assert outcome(now, "return-home-interview-72-hours") == "met"
    assert outcome(earlier, "return-home-interview-72-hours") == "missed"
    assert len(earlier.events) < len(now.events)


@pytest.mark.parametrize("ref", ["police:N9", "Cffffffffffff"])
def test_nobody_of_that_name_is_a_plain_refusal(run: Run, ref: str) -> None:
    """An unknown reference is refused with what to give instead."""
    with pytest.raises(Refusal, match="source:id"):
        read_child.read_child(run=run, ref=ref)


def test_a_day_is_told_as_a_day() -> None:
    """A time of day precision is never printed with a clock time."""
    day = on(london.local_date(0))
    assert read_child.at_words(day) == "01 Jan 1970"
    assert ":" in read_child.at_words(Span(0, 0))
    assert " to " in read_child.at_words(Span(day.earliest, day.latest + london.DAY))


def test_machines_get_the_same(run: Run) -> None:
    """The data hold as many events and judgements as the view, and say `invented`."""
    view = read_child.read_child(run=run, ref="police:N2")
    data = read_child.as_data(view)
    assert len(data["events"]) == len(view.events)
    assert [one["outcome"] for one in data["judgements"]] == [
        one.outcome.value for one in view.judgements
    ]
    assert data["invented"] is True
