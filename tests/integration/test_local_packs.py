"""A force's own standards: checked with messages that teach, previewed, judged by."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.support.small_force import write_small_force
from trigpoint.cli.main import trigpoint

PACK = """
name = "Fellshire local standards (invented)"
reviewed_by = "Ch Insp Example"

[[adjust]]
slug = "missing-risk-assessment"
version = 2
[adjust.expects.within]
microseconds = "PT4H"

[[standard]]
slug = "local-found-within-a-day"
version = 1
code = "L1"
title = "A missing child is found within a day"
area = "missing"
duty_holder = "POLICE"
in_force_from = 2010-01-01
fault = "procedural"
[standard.source]
instrument = "Fellshire missing persons procedure (invented)"
provision = "within a day"
site = ""
standing = "local"
confirmed = true
[standard.applies_to]
each = [{ kinds = ["MISSING_REPORTED"] }]
[standard.expects]
is = "FollowedBy"
acts = [{ kinds = ["MISSING_RETURNED"], same = {} }]
within = { is = "Elapsed", microseconds = "P1D" }
"""

COLOUR = 'each = [{ where = { is = "Is", fact = "colour", values = ["red"] }, kinds'


def run(*words: object) -> str:
    done = CliRunner().invoke(trigpoint, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), (
        done.exception
    )
    return done.output


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    extracts = write_small_force(folder)
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    run("inspect", extracts, "--out", folder / "run")
    return folder


def test_a_pack_is_said_back_in_plain_words(place: Path) -> None:
    """What it adds and what it sets, as it would be judged."""
    said = run("standards", "check", place / "pack.toml")
    assert "1 set otherwise, 1 of the force's own" in said
    assert "within 4 hours" in said
    assert "A missing child is found within a day." in said
    assert "Local: a default that a force can set, not law" in said


def test_a_preview_names_what_flips(place: Path) -> None:
    """Graded three hours after the report: late before, met by the force's own limit."""
    found = json.loads(
        run(
            "standards",
            "preview",
            "missing-risk-assessment",
            place / "pack.toml",
            "--on",
            place / "run",
            "--json",
        )  # fmt: skip
    )
    by_slug = {one["slug"]: one for one in found}
    changed = by_slug["missing-risk-assessment"]
    assert {"old": "late", "new": "met", "duties": 1} in changed["outcomes"]
    assert changed["flipped"] == 1
    own = by_slug["local-found-within-a-day"]
    assert all(one["old"] == "no occasion" for one in own["outcomes"])
    said = run(
        "standards", "preview", "missing-risk-assessment", place / "pack.toml",
        "--on", place / "run",
    )  # fmt: skip
    assert "would flip" in said
    assert "- Expects: " in said


def test_a_run_is_judged_by_the_pack(place: Path) -> None:
    """The force's own standard stands beside the library; its limit counts."""
    import pyarrow.parquet as pq

    run(
        "inspect", place / "extracts", "--out", place / "again",
        "--standards", place / "pack.toml",
    )  # fmt: skip
    rows = pq.read_table(place / "again" / "judgements.parquet").to_pylist()
    mine = [row for row in rows if row["standard"] == "local-found-within-a-day"]
    assert {row["outcome"] for row in mine} == {"met"}
    graded = [row for row in rows if row["standard"] == "missing-risk-assessment"]
    assert {row["version"] for row in graded} == {2}
    assert {row["outcome"] for row in graded} == {"met"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('reviewed_by = "Ch Insp Example"', "", "reviewed_by is not there"),
        ('kinds = ["MISSING_REPORTED"]', 'kinds = ["MISSING_REPORT"]', "MISSING_REPORTED?"),
        ('is = "Elapsed"', 'is = "Elapse"', "did you mean Elapsed?"),
        ('microseconds = "P1D"', 'microseconds = "one day"', 'a duration such as "PT24H"'),
        ("title =", "titel =", "Did you mean title?"),
        ("version = 2", "version = 1", "is version 2"),
        ('standing = "local"', 'standing = "law"', "never law"),
        ('slug = "missing-risk-assessment"', 'slug = "icpc-15-working-days"', "cannot set"),
        ('slug = "missing-risk-assessment"', 'slug = "no-such"', "the library has no no-such"),
        ('slug = "local-found-within-a-day"', 'slug = "cse-flag"', "Choose another slug"),
        ("[[adjust]]", "[[adjusted]]", "nobody knows 'adjusted'"),
        ("each = [{ kinds", COLOUR, "colour"),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """Where, what stands there, and what may."""
    assert old in PACK
    path = tmp_path / "pack.toml"
    path.write_text(PACK.replace(old, new, 1), encoding="utf-8")
    done = CliRunner().invoke(trigpoint, ["standards", "check", str(path)])
    assert "pack.toml" in str(done.exception)
    assert said in str(done.exception)
