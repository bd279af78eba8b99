"""The files of the profile's second version, as written."""

from tests.support import invented_county
from trigpoint.synthetic.deeds_export import HEADERS


def test_every_row_points_to_what_is_there() -> None:
    """Responses name occurrences and episodes, steps investigations, reviews detentions."""
    there = {
        "occ_id": {row["occ_id"] for row in invented_county.police("occurrence")},
        "misper_id": {row["misper_id"] for row in invented_county.police("missing")},
        "inv_id": {row["inv_id"] for row in invented_county.police("investigation")},
        "custody_id": {
            row["custody_id"] for row in invented_county.police("detention")
        },
    }
    lost = 0
    for name in HEADERS:
        for row in invented_county.police(name):
            for column, known in there.items():
                if column in row and name != "detention":
                    assert row[column]
                    lost += row[column] not in known
    # A row may be entered although the one that it names never was; that is rare.
    assert lost <= 3


def test_numbers_are_not_used_twice() -> None:
    """A number of its own is one row."""
    for name in ("police_protection", "detention", "escalation", "plan_action"):
        rows = invented_county.police(name)
        first = HEADERS[name][0]
        assert len({row[first] for row in rows}) == len(rows)
