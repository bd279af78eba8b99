"""The column names of the inspection workbook."""

from trigpoint.synthetic.annex_a_columns import COLUMNS


def test_the_lists_have_as_many_columns_as_published() -> None:
    """7, 8, 11, 12, 14, 14, 17, 34, 13, 16 and 19 columns."""
    counts = [len(columns) for columns in COLUMNS.values()]
    assert counts == [7, 8, 11, 12, 14, 14, 17, 34, 13, 16, 19]


def test_no_list_names_a_column_twice() -> None:
    """Names within a list differ."""
    assert all(len(set(columns)) == len(columns) for columns in COLUMNS.values())
