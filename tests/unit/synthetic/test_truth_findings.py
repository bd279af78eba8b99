"""What each duty of the truth is found to be, and whom to raise."""

from tests.support import invented_county


def test_each_duty_is_risk_procedural_or_none() -> None:
    """In the order of the duties; what stands on record as met is none."""
    duties, found = invented_county.truth("duty"), invented_county.truth("findings")
    assert [row["reference"] for row in duties] == [row["reference"] for row in found]
    assert {row["finding"] for row in found} == {"risk", "procedural", "none"}
    for duty, finding in zip(duties, found, strict=True):
        if duty["recorded_as_met"] == "true" or duty["expected"] == "excepted":
            assert finding["finding"] == "none"
        elif duty["met"] == "true":
            assert finding["finding"] in ("procedural", "none")


def test_children_are_raised_for_a_risk_of_the_last_weeks() -> None:
    """With the duty that nobody has done, and when it fell due."""
    raised = invented_county.truth("raised")
    risks = {
        tuple(list(row.values())[:3])
        for row in invented_county.truth("findings")
        if row["finding"] == "risk"
    }
    assert raised
    for row in raised:
        assert (row["person"], row["duty"], row["reference"]) in risks
        assert "2016-06-02" < row["due"] < "2016-07-01"
