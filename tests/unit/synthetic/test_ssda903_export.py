"""The return on looked-after children."""

import re

from lxml import etree

from tests.support import invented_county
from trigpoint.synthetic.cin_export import years


def test_missing_rows_are_of_children_in_the_header() -> None:
    """Every row has a child of the header with the same birth date."""
    folder = invented_county.written() / "extracts" / "council" / "ssda903"
    header = {
        row["CHILD"]: row["DOB"] for row in invented_county.rows(folder / "header.csv")
    }
    assert header
    for name in ("episodes", "missing"):
        for row in invented_county.rows(folder / f"{name}.csv"):
            assert row["CHILD"] in header
            assert row.get("DOB", header[row["CHILD"]]) == header[row["CHILD"]]


def test_dates_are_days_as_the_return_writes_them() -> None:
    """Day, month, year; no times."""
    folder = invented_county.written() / "extracts" / "council" / "ssda903"
    for row in invented_county.rows(folder / "episodes.csv"):
        assert re.fullmatch(r"\d\d/\d\d/\d{4}", row["DECOM"])


def test_the_years_before_are_xml_with_its_own_tags() -> None:
    """Of each year; PLACE is PL there, and the children stand under EXPSSDA903."""
    folder = invented_county.written() / "extracts" / "council"
    paths = sorted(folder.glob("ssda903_*.xml"))
    assert len(paths) == len(years(invented_county.simulated().lives)) - 1
    for path in paths:
        root = etree.parse(path).getroot()
        assert root.tag == "EXPSSDA903"
        assert root.findtext("CHILD/EPISODE/PL")
        assert root.find(".//PLACE") is None
