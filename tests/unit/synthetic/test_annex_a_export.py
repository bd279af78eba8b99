"""The inspection workbook as a file."""

from dataclasses import replace
from pathlib import Path

import openpyxl

from tests.support import invented_county
from trigpoint.synthetic import annex_a_export, council_register
from trigpoint.synthetic.streams import Streams


def test_the_same_county_writes_the_same_workbook(tmp_path: Path) -> None:
    """Byte for byte: no part of it carries the moment it was written."""
    county = invented_county.simulated(800)
    written = []
    for name in ("one", "other"):
        path = tmp_path / f"{name}.xlsx"
        # The spelling stream goes on where it stopped: begin it anew.
        fresh = replace(county, streams=Streams(1))
        annex_a_export.write(fresh, council_register.make(fresh), path)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_it_has_eleven_lists_under_a_title_that_says_invented() -> None:
    """The header stands under a title row."""
    path = invented_county.written() / "extracts" / "council" / "annex_a.xlsx"
    book = openpyxl.load_workbook(path, read_only=True)
    assert book.sheetnames == [f"List {number}" for number in range(1, 12)]
    for sheet in book:
        title, header = (row[0].value for row in sheet.iter_rows(max_row=2))
        assert "invented" in title
        assert header.endswith(("ID", "identifier"))
