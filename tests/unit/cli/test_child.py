"""`trigpoint child` as a person types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.support.small_force import write_small_force
from trigpoint.cli.child import child
from trigpoint.services import inspect_extracts


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("force")
    request = inspect_extracts.Request(
        extracts=write_small_force(place), out=place / "out"
    )
    inspect_extracts.inspect_extracts(request=request, progress=lambda text: None)
    return place / "out"


def test_the_page_says_invented_and_shows_duties(folder: Path) -> None:
    """The page names the moment, marks invention, and lists events and duties."""
    done = CliRunner().invoke(child, ["police:N2", "--run", str(folder)])
    assert done.exit_code == 0, done.output
    assert "Invented data" in done.output
    assert "Missing reported" in done.output
    assert "LATE (risk): missing-risk-assessment" in done.output


def test_json_is_json(folder: Path) -> None:
    """--json gives the same to a machine."""
    done = CliRunner().invoke(child, ["police:N2", "--run", str(folder), "--json"])
    assert json.loads(done.output)["records"] == [{"source": "police", "id": "N2"}]
