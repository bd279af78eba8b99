"""What police owe a partner is read from the standards' kinds."""

from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.owed_to import TOWARDS, owed_to
from trigpoint.vocabulary.agencies import Agency


def test_reports_attendance_notices_and_information_are_owed_to_the_council() -> None:
    """What is done inside the force is owed to no partner."""
    council = set(owed_to()[Agency.LA])
    assert {
        "conference-police-report", "conference-police-attendance",
        "safeguarding-referral-submitted", "custody-vulnerability-referral",
        "police-information-before-first-decision", "strategy-discussion-with-police",
        "police-protection-inform-la-where-found", "online-suspect-la-informed",
        "strategy-discussion-senior-representative",
    } <= council  # fmt: skip
    assert not council & {
        "missing-risk-assessment", "mash-referral-triaged", "custody-reviews",
        "operation-encompass-notification", "section-47-joint-or-single-agency-decision",
        "strategy-discussion-decisions-recorded",
    }  # fmt: skip


def test_a_school_is_owed_what_it_must_be_told() -> None:
    """And health is owed its part in discussions and in a missing child's case."""
    assert owed_to()[Agency.EDUCATION] == ("operation-encompass-notification",)
    assert "missing-looked-after-partners-consulted" in owed_to()[Agency.HEALTH]


def test_no_kind_is_named_for_nothing() -> None:
    """Only duties of police are counted; a kind that no partner is owed by is not listed."""
    police = {one.slug for one in all_standards() if one.duty_holder is Agency.POLICE}
    assert {slug for slugs in owed_to().values() for slug in slugs} <= police
    assert set(owed_to()) == {one for agencies in TOWARDS.values() for one in agencies}
