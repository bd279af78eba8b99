"""CSV tables of a known layout, whatever the export tool did to their headers."""

from pathlib import Path

import pytest

from tests.support.invented_returns import told, write
from trigpoint.records.delimited import read_delimited
from trigpoint.records.record import Reading
from trigpoint.records.tabular import Layout, key, layout_of, read_tabular

ENQUIRIES = Layout(
    name="enquiries",
    subject="section_47",
    columns={
        "Child_ID": "child_id",
        "Part": "extra.Part",
        "Began": "start_date",
        "Conference": "extra.Conference",
        "Needless": "conference_not_required",
    },
    needed=("Child_ID", "Began"),
    joined={"referral_id": ("child_id", "extra.Part")},
    prefix="enq",
    facts=(
        "initial_conference",
        {
            "child_id": "child_id",
            "referral_id": "referral_id",
            "conference_date": "extra.Conference",
        },
    ),
)


def reading(folder: Path, text: str) -> Reading:
    path = write(folder, text, "invented.csv")
    given = read_delimited(path)
    return read_tabular(
        given, told(path), layouts=(ENQUIRIES,), form="invented", source="council"
    )


def codes(made: Reading) -> list[str]:
    return [problem.code for problem in made.problems]


@pytest.mark.parametrize(
    "header",
    ["Child_ID,Part,Began,Conference,Needless", "child id ,PART,began,conference,needless",
     "enq_child_id,enq_part,ENQ_BEGAN,enq_conference,Needless"],
)  # fmt: skip
def test_headers_are_matched_by_normalised_name(tmp_path: Path, header: str) -> None:
    """Headers renamed in case, with trailing space, prefixed by the export tool."""
    assert layout_of(tuple(header.split(",")), (ENQUIRIES,)) == (1.0, ENQUIRIES)
    made = reading(tmp_path, f"{header}\n0012,1,2016-07-07,2016-07-26,0\n")
    (row,) = made.tables["section_47"].to_pylist()
    assert (row["child_id"], row["referral_id"]) == ("0012", "0012/1")
    assert row["conference_not_required"] == "false"
    assert codes(made) == []


def test_a_header_that_lacks_what_is_needed_is_another_table() -> None:
    """A wrong file for the slot is not this layout."""
    assert layout_of(("Child_ID", "Ended"), (ENQUIRIES,))[0] == 0.0


def test_missing_and_extra_columns_are_reported_and_kept(tmp_path: Path) -> None:
    """Column order changed, extra columns, fewer columns in another year."""
    made = reading(tmp_path, "Began,Ward,Child_ID\n2016-07-07,North,0012\n")
    assert codes(made) == ["columns_absent", "columns_extra"]
    assert made.absent == {"section_47": ("conference_not_required",)}
    assert made.extra == ("Ward",)
    table = made.tables["section_47"]
    assert table["extra.Ward"].to_pylist() == ["North"]
    assert "conference_not_required" not in table.column_names
    assert "initial_conference" not in made.tables


def test_a_fact_beside_a_row_is_staged_once_and_not_counted(tmp_path: Path) -> None:
    """A conference date is a thing of its own and no row of the file."""
    text = "Child_ID,Part,Began,Conference\n1,1,2016-07-07,2016-07-26\n"
    made = reading(tmp_path, text + "1,1,2016-07-09,2016-07-26\n2,1,2016-07-07,\n")
    assert len(made.tables["initial_conference"]) == 1
    assert (made.rows_received, made.rows_accepted, made.duplicates) == (3, 3, 0)


@pytest.mark.parametrize("first", [0, 1])
def test_an_unnamed_counting_column_is_no_column(tmp_path: Path, first: int) -> None:
    """Unnamed index column."""
    rows = "".join(f"{first + n},X{n},2016-07-07\n" for n in range(3))
    made = reading(tmp_path, f",Child_ID,Began\n{rows}")
    assert made.extra == ()
    text = ",Child_ID,Began\n7,X1,2016-07-07\n3,X2,2016-07-07\n"
    assert reading(tmp_path, text).extra == ("column 1",)


def test_blank_rows_are_counted_and_a_header_alone_is_a_table(tmp_path: Path) -> None:
    """Phantom empty rows; header-only file: columns received, no rows."""
    made = reading(tmp_path, "Child_ID,Began\n1,2016-07-07\n,\n,\n2,2016-07-08\n")
    assert made.rows_received == 2
    assert "blank_rows" in codes(made)
    none = reading(tmp_path, "Child_ID,Part,Began,Conference\n")
    assert (none.rows_received, none.rows_accepted) == (0, 0)
    assert len(none.tables["initial_conference"]) == 0


def test_a_key_has_no_case_spaces_or_punctuation() -> None:
    """`PL_POST`, `Pl post` and `plpost` are one header."""
    assert {key("PL_POST"), key("Pl post "), key("plpost")} == {"plpost"}
