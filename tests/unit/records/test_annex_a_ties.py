"""Which referral an Annex A assessment belongs to."""

from trigpoint.records.annex_a_ties import referral_ids

REFERRALS = {
    "child_id": ["7", "7", "8", "9"],
    "referral_date": ["01/02/2016", "20/03/2016", "05/03/2016", ""],
}


def test_the_latest_referral_before_it_began() -> None:
    """Of the same child, on or before the first day; else the first day itself."""
    assessments = {
        "child_id": ["7", "7", "7", "8", "9", ""],
        "start_date": [
            "20/03/2016", "19/03/2016", "31/01/2016", "2016-03-04", "01/04/2016", "01/04/2016",
        ],
    }  # fmt: skip
    assert referral_ids(REFERRALS, assessments)[:3] == [
        "7/2016-03-20",
        "7/2016-02-01",
        "7/2016-01-31",
    ]
    assert referral_ids(REFERRALS, assessments)[4:] == ["9/2016-04-01", ""]


def test_without_a_list_of_referrals() -> None:
    """Each assessment is known by its own first day."""
    assessments = {"child_id": ["7", "7"], "start_date": ["20/03/2016", ""]}
    assert referral_ids(None, assessments) == ["7/2016-03-20", ""]
