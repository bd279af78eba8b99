"""`trigpoint standards` as a person types it."""

import json

import pytest
from click.testing import CliRunner

from trigpoint.cli.standards import standards
from trigpoint.records.record import Refusal


def test_the_list_for_machines_and_for_people() -> None:
    """Both name every standard; local ones are marked for people."""
    machine = CliRunner().invoke(standards, ["list", "--json"])
    slugs = [row["slug"] for row in json.loads(machine.output)]
    person = CliRunner().invoke(standards, ["list"]).output
    assert len(slugs) == 72
    assert all(slug in person for slug in slugs)
    assert "(local default)" in person


def test_one_standard_in_words_and_as_data() -> None:
    """`show` prints plain words, and with --json the data with its digest."""
    words = CliRunner().invoke(standards, ["show", "cse-flag"]).output
    assert "within 1 working day" in words
    (data,) = json.loads(
        CliRunner().invoke(standards, ["show", "cse-flag", "--json"]).output
    )
    assert len(data["sha256"]) == 64


def test_a_mistyped_slug_gets_its_neighbours() -> None:
    """The refusal suggests the slugs that are near."""
    with pytest.raises(Refusal, match="cse-flag"):
        CliRunner().invoke(
            standards,
            ["show", "cse-flg"],
            standalone_mode=False,
            catch_exceptions=False,
        )
