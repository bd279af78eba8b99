"""Shares with intervals as rows: for the chart, and for the table beneath it."""

from collections.abc import Sequence
from typing import Any

from trigpoint.estimates.estimate import Estimate
from trigpoint.publication.parts import Column, Prose, Table, prose
from trigpoint.publication.wording import count, interval, percent


def share_row(name: str, share: Estimate, *, risk: bool = False) -> dict[str, Any]:
    """One row of the chart of shares; refuses a share of nothing."""
    assert share.value is not None
    return {
        "name": name,
        "value": share.value,
        "low": share.low,
        "high": share.high,
        "label": f"{percent(share.value)} of {count(share.of)}",
        "risk": risk,
    }


def share_cells(share: Estimate) -> tuple[Prose, ...]:
    """The share, its interval, and of how many."""
    if share.value is None:
        return prose("none"), (), prose("0")
    return prose(percent(share.value)), prose(interval(share)), prose(count(share.of))


def share_table(
    caption: str, first: str, rows: Sequence[tuple[str, Estimate]]
) -> Table:
    """The table beneath a chart of shares."""
    return Table(
        caption=caption,
        columns=(
            Column(name=first),
            Column(name="Number", number=True),
            Column(name="Share", number=True),
            Column(name="95% interval", number=True),
            Column(name="Of", number=True),
        ),
        rows=tuple(
            (prose(name), prose(count(share.count)), *share_cells(share))
            for name, share in rows
        ),
        beneath_chart=True,
    )
