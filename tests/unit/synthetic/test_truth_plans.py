"""What police files and the council's returns show of plans, drawn as on paper."""

from types import SimpleNamespace
from typing import Any

from tests.support.written_rows import day, shown
from trigpoint.synthetic.lives import Plan

BEGUN = "@2016-07-04T00:00"


def plan(ended: str = "", *reviews: str) -> list[Plan]:
    return [
        Plan(
            child=7, referral=1, begun=day("2016-07-04"), category="NEG", latest="NEG",
            ended=day(ended) if ended else None, previous=0,
            reviews=tuple(day(one) for one in reviews),
        )
    ]  # fmt: skip


def test_police_systems_carry_the_flag_of_a_plan() -> None:
    """By the end of the next working day; one set on the day itself was in time."""

    def flagged(flag: str, **known: Any) -> str:
        text = f"flag | subject=N1 ; flag=CP_PLAN ; {flag}"
        known = {"plans": plan(), **known}
        return shown("child-protection-plan-flag", BEGUN, text, **known)

    assert flagged("set_at=2016-07-05T10:00") == "met"
    assert flagged("set_at=2016-07-04T10:00") == "met"
    assert flagged("set_at=2016-07-06T10:00") == "late"
    assert flagged("set_at=2015-07-06T10:00 ; removed_at=2016-01-01T10:00") == "missed"
    assert flagged("set_at=2015-07-06T10:00 ; removed_at=2016-07-04T10:00") == ""
    assert flagged("set_at=2016-07-05T10:00", sure=False) == ""
    assert flagged("set_at=2016-07-05T10:00", end=day("2016-07-04")) == ""


def test_a_core_group_meets_in_ten_working_days() -> None:
    """Unless the plan ended first."""
    slug, text = "core-group-10-working-days", "core_group | cg_id=G1 ; held_on="
    assert shown(slug, BEGUN, f"{text}2016-07-18", plans=plan()) == "met"
    assert shown(slug, BEGUN, f"{text}2016-07-19", plans=plan()) == "late"
    assert shown(slug, BEGUN, "", plans=plan()) == "missed"
    assert shown(slug, BEGUN, "", plans=plan("2016-07-10")) == "excepted"


def test_a_plan_is_reviewed_after_three_months_then_six() -> None:
    """To the day; the returns say it, and what they do not reach nobody can tell."""
    slug, far = "child-protection-review-conference", {"end": day("2018-01-01")}
    plans = plan("2017-06-01", "2016-10-04", "2017-04-05")
    assert shown(slug, BEGUN, "", plans=plans, **far) == "met"
    assert shown(slug, "@2016-10-04T00:00", "", plans=plans, **far) == "late"
    assert shown(slug, "@2017-04-05T00:00", "", plans=plans, **far) == "excepted"
    assert shown(slug, BEGUN, "", plans=plan("2017-06-01"), **far) == "missed"
    assert shown(slug, BEGUN, "", plans=plans, end=day("2016-09-01")) == ""


def test_a_child_is_kept_safe_until_the_conference() -> None:
    """By something agreed between the enquiry and the conference."""
    known = {
        "enquiries": [SimpleNamespace(day=day("2016-07-04"))],
        "conferences": [SimpleNamespace(day=day("2016-07-20"), kind="ICPC")],
    }
    slug, text = (
        "interim-safety-plan-to-conference",
        "plan_action | action_id=A1 ; agreed_at=",
    )
    assert shown(slug, BEGUN, f"{text}2016-07-08T10:00", **known) == "met"
    assert shown(slug, BEGUN, f"{text}2016-07-21T10:00", **known) == "late"
    assert shown(slug, BEGUN, "", **known) == "missed"
    assert shown(slug, BEGUN, f"{text}2016-07-20T10:00", **known) == ""
    assert shown(slug, BEGUN, f"{text}2016-07-08", **known) == ""
    assert shown(slug, BEGUN, "", **known, sure=False) == ""
