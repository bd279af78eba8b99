"""The main job on files: read, join, judge, find, write."""

import dataclasses
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.chronology import assembly, exporting
from trigpoint.chronology.assembly import Assembled
from trigpoint.chronology.likely import likely_links
from trigpoint.findings import rates
from trigpoint.judgements import batch, table
from trigpoint.judgements.gaps import missing_words
from trigpoint.linkage.proposals import COSTS, Costs, read_costs
from trigpoint.publication import report
from trigpoint.publication.material import RunMaterial, SourceReach
from trigpoint.records import intake as intakes
from trigpoint.records import mapping as mappings
from trigpoint.records.intake import Intake
from trigpoint.records.record import Refusal
from trigpoint.records.subjects import SUBJECTS
from trigpoint.services.engines import engines
from trigpoint.services.link_decisions import load_decisions, save_links
from trigpoint.services.local_pack import load_pack
from trigpoint.services.run_folder import save_log
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.vocabulary.version import VERSION

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked. `as_at` is an instant, `start` and `end` choose [start, end)."""

    extracts: Path
    out: Path
    as_at: int | None = None
    start: date | None = None
    end: date | None = None
    mapping: Path | None = None
    with_cases: bool = False
    decisions: Path | None = None
    pack: Path | None = None
    runner: str = "duckdb"
    link_costs: str = ""

    @property
    def costs(self) -> Costs:
        """What the mistakes of linking cost; refuses what is no set of costs."""
        return read_costs(self.link_costs) if self.link_costs else COSTS

    @property
    def window(self) -> tuple[int, int] | None:
        """The occasions asked for, as instants; None = all."""
        if self.start is None and self.end is None:
            return None
        first = london.day_start(self.start) if self.start else -(2**62)
        last = london.day_start(self.end) if self.end else 2**62
        return first, last


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What came of it. `needs_a_person`: rows in quarantine, or files refused."""

    out: Path
    files: int
    files_refused: int
    rows: int
    rows_quarantined: int
    children: int
    events: int
    judgements: int
    outcomes: dict[str, int]

    @property
    def needs_a_person(self) -> bool:
        """True where something was set aside."""
        return bool(self.rows_quarantined or self.files_refused)


def inspect_extracts(*, request: Request, progress: Progress) -> Inspected:
    """Do the whole job into `request.out`; refuses before anything is written there."""
    check_folders(request)
    _ = request.costs
    mapping = mappings.load_mapping(request.mapping) if request.mapping else None
    standards = load_pack(request.pack).library() if request.pack else all_standards()
    progress(f"reading {request.extracts}")
    intake = intakes.read_folder(request.extracts, mapping=mapping, progress=progress)
    if not intake.tables:
        msg = f"Nothing in {request.extracts} could be read: {_first_reason(intake)}"
        raise Refusal(msg)
    with engines(request.runner, request.costs) as use:
        progress("joining records to children")
        made = assembly.assemble(
            tables=intake.tables,
            reach=intake.reach,
            extracts=intake.extracts,
            decisions=load_decisions(request.decisions) if request.decisions else (),
            proposer=use.proposer,
        )
        as_at = request.as_at or _furthest(intake.reach)
        progress(f"judging {len(made.log):,} events by {len(standards)} standards")
        result = batch.judge(
            made.log,
            standards=standards,
            coverage=made.coverage,
            calendar=Calendar(),
            as_at=as_at,
            window=request.window,
            runner=use.runner,
        )
    judged = table.contract_table(
        result=result,
        log=made.log,
        standards=standards,
        missing_words=lambda code, standard: missing_words(
            code, standard, made.coverage
        ),
        likely_links=likely_links(made.children),
    )
    progress(f"writing {len(judged):,} judgements and the report")
    return _write(request, intake, made, judged, standards, as_at, progress)


def check_folders(request: Request) -> None:
    """Refuse extracts that are not there, or an output folder that holds something."""
    if not request.extracts.is_dir():
        msg = f"{request.extracts} is not a folder: give the folder of the extracts."
        raise Refusal(msg)
    if request.out.exists() and any(request.out.iterdir()):
        msg = f"{request.out} is not empty: give a new folder, so that nothing is lost."
        raise Refusal(msg)
    if request.start and request.end and request.start >= request.end:
        msg = f"--from {request.start} is not before --to {request.end}."
        raise Refusal(msg)


def _first_reason(intake: Intake) -> str:
    for receipt in intake.receipts:
        for problem in receipt.problems:
            return f"{receipt.file}: {problem['message']}"
    return "it holds no file."


def _furthest(reach: dict[str, int]) -> int:
    """The end of the day that the furthest-reaching source reaches."""
    if not reach:
        msg = "No source says how far it reaches: give --as-at."
        raise Refusal(msg)
    return london.day_end(london.local_date(max(reach.values())))


def _write(
    request: Request,
    intake: Intake,
    made: Assembled,
    judged: pa.Table,
    standards: tuple[Standard, ...],
    as_at: int,
    progress: Progress,
) -> Inspected:
    """Write everything beside the place, then move it there as a whole."""
    out = request.out
    draft = out.with_name(f".{out.name}.part-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        intakes.write_receipts(intake, draft)
        exporting.write(made, draft, as_at=as_at)
        save_log(
            log=made.log,
            coverage=made.coverage,
            as_at=as_at,
            invented=intake.invented,
            out=draft,
            window=request.window,
            standards=standards,
        )
        save_links(made.proposals, request.costs, draft)
        pq.write_table(judged, draft / "judgements.parquet", compression="zstd")
        found = rates.findings(judged)
        text = json.dumps(found, indent=1, ensure_ascii=False)
        (draft / "findings.json").write_text(text + "\n", encoding="utf-8")
        material = _material(request, intake, made, judged, standards, as_at)
        report.publish(
            material, out=draft, with_cases=request.with_cases, progress=progress
        )
        if out.exists():
            out.rmdir()
        draft.rename(out)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return _account(out, intake, made, judged)


def _material(
    request: Request,
    intake: Intake,
    made: Assembled,
    judged: pa.Table,
    standards: tuple[Standard, ...],
    as_at: int,
) -> RunMaterial:
    """What the report is made of."""
    quarantine = (
        {"file": name, **dataclasses.asdict(row)} for name, row in intake.rejections
    )
    return RunMaterial(
        force="Fellshire Constabulary" if intake.invented else request.extracts.name,
        invented=intake.invented,
        version=VERSION,
        as_at=as_at,
        start=request.start,
        end=request.end,
        judgements=judged,
        chronology=exporting.chronology_table(made.log, as_at=as_at),
        children=made.children,
        receipts=tuple(dataclasses.asdict(receipt) for receipt in intake.receipts),
        quarantine=tuple(quarantine),
        conflicts=tuple(made.conflicts.to_pylist()),
        sources=_sources(intake, made),
        standards=standards,
        proposals=made.proposals,
        log=made.log,
        coverage=made.coverage,
    )


def _sources(intake: Intake, made: Assembled) -> tuple[SourceReach, ...]:
    """How far each source reaches, whether it has record times, and what it lacks."""
    found: dict[str, dict[str, Any]] = {}
    for subject, staged in intake.tables.items():
        timed = staged.group_by("source").aggregate([("recorded_at", "count")])
        for row in timed.to_pylist():
            about = found.setdefault(row["source"], {"timed": 0, "subjects": set()})
            about["timed"] += row["recorded_at_count"]
            about["subjects"].add(subject)
    return tuple(
        SourceReach(
            source=source,
            agency=SUBJECTS[min(about["subjects"])].agency.value,
            reach=intake.reach.get(source),
            record_times=bool(about["timed"]),
            absent=_absent(intake, about["subjects"]),
            notes=made.notes if source == min(found) else (),
        )
        for source, about in sorted(found.items())
    )


def _absent(intake: Intake, subjects: set[str]) -> tuple[str, ...]:
    """The columns of these subjects that no file had, as subject.column."""
    return tuple(
        f"{subject}.{column.name}"
        for subject in sorted(subjects)
        for column in SUBJECTS[subject].columns
        if column.name not in intake.received[subject]
    )


def _account(out: Path, intake: Intake, made: Assembled, judged: pa.Table) -> Inspected:
    counts = judged["outcome"].value_counts().to_pylist() if len(judged) else []
    receipts = intake.receipts
    return Inspected(
        out=out,
        files=len(receipts),
        files_refused=sum(receipt.format == "refused" for receipt in receipts),
        rows=sum(receipt.rows_received for receipt in receipts),
        rows_quarantined=sum(receipt.rows_quarantined for receipt in receipts),
        children=len(set(made.children["child"].to_pylist())),
        events=len(made.log),
        judgements=len(judged),
        outcomes={row["values"]: row["counts"] for row in counts},
    )


def summary(done: Inspected) -> dict[str, object]:
    """What happened, for machines."""
    return {
        "out": str(done.out),
        "version": VERSION,
        "files": done.files,
        "files_refused": done.files_refused,
        "rows": done.rows,
        "rows_quarantined": done.rows_quarantined,
        "children": done.children,
        "events": done.events,
        "judgements": done.judgements,
        "outcomes": done.outcomes,
        "needs_a_person": done.needs_a_person,
    }


def in_words(done: Inspected) -> str:
    """What happened, for people."""
    lines = [
        f"{done.files} files, {done.rows:,} rows, {done.children:,} children, "
        f"{done.judgements:,} duties judged.",
        f"The report: {done.out / 'report.html'}",
    ]
    if done.rows_quarantined:
        lines.append(
            f"{done.rows_quarantined:,} rows need a person: {done.out / 'quarantine.csv'}"
        )
    if done.files_refused:
        lines.append(
            f"{done.files_refused} files were refused: see {done.out / 'receipts.json'}"
        )
    return "\n".join(lines)
