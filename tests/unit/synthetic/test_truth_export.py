"""The truth beside the extracts."""

import hashlib
import json

from tests.support import invented_county


def test_the_manifest_names_seed_knobs_and_hashes() -> None:
    """Anybody can make the same county again and check every file."""
    folder = invented_county.written()
    manifest = json.loads((folder / "truth" / "manifest.json").read_text())
    assert (manifest["seed"], manifest["regime"]) == (1, "before")
    assert manifest["knobs"]["practice"]["conference"]["police_report"] == 0.5
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert "extracts/police/missing.csv" in manifest["files"]


def test_hard_pairs_that_are_not_one_child_are_listed() -> None:
    """Brothers and sisters stand there as false, second records as true."""
    kinds = {(row["kind"], row["same"]) for row in invented_county.truth("link_pairs")}
    assert {("sibling", "false"), ("agencies", "true"), ("second", "true")} <= kinds


def test_whom_police_merged_wrongly_is_told_apart() -> None:
    """As many as the files show: a second record merged into a brother's or sister's."""
    folder = invented_county.written(20_000, 2)
    people = invented_county.rows(folder / "truth" / "person.csv")
    own = {one["police_second_id"]: one["police_id"] for one in people}
    rows = invented_county.rows(folder / "extracts" / "police" / "nominal.csv")
    wrong = {
        frozenset((own[row["nominal_id"]], row["merged_into"]))
        for row in rows
        if row["merged_into"] and row["merged_into"] != own.get(row["nominal_id"])
    }
    assert len(wrong) >= 3
    told = {
        frozenset((row["one"], row["other"]))
        for row in invented_county.rows(folder / "truth" / "link_pairs.csv")
        if row["kind"] == "merged by police"
    }
    assert told == {frozenset(f"police:{one}" for one in pair) for pair in wrong}


def test_an_exploited_child_on_no_list_is_hidden() -> None:
    """Hidden means neither police nor council list the child."""
    for row in invented_county.truth("cse"):
        listed = "true" in (row["police_list"], row["council_list"])
        assert row["hidden"] == ("false" if listed else "true")


def test_the_suspects_of_a_network_are_told_with_its_children() -> None:
    """Each is of a network that exploits a child, and is on police's records alone."""
    rows = invented_county.truth("cse")
    networks = {row["network"] for row in rows if row["role"] != "suspect"}
    suspects = [row for row in rows if row["role"] == "suspect"]
    assert all(row["network"] in networks for row in suspects)
    assert all(
        (row["police_list"], row["hidden"]) == ("true", "false") for row in suspects
    )


def test_no_extract_holds_a_true_number() -> None:
    """Nothing in the extracts names a child by its number in the truth."""
    people = {row["person"] for row in invented_county.truth("person")}
    for path in (invented_county.written() / "extracts").rglob("*.csv"):
        words = set(path.read_text(encoding="utf-8-sig").replace("\n", ",").split(","))
        assert not words & people
