"""The page of a review: the verdict, the pairs of intervals, the guards, the figures."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.estimates.estimate import Estimate
from trigpoint.estimates.proportion import wilson
from trigpoint.publication import review_people as people
from trigpoint.publication import review_words as words
from trigpoint.publication.charts import changes, shares
from trigpoint.publication.charts.style import Rows
from trigpoint.publication.differences import VERDICTS, change, points
from trigpoint.publication.drawing import picture
from trigpoint.publication.page import environment
from trigpoint.publication.parts import Column, Picture, Prose, Table, prose
from trigpoint.publication.review_words import Rounds
from trigpoint.publication.wording import percent
from trigpoint.reviews.compare import AreaChange, Review
from trigpoint.reviews.verdict import Share
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.version import VERSION

#: Below this an area's p after Holm is a claim.
_CLAIM = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frame of every page asks for."""

    marks: tuple[str, ...]
    version: str
    as_known: str


def write(review: Review, rounds: Rounds, data: dict[str, Any], out: Path) -> None:
    """Write review.html and review.json into the folder."""
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, indent=1, ensure_ascii=False)
    (out / "review.json").write_text(text + "\n", encoding="utf-8")
    invented = ("Invented data: no real child, officer or place",)
    page = (
        environment()
        .get_template("review.html")
        .render(
            report=Frame(
                marks=("Not for publication", *(invented if rounds.invented else ())),
                version=VERSION,
                as_known="the day of each round",
            ),
            rounds=rounds,
            verdict=VERDICTS[review.verdict],
            sentence=words.sentence(review, rounds.risk),
            reason=words.reason(review),
            second=words.second(review, rounds.procedural, rounds.note),
            errors=words.errors(review),
            picture=_pairs(review, rounds),
            guards=review.guards,
            areas=_areas(review) if review.areas else None,
            sample=_sample(review),
            graders=[people.graders_table(one) for one in review.graders],
        )
    )
    (out / "review.html").write_text(page, encoding="utf-8")


def _pairs(review: Review, rounds: Rounds) -> Picture:
    """Both primary shares before and after, on the axis from 0 to 100%."""
    rows: Rows = []
    cells = []
    for label, one, risk in (
        (f"Cases that {rounds.risk}", review.risk, True),
        (f"Cases that {rounds.procedural}", review.procedural, False),
    ):
        for which, (name, pair) in enumerate(
            (("Before", one.before), ("After", one.after))
        ):
            found = _estimate(one, which)
            if found.value is None:
                continue
            rows.append(
                {
                    "group": label, "name": name, "risk": risk,
                    "value": found.value, "low": found.low, "high": found.high,
                    "label": percent(found.value),
                }
            )  # fmt: skip
            cells.append(
                (
                    prose(label),
                    prose(name),
                    prose(f"{pair[0]:,}"),
                    prose(f"{pair[1]:,}"),
                    prose(percent(found.value)),
                    prose(
                        f"{round((found.low or 0) * 100)} to {round((found.high or 0) * 100)}"
                    ),
                )
            )
    return picture(
        slug="pairs",
        title=f"Cases that {rounds.risk}: {change(review.risk.difference)}",
        alternative=words.sentence(review, rounds.risk),
        describe=lambda width: shares.describe(rows, width=width, group="group"),
        table=_figures(cells),
    )


def _estimate(one: Share, which: int) -> Estimate:
    """A round's share with its own 95% interval: Wilson's, or a drawn sample's."""
    pair = (one.before, one.after)[which]
    value = (one.difference.before, one.difference.after)[which]
    if one.rounds is None or value is None:
        return wilson(*pair)
    low, high = one.rounds[which]
    return Estimate(value=value, low=low, high=high, method="drawn sample, fpc",
                    count=pair[0], of=pair[1])  # fmt: skip


def _sample(review: Review) -> dict[str, Any] | None:
    if review.sample is None:
        return None
    return {
        "sentence": people.sample_sentence(review.sample),
        "table": people.sample_table(review.sample),
    }


def _figures(cells: list[tuple[Prose, ...]]) -> Table:
    return Table(
        caption="Cases before and after, with the 95% interval of each share",
        columns=(
            Column(name="Share"),
            Column(name="Round"),
            Column(name="Cases so found", number=True),
            Column(name="Cases", number=True),
            Column(name="Share", number=True),
            Column(name="95% interval", number=True),
        ),
        rows=tuple(cells),
        beneath_chart=True,
    )


def _areas(review: Review) -> Picture:
    """The areas as differences with intervals; what Holm lets one claim takes the accent."""
    known = [one for one in review.areas if one.share.difference.value is not None]
    sure = [one for one in known if one.claim < _CLAIM]
    rows: Rows = [
        {
            "name": Area(one.area).label, "clear": one.claim < _CLAIM,
            "value": one.share.difference.value, "low": one.share.difference.low,
            "high": one.share.difference.high, "label": change(one.share.difference),
            "short": points(one.share.difference.value or 0.0),
        }
        for one in known
    ]  # fmt: skip
    return picture(
        slug="areas",
        title=_areas_title(sure),
        alternative="; ".join(
            f"{Area(one.area).label}: {change(one.share.difference)}" for one in known
        ),
        describe=lambda width: changes.describe(rows, width=width),
        table=_area_table(review),
    )


def _areas_title(sure: list[AreaChange]) -> str:
    if not sure:
        return "By area: no difference that many looks at once would let one claim"
    said = [
        f"{Area(one.area).label} {change(one.share.difference)}"
        for one in sorted(sure, key=lambda one: one.claim)
    ]
    return f"By area, clear after many looks at once: {'; '.join(said)}"


def _area_table(review: Review) -> Table:
    return Table(
        caption="By area: cases with something late or missed, of those with an occasion there",
        columns=(
            Column(name="Area"),
            Column(name="Before"),
            Column(name="After"),
            Column(name="Difference (97.5%)", number=True),
            Column(name="p, Holm", number=True),
            Column(name="p, Benjamini-Hochberg", number=True),
        ),
        rows=tuple(
            (
                prose(Area(one.area).label),
                prose(_round(one.share, 0)),
                prose(_round(one.share, 1)),
                prose(change(one.share.difference)),
                prose(_p(one.claim)),
                prose(_p(one.exploring)),
            )
            for one in review.areas
        ),
        note="Holm's p is for a claim about an area, Benjamini-Hochberg's for exploring.",
        beneath_chart=True,
    )


def _p(chance: float) -> str:
    return "under 0.001" if chance < 0.001 else f"{chance:.3f}"


def _round(share: Share, which: int) -> str:
    return words.round_share((share.before, share.after)[which])
