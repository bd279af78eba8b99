"""Which importer reads a file, and what is said of a look-alike."""

from pathlib import Path

import pytest

from trigpoint.records.importer import Sample
from trigpoint.records.recognition import importers, recognise
from trigpoint.records.record import Refusal


def csv(*header: str) -> Sample:
    return Sample(path=Path("x"), kind="csv", header=header)


@pytest.mark.parametrize(
    ("sample", "name"),
    [
        (csv("misper_id", "nominal_id", "reported_at", "risk"), "police_profile"),
        (csv("misper_id", "at", "risk", "by"), "police_profile"),
        (csv("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"), "council_ssda903_csv"),
        (
            csv("pers_person_id", "pers_forename", "pers_surname"),
            "council_person_table",
        ),
        (
            csv("", "LAchildID", "CINdetailsID", "S47ActualStartDate"),
            "council_cin_census_csv",
        ),
        (
            Sample(
                path=Path("x"), kind="xml", root="EXPSSDA903", elements=("EXPSSDA903",)
            ),
            "council_ssda903_xml",
        ),
    ],
)
def test_content_decides(sample: Sample, name: str) -> None:
    """The header or the root tells which importer reads a file."""
    assert recognise(sample, importers()).name == name


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        (
            csv("rec_id", "given_name", "surname", "soc_sec_id"),
            "record-linkage test set",
        ),
        (csv("Crime ID", "Month", "Falls within"), "data.police.uk"),
        (csv("name", "colour"), "none that Trigpoint knows"),
        (Sample(path=Path("x"), kind="other"), "neither CSV, XML nor"),
    ],
)
def test_a_look_alike_is_refused_in_plain_words(sample: Sample, said: str) -> None:
    """The refusal says what it looks like, and what can be read."""
    with pytest.raises(Refusal, match=said) as refused:
        recognise(sample, importers())
    assert "Trigpoint reads" in str(refused.value)
