"""What the files show of signs of exploitation and of ethnicity, drawn as on paper."""

import pytest

from tests.support.written_rows import shown


@pytest.mark.parametrize(
    ("band", "flag", "expected"),
    [
        ("HIGH", "set_at=2016-07-05T23:00", "met"),
        ("HIGH", "set_at=2016-07-06T01:00", "late"),
        ("MEDIUM", "set_at=2016-01-01T01:00", "met"),
        ("HIGH", "set_at=2016-01-01T01:00 ; removed_at=2016-06-01T01:00", "missed"),
        ("LOW", "set_at=2016-07-05T23:00", ""),
        ("UNKNOWN", "set_at=2016-07-05T23:00", ""),
    ],
)
def test_a_child_screened_at_risk_carries_the_flag(
    band: str, flag: str, expected: str
) -> None:
    """By the end of the next working day, unless it stood already."""
    text = f"""
        cse_assessment | at=2016-07-04T10:00 ; band={band}
        flag | subject=N1 ; flag=CSE ; {flag}"""
    assert shown("cse-flag", "@2016-07-04T10:00", text) == expected


TWICE = """
    missing | misper_id=M1 ; reported_at=2016-07-01T20:00
    missing | misper_id=M2 ; reported_at=2016-07-20T20:00"""


def test_a_second_report_or_a_flag_calls_for_a_screening() -> None:
    """Within ten working days, once, unless there was one of late."""
    slug, done = "cse-screening", f"{TWICE}\ncse_assessment | at="
    assert shown(slug, "M1", TWICE) == ""
    assert shown(slug, "M2", TWICE) == "missed"
    assert shown(slug, "M2", f"{done}2016-08-03T12:00") == "met"
    assert shown(slug, "M2", f"{done}2016-08-04T12:00") == "late"
    assert shown(slug, "M2", f"{done}2016-06-01T12:00") == ""
    assert shown(slug, "M2", TWICE, factored={7}) == ""
    assert shown(slug, "M2", TWICE, untold=[1]) == ""
    flag = f"{TWICE}\nflag | subject=N1 ; flag=CSE ; set_at=2016-07-05T10:00"
    assert shown(slug, "N1@2016-07-05T10:00", flag) == "missed"
    assert shown(slug, "M2", flag) == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("W1", "met"),
        ("REFUSED", "met"),
        ("", "missed"),
        ("UNKNOWN", "missed"),
        ("NA", "excepted"),
        ("North. Europ.", ""),
    ],
)
def test_ethnicity_is_what_the_last_version_says(written: str, expected: str) -> None:
    """A refusal is an answer; words of no list are for a person to read."""
    text = f"""
        nominal | nominal_id=N1 ; valid_from=2016-05-01T10:00 ; ethnicity_16p1=UNKNOWN
        nominal | nominal_id=N1 ; valid_from=2016-06-01T10:00 ; ethnicity_16p1={written}"""
    assert shown("ethnicity-recorded", "N1", text) == expected
