"""A record written up afterwards: better than what was done, and entered late."""

import csv
from datetime import datetime
from pathlib import Path

import pytest

from trigpoint.synthetic import generation, knobs, wall
from trigpoint.synthetic.written_up import TOUCHED, as_written


@pytest.fixture(scope="module")
def county():
    return generation.simulate(
        children=1500, seed=3, settings=knobs.load("decoy-records")
    )


def test_the_truth_stays_as_it_was(county) -> None:
    """What is written up is a copy; what happened is not touched."""
    before = list(county.lives.episodes), list(county.lives.notices)
    written = as_written(county)
    assert (list(county.lives.episodes), list(county.lives.notices)) == before
    assert len(written.lives.notices) > len(county.lives.notices)
    assert not any(TOUCHED in one.unwritten for one in county.lives.episodes)


def test_only_from_the_day_on_and_only_a_share(county) -> None:
    """Nothing before the day; after it, some."""
    at = county.knobs.change.at
    touched = [
        one for one in as_written(county).lives.episodes if TOUCHED in one.unwritten
    ]
    assert touched
    assert all(one.reported // wall.DAY >= at for one in touched)
    later = [one for one in county.lives.episodes if one.reported // wall.DAY >= at]
    assert 0.3 < len(touched) / len(later) < 0.9
    for one in touched:
        assert one.risk_at is None or one.risk_at - one.reported == 35


def test_other_regimes_write_what_was_done() -> None:
    """The county itself, not a copy."""
    county = generation.simulate(children=300, seed=3, settings=knobs.load("change"))
    assert as_written(county) is county


def test_what_is_written_up_is_entered_weeks_later(tmp_path: Path) -> None:
    """The times are good and the entry is late: that is how it can be told."""
    generation.generate(
        out=tmp_path / "made", children=4000, seed=3, regime="decoy-records"
    )
    path = tmp_path / "made" / "extracts" / "police" / "safeguarding_notice.csv"
    waits = {"early": [], "late": []}
    with path.open(encoding="utf-8-sig", newline="") as handle:
        for row in csv.DictReader(handle):
            sent, entered = (
                datetime.fromisoformat(row[name])
                for name in ("submitted_at", "recorded_at")
            )
            kind = "late" if row["submitted_at"] >= "2017-07-01" else "early"
            waits[kind].append((entered - sent).days >= 7)
    shares = {kind: sum(found) / len(found) for kind, found in waits.items()}
    assert shares["early"] < 0.1
    assert shares["late"] > 0.35
