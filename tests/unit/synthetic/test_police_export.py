"""The police files, of both versions of the profile."""

from tests.support import invented_county
from trigpoint.records.subjects import SUBJECTS
from trigpoint.synthetic import police_export


def test_the_columns_are_those_of_the_profile() -> None:
    """Every file has the columns its staged table knows, and no other."""
    for name, header in police_export.HEADERS.items():
        assert header == tuple(column.name for column in SUBJECTS[name].columns)
    folder = invented_county.written() / "extracts" / "police"
    assert {path.stem for path in folder.iterdir()} == set(police_export.HEADERS)


def test_every_row_names_its_invented_source() -> None:
    """source_system says that the force is invented, on every row."""
    for name in police_export.HEADERS:
        for row in invented_county.police(name):
            assert "invented" in row["source_system"]


def test_what_a_row_points_to_is_there() -> None:
    """Notices name occurrences, follow-ups name discussions, people have records."""
    nominals = {row["nominal_id"] for row in invented_county.police("nominal")}
    occurrences = {row["occ_id"] for row in invented_county.police("occurrence")}
    for row in invented_county.police("safeguarding_notice"):
        assert row["nominal_id"] in nominals
    named = [row["occ_id"] for row in invented_county.police("occ_person")]
    assert set(named) <= occurrences
    discussions = {
        row["sd_id"] for row in invented_county.police("strategy_discussion")
    }
    for row in invented_county.police("strategy_discussion"):
        assert row["follows_sd_id"] in discussions | {""}
