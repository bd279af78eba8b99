"""The PDF: the same figures as the page, tagged, repeatable, and no text a program."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from tests.support.composed import composed, run, tables, words
from trigpoint.publication.parts import plain, prose
from trigpoint.publication.typesetting import pdf


def read(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return "\n".join(page.extract_text() for page in pages)


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(composed(), run().as_at)


def squeezed(text: str) -> str:
    return re.sub(r"\s+|\u00ad|-\n", "", text)


def test_the_pdf_has_the_page_s_figures(made: bytes) -> None:
    """Every number of the first screen and of every table stands in the PDF too."""
    text = squeezed(read(made))
    first = [
        plain(composed().sentence),
        *(tile.number.text for tile in composed().tiles),
    ]
    first += [plain(row.words) for row in composed().weaknesses]
    for said in first:
        assert squeezed(said) in text, said
    for section in composed().sections:
        for table in tables(section):
            for row in table.rows:
                for cell in row[1:]:
                    said = plain(cell)
                    if re.fullmatch(r"[\d,.% to]+", said):
                        assert squeezed(said) in text, (table.caption, said)


def test_the_pdf_has_every_section_and_sentence(made: bytes) -> None:
    """What a section says in words, the PDF says in the same words."""
    text = squeezed(read(made))
    for section in composed().sections:
        assert squeezed(section.title) in text
        sentence = words(section).split("\n")[0]
        assert squeezed(sentence) in text, sentence


def test_it_is_tagged_and_says_that_it_is_accessible(made: bytes) -> None:
    """The document is marked, has a language and a title, and claims PDF/UA-1."""
    root = PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_every_page_says_what_it_is(made: bytes) -> None:
    """Not for publication, and invented, stand on each page."""
    for page in PdfReader(io.BytesIO(made)).pages:
        text = page.extract_text()
        assert "Not for publication" in text
        assert "Invented data" in text


def test_the_same_run_makes_the_same_bytes(made: bytes) -> None:
    """The date in the file is the moment of judging, not of printing."""
    assert pdf(composed(), run().as_at) == made


def test_text_is_never_source() -> None:
    """A force whose name is a piece of Typst is printed as written."""
    odd = replace(composed(), force='#panic("no") $x$ *b*', sections=(), look_now=(),
                  sentence=prose("#sys.version"))  # fmt: skip
    text = read(pdf(odd, run().as_at))
    assert squeezed('#panic("no")$x$*b*') in squeezed(text).replace("“", '"').replace(
        "”", '"'
    )
    assert "#sys.version" in text
