"""Police powers."""

from tests.support.composed import bare, evidence, words
from trigpoint.publication.sections.police_powers import section
from trigpoint.standards.catalogue import all_standards
from trigpoint.vocabulary.areas import Area


def test_the_duties_of_police_protection_and_custody_are_there() -> None:
    """Every duty that was called for is a line of the table."""
    said = words(section(evidence()))
    judged = evidence().slugs(area=Area.POWERS.value, holder="POLICE")
    assert judged
    titles = {one.slug: one.title for one in all_standards()}
    assert all(titles[slug] in said for slug in judged)


def test_without_records_the_section_says_so() -> None:
    """No police protection and no custody record is said in their place."""
    assert "No source held an occasion" in words(section(bare()))
