"""Plan an audit: how many cases, of which kinds, and the draw."""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.records.record import Refusal
from trigpoint.reviews.planning import Drawn, Plan, allocate, draw, plan
from trigpoint.services.run_folder import load_terms
from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The plan, and where a frame was given, what each stratum gives and the draw."""

    plan: Plan
    sizes: dict[str, int]
    given: dict[str, int]
    drawn: list[Drawn]


def plan_audit(
    *,
    share: float,
    change: float,
    power: float,
    frame: Path | None = None,
    cases: int | None = None,
    seed: str = "",
    out: Path | None = None,
) -> Planned:
    """Plan for this change, and draw from the frame.

    `frame`: a CSV with `case`, perhaps `stratum`; or the folder of a run, whose cases are
    the children with a duty of police, by the district of their last one. `cases`: draw so
    many instead of what the power asks. Refuses a frame that lists a case twice, a draw
    without a seed, and an `out` that exists.
    """
    made = plan(share, change, power)
    if frame is None:
        return Planned(plan=made, sizes={}, given={}, drawn=[])
    if not seed:
        msg = "A draw needs a seed that is written down: give --seed, as the date of the meeting."
        raise Refusal(msg)
    if out is not None and out.exists():
        msg = f"{out} exists: give a new file, so that a draw is not lost."
        raise Refusal(msg)
    pairs = _of_run(frame) if frame.is_dir() else _frame(frame)
    sizes = dict(sorted(Counter(stratum for _, stratum in pairs).items()))
    given = allocate(sizes, min(cases or made.cases, len(pairs)))
    drawn = draw(pairs, given, seed)
    if out is not None:
        out.write_text(_as_csv(drawn, seed), encoding="utf-8")
    return Planned(plan=made, sizes=sizes, given=given, drawn=drawn)


def _of_run(folder: Path) -> list[tuple[str, str]]:
    load_terms(folder)
    judged = pq.read_table(
        folder / "judgements.parquet",
        columns=["child", "district", "duty_holder", "triggered_at"],
    )
    police = judged.filter(pc.equal(judged["duty_holder"], Agency.POLICE.value))
    order = [("child", "ascending"), ("triggered_at", "ascending")]
    last: dict[str, str] = {}
    for row in pa.Table.to_pylist(police.sort_by(order)):
        # A duty that says no district leaves the child where it was.
        last[row["child"]] = row["district"] or last.get(row["child"], "")
    if not last:
        msg = f"{folder} holds no duty of police: there is no case to draw."
        raise Refusal(msg)
    return [(child, district or "no district") for child, district in last.items()]


def _frame(path: Path) -> list[tuple[str, str]]:
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path} cannot be read as text: save it as CSV (UTF-8). ({error})"
        raise Refusal(msg) from None
    if not rows or "case" not in rows[0]:
        msg = f"{path} has no column `case`, or no row: its first line must name the columns."
        raise Refusal(msg)
    pairs, seen = [], set()
    for number, row in enumerate(rows, start=2):
        case = (row["case"] or "").strip()
        if not case or case in seen:
            what = "is there twice" if case else "is empty"
            msg = f"{path}, row {number}, column case: {case!r} {what}; list each case once."
            raise Refusal(msg)
        seen.add(case)
        pairs.append((case, (row.get("stratum") or "all").strip()))
    return pairs


def _as_csv(drawn: list[Drawn], seed: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("case", "stratum", "chance", "seed", "grade"))
    for one in drawn:
        writer.writerow((one.case, one.stratum, f"{one.chance:.6f}", seed, ""))
    return text.getvalue()
