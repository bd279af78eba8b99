"""All duties that several rows decide."""

from tests.support import invented_county
from tests.support.written_rows import shown
from trigpoint.standards.catalogue import all_standards
from trigpoint.synthetic import truth_expected, truth_in_one_row, truth_rows

COUNCIL = {"assessment-45-working-days", "icpc-15-working-days"}


def test_the_truth_tells_of_every_standard() -> None:
    """Each of the library is held against what truly happened, once."""
    told = [
        *(one.slug for one in truth_in_one_row.DUTIES),
        *truth_expected._READERS,
        *truth_rows._READERS,
        *COUNCIL,
    ]
    assert sorted(told) == sorted({one.slug for one in all_standards()})


def test_much_of_it_is_knowable() -> None:
    """Of every such duty that occurs often, some can be told from the files."""
    listed: dict[str, int] = {}
    known: dict[str, int] = {}
    for row in invented_county.truth("duty"):
        listed[row["duty"]] = listed.get(row["duty"], 0) + 1
        known[row["duty"]] = known.get(row["duty"], 0) + (row["knowable"] == "true")
    often = {slug for slug, number in listed.items() if number >= 20}
    assert len(often & set(truth_rows._READERS)) > 10
    assert all(known[slug] for slug in often)


def test_what_stands_under_two_numbers_is_not_told() -> None:
    """Nor what has no number at all."""
    text = "police_protection | pp_id=PP1 ; began_at=2016-07-08T22:00"
    slug = "strategy-meeting-after-single-agency-action"
    assert shown(slug, "PP1", text) == "missed"
    assert shown(slug, "PP1", text, nominals=2) == shown(slug, "", text) == ""
