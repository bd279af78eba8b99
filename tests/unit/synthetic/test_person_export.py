"""The council's person table."""

from lxml import etree

from tests.support import invented_county


def test_most_children_known_to_both_have_their_police_number() -> None:
    """About 85 in 100, and each names a record that police have."""
    folder = invented_county.written(6000) / "extracts" / "council" / "person"
    links = [
        row["link_identifier_value"]
        for row in invented_county.rows(folder / "ssd_linked_identifiers.csv")
        if row["link_identifier_type"] == "Police nominal number"
    ]
    truth = invented_county.rows(invented_county.written(6000) / "truth" / "person.csv")
    both = [row["police_id"] for row in truth if row["police_id"] and row["council_id"]]
    assert set(links) <= set(both)
    assert 0.78 < len(links) / len(both) < 0.92


def test_a_person_carries_the_number_of_the_returns() -> None:
    """pers_legacy_id is the LAchildID of the census."""
    folder = invented_county.written() / "extracts" / "council"
    persons = invented_county.rows(folder / "person" / "ssd_person.csv")
    numbers = {row["pers_legacy_id"] for row in persons}
    census = etree.parse(folder / "cin_census_2016.xml").getroot()
    assert {element.text for element in census.iter("LAchildID")} <= numbers
