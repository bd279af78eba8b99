"""`trigpoint synth` on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from trigpoint.cli import synth
from trigpoint.records.record import Refusal


def arguments(out: Path, **changed: str) -> list[str]:
    given = {"--children": "300", "--seed": "3", "--regime": "before", **changed}
    return ["--out", str(out), *(word for pair in given.items() for word in pair)]


def test_json_is_the_manifest(tmp_path: Path) -> None:
    """Machines get seed, regime and hashes on standard output."""
    asked = [*arguments(tmp_path / "new"), "--json"]
    done = CliRunner().invoke(synth.synth, asked)
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert (said["seed"], said["regime"], said["invented"]) == (3, "before", True)
    assert (tmp_path / "new" / "truth" / "manifest.json").exists()


@pytest.mark.parametrize("regime", ["decoy-everything", "better"])
def test_a_regime_that_is_not_there_is_refused(tmp_path: Path, regime: str) -> None:
    """The refusal names what exists, and nothing is written."""
    asked = arguments(tmp_path / "new", **{"--regime": regime})
    done = CliRunner().invoke(synth.synth, asked)
    assert isinstance(done.exception, Refusal)
    assert "'before', 'after', 'change'" in str(done.exception)
    assert not (tmp_path / "new").exists()


def test_a_folder_in_use_and_a_bad_date_are_refused(tmp_path: Path) -> None:
    """Refusals of the generator and of the command line itself."""
    (tmp_path / "mine.txt").write_text("kept")
    done = CliRunner().invoke(synth.synth, arguments(tmp_path))
    assert isinstance(done.exception, Refusal)
    asked = arguments(tmp_path / "new", **{"--from": "July"})
    assert CliRunner().invoke(synth.synth, asked).exit_code == 2
