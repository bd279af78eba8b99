"""A force's saved mapping: checked before it is believed."""

import tomllib
from pathlib import Path

import pytest

from trigpoint.records.importer import Context
from trigpoint.records.mapping import load_mapping, suggest
from trigpoint.records.reading import read_here
from trigpoint.records.record import Refusal

GOOD = """
reviewed_by = "DS Example"
[missing.columns]
"Misper No" = "misper_id"
"Reported" = "reported_at"
"Grade" = "risk"
[missing.patterns]
reported_at = "mm/dd/yyyy"
[missing.codes.risk]
"Meddle" = "MEDIUM"
"""


def saved(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "map.toml"
    path.write_text(text)
    return path


def test_a_mapped_file_is_read_as_the_profile(tmp_path: Path) -> None:
    """The force's own headers, month-first dates and words become the profile's."""
    path = tmp_path / "own.csv"
    path.write_text("Misper No,Reported,Grade\nM1,02/01/2016 10:00,Meddle\n")
    mapping = load_mapping(saved(tmp_path, GOOD))
    context = Context(file="own.csv", default_source="police", mapping=mapping)
    (row,) = read_here(path, context).tables["missing"].to_pylist()
    assert (row["misper_id"], row["risk"]) == ("M1", "MEDIUM")
    assert row["reported_at"] == 1_454_320_800_000_000  # 1 February 2016, 10:00


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = [", "is not TOML"),
        ('[missin.columns]\n"a" = "risk"', r"Did you mean \[missing\]"),
        ('[missing.columns]\n"a" = "risq"', "Did you mean risk"),
        ('[missing.patterns]\nreported_at = "d"', "use one of yyyy-mm-dd"),
        ('[missing.codes.risk]\n"Med" = "MID"', "use one of ABSENT"),
        ("[missing.colums]\n", "it may have columns"),
        ('[missing.columns]\n"a" = "risk"', "nobody has reviewed it"),
    ],
)
def test_a_wrong_mapping_is_told_its_cure(tmp_path: Path, text: str, said: str) -> None:
    """The refusal names the file, the key and what to write."""
    with pytest.raises(Refusal, match=said):
        load_mapping(saved(tmp_path, text))


def test_a_mapping_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is a plain sentence."""
    with pytest.raises(Refusal, match="cannot be read"):
        load_mapping(tmp_path / "none.toml")


def test_a_draft_is_a_mapping_once_reviewed(tmp_path: Path) -> None:
    """What is suggested loads as soon as somebody puts their name to it."""
    path = tmp_path / "own.csv"
    path.write_text("Misper ID,Reported At,Risk\nM1,01/02/2016 10:00,LOW\n")
    draft = 'reviewed_by = "DS Example"\n' + suggest(path)
    assert tomllib.loads(draft)
    assert load_mapping(saved(tmp_path, draft))["missing"]["columns"]["Risk"] == "risk"
