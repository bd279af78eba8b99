"""The person table gives a council's names, addresses and other agencies' numbers."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.invented_returns import told, write
from tests.support.shared import shared_table
from trigpoint.records.importers.council_person_table import IMPORTER, read
from trigpoint.records.record import Reading
from trigpoint.records.sampling import sample
from trigpoint.timekeeping import london

PERSON = (
    "pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,"
    "pers_common_child_id,pers_legacy_id,pers_upn_unknown,pers_expected_dob,"
    "pers_death_date\nP7,Tamsin,Fellgate,F,WBRI,2003-05-14 00:00:00,NHS1,0012,UN5,,\n"
)
ADDRESS = (
    "addr_table_id,addr_address_json,addr_person_id,addr_address_type,"
    "addr_address_start_date,addr_address_end_date,addr_address_postcode\n"
    'A1,"{""line_1"": ""4 Tarn View""}",P7,HOME,2010-01-01 00:00:00,,ZZ99 3WZ\n'
)
LINK = (
    "link_table_id,link_person_id,link_identifier_type,link_identifier_value,"
    "link_valid_from_date,link_valid_to_date\nL1,P7,Police nominal number,NOM0004217,,\n"
)
PREFIXES = ("pers_", "addr_", "link_")


def bare(text: str) -> str:
    header, rest = text.split("\n", 1)
    for prefix in PREFIXES:
        header = header.replace(prefix, "")
    return f"{header}\n{rest}"


def upper(text: str) -> str:
    header, rest = text.split("\n", 1)
    return f"{header.upper()}\n{rest}"


def mixed(text: str) -> str:
    first, rest = text.split(",", 1)
    return f"{first.split('_', 1)[1]},{rest}"


def reading(folder: Path, text: str) -> Reading:
    path = write(folder, text, "invented.csv")
    assert IMPORTER.recognise(sample(path)) > 0.5
    return read(path, told(path))


@pytest.mark.parametrize("written", [str, bare, upper, mixed])
def test_prefixes_may_be_dropped_or_in_capitals(tmp_path: Path, written) -> None:
    """Headers re-cased, and prefixed by the export tool or not."""
    (person,) = reading(tmp_path, written(PERSON)).tables["person"].to_pylist()
    assert (person["person_id"], person["legacy_id"]) == ("P7", "0012")
    assert (person["forename"], person["surname"]) == ("Tamsin", "Fellgate")
    (place,) = reading(tmp_path, written(ADDRESS)).tables["person_address"].to_pylist()
    assert (place["person_id"], place["postcode"]) == ("P7", "ZZ99 3WZ")
    (link,) = reading(tmp_path, written(LINK)).tables["linked_identifier"].to_pylist()
    assert (link["type"], link["value"]) == ("Police nominal number", "NOM0004217")


def test_dates_that_carry_midnight_are_days(tmp_path: Path) -> None:
    """Dates carrying 00:00:00 span their London day."""
    made = reading(tmp_path, PERSON)
    (row,) = made.tables["person"].to_pylist()
    assert row["birth_date"] == london.day_start(date(2003, 5, 14))
    assert row["birth_date__latest"] == london.day_end(date(2003, 5, 14))


def test_the_common_child_identifier_is_no_pupil_number(tmp_path: Path) -> None:
    """It is the health service's number: kept, and never linked as a UPN."""
    made = reading(tmp_path, PERSON)
    (row,) = made.tables["person"].to_pylist()
    assert "upn" not in row
    assert row["extra.common_child_id"] == "NHS1"
    assert "columns_extra" not in {p.code for p in made.problems}


def test_an_address_keeps_every_character(tmp_path: Path) -> None:
    """Quotes inside JSON inside CSV."""
    (row,) = reading(tmp_path, ADDRESS).tables["person_address"].to_pylist()
    assert row["address"] == '{"line_1": "4 Tarn View"}'


def test_names_with_odd_spaces_and_quotes_are_cleaned(tmp_path: Path) -> None:
    """No-break spaces and curly quotes in names, trailing blanks."""
    text = PERSON.replace("Tamsin", " Tam\u00a0Jo ").replace("Fellgate", "O\u2019Fell ")
    (row,) = reading(tmp_path, text).tables["person"].to_pylist()
    assert (row["forename"], row["surname"]) == ("Tam Jo", "O'Fell")


def test_a_person_without_id_is_put_aside(tmp_path: Path) -> None:
    """Key missing: kept whole in the quarantine."""
    made = reading(tmp_path, PERSON.replace("P7,", ","))
    assert (made.rows_received, made.rows_accepted) == (1, 0)
    assert "Fellgate" in made.rejections[0].value


def test_a_police_record_is_no_person_table(tmp_path: Path) -> None:
    """The police profile's nominal has other names."""
    header = "nominal_id,given,surname,dob,postcode\n"
    assert IMPORTER.recognise(sample(write(tmp_path, header, "a.csv"))) == 0.0


@pytest.mark.shared
def test_the_published_fields_of_the_three_tables_are_all_known(tmp_path: Path) -> None:
    """The Standard Safeguarding Dataset's own headers leave nothing unknown."""
    fields: dict[str, list[str]] = {}
    for row in shared_table("tables/ssd_tables.csv"):
        fields.setdefault(row["table"], []).append(row["field"])
    for name in ("ssd_person", "ssd_address", "ssd_linked_identifiers"):
        assert reading(tmp_path, ",".join(fields[name]) + "\n").extra == (), name
