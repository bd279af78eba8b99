"""The truth of duties whose two ends stand in one row."""

from collections import Counter

from tests.support import invented_county
from trigpoint.standards.catalogue import all_standards
from trigpoint.synthetic.deeds_export import HEADERS
from trigpoint.synthetic.truth_deeds import DUTIES, WrittenDeeds

ROW = {
    "pp_id": "PP1", "nominal_id": "N1", "began_at": "2016-03-26T12:00", "excused": "",
    "court_order_at": "", "ended_at": "2016-03-29T13:00",
    "child_told_at": "2016-03-26T16:01",
}  # fmt: skip


def told(slug: str, **changed: str) -> str:
    """The outcome that the row shows, changed so."""
    row = {**dict.fromkeys(HEADERS["police_protection"], ""), **ROW, **changed}
    read = WrittenDeeds({"police_protection": [row]})
    return read.answer(slug, "PP1", {"N1"})


def test_hours_run_on_over_a_clock_change() -> None:
    """72 elapsed hours from noon before the clocks go forward: one o'clock."""
    assert told("police-protection-72-hours") == "met"
    assert told("police-protection-72-hours", ended_at="2016-03-29T13:01") == "late"
    assert told("police-protection-72-hours", ended_at="") == "missed"
    assert told("police-protection-72-hours", ended_at="2016-03-29") == ""


def test_what_excuses_comes_first() -> None:
    """A court order before the end, or a code, excuses; an order after it does not."""
    order = {"court_order_at": "2016-03-28T12:00"}
    assert told("police-protection-72-hours", **order) == "excepted"
    assert (
        told("police-protection-72-hours", ended_at="2016-03-27T12:00", **order)
        == "met"
    )
    assert told("police-protection-child-told") == "late"
    excused = {"excused": "SAME_COUNCIL;COULD_NOT_UNDERSTAND"}
    assert told("police-protection-child-told", **excused) == "excepted"


def test_the_duties_are_of_the_library_and_in_the_truth() -> None:
    """Each line names a standard, and the county's truth has rows of it."""
    slugs = {one.slug for one in all_standards()}
    found = Counter(row["duty"] for row in invented_county.truth("duty"))
    for duty in DUTIES:
        assert duty.slug in slugs
        assert {duty.base, duty.act} <= set(HEADERS[duty.file])
        assert found[duty.slug] > 0
