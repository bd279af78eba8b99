"""The chart of shares."""

from trigpoint.estimates.proportion import wilson
from trigpoint.publication.charts import shares
from trigpoint.publication.drawing import svg
from trigpoint.publication.sections.share_rows import share_row

ROWS = [share_row("Police", wilson(3, 9)), share_row("Health", wilson(9, 9))]


def test_every_row_carries_its_label_and_its_interval() -> None:
    """Each share is drawn with how many it is of."""
    drawn = svg(shares.describe(ROWS, width=700), "t")
    assert "33% of 9" in drawn
    assert "100% of 9" in drawn


def test_groups_share_one_axis() -> None:
    """Each group is a part of its own, on the same scale from 0 to 100%."""
    rows = [row | {"kind": kind} for kind in ("A", "B") for row in ROWS]
    made = shares.describe(rows, width=700, group="kind")
    parts = made["vconcat"]
    assert [part["title"]["text"] for part in parts] == ["A", "B"]
    domains = [part["layer"][0]["encoding"]["x"]["scale"]["domain"] for part in parts]
    assert domains == [[0, 1], [0, 1]]


def test_a_long_title_is_broken_on_a_telephone() -> None:
    """Nothing of it runs out of the picture."""
    kind = "Cases that had a risk not seen or not acted on"
    rows = [row | {"kind": kind} for row in ROWS]
    narrow = shares.describe(rows, width=340, group="kind")["vconcat"][0]
    assert len(narrow["title"]["text"]) == 2
    wide = shares.describe(rows, width=760, group="kind")["vconcat"][0]
    assert wide["title"]["text"] == kind
