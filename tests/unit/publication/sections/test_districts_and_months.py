"""Districts and months."""

from tests.support.composed import bare, cells, evidence, pictures, words
from trigpoint.publication.parts import Items, Picture
from trigpoint.publication.sections.districts_and_months import section


def test_the_test_of_difference_comes_before_any_district() -> None:
    """Chi-square, chance and spread are told first, for each of the five."""
    blocks = section(evidence()).blocks
    tests = next(n for n, block in enumerate(blocks) if isinstance(block, Items))
    chart = next(n for n, block in enumerate(blocks) if isinstance(block, Picture))
    assert tests < chart
    assert words(section(evidence())).count("chi-square") == 5


def test_districts_stand_in_alphabetical_order_without_rank() -> None:
    """The table's rows go by name, each rate linked to its cases; no district is left unnamed."""
    table = pictures(section(evidence()))["districts"].table
    names = [row[0] for row in cells(table)]
    assert names == sorted(names)
    assert "Not recorded" not in names
    linked = [run.href for row in table.rows for cell in row[1:] for run in cell]
    assert all(href.startswith("lists/") for href in linked if href)
    assert "rank" not in [column.name.lower() for column in table.columns]


def test_risk_has_a_chart_of_its_own() -> None:
    """Duties met, and failures of risk, are drawn apart against the same months."""
    found = pictures(section(evidence()))
    met, risk = cells(found["months-met"].table), cells(found["months-risk"].table)
    assert [row[0] for row in met] == [row[0] for row in risk]
    assert [row[2] for row in met] == [row[2] for row in risk]
    assert [row[5] for row in met][:12] == ["baseline"] * 12


def test_too_little_to_compare_is_said() -> None:
    """Without districts, and without months enough, the part says so."""
    said = words(section(bare()))
    assert "No source held districts to compare." in said
    assert "Too few months" in said
