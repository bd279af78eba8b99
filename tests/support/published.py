"""Every interval and coefficient published in the reference files, beside our own."""

import csv
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trigpoint.estimates import agreement as ag
from trigpoint.estimates import survey
from trigpoint.estimates.difference import Z95, miettinen_nurminen, newcombe
from trigpoint.estimates.verdict_and_sample import (
    Graded,
    post_stratified,
    prediction_powered,
)

KINDS = ("E", "H", "M")
SIZES = np.array([4421, 755, 1018])


@dataclass(frozen=True, slots=True)
class Checked:
    """A published number as printed, and ours. `known`: why ours is known to differ."""

    what: str
    printed: str
    ours: float
    known: str = ""

    @property
    def kept(self) -> bool:
        """Whether ours rounds to what is printed, to the digits printed."""
        text = self.printed.strip()
        digits = len(text.split(".")[1]) if "." in text else 0
        # A printed number carries up to half of its last digit; long ones are floats.
        half = max(0.5 * 10.0**-digits, 2e-13)
        return abs(self.ours - float(text)) <= half * 1.0001


Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """The rows of a reference file."""
    with path.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def checked(folder: Path) -> list[Checked]:
    """Every published number that these files hold."""
    parts = (_differences, _agreement, _survey, _sample)
    return [one for part in parts for one in part(folder)]


# --- rd_examples.csv --------------------------------------------------------------


def _differences(folder: Path) -> Iterator[Checked]:
    for row in rows(folder / "rd_examples.csv"):
        # The file gives 1 minus 2; ours is after minus before.
        second, first = ((int(row[f"x{n}"]), int(row[f"n{n}"])) for n in (1, 2))
        found = {
            "mn": miettinen_nurminen(first, second),
            "mee": miettinen_nurminen(first, second, mee=True),
            "newcombe10": newcombe(first, second),
        }
        for name, one in found.items():
            for end, value in (("lo", one.low), ("hi", one.high)):
                if row[f"{name}_{end}"]:
                    what = (
                        f"{second[0]}/{second[1]} v {first[0]}/{first[1]} {name} {end}"
                    )
                    yield Checked(what, row[f"{name}_{end}"], value or 0.0)


# --- agree_expected.csv -----------------------------------------------------------

Coefficient = Callable[[np.ndarray, int, str], ag.Agreement]
_COEFFICIENTS: dict[str, Coefficient] = {
    "Scott pi": ag.scott_pi,
    "Fleiss kappa": ag.scott_pi,
    "Gwet AC1": ag.gwet_ac,
    "Gwet AC2": ag.gwet_ac,
    "Brennan-Prediger": ag.brennan_prediger,
    "Krippendorff alpha": ag.krippendorff_alpha,
    "percent agreement": ag.percent_agreement,
    "Conger kappa": ag.conger_kappa,
}
_WEIGHTS = {
    "nominal": "none",
    "ordinal (Gwet weights)": "ordinal",
    "interval = quadratic": "quadratic",
}
_ROUND_Z = "printed with the quantile cut to 1.959964: 1e-9 off"
_SINGLE = "printed with weights in single precision: 5e-7 off"
_UNEVEN = "linearised error, unequal numbers of gradings: 0.06% off"


def _agreement(folder: Path) -> Iterator[Checked]:
    for row in rows(folder / "agree_expected.csv"):
        what = f"{row['table']} {row['coefficient']} {row['weights']}"
        grades, size, table = _gradings(folder / f"{row['table']}.csv")
        if "Krippendorff metric" in row["weights"]:
            yield Checked(what, row["value"], ag.krippendorff_ordinal(grades, size))
            continue
        weights = _WEIGHTS.get(row["weights"], row["weights"])
        if row["coefficient"] == "Cohen kappa":
            found = ag.cohen_kappa(table, weights)
        else:
            found = _COEFFICIENTS[row["coefficient"]](grades, size, weights)
        yield Checked(what, row["value"], found.value)
        if row["se"]:
            uneven = row["table"] == "agree_raw4raters" and "alpha" in what
            known = _UNEVEN if uneven else ""
            yield Checked(f"{what} s.e.", row["se"], found.error, known)


def _gradings(path: Path) -> tuple[np.ndarray, int, np.ndarray]:
    """(cases x graders, how many grades, the two-grader table where the file is one)."""
    with path.open(newline="", encoding="utf-8") as handle:
        lines = list(csv.reader(handle))
    if "raw" in path.stem:
        given = [[_number(cell) for cell in line] for line in lines[1:]]
        grades = np.array(given)
        keep = [n for n in range(grades.shape[1]) if np.nanmax(grades[:, n]) <= 5]
        return grades[:, keep[-4:]] - 1, 5, np.zeros((1, 1))
    numbers = [[cell for cell in line if cell.strip('" ').isdigit()] for line in lines]
    cells = np.array([[int(n) for n in line] for line in numbers if line])
    size = len(cells)
    table = cells[:, -size:]
    return ag.cases_of(table), size, table


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return math.nan


# --- survey_expected.csv ----------------------------------------------------------


class _Schools:
    """One drawn sample of schools."""

    def __init__(self, path: Path, *, stratified: bool) -> None:
        given = rows(path)
        self.grades, self.before, self.pupils = (
            np.array([float(row[name]) for row in given])
            for name in ("api00", "api99", "enroll")
        )
        self.kinds = np.array([KINDS.index(row["stype"]) for row in given])
        self.strata = self.kinds if stratified else np.zeros(len(given), int)
        sizes = SIZES if stratified else np.array([SIZES.sum()])
        self.sample = survey.Sample(stratum=self.strata, sizes=sizes)
        self.degrees = len(given) - len(sizes)
        self.ones = np.ones(len(given))


_TOTAL_BEFORE = 3_914_069.0


def _survey(folder: Path) -> Iterator[Checked]:
    strata = _Schools(folder / "survey_apistrat.csv", stratified=True)
    simple = _Schools(folder / "survey_apisrs.csv", stratified=False)
    for row in rows(folder / "survey_expected.csv"):
        drawn = strata if row["design"].startswith("strata") else simple
        what = f"{row['design']}: {row['quantity']}"
        found, ends = _estimate(drawn, row)
        yield Checked(what, row["estimate"], found.value)
        if row["se"]:
            yield Checked(f"{what} s.e.", row["se"], found.error)
        for name, end in zip(("lower", "upper"), ends, strict=True):
            if row[name]:
                known = _SINGLE if row["quantity"] == "mean api00" else ""
                yield Checked(f"{what} {name}", row[name], end, known)


def _estimate(
    drawn: _Schools, row: Row
) -> tuple[survey.SurveyEstimate, tuple[float, float]]:
    design, quantity = row["design"], row["quantity"]
    if quantity.startswith("share"):
        marks = drawn.grades > 600 if "api00" in quantity else drawn.kinds == 0
        share = survey.mean(drawn.sample, marks)
        if "beta" in quantity:
            return share, survey.beta_interval(share, drawn.degrees, len(marks))
        return share, survey.logit_interval(share, drawn.degrees)
    values = drawn.pupils if "enroll" in quantity else drawn.grades
    found = _total(drawn, design, values)
    if quantity.startswith("mean"):
        whole = float(SIZES.sum())
        found = survey.SurveyEstimate(
            value=found.value / whole, error=found.error / whole
        )
    half = (float(row["upper"]) - float(row["lower"])) / 2 if row["upper"] else 0.0
    if half:
        half = Z95 * found.error
    return found, (found.value - half, found.value + half)


def _total(drawn: _Schools, design: str, values: np.ndarray) -> survey.SurveyEstimate:
    if "post-stratified" in design:
        return survey.post_stratified_total(drawn.sample, values, drawn.kinds, SIZES)
    if "GREG" not in design:
        return survey.total(drawn.sample, values)
    known, totals = [drawn.ones], [float(SIZES.sum())]
    if "stype" in design:
        known += [(drawn.kinds == n).astype(float) for n in (1, 2)]
        totals += [float(SIZES[n]) for n in (1, 2)]
    known.append(drawn.before)
    totals.append(_TOTAL_BEFORE)
    return survey.greg_total(
        drawn.sample, values, np.column_stack(known), np.array(totals)
    )


# --- ppi_expected.csv -------------------------------------------------------------


def _sample(folder: Path) -> Iterator[Checked]:
    for row in rows(folder / "ppi_expected.csv"):
        method = row["method"]
        value, error, low, high = _by_method(row, method)
        short = method.split(";")[0]
        yield Checked(short, row["estimate"], value)
        if row["lower95"]:
            known = _ROUND_Z if method.startswith("difference") else ""
            yield Checked(f"{short} lower", row["lower95"], low, known)
            yield Checked(f"{short} upper", row["upper95"], high, known)
        if "se " in method:
            yield Checked(f"{short} s.e.", method.rsplit("se ", 1)[1], error)


def _by_method(row: Row, method: str) -> tuple[float, float, float, float]:
    """(value, error, low, high) by our own estimators."""
    y1f1, y1f0, y0f1, y0f0 = (
        int(row[name]) for name in ("y1f1", "y1f0", "y0f1", "y0f0")
    )
    flagged = int(row["flagged_ungraded"]) + y1f1 + y0f1
    whole = int(row["N_ungraded"]) + int(row["n_graded"])
    graded = Graded(
        flagged=(y1f1, y1f1 + y0f1), unflagged=(y1f0, y1f0 + y0f0),
        flagged_in_all=flagged, unflagged_in_all=whole - flagged,
    )  # fmt: skip
    if method.startswith("PPI"):
        value, low, high = prediction_powered(graded, tuned="++" in method)
        return value, 0.0, low, high
    if method.startswith("post-stratified"):
        return post_stratified(graded).value or 0.0, 0.0, 0.0, 0.0
    cells = [(1, 1), (1, 0), (0, 1), (0, 0)]
    pairs = np.repeat(np.array(cells, float), [y1f1, y1f0, y0f1, y0f0], axis=0)
    people, machine = pairs[:, 0], pairs[:, 1]
    sample = survey.Sample(stratum=np.zeros(len(pairs), int), sizes=np.array([whole]))
    if method.startswith("graded cases only"):
        # The package's variance divides by n, ours by n - 1.
        found = survey.mean(sample, people, finite=False)
        error = found.error * math.sqrt((len(pairs) - 1) / len(pairs))
        return _normal(found.value, error)
    if method.startswith("difference"):
        found = survey.mean(sample, people - machine)
        return _normal(found.value + flagged / whole, found.error)
    known = np.column_stack([np.ones(len(pairs)), machine])
    totals = np.array([whole, float(flagged)])
    found = survey.greg_mean(sample, people, known, totals, textbook=True)
    return _normal(found.value, found.error)


def _normal(value: float, error: float) -> tuple[float, float, float, float]:
    return value, error, value - Z95 * error, value + Z95 * error
