"""The invented run's report, composed once for all tests that read it."""

from functools import cache

from tests.support.material import material
from trigpoint.publication import report
from trigpoint.publication.case_lists import CaseLists
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.material import RunMaterial
from trigpoint.publication.parts import (
    Block,
    Card,
    Items,
    Notice,
    Paragraph,
    Picture,
    Report,
    Section,
    Subheading,
    Table,
    plain,
)


@cache
def run() -> RunMaterial:
    """A run of eighty invented children."""
    return material(children=80)


@cache
def evidence() -> Evidence:
    """That run, counted, with references that open the child's page."""
    return Evidence(run(), CaseLists(run(), with_cases=True))


@cache
def composed() -> Report:
    """The report of that run."""
    return report.compose(evidence())


def bare(**more: object) -> Evidence:
    """A run in which nothing was found."""
    empty = {
        "judgements": run().judgements.slice(0, 0),
        "chronology": run().chronology.slice(0, 0),
    }
    names = ("force", "invented", "version", "as_at", "children", "standards")
    kept = {name: getattr(run(), name) for name in names}
    nothing = RunMaterial(**{**kept, **empty, **more})
    return Evidence(nothing, CaseLists(nothing, with_cases=False))


def words(section: Section) -> str:
    """Every text of a section, block after block."""
    return "\n".join(_words(block) for block in section.blocks)


def tables(section: Section) -> list[Table]:
    """Every table of a section, those beneath charts too."""
    found = []
    for block in section.blocks:
        if isinstance(block, Table):
            found.append(block)
        if isinstance(block, Picture):
            found.append(block.table)
    return found


def pictures(section: Section) -> dict[str, Picture]:
    """Every chart of a section, by its slug."""
    return {block.slug: block for block in section.blocks if isinstance(block, Picture)}


def cells(table: Table) -> list[list[str]]:
    """The table's rows as text."""
    return [[plain(cell) for cell in row] for row in table.rows]


def rows() -> list[dict[str, object]]:
    """Every judgement of the run, as plain rows."""
    return (
        run()
        .judgements.drop_columns(["triggered_at", "due_at", "fulfilled_at"])
        .to_pylist()
    )


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return plain(block.words)
    if isinstance(block, Notice):
        return f"{block.title}. {plain(block.words)}"
    if isinstance(block, Subheading):
        return block.text
    if isinstance(block, Items):
        return "\n".join(plain(item) for item in block.items)
    if isinstance(block, Table):
        return "\n".join([block.caption, *(" | ".join(row) for row in cells(block))])
    if isinstance(block, Picture):
        return f"{block.title}\n{_words(block.table)}"
    assert isinstance(block, Card)
    return "\n".join(
        [block.title, *block.marks, *(plain(told) for _, told in block.terms)]
    )
