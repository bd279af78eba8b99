"""Rounds made of a few numbers, for the tests of reviews."""

import numpy as np

from trigpoint.reviews.cases import Round


def made(
    risk: int, cases: int, *, procedural: int = 0, unclear: int = 0, on_paper: int = 0,
    occasions: int = 2, days: float = 300.0, met: int = 0, met_on_paper: int = 0,
    excepted: int = 0, untold: int = 0, risk_early: float = 0.5,
) -> Round:  # fmt: skip
    """Cases in this order: risk, procedural, unclear, on paper, and the rest."""
    place = np.arange(cases)
    ends = np.cumsum([risk, procedural, unclear, on_paper])
    early = np.where(
        place < risk, place < risk * risk_early, (place - risk) < (cases - risk) / 2
    )
    return Round(
        risk=place < ends[0],
        procedural=(place >= ends[0]) & (place < ends[1]),
        unclear=(place >= ends[1]) & (place < ends[2]),
        on_paper=(place >= ends[2]) & (place < ends[3]),
        occasions=np.full(cases, occasions),
        told=np.ones(cases, dtype=bool),
        missing=np.zeros(cases, dtype=bool),
        early=early,
        areas={"contact": (risk, cases)},
        days=days,
        met=met or cases,
        met_on_paper=met_on_paper,
        excepted=excepted,
        untold=untold,
        all=cases * occasions,
    )
