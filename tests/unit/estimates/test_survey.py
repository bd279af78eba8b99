"""Means and totals of a sample: by hand, and against R's survey package where it is beside."""

import numpy as np
import pytest

from tests.support.shared import shared_table
from trigpoint.estimates import survey

KINDS = ["E", "H", "M"]


def test_by_hand() -> None:
    """Two strata of 10 and 20 cases, two drawn of each."""
    sample = survey.Sample(stratum=np.array([0, 0, 1, 1]), sizes=np.array([10, 20]))
    values = np.array([1.0, 3.0, 4.0, 4.0])
    found = survey.total(sample, values)
    assert found.value == 10 * 2 + 20 * 4
    # 10^2 x (1 - 2/10) x variance 2 / 2
    assert found.error == pytest.approx(80**0.5)
    assert survey.mean(sample, values).value == pytest.approx(100 / 30)


def test_what_is_known_of_all_helps() -> None:
    """A column that tells the value exactly leaves no error."""
    sample = survey.Sample(stratum=np.zeros(4, int), sizes=np.array([40]))
    known = np.column_stack([np.ones(4), [1.0, 2, 3, 4]])
    found = survey.greg_mean(sample, 2 * known[:, 1], known, np.array([40.0, 120.0]))
    assert (found.value, found.error) == pytest.approx((6.0, 0.0), abs=1e-9)


def test_one_case_of_a_stratum_is_too_few() -> None:
    """No spread can be told from one."""
    with pytest.raises(ValueError, match="two drawn cases"):
        survey.Sample(stratum=np.array([0, 0, 1]), sizes=np.array([9, 9]))
    with pytest.raises(ValueError, match="no logit"):
        survey.logit_interval(survey.SurveyEstimate(value=0.0, error=0.0), 9)
    low, high = survey.beta_interval(survey.SurveyEstimate(value=0.0, error=0.0), 9, 10)
    assert low == 0
    assert 0.2 < high < 0.4


def columns(name: str) -> dict[str, np.ndarray]:
    rows = shared_table(f"statistics/{name}")
    return {key: np.array([row[key] for row in rows]) for key in rows[0]}


@pytest.mark.shared
def test_the_school_samples() -> None:
    """Stratified and simple, plain and helped, to the digits printed."""
    drawn = columns("survey_apistrat.csv")
    sizes = np.array([4421, 755, 1018])
    sample = survey.Sample(
        stratum=np.array([KINDS.index(kind) for kind in drawn["stype"]]), sizes=sizes
    )
    grades, pupils = drawn["api00"].astype(float), drawn["enroll"].astype(float)
    known = np.column_stack([np.ones(200), drawn["api99"].astype(float)])
    totals = np.array([6194.0, 3914069])
    share = survey.mean(sample, grades > 600)
    found = [
        survey.mean(sample, grades),
        survey.total(sample, pupils),
        survey.greg_mean(sample, grades, known, totals),
        survey.greg_total(sample, pupils, known, totals),
    ]
    assert [one.value for one in found] == pytest.approx(
        [662.28736, 3687177.5, 664.644, 3677873.9], rel=1e-6
    )
    assert [one.error for one in found] == pytest.approx(
        [9.40894, 114641.72, 1.90304, 110966.17], rel=3e-6
    )
    assert survey.logit_interval(share, 197) == pytest.approx(
        (0.597314, 0.73681), abs=5e-6
    )
    assert survey.beta_interval(share, 197, 200) == pytest.approx(
        (0.595784, 0.73993), abs=5e-6
    )
    drawn = columns("survey_apisrs.csv")
    sample = survey.Sample(stratum=np.zeros(200, int), sizes=np.array([6194]))
    grades = drawn["api00"].astype(float)
    kinds = [drawn["stype"] == kind for kind in KINDS[1:]]
    known = np.column_stack([np.ones(200), *kinds, drawn["api99"].astype(float)])
    simple = survey.mean(sample, grades)
    helped = survey.greg_mean(
        sample, grades, known, np.array([6194, 755, 1018, 3914069.0])
    )
    assert (simple.value, simple.error) == pytest.approx((656.585, 9.24972), rel=1e-6)
    assert (helped.value, helped.error) == pytest.approx((663.52443, 1.8549), rel=1e-5)
