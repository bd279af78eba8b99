"""People's grades of a sample beside the verdict on all cases."""

from pathlib import Path

import pytest

from tests.support.rounds import made
from trigpoint.estimates.verdict_and_sample import Graded, post_stratified
from trigpoint.publication import review_people
from trigpoint.records.record import Refusal
from trigpoint.reviews.audited import audited_change
from trigpoint.reviews.audits import Audit
from trigpoint.reviews.verdict import Called


def grades(
    flagged: tuple[int, int], others: tuple[int, int], risk: int
) -> dict[str, str]:
    """(inadequate, graded) of the cases called at risk, which come first, and of others."""
    found = {}
    for (poor, of), start in ((flagged, 0), (others, risk)):
        for n in range(of):
            found[f"C{start + n:04d}"] = "inadequate" if n < poor else "good"
    return found


def audit(given: dict[str, str]) -> Audit:
    return Audit(path=Path("audit.csv"), grades=given)


def test_post_stratified_by_verdict() -> None:
    """Each round's share is the published estimator's, the difference squared and added."""
    rounds = made(619, 2000), made(200, 2000)
    found = audited_change(
        rounds,
        (audit(grades((14, 26), (3, 34), 619)), audit(grades((10, 20), (2, 40), 200))),
    )
    assert found.before.share.value == pytest.approx(0.2275803167)
    alone = post_stratified(
        Graded(flagged=(10, 20), unflagged=(2, 40), flagged_in_all=200,
               unflagged_in_all=1800),
        z=2.241402727604947,
    )  # fmt: skip
    assert found.after.share.low == pytest.approx(alone.low)
    assert found.difference.value == pytest.approx(alone.value - 0.2275803167)
    assert found.difference.low < found.difference.value < found.difference.high
    assert found.called is Called.NOT_ENOUGH
    assert "60 graded files" in review_people.sample_sentence(found)


def test_people_may_see_what_records_do_not() -> None:
    """The records fall by half; people grade as many inadequate as before."""
    rounds = made(400, 1000), made(200, 1000)
    found = audited_change(
        rounds,
        (
            audit(grades((180, 200), (40, 200), 400)),
            audit(grades((90, 100), (95, 300), 200)),
        ),
    )
    assert abs(found.difference.value) < 0.06
    assert found.called is not Called.IMPROVED


def test_a_real_fall_is_called_improved() -> None:
    """Both kinds of cases fall."""
    found = audited_change(
        (made(400, 1000), made(200, 1000)),
        (
            audit(grades((180, 200), (40, 200), 400)),
            audit(grades((60, 100), (10, 300), 200)),
        ),
    )
    assert found.called is Called.IMPROVED


def test_unequal_chances_weigh() -> None:
    """A case drawn with a tenth of the chance of another stands for ten."""
    given = grades((2, 4), (0, 4), 50)
    chance = {case: 0.05 if place == 0 else 0.5 for place, case in enumerate(given)}
    drawn = Audit(path=Path("a.csv"), grades=given, chance=chance)
    found = audited_change((made(50, 100), made(50, 100)), (drawn, drawn))
    # Of the flagged: weights 20, 2, 2, 2, and the first two are inadequate.
    assert found.before.share.value == pytest.approx(0.5 * 22 / 26)


def test_files_of_other_cases_are_left_out_or_refused() -> None:
    """Some: counted. All: refused, with what to write."""
    given = grades((5, 10), (2, 10), 30) | {"F1": "good"}
    found = audited_change((made(30, 100), made(30, 100)), (audit(given), audit(given)))
    assert found.before.left_out == 1
    other = audit({"F1": "good"})
    with pytest.raises(Refusal, match="the first is 'F1'"):
        audited_change((made(30, 100), made(30, 100)), (other, other))


def test_no_grade_of_one_kind_is_not_known() -> None:
    """Nobody looked at the cases that the records call at risk."""
    given = audit(grades((0, 0), (2, 10), 30))
    found = audited_change((made(30, 100), made(30, 100)), (given, given))
    assert found.difference.value is None
    assert found.called is Called.NOT_ENOUGH
    assert "Not known" in review_people.sample_sentence(found)
