"""Headers of Annex A by meaning, and sheets by their headers."""

import pytest

from trigpoint.records.annex_a_lists import LISTS, column_of, list_of

BY_NAME = {about.subject: about for about in LISTS}


@pytest.mark.parametrize(
    ("header", "subject", "column"),
    [
        ("child unique id ", "referral", "child_id"),
        ("Date of Birth", "referral", "birth_date"),
        ("REFERRAL DATE", "referral", "referral_date"),
        ("Strategy discussion initiating Section 47 Enquiry Start Date", "section_47",
         "start_date"),
        ("Date of Last IRO Visit / Contact to the Child", "contact", None),
        ("Favourite colour", "referral", None),
    ],
)  # fmt: skip
def test_a_header_is_known_by_its_words(
    header: str, subject: str, column: str | None
) -> None:
    """Case, spaces and wording may differ; another list's date is not this one's."""
    assert column_of(header, BY_NAME[subject]) == column


def test_a_sheet_is_known_by_its_headers_whatever_its_title() -> None:
    """A sheet called Sheet1 with a plan's headers is the list of plans."""
    header = ["Child Unique ID", "Child Protection Plan Start Date",
              "Date of latest review conference", "Initial Category of Abuse"]  # fmt: skip
    assert list_of("Sheet1", header).subject == "protection_plan"
