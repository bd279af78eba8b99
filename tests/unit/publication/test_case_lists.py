"""The lists beside a report."""

import numpy as np
import pyarrow as pa
import pytest

from tests.support.composed import evidence, rows, run
from trigpoint.publication import case_lists
from trigpoint.publication.case_lists import CaseLists, shown


def lists(*, with_cases: bool = False) -> CaseLists:
    made = CaseLists(run(), with_cases=with_cases)
    made.add("late", "Late", evidence().where(outcome="late"))
    return made


def test_cases_stand_newest_first() -> None:
    """The first case of a list is the one called for last."""
    made = lists()
    (kept,) = made
    times = (
        run().judgements["triggered_at"].take(pa.array(made.ordered(kept))).to_pylist()
    )
    assert times == sorted(times, reverse=True)


def test_a_name_keeps_its_first_list() -> None:
    """A second list of the same name changes nothing."""
    made = lists()
    made.add("late", "Other", np.array([0]))
    (kept,) = made
    assert kept.title == "Late"
    assert made.has("late")
    assert not made.has("early")


def test_references_open_a_child_s_page_only_where_pages_are_written() -> None:
    """Without cases no list links to a child."""
    titles = {"x": "y"}
    without, within = lists(), lists(with_cases=True)
    assert "cases/" not in without.body(next(iter(without)), titles)
    assert "../cases/" in within.body(next(iter(within)), titles)


def test_every_text_is_escaped() -> None:
    """A title that looks like markup stays text."""
    made = CaseLists(run(), with_cases=False)
    made.add_children("odd", "Odd", ("Child", "Says"), [("C1", "<b>&")])
    (kept,) = made
    assert "&lt;b&gt;&amp;" in made.body(kept, {})
    assert made.columns(kept) == ("Child", "Says")
    assert made.size(kept) == 1


def test_a_long_list_is_shown_in_part_and_names_the_tables_that_hold_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The page shows the newest; one table for each standard in the list holds the rest."""
    made = lists()
    (kept,) = made
    assert made.whole(kept) == () or made.size(kept) > case_lists.SHOWN
    monkeypatch.setattr(case_lists, "SHOWN", 5)
    assert made.body(kept, {}).count("<tr>") == 5
    assert shown(5) == "All 5."
    assert shown(6) == "The newest 5 of 6."
    named = {row["standard"] for row in rows() if row["outcome"] == "late"}
    assert set(made.whole(kept)) == named
