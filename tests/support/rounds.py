"""Rounds made of a few numbers, for the tests of reviews."""

import numpy as np

from trigpoint.reviews.cases import Round
from trigpoint.reviews.record import NO_RECORD, Record


def made(
    risk: int, cases: int, *, procedural: int = 0, unclear: int = 0, on_paper: int = 0,
    occasions: int = 2, days: float = 300.0, met: int = 0, met_on_paper: int = 0,
    excepted: int = 0, untold: int = 0, risk_early: float = 0.5,
    met_back_dated: int = 0, unsettled: int = 0, any_on_paper: int = 0,
    record: Record = NO_RECORD,
) -> Round:  # fmt: skip
    """Cases in this order: risk, procedural, unclear, on paper, unsettled, any on paper,
    and the rest."""
    place = np.arange(cases)
    parts = [risk, procedural, unclear, on_paper, unsettled, any_on_paper]
    ends = np.cumsum(parts)
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
        unsettled=(place >= ends[1]) & (place < ends[2])
        | (place >= ends[3]) & (place < ends[4]),
        any_on_paper=(place >= ends[2]) & (place < ends[3])
        | (place >= ends[4]) & (place < ends[5]),
        areas={"contact": (risk, cases)},
        days=days,
        met=met or cases,
        met_on_paper=met_on_paper,
        met_back_dated=met_back_dated or met_on_paper,
        excepted=excepted,
        untold=untold,
        all=cases * occasions,
        children=tuple(f"C{number:04d}" for number in range(cases)),
        record=record,
    )
