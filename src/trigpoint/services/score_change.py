"""Whether a run sees the change of an invented force, or is taken in by a decoy."""

from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.reviews.cases import Round, round_of
from trigpoint.reviews.compare import compare
from trigpoint.reviews.record import record_of
from trigpoint.services.run_folder import Run
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Fault
from trigpoint.timekeeping import london

#: The regimes that change practice on 1 June 2017, or seem to: what a review must not say,
#: or must, of the months before it and those after the two months that follow.
_CHANGES = date(2017, 6, 1)
_SETTLED = date(2017, 8, 1)
_MUST = {"change": {"improved"}}
_MUST_NOT = {
    "decoy-nothing": {"improved", "deteriorated"},
    "decoy-records": {"improved"},
    "decoy-volume": {"deteriorated"},
}


def change(run: Run, regime: str) -> dict[str, Any]:
    """The verdict over the two parts of the run, and whether it is the right one."""
    if regime not in _MUST and regime not in _MUST_NOT:
        return {"regime": regime, "changes": False}
    judged = pq.read_table(run.folder / "judgements.parquet")
    moments = judged["triggered_at"].cast(pa.int64())
    if not len(judged):
        return {"regime": regime, "changes": True, "verdict": None, "right": None}
    edges = (pc.min(moments).as_py(), pc.max(moments).as_py() + 1)
    windows = (
        (edges[0], london.day_start(_CHANGES)),
        (london.day_start(_SETTLED), edges[1]),
    )
    review = compare(*(_round(run, judged, moments, window) for window in windows))
    said = review.verdict.value
    right = said in _MUST[regime] if regime in _MUST else said not in _MUST_NOT[regime]
    return {
        "regime": regime,
        "changes": True,
        "verdict": said,
        "right": right,
        "guards_fired": [one.name for one in review.guards if one.fired],
    }


def _round(
    run: Run, judged: pa.Table, moments: pa.ChunkedArray, window: tuple[int, int]
) -> Round:
    inside = pc.and_(pc.greater_equal(moments, window[0]), pc.less(moments, window[1]))
    entered = run.log.group_by("event").aggregate([("recorded", "min")])
    standards = all_standards()
    return round_of(
        judged.filter(inside),
        entered.rename_columns(["event", "recorded"]),
        holder="POLICE",
        standards=[one.slug for one in standards],
        may_be_risk=[
            one.slug
            for one in standards
            if one.fault is Fault.RISK or one.becomes_risk is not None
        ],
        window=window,
        record=record_of(run.log, holder="POLICE", window=window),
    )
