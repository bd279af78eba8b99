"""A run held against the truth, and its doubtful links decided."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from trigpoint.cli.main import trigpoint
from trigpoint.synthetic import generation


def run(*words: object, typed: str = "") -> str:
    done = CliRunner().invoke(trigpoint, [str(word) for word in words], input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.output


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented force, inspected."""
    folder = tmp_path_factory.mktemp("scored")
    generation.generate(out=folder / "force", children=4000, seed=5, regime="before")
    run("inspect", folder / "force" / "extracts", "--out", folder / "run")
    return folder


def test_what_could_be_known_is_judged_right(place: Path) -> None:
    """No met duty is called missed or the other way, and at least 99% are right."""
    out = place / "score"
    said = run(
        "score", place / "run", "--truth", place / "force" / "truth", "--out", out
    )
    found = json.loads((out / "score.json").read_text(encoding="utf-8"))
    duties, links = found["duties"], found["links"]
    assert duties["knowable"] > 1000
    assert duties["met_missed_swaps"] == 0
    assert duties["right"] >= 0.99
    # Police themselves merge 3 children in 1,000 into a brother or sister; where no birth
    # date speaks against it, they are believed. Else nobody is joined wrongly.
    assert links["precision"] >= (
        0.985 if links["false_links_merged_by_police"] else 0.995
    )
    assert links["recall"] >= 0.9
    assert links["false_links_twins_siblings"] == 0
    assert links["false_links_merged_by_police"] <= 2
    assert found["chronology"]["of_written_in_chronology"] > 0.97
    assert found["chronology"]["of_pairs_in_true_order"] > 0.98
    assert found["chronology"]["pairs_in_true_order"] > 1000
    lists = found["lists"]
    assert 0 < lists["on_a_list"] < lists["exploited_children"]
    assert lists["on_a_list_and_seen"] <= lists["on_a_list"]
    assert len(duties["wrong"]) == sum(
        one.get("wrong", 0) for one in duties["by_standard"].values()
    )
    of_links = [one["links"] for one in duties["wrong"]]
    assert duties["wrong_of_merged_children"] == of_links.count("merged")
    assert duties["wrong_of_split_children"] == of_links.count("split")
    assert ("merged" in of_links) <= (links["precision"] < 1)
    assert found["change"] == {"regime": "before", "changes": False}
    assert "judged right" in said
    page = (out / "score.html").read_text(encoding="utf-8")
    assert "Invented data" in page
    assert "what truly happened" in page


def test_the_truth_says_which_duties_could_be_known(place: Path) -> None:
    """Each row: knowable or not; where it is, the outcome to expect."""
    text = (place / "force" / "truth" / "duty.csv").read_text(encoding="utf-8")
    head, *rows = text.splitlines()
    assert head.endswith("knowable,expected")
    outcomes = {row.rsplit(",", 1)[1] for row in rows}
    assert outcomes >= {"met", "late", "missed", "excepted", ""}


def test_without_a_truth_it_refuses(place: Path, tmp_path: Path) -> None:
    """A folder without one, said with what to give."""
    done = CliRunner().invoke(
        trigpoint, ["score", str(place / "run"), "--truth", str(tmp_path)]
    )
    assert "trigpoint synth" in str(done.exception)


def test_doubtful_links_are_decided_and_undone(place: Path, tmp_path: Path) -> None:
    """A decision is a line; the next run judges by it; a newer one undoes it."""
    file = tmp_path / "decisions.jsonl"
    asked = ("links", "review", place / "run", "--decisions", file)
    waiting = json.loads(run(*asked, "--json"))
    assert waiting
    assert all(
        one["band"] == "to_decide" and one["warnings"] is not None for one in waiting
    )
    said = run(*asked, "--by", "DS Example", typed="y\nn\ne\n")
    assert "2 decided" in said
    assert len(json.loads(run(*asked, "--json"))) == len(waiting) - 2
    run(
        "inspect", place / "force" / "extracts", "--out", tmp_path / "again",
        "--decisions", file,
    )  # fmt: skip
    import pyarrow.parquet as pq

    children = pq.read_table(tmp_path / "again" / "children.parquet").to_pylist()
    by_record = {row["source_id"]: row for row in children}
    first, second = waiting[0], waiting[1]
    joined = [by_record.get(first[side][1]) for side in ("one", "other")]
    if all(joined):
        assert joined[0]["child"] == joined[1]["child"]
        assert any("DS Example" in row["decided_by"] for row in joined)
    apart = [by_record.get(second[side][1]) for side in ("one", "other")]
    if all(apart):
        assert apart[0]["child"] != apart[1]["child"]
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2


def test_the_costs_are_kept_with_the_run_and_shown(place: Path, tmp_path: Path) -> None:
    """Those of the program, or those that a force set; what is none is refused."""
    said = run("links", "review", place / "run", "--by", "DS Example", typed="e\n")
    assert "a false link 100, a missed link 1, reading a pair 0.5" in said
    from tests.support.small_force import write_small_force

    extracts = write_small_force(tmp_path)
    asked = (
        "inspect",
        extracts,
        "--link-costs",
        "400:1:0.25",
        "--out",
        tmp_path / "run",
    )
    run(*asked)
    said = run("links", "review", tmp_path / "run", "--by", "DS Example")
    assert "a false link 400" in said
    assert "linked from 0.998" in said
    refused = CliRunner().invoke(
        trigpoint,
        [
            "inspect",
            str(extracts),
            "--link-costs",
            "many",
            "--out",
            str(tmp_path / "x"),
        ],
    )
    assert "no set of costs" in str(refused.exception)
    assert not (tmp_path / "x").exists()


def test_a_spoilt_file_of_decisions_is_refused(tmp_path: Path) -> None:
    """With the line, and nothing written."""
    file = tmp_path / "decisions.jsonl"
    file.write_text('{"decision": "PERHAPS"}\n', encoding="utf-8")
    (tmp_path / "extracts").mkdir()
    from trigpoint.records.record import Refusal
    from trigpoint.services.link_decisions import load_decisions

    with pytest.raises(Refusal, match="line 1: no decision"):
        load_decisions(file)
