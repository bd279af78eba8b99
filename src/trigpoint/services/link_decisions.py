"""Doubtful links of a run, and what people decided about them: added to, never rewritten."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.chronology.identity import Link, LinkDecision, in_force
from trigpoint.chronology.likely import Band
from trigpoint.linkage.proposals import COSTS, Costs, read_costs
from trigpoint.records.record import Refusal

#: Beside the contract's files of a run: every proposal.
LINKS_FILE = "links.parquet"
#: One decision a line; a newer one on the same pair replaces an older one.
DECISIONS_FILE = "link_decisions.jsonl"


_COSTS_KEY = b"trigpoint_link_costs"


def save_links(proposals: pa.Table, costs: Costs, out: Path) -> None:
    """Write every proposal, with the costs that set its band."""
    known = {**(proposals.schema.metadata or {}), _COSTS_KEY: str(costs).encode()}
    pq.write_table(
        proposals.replace_schema_metadata(known), out / LINKS_FILE, compression="zstd"
    )


def load_costs(run: Path) -> Costs:
    """The costs that set a run's bands; those of the program, where it kept none."""
    kept = (pq.read_schema(run / LINKS_FILE).metadata or {}).get(_COSTS_KEY)
    return read_costs(kept.decode()) if kept else COSTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A pair to decide: both records, what they say, each field, and warnings."""

    one: tuple[str, str]
    other: tuple[str, str]
    probability: float
    band: str
    fields: dict[str, str]
    warnings: list[str]
    said_one: dict[str, Any]
    said_other: dict[str, Any]

    @property
    def pair(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The two records, in the order in which decisions know them."""
        return min(self.one, self.other), max(self.one, self.other)


def load_doubts(run: Path, *, every: bool = False) -> list[Doubt]:
    """The pairs that a person should decide, likeliest first; `every`: linked ones too."""
    path = run / LINKS_FILE
    if not path.is_file():
        msg = f"{run} is no run: give the folder that `trigpoint inspect --out` wrote."
        raise Refusal(msg)
    rows = pq.read_table(path).to_pylist()
    return [
        Doubt(
            one=(row["ns_one"], row["id_one"]),
            other=(row["ns_other"], row["id_other"]),
            probability=row["probability"],
            band=row["band"],
            fields=json.loads(row["fields"]),
            warnings=json.loads(row["warnings"]),
            said_one=json.loads(row["said_one"]),
            said_other=json.loads(row["said_other"]),
        )
        for row in rows
        if every or row["band"] == Band.TO_DECIDE
    ]


def load_decisions(path: Path) -> list[LinkDecision]:
    """Every decision of a file, old and new; refuses a line that is none."""
    if not path.is_file():
        msg = f"{path} is not there: `trigpoint links review` writes it."
        raise Refusal(msg)
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            found.append(
                LinkDecision(
                    decision=Link(row["decision"]),
                    one=_namespace(row["one"]),
                    other=_namespace(row["other"]),
                    decided_by=row["decided_by"],
                    recorded=int(row["recorded"]),
                )
            )
        except (ValueError, KeyError, TypeError) as error:
            msg = f"{path}, line {number}: no decision on a link ({error}); mend or remove it."
            raise Refusal(msg) from None
    return found


def _namespace(key: list[str]) -> tuple[str, str]:
    return str(key[0]), str(key[1])


def decide(path: Path, doubt: Doubt, *, same: bool, by: str) -> LinkDecision:
    """Add a decision to the file."""
    made = LinkDecision(
        decision=Link.RECORDS_LINKED if same else Link.RECORDS_UNLINKED,
        one=doubt.one,
        other=doubt.other,
        decided_by=by,
        recorded=time.time_ns() // 1000,
    )
    row = {
        "decision": made.decision.value,
        "one": made.one,
        "other": made.other,
        "decided_by": by,
        "recorded": made.recorded,
    }
    with path.open("a", encoding="utf-8") as handle:
        handle.write(json.dumps(row, ensure_ascii=False) + "\n")
    return made


def still_open(doubts: list[Doubt], path: Path) -> list[Doubt]:
    """Those about which the file holds no decision."""
    if not path.is_file():
        return doubts
    standing = in_force(load_decisions(path))
    return [doubt for doubt in doubts if doubt.pair not in standing]
