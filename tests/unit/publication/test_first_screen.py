"""The first screen, against the rows themselves."""

from collections import Counter

from tests.support.composed import bare, cells, composed, evidence, rows
from trigpoint.publication import first_screen
from trigpoint.publication.parts import Paragraph, Table, plain
from trigpoint.standards.language import FollowedBy

POLICE = [row for row in rows() if row["duty_holder"] == "POLICE"]


def test_the_sentence_s_numbers_are_the_rows_own() -> None:
    """Late or not at all, judged, of risk, untold: police duties only."""
    outcomes = Counter(row["outcome"] for row in POLICE)
    judged = outcomes["met"] + outcomes["late"] + outcomes["missed"]
    risk = sum(row["fault"] == "risk" for row in POLICE)
    assert plain(composed().sentence) == (
        f"In {outcomes['late'] + outcomes['missed']:,} of {judged:,} police duties judged, "
        f"protection came late or not at all; {risk:,} were failures to see or act on "
        f"risk; {outcomes['cannot_tell']:,} cannot be told from these records."
    )
    assert sum(bool(run.href) for run in composed().sentence) == 4


def test_the_tiles_part_risk_from_procedure() -> None:
    """Risk and procedural failures are counted apart, with their children."""
    risk, procedural, untold = composed().tiles
    children = {row["child"] for row in POLICE if row["fault"] == "risk"}
    assert f"for {len(children)} children" in plain(risk.words)
    failed = sum(row["fault"] == "procedural" for row in POLICE)
    assert procedural.number.text == f"{failed:,}"
    assert (risk.tone, procedural.tone) == ("risk", "")
    assert "would lie between" in plain(untold.words)


def test_open_risk_is_what_can_still_be_done_newest_first() -> None:
    """Missed duties of risk, and those waiting; none that only the record itself shows."""
    follow = {
        one.slug
        for one in evidence().standards.values()
        if isinstance(one.expects, FollowedBy)
    }
    risk = {one.slug for one in evidence().standards.values() if one.fault == "risk"}
    open_ = [
        row for row in POLICE
        if row["standard"] in follow and (
            (row["outcome"] == "missed" and row["fault"] == "risk")
            or (row["outcome"] == "not_yet_due" and row["standard"] in risk)
        )
    ]  # fmt: skip
    words, table = composed().look_now
    assert isinstance(words, Paragraph)
    assert isinstance(table, Table)
    assert plain(words.words).startswith(f"{len(open_)} risk duties")
    assert len(table.rows) == min(first_screen.SHOWN, len({r["child"] for r in open_}))
    assert "score" not in [column.name.lower() for column in table.columns]
    named = {row[0] for row in cells(table)}
    assert named <= {row["child"] for row in open_}


def test_there_are_five_rows_on_one_axis() -> None:
    """One row for each weakness, each with rate, interval, spread and change."""
    titles = [row.title for row in composed().weaknesses]
    assert titles == [
        "First assessment", "Protective plans", "Exploitation", "Missing", "Specialists",
    ]  # fmt: skip
    for row in composed().weaknesses:
        assert row.rate is not None
        assert row.rate.known
        assert row.change == "First measurement"
        assert "districts" in plain(row.spread)


def test_a_run_that_found_nothing_says_so_in_each_place() -> None:
    """No occasion: no rate of 0 and no empty table, but words."""
    nothing = bare()
    assert "No police duty" in plain(first_screen.opening(nothing))
    (words,) = first_screen.look_now(nothing)
    assert isinstance(words, Paragraph)
    assert all(row.rate is None for row in first_screen.weaknesses(nothing))
    assert [tile.number.text for tile in first_screen.tiles(nothing)] == ["0", "0", "0"]
