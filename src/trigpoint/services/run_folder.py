"""A finished run as a folder: its log, and how far each source reached, read back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.chronology.coverage import Coverage
from trigpoint.records.record import Refusal
from trigpoint.standards.encoding import digest
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.version import VERSION

#: The log that was judged, whole: every version of every event. Beside the contract's
#: files, so that a run can be judged again as it was known at another moment.
LOG_FILE = "log.parquet"
_KEY = b"trigpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a run was judged on. `as_at` is the moment it was judged at (instant).

    `window`: the occasions asked for, None = all; `library`: slug -> digests of its
    versions as they then were.
    """

    coverage: Coverage
    as_at: int
    invented: bool
    window: tuple[int, int] | None = None
    library: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Terms):
    """What a run knew: its terms, its whole log and its children."""

    folder: Path
    log: pa.Table
    children: pa.Table


def save_log(
    *,
    log: pa.Table,
    coverage: Coverage,
    as_at: int,
    invented: bool,
    out: Path,
    window: tuple[int, int] | None = None,
    standards: Iterable[Standard] = (),
) -> None:
    """Write the log with what a reader of it must know."""
    about = {
        "version": VERSION,
        "as_at": as_at,
        "invented": invented,
        "reach": dict(coverage.reach),
        "columns": dict(coverage.columns),
        "window": window,
        "library": _library(standards),
    }
    schema = log.schema.with_metadata({_KEY: json.dumps(about).encode()})
    pq.write_table(log.cast(schema), out / LOG_FILE, compression="zstd")


def _library(standards: Iterable[Standard]) -> dict[str, str]:
    """Slug -> the digest of each of its versions."""
    found: dict[str, list[str]] = {}
    for one in standards:
        found.setdefault(one.slug, []).append(digest(one))
    return {slug: " ".join(digests) for slug, digests in found.items()}


def load_terms(folder: Path) -> Terms:
    """Read back on what a run was judged, without its log; refuses what is no run."""
    path = folder / LOG_FILE
    if not path.is_file():
        msg = (
            f"{folder} is no run: give the folder that `trigpoint inspect --out` wrote."
        )
        raise Refusal(msg)
    about = json.loads((pq.read_schema(path).metadata or {}).get(_KEY, b"{}"))
    coverage = Coverage(
        reach={EventKind(kind): at for kind, at in about["reach"].items()},
        columns={EventKind(kind): name for kind, name in about["columns"].items()},
    )
    window = about.get("window")
    return Terms(
        coverage=coverage,
        as_at=about["as_at"],
        invented=about["invented"],
        window=(window[0], window[1]) if window else None,
        library=about.get("library", {}),
    )


def load_run(folder: Path) -> Run:
    """Read a run back; refuses a folder that is none."""
    terms = load_terms(folder)
    return Run(
        folder=folder,
        log=pq.read_table(folder / LOG_FILE),
        children=pq.read_table(folder / "children.parquet"),
        coverage=terms.coverage,
        as_at=terms.as_at,
        invented=terms.invented,
        window=terms.window,
        library=terms.library,
    )
