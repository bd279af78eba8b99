"""The run, counted once."""

from collections import Counter

from tests.support.composed import evidence, rows, run


def test_rows_are_chosen_by_every_column_asked_for() -> None:
    """Choosing by standard, outcome and place gives the rows that a plain loop finds."""
    wanted = {
        "standard": "cse-flag",
        "outcome": ("late", "missed"),
        "district": "Lakeside",
    }
    by_hand = [
        n for n, row in enumerate(rows())
        if row["standard"] == "cse-flag" and row["outcome"] in ("late", "missed")
        and row["district"] == "Lakeside"
    ]  # fmt: skip
    assert by_hand
    assert sorted(evidence().where(**wanted).tolist()) == by_hand


def test_several_standards_can_be_chosen_at_once() -> None:
    """A choice of two standards holds the rows of both and of no other."""
    two = ("cse-flag", "cse-screening")
    chosen = run().judgements.take(evidence().where(standard=two))
    assert set(chosen["standard"].to_pylist()) == set(two)
    assert len(chosen) == sum(row["standard"] in two for row in rows())


def test_children_are_counted_once_each() -> None:
    """A child with many late duties is one child."""
    late = evidence().where(outcome="late")
    by_hand = {row["child"] for row in rows() if row["outcome"] == "late"}
    assert evidence().children(late) == len(by_hand)


def test_police_counts_hold_no_partner_s_duty() -> None:
    """The headline counts police duties alone."""
    by_hand = Counter(
        row["outcome"] for row in rows() if row["duty_holder"] == "POLICE"
    )
    assert evidence().police.met == by_hand["met"]
    assert evidence().police.occasions == sum(by_hand.values())


def test_a_number_links_to_as_many_cases_as_it_says() -> None:
    """The list behind an outcome holds exactly that many judgements."""
    run_ = evidence().outcome("cse-flag", "late")
    name = run_.href.removeprefix("lists/").removesuffix(".html")
    (kept,) = [one for one in evidence().lists if one.name == name]
    assert str(len(kept.rows)) == run_.text
    assert evidence().title("never-heard-of") == "never-heard-of"
