"""Rates: how often each duty was met, in all, by district, by month, and by both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.findings.finding import Counts, Finding

#: The groupings of findings.json: totals first.
GROUPINGS: tuple[tuple[str, ...], ...] = (
    (),
    ("district",),
    ("month",),
    ("district", "month"),
)
_KEYS = ("standard", "area", "duty_holder")


def findings(
    judgements: pa.Table, by: Sequence[tuple[str, ...]] = GROUPINGS
) -> list[dict[str, object]]:
    """The objects of findings.json, one per standard and group, in the order of `by`."""
    return [found.as_row() for found in find(judgements, by)]


def find(
    judgements: pa.Table, by: Sequence[tuple[str, ...]] = GROUPINGS
) -> list[Finding]:
    """The same as `Finding`s; sorted by standard, district and month within a grouping."""
    for grouping in by:
        unknown = set(grouping) - {"district", "month"}
        if unknown:
            msg = f"Findings go by district or month, not by {sorted(unknown)}."
            raise ValueError(msg)
    finest = list(_finest(judgements))
    return [found for grouping in by for found in _grouped(finest, grouping)]


def months(triggered: pa.ChunkedArray) -> pa.ChunkedArray:
    """The London month of each instant, as year * 12 + month - 1."""
    local = triggered.cast(pa.timestamp("us", tz="Europe/London"))
    return pc.add(
        pc.multiply(pc.year(local), 12), pc.subtract(pc.month(local), 1)
    ).cast(pa.int32())


def month_name(number: int) -> str:
    """`months` in the words of findings.json: YYYY-MM."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def total(found: Iterable[Finding]) -> Counts:
    """All the counts together."""
    counts = Counts()
    for finding in found:
        counts = counts + finding.counts
    return counts


def _finest(judgements: pa.Table) -> Iterator[tuple[tuple[object, ...], str, int]]:
    """Each (standard, area, duty holder, district, month), an outcome, and how many."""
    table = judgements.select([*_KEYS, "district", "outcome"]).append_column(
        "month", months(judgements["triggered_at"])
    )
    names = [*_KEYS, "district", "month", "outcome"]
    counted = table.group_by(names).aggregate([([], "count_all")])
    columns = [counted[name].to_pylist() for name in names]
    sizes = counted["count_all"].to_pylist()
    for *group, outcome, size in zip(*columns, sizes, strict=True):
        yield tuple(group), outcome, size


def _grouped(
    finest: Iterable[tuple[tuple[object, ...], str, int]], grouping: tuple[str, ...]
) -> Iterator[Finding]:
    sums: dict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    for (standard, area, holder, district, month), outcome, size in finest:
        key: tuple[object, ...] = (
            standard,
            area,
            holder,
            district if "district" in grouping else None,
            month if "month" in grouping else None,
        )
        sums[key][outcome] = sums[key].get(outcome, 0) + size
    for key in sorted(sums, key=_order):
        standard, area, holder, district, month = key
        yield Finding(
            standard=str(standard),
            area=str(area),
            duty_holder=str(holder),
            district=None if district is None else str(district),
            month=None if month is None else month_name(int(str(month))),
            counts=Counts(**sums[key]),
        )


def _order(key: tuple[object, ...]) -> tuple[str, ...]:
    *words, month = key
    return (*(str(word or "") for word in words), f"{month or 0:>8}")
