"""The command line's own manners: help, refusals, exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest

from trigpoint.cli import main


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from trigpoint.cli.main import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True
    )


def test_help_names_every_command_and_the_exit_codes() -> None:
    """The first page names each command in a line, and what the exit codes mean."""
    page = call("--help")
    assert page.returncode == 0
    for name in main.COMMANDS:
        assert name in page.stdout
    assert "Exit codes" in page.stdout


def test_help_loads_nothing_heavy() -> None:
    """--help imports neither the engine nor the tables, so that it is quick."""
    program = (
        "import sys; sys.argv = ['trigpoint', '--help']\n"
        "from trigpoint.cli.main import main\nmain()\n"
        "heavy = {'duckdb', 'pyarrow', 'numpy', 'lxml'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", list(main.COMMANDS))
def test_each_command_has_help(name: str) -> None:
    """Every command explains itself."""
    page = call(name, "--help")
    assert page.returncode == 0, page.stderr
    assert "Usage" in page.stdout


def test_a_mistyped_command_is_refused() -> None:
    """An unknown command is exit code 2, and says so."""
    done = call("inspekt")
    assert done.returncode == 2
    assert "inspekt" in done.stderr


def test_a_refusal_is_one_plain_line(tmp_path: Path) -> None:
    """A refusal is exit code 2 and one sentence, without a traceback."""
    done = call("inspect", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert done.stderr.startswith("trigpoint: ")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
