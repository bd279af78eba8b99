"""Serious allocations: to whom, accredited that day or not, and supervised or not."""

from collections import Counter
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.findings import rates

ALLOCATION = "accredited-investigator-allocation"
SUPERVISION = "investigation-supervisor-review"
#: What an allocation can be, most skilled first.
KINDS = (
    "accredited that day",
    "not accredited, supervised",
    "not accredited, not supervised",
    "not accredited, supervision not known",
    "accreditation not known",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocations:
    """Serious allocations by month (YYYY-MM) and kind (of `KINDS`)."""

    by_month: dict[str, Counter[str]]

    @property
    def totals(self) -> Counter[str]:
        """All months together."""
        return sum(self.by_month.values(), Counter())


def allocations(judgements: pa.Table) -> Allocations:
    """Every serious allocation; empty where none was judged."""
    given = judgements.filter(pc.equal(judgements["standard"], ALLOCATION))
    reviewed = judgements.filter(pc.equal(judgements["standard"], SUPERVISION))
    supervised = dict(
        zip(
            zip(
                reviewed["child"].to_pylist(),
                reviewed["occasion"].to_pylist(),
                strict=True,
            ),
            reviewed["outcome"].to_pylist(),
            strict=True,
        )
    )
    found: dict[str, Counter[str]] = {}
    rows = zip(
        rates.months(given["triggered_at"]).to_pylist(),
        given["child"].to_pylist(),
        given["occasion"].to_pylist(),
        given["outcome"].to_pylist(),
        strict=True,
    )
    for month, child, occasion, outcome in rows:
        kind = _kind(outcome, supervised.get((child, occasion), ""))
        if kind:
            found.setdefault(rates.month_name(month), Counter())[kind] += 1
    return Allocations(by_month=dict(sorted(found.items())))


def _kind(outcome: str, review: str) -> str:
    """The kind of one allocation; "" where the duty was excepted or is not yet due."""
    if outcome == "met":
        return KINDS[0]
    if outcome == "cannot_tell":
        return KINDS[4]
    if outcome not in ("late", "missed"):
        return ""
    if review in ("met", "late"):
        return KINDS[1]
    return KINDS[2] if review == "missed" else KINDS[3]
