"""Every agency has a name that a report can print."""

from trigpoint.vocabulary.agencies import Agency


def test_every_agency_has_a_label_of_its_own() -> None:
    """Labels are distinct, and none is the bare code."""
    labels = [agency.label for agency in Agency]
    assert len(set(labels)) == len(labels)
    assert Agency.LA.label == "Council"
