"""A run's folder can be read back, and nothing else passes for one."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.records.record import Refusal
from trigpoint.services.run_folder import load_run, save_log
from trigpoint.vocabulary.event_kinds import EventKind


def test_what_was_known_comes_back(tmp_path: Path) -> None:
    """Reach, columns, moment and the mark of invention survive the folder."""
    coverage = Coverage(
        reach={EventKind.FLAG_SET: 5}, columns={EventKind.FLAG_SET: "flag.set_at"}
    )
    log = LOG_SCHEMA.empty_table()
    save_log(log=log, coverage=coverage, as_at=7, invented=True, out=tmp_path)
    pq.write_table(
        pa.table({"child": pa.array([], pa.string())}), tmp_path / "children.parquet"
    )
    run = load_run(tmp_path)
    assert run.coverage == coverage
    assert (run.as_at, run.invented) == (7, True)
    assert run.log.schema.names == LOG_SCHEMA.names


def test_another_folder_is_refused(tmp_path: Path) -> None:
    """A folder without a log is no run, and the refusal says where one comes from."""
    with pytest.raises(Refusal, match="inspect --out"):
        load_run(tmp_path)
