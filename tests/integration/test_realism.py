"""The invented force beside published figures, and nothing in it that gives the truth away.

Figures: Sidebottom et al. 2020 (one UK force, 3,352 missing incidents: 75% repeats, 4% of
children made 28%); doi 10.1177/0032258X211052900 (2,251 incidents: 65% repeats, 6% made 33%);
children in need statistics (81% of initial conferences within 15 working days; a quarter of
referrals from police).
"""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from trigpoint.synthetic import generation, knobs, wall


@pytest.fixture(scope="module")
def lives():
    return generation.simulate(
        children=40_000, seed=6, settings=knobs.load("before")
    ).lives


def test_repeat_missing_is_concentrated_as_published(lives) -> None:
    """A few children make a third of it, and most incidents are repeats."""
    each = sorted(Counter(one.child for one in lives.episodes).values(), reverse=True)
    incidents, children = sum(each), len(each)
    share = {
        part: sum(each[: round(children * part)]) / incidents for part in (0.04, 0.06)
    }
    assert share[0.04] == pytest.approx(0.28, abs=0.08)
    assert share[0.06] == pytest.approx(0.33, abs=0.08)
    assert 0.62 <= (incidents - children) / incidents <= 0.78


def test_reports_come_in_the_evening_and_referrals_on_working_days(lives) -> None:
    """Half of all missing reports after five; next to no referral on a weekend."""
    hours = np.array([one.reported // 60 % 24 for one in lives.episodes])
    assert 0.45 < (hours >= 17).mean() < 0.7
    weekend = np.mean([wall.weekday(one.day) > 4 for one in lives.referrals])
    assert weekend < 0.1


def test_conferences_and_referrals_are_as_published(lives) -> None:
    """81% of initial conferences by the fifteenth working day; a quarter from police."""
    held = [
        one
        for one in lives.conferences
        if one.kind == "ICPC" and one.enquiry_day is not None and not one.cancelled
    ]
    in_time = np.mean(
        [one.day <= wall.working_day_after(one.enquiry_day, 15) for one in held]
    )
    assert in_time == pytest.approx(0.81, abs=0.04)
    police = np.mean([one.source == "6" for one in lives.referrals])
    assert 0.22 <= police <= 0.31


def auc(score: np.ndarray, truth: np.ndarray) -> float:
    """The chance that a child who is so stands above one who is not."""
    order = score.argsort(kind="stable").argsort(kind="stable") + 1.0
    yes = truth.sum()
    return float((order[truth].sum() - yes * (yes + 1) / 2) / (yes * (~truth).sum()))


def test_neither_numbers_nor_order_tell_who_is_exploited(tmp_path: Path) -> None:
    """No digit of a number, nor the place of a row, tells better than chance.

    Among children on police records: who is exploited is on record more often, so only
    children with as much as one row each are compared by their numbers and places.
    """
    out = tmp_path / "made"
    generation.generate(out=out, children=40_000, seed=8, regime="before")
    with (out / "truth" / "cse.csv").open(encoding="utf-8") as handle:
        exploited = {row["person"] for row in csv.DictReader(handle)}
    with (out / "truth" / "person.csv").open(encoding="utf-8") as handle:
        rows = [row for row in csv.DictReader(handle) if row["council_id"]]
    truth = np.array([row["person"] in exploited for row in rows])
    numbers = np.array([int(row["council_id"]) for row in rows])
    assert truth.sum() > 20
    features = {"the number": numbers.astype(float)}
    for base in (2, 3, 5, 7, 10):
        features[f"its rest by {base}"] = (numbers % base).astype(float)
    # Two and a half standard errors of an AUC where there is nothing to see.
    error = 2.5 * np.sqrt(1 / (12 * truth.sum()))
    for name, values in features.items():
        assert abs(auc(values, truth) - 0.5) < error, name
