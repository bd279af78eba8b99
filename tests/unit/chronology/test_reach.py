"""Up to when a silence means that nothing was done, and where it never does."""

from tests.support.staged_tables import TAM, put_together, staged, until
from trigpoint.chronology.assembly import LINES, assemble
from trigpoint.vocabulary.event_kinds import EventKind

REPORT = {"misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10"}


def test_every_kind_has_a_line_that_makes_it() -> None:
    """No kind of the vocabulary is without a source."""
    assert {line.kind for line in LINES} == set(EventKind)


def test_a_kind_is_held_only_if_its_column_came() -> None:
    """A missing file without a return column says nothing about returns."""
    made = put_together(nominal=[TAM], missing=[REPORT])
    assert EventKind.MISSING_REPORTED in made.coverage.reach
    assert EventKind.MISSING_RETURNED not in made.coverage.reach
    assert EventKind.PREVENTION_INTERVIEW not in made.coverage.reach
    column = made.coverage.columns[EventKind.PREVENTION_INTERVIEW]
    assert column == "missing.prevention_interview_at"
    assert set(made.coverage.columns) == set(EventKind)


def test_an_empty_file_with_the_column_is_a_silence_that_means_something() -> None:
    """A header alone says that there was none, as far as the agency's sources reach."""
    tables = staged(nominal=[TAM], missing=[{**REPORT, "found_at": ""}])
    tables["missing"] = tables["missing"].slice(0, 0)
    end = until("2017-12-31")
    made = assemble(tables=tables, reach={"police": end})
    assert made.coverage.reach[EventKind.MISSING_RETURNED] == end


def test_the_furthest_source_counts() -> None:
    """Two sources hold the kind: what one has not yet, the other may."""
    near, far = until("2016-12-31"), until("2017-03-31")
    made = put_together(
        reach={"police": near, "council": far},
        nominal=[TAM],
        missing=[REPORT],
        care_missing=[{"child_id": "1", "started": "2016-09-01"}],
    )
    assert made.coverage.reach[EventKind.MISSING_REPORTED] == far
    assert made.coverage.reach[EventKind.PERSON_RECORDED] == near


def test_a_source_of_unknown_reach_covers_nothing() -> None:
    """Without a reach no silence can be trusted."""
    made = put_together(reach={"council": 1}, nominal=[TAM], missing=[REPORT])
    assert made.coverage.reach == {}


def test_an_occurrence_file_alone_reaches_no_child() -> None:
    """Without the people of an occurrence its events are not held."""
    row = {"occ_id": "O1", "reported_at": "2016-07-04 18:40"}
    alone = put_together(nominal=[TAM], occurrence=[row])
    assert EventKind.OCCURRENCE_REPORTED not in alone.coverage.reach


def test_reviews_of_which_only_the_latest_came_cover_nothing() -> None:
    """Annex A 7 holds the latest review only: no earlier silence counts."""
    row = {"child_id": "1", "plan_id": "P", "review_date": "2016-09-01"}
    latest = put_together(plan_review=[{**row, "latest_only": "true"}])
    assert EventKind.REVIEW_CONFERENCE not in latest.coverage.reach
    whole = put_together(plan_review=[{**row, "latest_only": "false"}])
    assert EventKind.REVIEW_CONFERENCE in whole.coverage.reach
