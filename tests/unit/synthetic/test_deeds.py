"""What police did at calls, for missing children and in investigations."""

from collections import Counter

from tests.support import invented_county
from trigpoint.synthetic import wall
from trigpoint.synthetic.deeds import Doer


def test_deeds_come_after_what_they_answer_and_before_the_end() -> None:
    """No time lies before the row began or past the period."""
    county = invented_county.simulated()
    end = county.lives.end * wall.DAY
    for one in county.lives.deeds:
        for column, at in one.times.items():
            assert at is None or at < end, (one.file, column)
            # A death is allocated an hour after it was reported; the lead may be quicker.
            begun = one.at - 60 if column == "lead_at_scene_at" else one.at
            assert at is None or at >= begun, (one.file, column)


def test_what_is_better_is_done_more_and_sooner() -> None:
    """After the change more of what was due within two hours was done in two hours."""
    shares = []
    for regime in ("before", "after"):
        county = invented_county.simulated(regime=regime)
        made = [
            one.times["first_enquiry_at"] is not None
            and one.times["first_enquiry_at"] - one.at <= 120
            for one in county.lives.deeds
            if one.file == "missing_response"
        ]
        shares.append(sum(made) / len(made))
    assert shares[1] > shares[0] + 0.1


def test_a_step_that_was_never_due_is_not_done() -> None:
    """Nothing follows what did not happen."""
    doer = Doer(invented_county.simulated(), "test")
    assert doer.step(None, 60, "response", 0) == (None, True)


def test_every_file_of_the_second_version_has_rows() -> None:
    """No file is left to be empty."""
    files = Counter(one.file for one in invented_county.simulated().lives.deeds)
    assert len(files) == 14
