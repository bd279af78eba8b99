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
    assert (len(slugs), len(set(slugs))) == (75, 72)
    assert all(person.count(f"  {slug} ") == 1 for slug in slugs)
    assert person.count("(version 2)") == 3
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


def test_each_version_is_shown_with_its_own_days() -> None:
    """The last day of one is the day before the first of the next."""
    said = CliRunner().invoke(standards, ["show", "bail-refused-transfer-to-la"]).output
    assert "In force: from 1 January 1986 to 25 October 2015, version 1." in said
    assert "In force: from 26 October 2015 on, version 2." in said
    assert "where the mark of a child of 17 by then is no" in said


def test_a_hint_names_each_standard_once() -> None:
    """Also one of several versions."""
    done = CliRunner().invoke(standards, ["show", "bail-refused"])
    assert str(done.exception).count("bail-refused-transfer-to-la") == 1
