"""The parts a report is built of; the web page and the PDF are two drawings of them.

A `Prose` is a tuple of runs of text, each of which may link to a list. Nothing here
knows HTML or Typst.
"""

from dataclasses import dataclass

from trigpoint.estimates.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Run:
    """Some text; `href` is a path beside the report, or #anchor, or ""."""

    text: str
    href: str = ""
    strong: bool = False


Prose = tuple[Run, ...]


def prose(*pieces: "str | Run | Prose") -> Prose:
    """Texts, runs and proses as one prose."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, str):
            runs.append(Run(piece))
        elif isinstance(piece, Run):
            runs.append(piece)
        else:
            runs.extend(piece)
    return tuple(run for run in runs if run.text)


def plain(words: Prose) -> str:
    """The text alone."""
    return "".join(run.text for run in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`kind`: "" ordinary, "lead" the finding itself, "note" small, "absent" no data."""

    words: Prose
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A boxed warning."""

    title: str
    words: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading:
    """A heading within a section."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A bulleted list."""

    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table's column; a number is set flush right."""

    name: str
    number: bool = False
    #: A time or a reference: never broken over lines.
    fixed: bool = False
    #: Running text: kept wide enough to read on a telephone.
    long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The first column of every row is its heading."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Prose, ...], ...]
    note: str = ""
    #: Under a chart: the same figures for those who would rather read them.
    beneath_chart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn chart: its title states the finding; `table` holds what it shows.

    `wide` and `narrow` are the same chart as SVG for a page and for a telephone.
    """

    slug: str
    title: str
    alternative: str
    wide: str
    narrow: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A standard as the report shows it: a heading, a line of marks, and terms."""

    title: str
    anchor: str
    marks: tuple[str, ...]
    terms: tuple[tuple[str, Prose], ...]


Block = Paragraph | Notice | Subheading | Items | Table | Picture | Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered section of the report."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One of the three large figures of the first screen."""

    label: str
    number: Run
    words: Prose
    #: "risk" takes the one accent colour.
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """One of the five rows: the finding, its rate on the shared axis, spread, change."""

    title: str
    anchor: str
    words: Prose
    rate: Estimate | None
    rate_href: str
    spread: Prose
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that the page and the PDF show, in order."""

    force: str
    invented: bool
    period: str
    as_known: str
    version: str
    standards_version: str
    sentence: Prose
    tiles: tuple[Tile, ...]
    look_now: tuple[Block, ...]
    weaknesses: tuple[Weakness, ...]
    sections: tuple[Section, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """What every page says of itself."""
        invented = ("Invented data: no real child, officer or place",)
        return ("Not for publication", *(invented if self.invented else ()))
