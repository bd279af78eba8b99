"""An invented county, from the arguments to the folder."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support import invented_county
from trigpoint.synthetic import generation, knobs

#: Regimes in which practice stays as it is.
PLAIN = {"before", "after"}


def digests(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_arguments_write_the_same_bytes(tmp_path: Path) -> None:
    """Every file, the workbook and the manifest too."""
    made = []
    for name in ("one", "other"):
        generation.generate(out=tmp_path / name, children=400, seed=7, regime="after")
        made.append(digests(tmp_path / name))
    assert made[0] == made[1]
    assert "extracts/council/annex_a.xlsx" in made[0]


def test_another_seed_writes_another_county(tmp_path: Path) -> None:
    """The seed draws people and events."""
    for seed in (1, 2):
        generation.generate(
            out=tmp_path / str(seed), children=300, seed=seed, regime="before"
        )
    one, other = (digests(tmp_path / str(seed)) for seed in (1, 2))
    assert one["extracts/police/missing.csv"] != other["extracts/police/missing.csv"]


def test_everything_says_that_it_is_invented() -> None:
    """A notice in the folder; a comment in every XML file."""
    extracts = invented_county.written() / "extracts"
    assert "do not exist" in (extracts / "INVENTED.txt").read_text()
    for path in extracts.rglob("*.xml"):
        assert "invented" in path.read_text(encoding="utf-8")[:200]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"children": 20}, "too few"),
        ({"start": date(2016, 1, 1), "end": date(2015, 1, 1)}, "begin before"),
        ({"start": date(2016, 1, 1), "end": date(2016, 2, 1)}, "too short"),
        ({"end": date(2031, 1, 1)}, "lie between"),
    ],
)
def test_what_makes_no_county_is_refused(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    """Nothing is written, and the text says what to give instead."""
    asked = {"children": 300, "seed": 1, "regime": "before", **change}
    with pytest.raises(generation.Refused, match=said):
        generation.generate(out=tmp_path / "new", **asked)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(generation.Refused, match="not empty"):
        generation.generate(out=tmp_path, children=300, seed=1, regime="before")


def test_a_shorter_period_may_be_asked_for(tmp_path: Path) -> None:
    """Half a year, within the time of one regime."""
    made = generation.generate(
        out=tmp_path / "new",
        children=300,
        seed=1,
        regime="before",
        start=date(2015, 1, 1),
        end=date(2015, 7, 1),
    )
    assert (made.start, made.end) == (date(2015, 1, 1), date(2015, 7, 1))


@pytest.mark.parametrize("regime", [one for one in knobs.REGIMES if one not in PLAIN])
def test_nobody_is_scripted_where_two_times_are_compared(regime: str) -> None:
    """A county of so few children has hardly a missing child: what is there is drawn.

    With scripted children, who all lie near the end, there are dozens after the change.
    """
    drawn, asked = (
        generation.simulate(
            children=300, seed=3, settings=knobs.load(regime), scripted=scripted
        )
        for scripted in (None, True)
    )
    assert len(drawn.lives.episodes) + 20 < len(asked.lives.episodes)


def test_the_manifest_says_who_is_scripted(tmp_path: Path) -> None:
    """Scripts where practice stays as it is, and none where it changes."""
    said = {}
    for regime in ("before", "decoy-nothing"):
        generation.generate(out=tmp_path / regime, children=300, seed=1, regime=regime)
        text = (tmp_path / regime / "truth" / "manifest.json").read_text()
        said[regime] = json.loads(text)
    assert said["before"]["scripted"]
    assert len(said["before"]["scripted_children"]) > 20
    assert not said["decoy-nothing"]["scripted"]
    assert said["decoy-nothing"]["scripted_children"] == []
