"""The police profile: the header decides, and nothing is lost."""

from pathlib import Path

import pytest

from trigpoint.records.importer import Context
from trigpoint.records.importers.police_profile import read, subject_of
from trigpoint.records.mapping import POLICE

CONTEXT = Context(file="x.csv", default_source="police")


@pytest.mark.parametrize("name", sorted(POLICE))
def test_each_file_is_known_by_its_header(name: str) -> None:
    """In any order of columns, a file of the profile is that file."""
    header = tuple(reversed([column.name for column in POLICE[name].columns]))
    found, sure = subject_of((*header, "recorded_at", "district"))
    assert found == name
    assert sure > 0.9


def test_extra_and_absent_columns_are_said_and_kept(tmp_path: Path) -> None:
    """A column nobody knows is kept; one that did not come is named."""
    path = tmp_path / "anything.csv"
    path.write_text(
        "risk,misper_id,Weather,reported_at\nhigh,007,wet,2016-01-01T10:00\n"
    )
    done = read(path, CONTEXT)
    (row,) = done.tables["missing"].to_pylist()
    assert (row["misper_id"], row["risk"], row["extra.Weather"]) == (
        "007",
        "HIGH",
        "wet",
    )
    assert done.extra == ("Weather",)
    assert "found_at" in done.absent["missing"]
    assert {"columns_absent", "columns_extra"} <= {p.code for p in done.problems}


def test_two_keys_alone_do_not_make_a_profile_file() -> None:
    """An id and a date fit many a foreign file, and are not enough."""
    assert subject_of(("inv_id", "allocated_at", "price", "colour"))[0] == ""
