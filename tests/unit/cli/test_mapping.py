"""`trigpoint map suggest` as a person types it."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from trigpoint.cli.mapping import mapping
from trigpoint.records.record import Refusal


def test_a_draft_is_toml_that_nobody_has_reviewed(tmp_path: Path) -> None:
    """The draft maps headers alike in name, and claims no reviewer."""
    path = tmp_path / "misper.csv"
    path.write_text(
        "Misper ID,Nominal ID,Reported At,Risk\nM1,N1,01/02/2016 10:00,Med\n"
    )
    done = CliRunner().invoke(mapping, ["suggest", str(path)])
    assert done.exit_code == 0, done.output
    draft = tomllib.loads(done.output)
    assert draft["missing"]["columns"]["Misper ID"] == "misper_id"
    assert "reviewed_by" not in draft
    assert '"Med"' in done.output


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is a refusal, not a traceback."""
    with pytest.raises(Refusal, match="not a file"):
        CliRunner().invoke(
            mapping,
            ["suggest", str(tmp_path / "none.csv")],
            standalone_mode=False,
            catch_exceptions=False,
        )
