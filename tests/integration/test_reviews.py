"""A review as a chief officer runs it: two windows of one force, and two audits."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from trigpoint.cli.main import trigpoint
from trigpoint.synthetic import generation

ROUNDS = {"before": ("2016-07-01", "2017-05-01"), "after": ("2017-08-01", "2018-06-01")}


def run(*words: object) -> str:
    done = CliRunner().invoke(trigpoint, [str(word) for word in words])
    assert done.exception is None or done.exit_code in (0, 1), done.output
    return done.output


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A force whose record improves and whose practice does not, inspected twice."""
    folder = tmp_path_factory.mktemp("rounds")
    generation.generate(
        out=folder / "force", children=2500, seed=11, regime="decoy-records"
    )
    for name, (start, end) in ROUNDS.items():
        run(
            "inspect", folder / "force" / "extracts", "--out", folder / name,
            "--from", start, "--to", end,
        )  # fmt: skip
    return folder


def test_a_better_record_is_not_called_an_improvement(runs: Path) -> None:
    """The recording guard speaks, and the machine's answer has what was promised."""
    found = json.loads(run("review", runs / "before", runs / "after", "--json"))
    assert found["verdict"] != "improved"
    guards = {one["name"]: one for one in found["guards"]}
    assert guards["recording"]["fired"]
    assert {"before", "after", "difference", "low", "high"} <= set(found["risk"])
    assert {"before", "after", "difference", "low", "high"} <= set(found["procedural"])
    assert 0 < found["power"] < 1
    assert found["invented"]


def test_the_page_and_the_words_say_the_same(runs: Path) -> None:
    """With --out a page and its figures; refused where something lies already."""
    out = runs / "review"
    said = run("review", runs / "before", runs / "after", "--out", out)
    page = (out / "review.html").read_text(encoding="utf-8")
    verdict = said.splitlines()[1].capitalize()
    assert f"<span>{verdict}</span>" in page
    assert "Invented data" in page
    assert json.loads((out / "review.json").read_text(encoding="utf-8"))["guards"]
    again = CliRunner().invoke(
        trigpoint,
        ["review", str(runs / "before"), str(runs / "after"), "--out", str(out)],
    )
    assert "is not empty" in str(again.exception)


def test_partners_duties_are_compared_apart(runs: Path) -> None:
    """The council's cases are other cases."""
    police = json.loads(run("review", runs / "before", runs / "after", "--json"))
    council = json.loads(
        run("review", runs / "before", runs / "after", "--agency", "LA", "--json")
    )
    assert police["risk"]["cases"] != council["risk"]["cases"]


def test_a_standard_defined_otherwise_is_left_out(runs: Path, tmp_path: Path) -> None:
    """One round judged by another definition of one standard: named, and not compared."""
    import shutil

    import pyarrow.parquet as pq

    changed = tmp_path / "changed"
    shutil.copytree(runs / "before", changed, ignore=shutil.ignore_patterns("lists"))
    table = pq.read_table(changed / "log.parquet")
    about = json.loads(table.schema.metadata[b"trigpoint"])

    def thresholds(library: dict[str, str]) -> dict[str, object]:
        metadata = {b"trigpoint": json.dumps({**about, "library": library}).encode()}
        pq.write_table(table.replace_schema_metadata(metadata), changed / "log.parquet")
        found = json.loads(run("review", changed, runs / "after", "--json"))
        (guard,) = (one for one in found["guards"] if one["name"] == "thresholds")
        return guard

    guard = thresholds({**about["library"], "missing-risk-assessment": "another"})
    assert guard["fired"]
    assert "missing-risk-assessment (defined otherwise)" in str(guard["says"])
    # A run of an older version kept no library: nothing is left out for want of it.
    assert not thresholds({})["fired"]


def test_two_audits(tmp_path: Path) -> None:
    """Files with a grade for each case: the paths name what is wrong with them."""
    for name, bad in (("one", 28), ("two", 6)):
        rows = [f"{name}{n},{'inadequate' if n < bad else 'good'}" for n in range(60)]
        (tmp_path / f"{name}.csv").write_text(
            "case,grade\n" + "\n".join(rows), encoding="utf-8"
        )
    said = run("review", tmp_path / "one.csv", tmp_path / "two.csv")
    assert said.startswith("IMPROVED")
    mixed = CliRunner().invoke(
        trigpoint, ["review", str(tmp_path), str(tmp_path / "two.csv")]
    )
    assert "two run folders, or two audit files" in str(mixed.exception)


def graded(run_folder: Path, path: Path, poor_of: int) -> Path:
    """A sample of a run's cases, graded by force and inspector, as plan-audit draws it."""
    import pyarrow.parquet as pq

    rows = pq.read_table(run_folder / "judgements.parquet").to_pylist()
    cases = sorted(
        {
            row["child"]
            for row in rows
            if row["duty_holder"] == "POLICE" and row["outcome"] in ("met", "missed")
        }
    )[:40]
    lines = [
        f"{case},all,0.25,s,good,{'inadequate' if n % 4 < poor_of else 'good'}"
        for n, case in enumerate(cases)
    ]
    head = "case,stratum,chance,seed,force_grade,inspector_grade"
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return path


def test_people_s_grades_stand_beside_the_change_in_all_cases(
    runs: Path, tmp_path: Path
) -> None:
    """On the page, in the words and for machines; and force and inspector are compared."""
    files = (
        "--audit-before", graded(runs / "before", tmp_path / "one.csv", 3),
        "--audit-after", graded(runs / "after", tmp_path / "two.csv", 1),
    )  # fmt: skip
    asked = ("review", runs / "before", runs / "after", *files)
    said = run(*asked, "--out", tmp_path / "page")
    page = (tmp_path / "page" / "review.html").read_text(encoding="utf-8")
    found = json.loads(run(*asked, "--json"))
    sample = found["audited_sample"]
    assert sample["difference"] == pytest.approx(
        sample["after"]["share"]["value"] - sample["before"]["share"]["value"]
    )
    assert sample["low"] < sample["difference"] < sample["high"]
    assert "By people's grades of a sample" in said
    assert "would be graded inadequate by people" in page
    assert [one["graded_down"] for one in found["graders"]] == [30, 10]
    assert "30 lower than the force and 0 higher" in said
    assert "Graded by the force (rows)" in page
    alone = json.loads(run("review", runs / "before", runs / "after", "--json"))
    assert alone["verdict"] == found["verdict"]
    assert alone["audited_sample"] is None
    lone = CliRunner().invoke(trigpoint, [str(word) for word in asked[:5]])
    assert "together, or neither" in lone.output


def test_areas_are_a_chart_and_procedure_is_no_risk(runs: Path, tmp_path: Path) -> None:
    """Two pictures; what each guard does; and the second share is not called the first."""
    run("review", runs / "before", runs / "after", "--out", tmp_path / "page")
    page = (tmp_path / "page" / "review.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert "By area" in page
    assert "Procedure is not risk" in page
    assert "Nothing; could qualify" in page
    found = json.loads(run("review", runs / "before", runs / "after", "--json"))
    procedural = found["procedural"]
    assert procedural["bounds_with_cannot_tell"][0] <= procedural["difference"]
    assert {"frames", "paired", "vetoed_by", "errors"} <= set(procedural)


def test_an_audit_planned_and_drawn(tmp_path: Path) -> None:
    """The size, the strata, and the same draw for anybody."""
    frame = tmp_path / "frame.csv"
    rows = [f"F{n},{'plans' if n % 4 else 'missing'}" for n in range(400)]
    frame.write_text("case,stratum\n" + "\n".join(rows), encoding="utf-8")
    asked = ("plan-audit", "--share", "0.4", "--change", "-0.2", "--frame", frame)
    said = run(*asked, "--seed", "1 June 2017", "--out", tmp_path / "draw.csv")
    assert "cases in each round show a change from 40% to 20%" in said
    drawn = (tmp_path / "draw.csv").read_text(encoding="utf-8").splitlines()
    assert 80 <= len(drawn) - 1 <= 90
    again = json.loads(run(*asked, "--seed", "1 June 2017", "--json"))
    assert [one["case"] for one in again["drawn"]] == [
        line.split(",")[0] for line in drawn[1:]
    ]
    refused = CliRunner().invoke(trigpoint, [str(word) for word in asked])
    assert "give --seed" in str(refused.exception)


def test_an_audit_is_drawn_from_a_run(runs: Path, tmp_path: Path) -> None:
    """Of its children with a duty of police, by district; a folder that is none is refused."""
    asked = ("plan-audit", "--share", "0.4", "--change", "-0.2", "--seed", "noon")
    found = json.loads(run(*asked, "--frame", runs / "before", "--json"))
    judged = pq.read_table(runs / "before" / "judgements.parquet").to_pylist()
    police = {row["child"] for row in judged if row["duty_holder"] == "POLICE"}
    assert sum(found["sizes"].values()) == len(police)
    assert len(found["sizes"]) >= 6
    assert {one["case"] for one in found["drawn"]} <= police
    words = [str(word) for word in (*asked, "--frame", tmp_path)]
    refused = CliRunner().invoke(trigpoint, words)
    assert "is no run" in str(refused.exception)
