"""`trigpoint work`: ends when no job waits, where that is asked for."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from trigpoint.cli import work as command
from trigpoint.services import run_jobs
from trigpoint.storage import launcher


def test_once_ends_when_no_job_waits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One pass over what waits, and over."""
    asked: list[bool] = []

    def work(_: object, *, wait: object) -> None:
        asked.append(wait())  # type: ignore[operator]

    monkeypatch.setattr(run_jobs, "work", work)
    monkeypatch.setattr(launcher, "start", lambda place: place)
    monkeypatch.setattr(command, "_PAUSE", 0.0)
    place = ["--place", str(tmp_path)]
    assert CliRunner().invoke(command.work, [*place, "--once"]).exit_code == 0
    assert CliRunner().invoke(command.work, place).exit_code == 0
    assert asked == [False, True]
