"""The police files about missing children."""

from tests.support import invented_county


def test_what_was_never_written_down_is_empty() -> None:
    """The truth knows of interviews that no police file has."""
    written = {
        row["misper_id"]: row["prevention_interview_at"]
        for row in invented_county.police("missing")
    }
    unwritten = [
        row
        for row in invented_county.truth("chronology")
        if row["kind"] == "PREVENTION_INTERVIEW" and row["recorded_by"] == "nobody"
    ]
    assert unwritten
    assert all(written[row["reference"]] == "" for row in unwritten)


def test_grades_and_interviews_are_of_episodes_that_police_have() -> None:
    """Every later grade and every interview names an episode of the file."""
    episodes = {row["misper_id"] for row in invented_county.police("missing")}
    for name in ("missing_risk", "return_interview"):
        rows = invented_county.police(name)
        assert rows
        assert {row["misper_id"] for row in rows} <= episodes
