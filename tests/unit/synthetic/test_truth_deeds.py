"""The truth of duties whose two ends stand in one row."""

from collections import Counter
from datetime import date

import pytest

from tests.support import invented_county
from trigpoint.standards.catalogue import all_standards
from trigpoint.synthetic.deeds_export import HEADERS
from trigpoint.synthetic.truth_deeds import WrittenDeeds
from trigpoint.synthetic.truth_in_one_row import DUTIES

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
        columns = {*HEADERS[duty.file], *duty.of_report}
        assert {duty.base, duty.act} <= columns
        # The shared county is of 2014 to 2016.
        assert (found[duty.slug] > 0) == (duty.since.date() < date(2016, 1, 1))


IMAGE = {
    "ref_id": "IR1", "nominal_id": "N1", "received_at": "2024-05-01T09:00",
    "grade": "HIGH", "lives_with_children": "true",
    "acted_on_at": "2024-05-08T23:30", "la_told_at": "2024-05-02T09:01",
}  # fmt: skip
BAIL = {
    "custody_id": "CU1", "nominal_id": "N1", "bail_refused_at": "2016-03-01T20:00",
    "court_at": "2016-03-02T10:00", "bed_requested_at": "2016-03-01T20:30",
    "bed_reply": "NO_BED", "moved_to_la_at": "2016-03-01T23:00",
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "base", "slug", "changed", "outcome"),
    [
        ("image_referral", IMAGE, "image-referral-graded-response", {}, "met"),
        ("image_referral", IMAGE, "image-referral-graded-response",
         {"grade": "VERY_HIGH"}, "late"),
        ("image_referral", IMAGE, "image-referral-graded-response",
         {"grade": "UNKNOWN"}, ""),
        ("image_referral", IMAGE, "online-suspect-la-informed", {}, "late"),
        ("image_referral", IMAGE, "online-suspect-la-informed",
         {"lives_with_children": "false"}, ""),
        ("image_referral", IMAGE, "online-suspect-la-informed",
         {"lives_with_children": ""}, ""),
        ("detention", BAIL, "bail-refused-transfer-to-la", {}, "met"),
        ("detention", BAIL, "bail-refused-transfer-to-la",
         {"bed_reply": "NO_SECURE_BED"}, "excepted"),
        ("detention", BAIL, "bail-refused-transfer-to-la",
         {"moved_to_la_at": ""}, "missed"),
        ("detention", BAIL, "bail-refused-transfer-to-la", {"court_at": ""}, ""),
        ("detention", BAIL, "detention-certificate-to-court", {}, "excepted"),
        ("police_protection", ROW, "police-protection-suitable-accommodation",
         {"accommodated_at": "2016-03-26T14:00", "place": "FAMILY"}, "met"),
        ("police_protection", ROW, "police-protection-suitable-accommodation",
         {"accommodated_at": "2016-03-26T14:00", "place": "POLICE_STATION"}, "missed"),
        ("police_protection", ROW, "police-protection-release",
         {"inquiry_done_at": "2016-03-29T12:00", "still_at_risk": "false"}, "met"),
        ("police_protection", ROW, "police-protection-release",
         {"inquiry_done_at": "2016-03-29T12:00", "still_at_risk": "true"}, ""),
        ("police_protection", ROW, "police-protection-designated-officer-inquiry",
         {"inquiry_begun_at": "2016-03-26T13:00", "constable": "1",
          "designated_officer": "2"}, "met"),
        ("police_protection", ROW, "police-protection-designated-officer-inquiry",
         {"inquiry_begun_at": "2016-03-26T13:00", "constable": "1",
          "designated_officer": "1"}, "missed"),
        ("police_protection", ROW, "police-protection-designated-officer-inquiry",
         {"inquiry_begun_at": "2016-03-26T13:00", "constable": "1"}, ""),
        ("detention", BAIL, "la-bed-request-recorded", {}, "met"),
        ("detention", BAIL, "la-bed-request-recorded", {"bed_reply": ""}, "missed"),
        ("detention", BAIL, "la-bed-request-recorded", {"bed_reply": "UNKNOWN"}, ""),
    ],
)  # fmt: skip
def test_what_calls_for_it_what_limits_it_and_what_does_not_count(
    file: str, base: dict[str, str], slug: str, changed: dict[str, str], outcome: str
) -> None:
    """A code may call for a duty, set its limit, or keep an act from counting."""
    row = {**dict.fromkeys(HEADERS[file], ""), **base, **changed}
    read = WrittenDeeds({file: [row]})
    assert read.answer(slug, row[HEADERS[file][0]], {"N1"}) == outcome


@pytest.mark.parametrize(
    ("enquiry", "found", "outcome"),
    [
        ("2016-03-01T21:00", "", "met"),
        ("2016-03-01T23:30", "", "late"),
        ("", "", "missed"),
        ("", "2016-03-01T20:30", "excepted"),
        ("2016-03-01T20:10", "2016-03-01T20:30", "met"),
        ("2016-03-01", "", ""),
    ],
)
def test_a_duty_may_begin_in_the_report_that_its_row_belongs_to(
    enquiry: str, found: str, outcome: str
) -> None:
    """The report's time begins the clock, and the child's return may excuse it."""
    report = {"misper_id": "M1", "nominal_id": "N1", "reported_at": "2016-03-01T20:00",
              "found_at": found}  # fmt: skip
    row = dict.fromkeys(HEADERS["missing_response"], "")
    row |= {"misper_id": "M1", "first_enquiry_at": enquiry}
    read = WrittenDeeds({"missing": [report], "missing_response": [row]})
    assert read.answer("missing-prompt-enquiries", "M1", {"N1"}) == outcome
    assert read.answer("missing-prompt-enquiries", "M1", {"N2"}) == ""
