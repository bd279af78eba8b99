"""A round as cases: each child with an occasion, and what the judgements say of it.

A case is a child with at least one occasion of the agency's duties in the window. It is R
if any late or missed duty left a child at risk, P if only procedure failed. It is
unclear where no risk failed but a duty that may be one cannot be told. Shares are of the
cases of which something can be told; the others enter the bounds.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.reviews.record import NO_RECORD, Record
from trigpoint.timekeeping.london import DAY

#: Duties about a record, which are no occasion on which a child needed something.
NOT_OCCASIONS = frozenset({"ethnicity-recorded"})
#: A duty met whose act was entered so long after it fell due was met on paper: nobody could
#: have seen it in time. Microseconds.
WRITTEN_UP_AFTER = 7 * DAY
#: A day late an entry may be and still be one of its time; later, it was dated back.
DATED_BACK_AFTER = DAY
_COUNTED = ("met", "late", "missed", "excepted", "cannot_tell")


class Of(StrEnum):
    """Of which primary share something is said."""

    RISK = "risk"
    PROCEDURAL = "procedural"


@dataclass(frozen=True, slots=True)
class Seen:
    """Cases that are `found`; that are so for `sure`, or `perhaps`, were all told; and that
    would be if what was met on paper only counted as not done."""

    found: np.ndarray
    sure: np.ndarray
    perhaps: np.ndarray
    on_paper: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round. Arrays have one entry a case; counts are of occasions.

    `risk`, `procedural` (and no risk), `unclear` (and no risk), `on_paper` (no risk, but a
    duty that may be one was met on paper only), `occasions` of the case, `told`: some
    could be told, `missing`: some were about a missing child, `early`: its first occasion
    lay in the first half of the window. `unsettled`: no fault at all, but a duty cannot be told;
    `any_on_paper`: no fault at all, but a duty was met on paper only. `children`: who.
    `areas`: area -> (cases with something late or missed, cases of which something is told).
    `days`: length of the window. `met`, `met_on_paper`, `met_back_dated`, `excepted`, `untold`,
    `all`. `record`: how it was written down.
    """

    risk: np.ndarray
    procedural: np.ndarray
    unclear: np.ndarray
    on_paper: np.ndarray
    occasions: np.ndarray
    told: np.ndarray
    missing: np.ndarray
    early: np.ndarray
    unsettled: np.ndarray
    any_on_paper: np.ndarray
    areas: dict[str, tuple[int, int]]
    days: float
    met: int
    met_on_paper: int
    met_back_dated: int
    excepted: int
    untold: int
    all: int
    children: tuple[str, ...] = ()
    record: Record = NO_RECORD

    @property
    def cases(self) -> int:
        """How many."""
        return len(self.risk)

    def count(self, marks: np.ndarray) -> tuple[int, int]:
        """(how many are so marked, how many cases), of which something is told."""
        return int((marks & self.told).sum()), int(self.told.sum())

    def seen_as(self, of: Of) -> Seen:
        """The marks of one primary share."""
        if of is Of.RISK:
            return Seen(self.risk, self.risk, self.unclear, self.on_paper)
        # A case with procedural faults may be one of risk, once all can be told.
        sure = self.procedural & ~self.unclear
        return Seen(
            self.procedural, sure, self.unsettled | self.procedural, self.any_on_paper
        )

    def reach(self, of: Of = Of.RISK) -> tuple[float, float]:
        """The least and greatest share, were all that cannot be told known."""
        if not self.cases:
            return 0.0, 1.0
        seen = self.seen_as(of)
        most = seen.sure | seen.perhaps
        return int(seen.sure.sum()) / self.cases, int(most.sum()) / self.cases


def round_of(
    judgements: pa.Table,
    recorded: pa.Table,
    *,
    holder: str,
    standards: Collection[str],
    may_be_risk: Collection[str],
    window: tuple[int, int],
    record: Record = NO_RECORD,
) -> Round:
    """The cases of a run (judgements.parquet).

    `recorded`: event and when it was first entered (instants). `standards`: those that
    both rounds judged alike. `may_be_risk`: those whose fault can be risk. `window`: the
    occasions looked at, as instants. `record`: how the agency keeps its record then.
    """
    rows = _Rows(judgements, recorded, holder, set(standards) - NOT_OCCASIONS)
    late = rows.is_in("outcome", ("late", "missed"))
    risky = rows.is_in("standard", may_be_risk)
    risk = rows.any(late & rows.is_in("fault", ("risk",)))
    middle = (window[0] + window[1]) // 2
    return Round(
        risk=risk,
        procedural=rows.any(late) & ~risk,
        unclear=rows.any(rows.is_in("outcome", ("cannot_tell",)) & risky) & ~risk,
        on_paper=rows.any(rows.on_paper & risky) & ~risk,
        occasions=np.bincount(rows.case, minlength=rows.size),
        told=rows.any(~rows.is_in("outcome", ("cannot_tell",))),
        missing=rows.any(rows.is_in("area", ("missing",))),
        early=rows.any(rows.triggered < middle),
        unsettled=rows.any(rows.is_in("outcome", ("cannot_tell",))) & ~rows.any(late),
        any_on_paper=rows.any(rows.on_paper) & ~rows.any(late),
        areas=rows.areas(late),
        days=(window[1] - window[0]) / DAY,
        met=rows.number("met"),
        met_on_paper=int(rows.on_paper.sum()),
        met_back_dated=int(rows.back_dated.sum()),
        excepted=rows.number("excepted"),
        untold=rows.number("cannot_tell"),
        all=len(rows.case),
        children=rows.children,
        record=record,
    )


class _Rows:
    """The judgements that count, with the number of each one's case."""

    def __init__(
        self,
        judgements: pa.Table,
        recorded: pa.Table,
        holder: str,
        standards: Collection[str],
    ) -> None:
        kept = judgements.filter(
            pc.and_(
                pc.equal(judgements["duty_holder"], holder),
                pc.and_(
                    pc.is_in(
                        judgements["standard"], pa.array(sorted(standards), pa.string())
                    ),
                    pc.is_in(judgements["outcome"], pa.array(_COUNTED)),
                ),
            )
        )
        self.table = kept
        children = kept["child"].combine_chunks().dictionary_encode()
        self.case = children.indices.to_numpy(zero_copy_only=False)
        self.size = len(children.dictionary)
        self.children = tuple(children.dictionary.to_pylist())
        self.triggered = _instants(kept["triggered_at"])
        behind = self._behind(recorded)
        self.on_paper = behind > WRITTEN_UP_AFTER
        self.back_dated = behind > DATED_BACK_AFTER

    def is_in(self, column: str, values: Collection[str]) -> np.ndarray:
        """Which rows hold one of the values."""
        wanted = pa.array(sorted(values), pa.string())
        return pc.is_in(self.table[column], wanted).to_numpy(zero_copy_only=False)

    def number(self, outcome: str) -> int:
        """How many rows have the outcome."""
        return int(self.is_in("outcome", (outcome,)).sum())

    def any(self, rows: np.ndarray) -> np.ndarray:
        """Which cases have such a row."""
        found = np.zeros(self.size, dtype=bool)
        found[self.case[rows]] = True
        return found

    def areas(self, late: np.ndarray) -> dict[str, tuple[int, int]]:
        """Cases with something late or missed, and with an occasion told of, by area."""
        told = ~self.is_in("outcome", ("cannot_tell",))
        names = sorted(pc.unique(self.table["area"]).to_pylist())
        here = {name: self.is_in("area", (name,)) for name in names}
        return {
            name: (int(self.any(rows & late).sum()), int(self.any(rows & told).sum()))
            for name, rows in here.items()
        }

    def _behind(self, recorded: pa.Table) -> np.ndarray:
        """How long after it fell due a met duty's act was entered (below 0: before)."""
        acts = pc.struct_field(
            pc.extract_regex(self.table["why"], r'"act":"(?P<act>[^"]*)"'), "act"
        )
        place = pc.index_in(acts, recorded["event"].combine_chunks())
        entered = recorded["recorded"].combine_chunks().take(place.combine_chunks())
        when = entered.to_numpy(zero_copy_only=False).astype(float)
        behind = when - _instants(self.table["due_at"]).astype(float)
        return np.where(self.is_in("outcome", ("met",)), behind, -np.inf)


def _instants(column: pa.ChunkedArray) -> np.ndarray:
    """Microseconds since 1970; a far future where there is none."""
    plain = pc.fill_null(column.cast(pa.int64()), 2**62)
    return plain.combine_chunks().to_numpy(zero_copy_only=False)
