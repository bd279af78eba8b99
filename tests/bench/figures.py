"""One measured figure, with its limit, and how figures are printed."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `limit` None: shown for comparison (a peer), never judged."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    peer: str = ""

    @property
    def missed(self) -> bool:
        """True where the figure is over its limit."""
        return self.limit is not None and self.value > self.limit

    def as_dict(self) -> dict[str, object]:
        """The figure for JSON."""
        return {**asdict(self), "missed": self.missed}


def printed(figures: list[Figure]) -> str:
    """A table: name, value, limit, and whether it was kept."""
    lines = [f"{'':54s} {'measured':>14s} {'limit':>10s}"]
    for figure in figures:
        name = f"  peer: {figure.name}" if figure.peer else figure.name
        limit = "" if figure.limit is None else f"{figure.limit:g}"
        verdict = (
            "" if figure.limit is None else ("MISSED" if figure.missed else "kept")
        )
        value = f"{figure.value:.4g} {figure.unit}"
        lines.append(f"{name:54.54s} {value:>14s} {limit:>10s} {verdict}")
    return "\n".join(lines)
