"""`trigpoint inspect` as a person types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.support.small_force import write_small_force
from trigpoint.cli.inspect import inspect


def test_a_run_that_set_rows_aside_ends_with_1(tmp_path: Path) -> None:
    """Exit code 1: done, and something needs a person; the summary is for machines."""
    extracts = write_small_force(tmp_path)
    arguments = [str(extracts), "--out", str(tmp_path / "out"), "--json"]
    done = CliRunner().invoke(inspect, arguments, standalone_mode=False)
    assert done.return_value == 1
    summary = json.loads(done.stdout)
    assert summary["rows_quarantined"] == 1
    assert summary["children"] == 2
    assert summary["needs_a_person"] is True


@pytest.mark.parametrize("missing", ["--out"])
def test_where_to_write_must_be_said(tmp_path: Path, missing: str) -> None:
    """Without --out nothing is done, and the option is named."""
    done = CliRunner().invoke(inspect, [str(tmp_path)])
    assert done.exit_code == 2
    assert missing in done.output
