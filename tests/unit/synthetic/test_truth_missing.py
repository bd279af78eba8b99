"""What the files show of duties towards missing children, drawn as on paper."""

import pytest

from tests.support.written_rows import day, shown
from trigpoint.synthetic.lives import CareSpell

REPORT = "missing | misper_id=M1 ; reported_at=2016-08-01T20:00"
GRADED = f"{REPORT} ; risk_at=2016-08-01T20:10 ; risk=HIGH ; risk_reason=older men"


def reviewed(at: str, by: str = "true", found: str = "") -> str:
    text = f"""
        {GRADED} ; found_at={found}
        missing_risk | misper_id=M1 ; at={at} ; risk=HIGH ; by_supervisor={by}"""
    return shown("missing-supervisor-review", "M1", text)


def test_a_supervisor_reviews_a_high_grade_within_the_hour() -> None:
    """From the grade, not the report; a return before it excuses."""
    assert reviewed("2016-08-01T21:10") == "met"
    assert reviewed("2016-08-01T21:11") == "late"
    assert reviewed("2016-08-01T21:00", by="false") == "missed"
    assert reviewed("2016-08-01T21:00", by="UNKNOWN") == ""
    assert reviewed("2016-08-01T22:00", found="2016-08-01T21:00") == "excepted"
    assert reviewed("2016-08-01T22:00", found="2016-08-01") == ""


def test_the_risk_is_reviewed_every_day() -> None:
    """Each grade calls for the next, until the child is back."""
    text = f"""
        {GRADED} ; found_at=2016-08-03T10:00
        missing_risk | misper_id=M1 ; at=2016-08-02T20:11 ; risk=HIGH"""
    slug = "missing-risk-continuous-review"
    assert shown(slug, "M1@2016-08-01T20:10", text) == "late"
    assert shown(slug, "M1@2016-08-02T20:11", text) == "excepted"
    assert shown(slug, "M1@2016-08-02T20:12", text) == ""


def test_what_an_interview_told_comes_back_in_five_working_days() -> None:
    """From the interview to the sharing of it; the police's own interview needs none."""
    told = "return_interview | misper_id=M1 ; done_at=2016-08-05T10:00 ; by_whom="
    slug, shared = "return-interview-shared-with-police", " ; shared_with_police_at="
    for by, at, expected in (
        ("LA", "2016-08-12T23:00", "met"),
        ("LA", "2016-08-15T09:00", "late"),
        ("LA", "", "missed"),
        ("LA", "2016-08-12", ""),
        ("UNKNOWN", "2016-08-12T23:00", ""),
        ("POLICE", "", ""),
    ):
        text = f"{REPORT}\n{told}{by}{shared}{at}"
        assert shown(slug, "M1", text) == expected


def test_partners_are_asked_about_a_child_whom_the_returns_show_in_care() -> None:
    """Where the two agencies' names leave a doubt, nobody can tell."""
    spell = CareSpell(
        child=7, begun=day("2016-01-01"), ended=None, legal_status="C2",
        placement="U1", provider="PR1", home=-1,
    )  # fmt: skip
    text = f"""
        {REPORT}
        missing_response | misper_id=M1 ; partners_consulted_at=2016-08-01T23:50"""
    slug = "missing-looked-after-partners-consulted"
    assert shown(slug, "M1", text, care=[spell]) == "met"
    assert shown(slug, "M1", text, care=[spell], sure=False) == ""
    assert shown(slug, "M1", text, care=[spell], end=day("2016-08-01")) == ""
    assert shown(slug, "M1", text) == ""


def test_a_handover_is_acknowledged_by_somebody_else() -> None:
    """Within half an hour; nobody acknowledges their own."""
    for to, at, expected in (
        ("P2", "2025-12-05T08:30", "met"),
        ("P2", "2025-12-05T08:31", "late"),
        ("P1", "2025-12-05T08:10", "missed"),
        ("", "2025-12-05T08:10", ""),
        ("", "", "missed"),
    ):
        text = f"""
            missing | misper_id=M1 ; reported_at=2025-12-05T00:00
            missing_handover | misper_id=M1 ; given_at=2025-12-05T08:00
            ; given_by=P1 ; given_to={to} ; acknowledged_at={at}"""
        name = "M1@2025-12-05T08:00"
        assert shown("missing-active-handover", name, text) == expected


THREE = """
    missing | misper_id=M1 ; reported_at=2016-08-01T20:00
    missing | misper_id=M2 ; reported_at=2016-08-20T20:00
    missing | misper_id=M3 ; reported_at=2016-09-05T20:00
    ; risk_at=2016-09-05T20:30 ; risk={risk} ; risk_reason={reason}
    missing | misper_id=M4 ; reported_at=2016-09-07T20:00"""


def test_a_third_report_in_ninety_days_calls_for_a_meeting() -> None:
    """Once, until there is one; a home that told police nothing leaves a doubt."""
    slug, third = "repeat-missing-strategy-meeting", THREE.format(risk="", reason="")
    held = f"{third}\nstrategy_discussion | sd_id=S1 ; took_place_at="
    assert shown(slug, "M3", f"{held}2016-09-12T10:00") == "met"
    assert shown(slug, "M3", f"{held}2016-09-13T10:00") == "late"
    assert shown(slug, "M3", third) == "missed"
    assert shown(slug, "M3", third, untold=[1]) == ""
    assert shown(slug, "M3", third, nominals=2) == ""
    # The second report calls for none, and the fourth joins the third.
    assert shown(slug, "M2", third) == shown(slug, "M4", third) == ""
    assert shown(slug, "M4", f"{held}2016-09-06T10:00") == "missed"


@pytest.mark.parametrize(
    ("risk", "reason", "expected"),
    [
        ("MEDIUM", "", "met"),
        ("LOW", "", "missed"),
        ("LOW", "streetwise", ""),
        ("UNKNOWN", "", ""),
    ],
)
def test_a_grade_is_not_lowered_for_going_often(
    risk: str, reason: str, expected: str
) -> None:
    """Low without a reason is; whether words are a reason is for a person."""
    text = THREE.format(risk=risk, reason=reason)
    slug = "missing-grade-not-lowered-for-repeat"
    assert shown(slug, "M3@2016-09-05T20:30", text) == expected
