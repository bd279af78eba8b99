"""The council code sets are those of the published schemas."""

import pytest

from tests.support.shared import shared_table
from trigpoint.records import council_codes
from trigpoint.records.council_codes import COUNCIL_CODES, FIRST_YEAR, SUBJECT_CODES

CIN = {
    "ethnicitytype": council_codes.ETHNICITY,
    "referralsourcetype": council_codes.REFERRAL_SOURCE,
    "categoryofabusetype": council_codes.CATEGORY_OF_ABUSE,
    "primaryneedcodetype": council_codes.PRIMARY_NEED,
    "reasonforclosuretype": council_codes.CLOSURE_REASON,
    "assessmentfactorstype": council_codes.ASSESSMENT_FACTORS,
    "disabilitytype": council_codes.DISABILITY,
    "unknownupntype": council_codes.UPN_UNKNOWN,
    "sextype": council_codes.SEX,
}
CARE = {
    ("episodes", "RNE"): council_codes.CARE_EPISODE["reason_new"],
    ("episodes", "LS"): council_codes.CARE_EPISODE["legal_status"],
    ("episodes", "CIN"): council_codes.CARE_EPISODE["need"],
    ("episodes", "PLACE"): council_codes.CARE_EPISODE["placement"],
    ("episodes", "PLACE_PROVIDER"): council_codes.CARE_EPISODE["provider"],
    ("episodes", "REC"): council_codes.CARE_EPISODE["reason_ended"],
    ("missing", "MISSING"): council_codes.CARE_MISSING,
    ("header", "ETHNIC"): council_codes.ETHNICITY,
    ("header", "SEX"): council_codes.SEX,
    ("social_worker", "SW_REASON"): council_codes.CARE_SOCIAL_WORKER,
}


def test_what_the_product_turns_on_has_its_code() -> None:
    """Police refer as 6; 10A is missing, 11A sexual, 24A criminal exploitation."""
    assert COUNCIL_CODES["referral_source"]["6"] == "Police"
    factors = COUNCIL_CODES["assessment_factors"]
    assert factors["10A"] == "Missing"
    assert factors["11A"] == "Child sexual exploitation"
    assert factors["24A"] == "Child criminal exploitation"


def test_every_earlier_sex_is_one_of_today() -> None:
    """1, 2, 0, 9 and the words for them."""
    assert set(council_codes.EARLIER_SEX.values()) == set(council_codes.SEX)


def test_no_label_stands_for_two_codes_of_a_set() -> None:
    """A label that meant two codes would be ambiguous in every file."""
    sets = [*COUNCIL_CODES.values()]
    sets += [codes for columns in SUBJECT_CODES.values() for codes in columns.values()]
    for codes in sets:
        assert len(set(codes.values())) == len(codes)


@pytest.mark.shared
def test_the_census_codes_are_those_of_the_schemas_2017_to_2026() -> None:
    """Every code of the published table, and no other."""
    rows = shared_table("tables/cin_census_codes_2017_2026.csv")
    for name, codes in CIN.items():
        assert set(codes) == {r["code"] for r in rows if r["code_set"] == name}, name
    earlier = {r["code"] for r in rows if r["code_set"] == "gendertype"}
    assert earlier <= set(council_codes.EARLIER_SEX)


@pytest.mark.shared
def test_the_first_years_are_those_of_the_schemas() -> None:
    """5D and RC9 from 2023, 18B to 19C from 2021, 24A from 2022; none has gone."""
    rows = shared_table("tables/cin_census_codes_2017_2026.csv")
    later = {
        row["code"]: int(row["first_schema_year_in_range"])
        for row in rows
        if row["first_schema_year_in_range"] != "2017" and row["code_set"] != "sextype"
    }
    assert {k: v for found in FIRST_YEAR.values() for k, v in found.items()} == later


@pytest.mark.shared
def test_the_care_codes_are_those_of_the_schema_of_2026() -> None:
    """Every code of the columns that are staged, and no other."""
    rows = shared_table("tables/ssda903_codes_2026.csv")
    for (table, column), codes in CARE.items():
        wanted = {
            r["code"] for r in rows if (r["table"], r["column"]) == (table, column)
        }
        assert set(codes) == wanted, (table, column)


@pytest.mark.shared
def test_the_roles_of_workers_are_those_of_the_schema_of_2022() -> None:
    """Six roles."""
    rows = shared_table("tables/social_work_workforce_2022_codes.csv")
    roles = {row["code"] for row in rows if row["code_set"] == "roletype"}
    assert set(council_codes.WORKER_ROLE) == roles
