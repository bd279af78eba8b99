"""Progress is for people, and silent for machines."""

import pytest

from trigpoint.cli.progress import Steps


def test_a_step_is_said_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A step is one line with the seconds before it, on standard error."""
    Steps(quiet=False)("reading 3 files")
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.strip().endswith("s  reading 3 files")


def test_a_machine_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json nothing is said."""
    Steps(quiet=True)("reading")
    assert capsys.readouterr().err == ""
