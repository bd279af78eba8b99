"""The web pages."""

import pytest

from tests.support.composed import composed
from trigpoint.publication import page
from trigpoint.publication.parts import (
    Card,
    Column,
    Items,
    Notice,
    Paragraph,
    Run,
    Subheading,
    Table,
    prose,
)


def drawn(block: object) -> str:
    template = page.environment().from_string(
        '{% import "parts.html" as parts %}{{ parts.draw(block) }}'
    )
    return " ".join(template.render(block=block).split())


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Paragraph(words=prose("a", Run("b", "b.html"))), '<p>a<a href="b.html">b</a></p>'),
        (Paragraph(words=prose("a"), kind="absent"), '<p class="absent">a</p>'),
        (Notice(title="T", words=prose("w")), '<p class="notice-title">T</p>'),
        (Subheading(text="S", anchor="s"), '<h3 id="s">S</h3>'),
        (Items(items=(prose("one"),)), "<ul><li>one</li></ul>"),
        (Card(title="C", anchor="c", marks=("m",), terms=(("t", prose("w")),)),
         "<dt>t</dt><dd>w</dd>"),
    ],
)  # fmt: skip
def test_each_part_is_drawn(block: object, said: str) -> None:
    """Every kind of part has a drawing of its own."""
    assert said in drawn(block)


def test_a_table_says_what_its_cells_are_headed_by() -> None:
    """Caption, column headings and row headings, each with its scope."""
    table = Table(
        caption="C",
        columns=(Column(name="Duty"), Column(name="Met", number=True)),
        rows=((prose("x"), prose("1")),),
    )
    text = drawn(table)
    assert "<caption>C</caption>" in text
    assert '<th scope="col">Duty</th>' in text
    assert '<th scope="row">x</th>' in text
    assert '<td class="number">1</td>' in text


def test_a_record_s_text_is_never_markup() -> None:
    """A force whose name holds markup is shown as written."""
    assert "<i>" not in drawn(Paragraph(words=prose("<i>Fellshire</i>")))


def test_the_page_needs_no_network() -> None:
    """No address outside the page stands in it, but for names of vocabularies."""
    text = page.report_page(composed()).replace("http://www.w3.org", "")
    assert "http://" not in text
    assert "https://" not in text
    assert "@import" not in text
