"""How often things happen in an invented county, counted from its hidden truth.

Beside each stands the published figure it is held to (of England or of a force, about 2016),
for 100,000 children a year, or a share. Sources: children in need statistics 2016-17 (DfE);
missing persons data report 2015-16 and 2018-19 (UK Missing Persons Unit); children looked after
2017 (DfE); PEEL, Cumbria 2016; Thames Valley thesis (Vo 2015); Devon FOI 2017-18.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Episode


@dataclass(frozen=True, slots=True, kw_only=True)
class Marginal:
    """`found` beside `published`; `share`: of a whole, so held to points and not to parts."""

    name: str
    found: float
    published: float
    share: bool = False

    @property
    def tolerance(self) -> float:
        """Five parts in a hundred of a rate; three points of a share."""
        return 0.03 if self.share else 0.05 * self.published


def _rate(name: str, found: float, published: float) -> Marginal:
    return Marginal(name=name, found=found, published=published)


def _share(name: str, found: float, published: float) -> Marginal:
    return Marginal(name=name, found=found, published=published, share=True)


def marginals(county: County, children: int) -> list[Marginal]:
    """All of them. `children`: how many live in the county on a day."""
    return [*_council(county, children), *_missing(county, children)]


def _council(county: County, children: int) -> list[Marginal]:
    lives = county.lives
    a_year = 100_000 / children / county.years
    day = lives.start + (lives.end - lives.start) // 2
    on_plan = [
        one for one in lives.plans if one.begun <= day < (one.ended or lives.end)
    ]
    first = [
        one for one in lives.conferences if one.kind == "ICPC" and not one.cancelled
    ]
    counted = {
        "referrals": (5_480, [one.day for one in lives.referrals]),
        "assessments": (5_150, [one.begun for one in lives.assessments]),
        "section 47 enquiries": (1_570, [one.day for one in lives.enquiries]),
        "initial conferences": (650, [one.day for one in first]),
    }
    return [
        *(
            _rate(name, sum(one >= lives.start for one in days) * a_year, published)
            for name, (published, days) in counted.items()
        ),
        _rate("children on a plan on a day", len(on_plan) * 100_000 / children, 433),
        _share(
            "plans for neglect",
            _mean(one.category == "NEG" for one in lives.plans),
            0.48,
        ),
        _share("referred again in a year", _again(county), 0.22),
    ]


def _again(county: County) -> float:
    """Of referrals in the last year of the period, those with one in the year before."""
    lives, last = county.lives, dict[int, int]()
    found = []
    for one in sorted(lives.referrals, key=lambda one: one.day):
        before = last.get(one.child)
        last[one.child] = one.day
        if one.day >= lives.end - 365:
            found.append(before is not None and one.day - before <= 365)
    return _mean(found)


def _missing(county: County, children: int) -> list[Marginal]:
    """A year, as the mean of the period's years; grades are set by a regime's own knobs."""
    lives = county.lives
    own = [one for one in lives.episodes if one.reported // wall.DAY >= lives.start]
    told = [one for one in own if one.known_to_police]
    away = [one for one in own if one.in_care]
    each = 100_000 / children / round(county.years)
    years = [lives.end - 365 * (n + 1) for n in range(round(county.years))]
    cared = sum(len(_cared_for(county, since)) for since in years)
    gone = sum(len(_by_child(told, since)) for since in years)
    from_care = [n for since in years for n in _by_child(away, since).values()]
    ages = np.array(
        [county.people.age(one.child, one.reported // wall.DAY) for one in told]
    )
    short = [one.found - one.reported <= 2 * wall.DAY for one in away if one.found]
    return [
        _rate("missing incidents of children", len(told) * each, 1_360),
        _rate("children missing", gone * each, 400),
        _rate("incidents of a missing child", len(told) / gone, 3.5),
        _share("aged 12 to 17", _mean((ages >= 12) & (ages < 18)), 0.93),
        _share("aged 15 to 17", _mean((ages >= 15) & (ages < 18)), 0.58),
        _rate("looked after", cared * each, 870),
        _share("of them missing", len(from_care) / cared, 0.10),
        _rate(
            "incidents of one missing from care", sum(from_care) / len(from_care), 5.7
        ),
        _share("of them more than once", _mean(n > 1 for n in from_care), 0.62),
        _share("from care, two days or less", _mean(short), 0.89),
        _share("with a flag of exploitation", _flagged(county, told), 0.09),
    ]


def _cared_for(county: County, since: int) -> set[int]:
    """The children looked after at any time in the year from that day."""
    return {
        one.child
        for one in county.lives.care
        if one.begun < since + 365 and (one.ended or since) >= since
    }


def _by_child(episodes: list[Episode], since: int) -> Counter[int]:
    """How often each child went missing in the year from that day."""
    return Counter(
        one.child for one in episodes if since <= one.reported // wall.DAY < since + 365
    )


def _flagged(county: County, told: list[Episode]) -> float:
    """Of incidents, those of a child whom police had flagged by then."""
    since = {one.child: one.set_at for one in county.lives.flags if one.flag == "CSE"}
    return _mean(since.get(one.child, one.reported + 1) <= one.reported for one in told)


def _mean(values: Iterable[bool]) -> float:
    return float(np.mean(list(values)))
