"""Agreement of graders, against published tables (Gwet's handbook, by an R package)."""

import numpy as np
import pytest

from trigpoint.estimates import agreement as ag

ABSTRACTORS = np.array([[13, 0, 0], [0, 20, 7], [0, 4, 56]])
DIAGNOSIS = np.array([[40, 6, 4, 15], [4, 25, 1, 5], [4, 2, 21, 9], [17, 13, 12, 45]])
X = np.nan
#: Krippendorff's own example: twelve cases, four graders, grades 1 to 5, some not graded.
FOUR = np.array([
    [1, 1, X, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [X, 5, 5, 5], [X, X, 1, 1], [X, X, 3, X],
]) - 1  # fmt: skip


@pytest.mark.parametrize(
    ("table", "how", "weights", "value", "error"),
    [
        (ABSTRACTORS, "kappa", "none", 0.7964094022, 0.05891071833),
        (ABSTRACTORS, ag.scott_pi, "none", 0.7962396962, 0.05905473331),
        (ABSTRACTORS, ag.gwet_ac, "none", 0.8493305482, 0.04321746752),
        (ABSTRACTORS, ag.brennan_prediger, "none", 0.835, 0.04693346354),
        (ABSTRACTORS, ag.krippendorff_alpha, "none", 0.7972584977, 0.05905473331),
        (ABSTRACTORS, ag.percent_agreement, "none", 0.89, 0.03128897569),
        (DIAGNOSIS, "kappa", "quadratic", 0.3831859441, 0.06579469581),
        (DIAGNOSIS, "kappa", "linear", 0.406810874, 0.05338805071),
        (DIAGNOSIS, "kappa", "none", 0.4315007758811794, 0.045969181562379),
        (DIAGNOSIS, ag.gwet_ac, "quadratic", 0.2985729967, 0.07517947767),
        (DIAGNOSIS, ag.gwet_ac, "linear", 0.3770678836, 0.056064569),
        (DIAGNOSIS, ag.krippendorff_alpha, "quadratic", 0.3834159479, 0.06605896837),
        (DIAGNOSIS, ag.krippendorff_alpha, "linear", 0.4068839253, 0.05366890654),
        (FOUR, ag.krippendorff_alpha, "none", 0.743421052631579, None),
        (FOUR, ag.krippendorff_alpha, "ordinal", 0.83364, None),
        (FOUR, ag.krippendorff_alpha, "quadratic", 0.8491071428571428, None),
        (FOUR, ag.gwet_ac, "none", 0.77544, 0.14295),
        (FOUR, ag.gwet_ac, "ordinal", 0.89894, 0.1069),
        (FOUR, ag.gwet_ac, "quadratic", 0.914, 0.10396),
        (FOUR, ag.scott_pi, "none", 0.76117, 0.15302),
        (FOUR, ag.conger_kappa, "none", 0.76282, 0.14917),
        (FOUR, ag.percent_agreement, "none", 0.8181818182, 0.12561),
    ],
)  # fmt: skip
def test_published(
    table: np.ndarray, how: object, weights: str, value: float, error: float | None
) -> None:
    """Value and standard error to the digits printed; None: no error is published."""
    if how == "kappa":
        found = ag.cohen_kappa(table, weights)
    elif table is FOUR:
        found = how(FOUR, 5, weights)
    else:
        found = how(ag.cases_of(table), len(table), weights)
    assert found.value == pytest.approx(value, abs=5.1e-6)
    if error is not None:
        assert found.error == pytest.approx(error, abs=5.1e-6)


def test_alpha_s_error_with_uneven_gradings() -> None:
    """The published error of the one example with gaps is 0.13107: near, not the same."""
    found = ag.krippendorff_alpha(FOUR, 5, "ordinal")
    assert found.error == pytest.approx(0.13107, rel=1e-3)


def test_conger_is_cohen_for_two() -> None:
    """Two graders without gaps: Conger's kappa is Cohen's."""
    for table in (ABSTRACTORS, DIAGNOSIS):
        one = ag.conger_kappa(ag.cases_of(table), len(table), "linear")
        other = ag.cohen_kappa(table, "linear")
        assert one.value == pytest.approx(other.value, abs=1e-12)
        assert one.error == pytest.approx(other.error, rel=1e-9)


def test_conger_needs_every_grader() -> None:
    """Somebody who graded nothing has no habits."""
    with pytest.raises(ValueError, match="every grader"):
        ag.conger_kappa(np.array([[0.0, 1.0, X], [1.0, 1.0, X]]), 2)


def test_kappa_falls_apart_where_nearly_all_are_alike_and_ac_does_not() -> None:
    """Ninety-six of a hundred agreed on, and kappa says nothing agrees."""
    table = np.array([[96, 2], [2, 0]])
    assert ag.cohen_kappa(table).value < 0
    assert ag.gwet_ac(ag.cases_of(table), 2).value > 0.9


def test_what_cannot_be_told_is_refused() -> None:
    """No case graded twice; a grade that is none; a weighting nobody knows."""
    with pytest.raises(ValueError, match="graded twice"):
        ag.gwet_ac(np.array([[0, X], [X, 1]]), 2)
    with pytest.raises(ValueError, match="numbers from 0 to 1"):
        ag.gwet_ac(np.array([[0, 2]]), 2)
    with pytest.raises(ValueError, match="no weighting"):
        ag.weighting(3, "cubic")
    with pytest.raises(ValueError, match="square table"):
        ag.cohen_kappa(np.array([[1, 2, 3]]))


def test_krippendorff_s_own_ordinal_metric() -> None:
    """As the package `krippendorff` 0.9.0 gives it; Gwet's weights give 0.83364."""
    found = ag.krippendorff_ordinal(FOUR, 5)
    assert found == pytest.approx(0.8153875037548814, abs=5e-11)
