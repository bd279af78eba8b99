"""Likeness over real test data of others: precision, recall and F1, printed."""

import csv
import os
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

from trigpoint.chronology.likely import Band
from trigpoint.linkage.records import SCHEMA, proposals

SHARED = Path(
    os.environ.get("TRIGPOINT_SHARED", Path(__file__).resolve().parents[4] / "shared")
)
FEBRL = SHARED / "reference" / "samples" / "person_linkage" / "febrl_dataset1.csv"


def row(n: int, given: str, surname: str, birth: str | None) -> dict[str, object]:
    return {
        "n": n, "given": given, "surname": surname, "birth": birth, "estimated": False,
        "sex": None, "postcode": None,
    }  # fmt: skip


def test_nobody_and_one() -> None:
    """No record, one record: no pair."""
    empty = SCHEMA.empty_table()
    assert proposals(empty) == []
    assert proposals(pa.Table.from_pylist([row(0, "Tam", "Fell", None)], SCHEMA)) == []


def test_common_names_need_more_than_their_likeness() -> None:
    """The same common name without birth dates is no link."""
    rows = [row(n, "Jack", "Smith", None) for n in range(6)]
    rows += [
        row(n, f"Given{n}", f"Surname{n}", f"2001-01-{n:02d}") for n in range(6, 28)
    ]
    found = proposals(pa.Table.from_pylist(rows, SCHEMA))
    assert all(pair.band is not Band.LINKED for pair in found)


@pytest.mark.shared
@pytest.mark.skipif(not FEBRL.is_file(), reason="the reference samples are not beside")
def test_a_set_with_known_answers(capsys: pytest.CaptureFixture[str]) -> None:
    """A thousand records, five hundred pairs: no false link, most found or proposed."""
    with FEBRL.open(encoding="utf-8") as handle:
        given = list(csv.DictReader(handle, skipinitialspace=True))

    def day(text: str) -> str | None:
        return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if len(text) == 8 else None

    table = pa.Table.from_pylist(
        [
            row(n, one["given_name"], one["surname"], day(one["date_of_birth"].strip()))
            | {"postcode": one["postcode"]}
            for n, one in enumerate(given)
        ],
        SCHEMA,
    )
    person = [one["rec_id"].split("-")[1] for one in given]
    real = sum(n * (n - 1) // 2 for n in Counter(person).values())
    found = proposals(table)
    with capsys.disabled():
        for bands in ((Band.LINKED,), (Band.LINKED, Band.TO_DECIDE)):
            pairs = [pair for pair in found if pair.band in bands]
            right = sum(person[pair.one] == person[pair.other] for pair in pairs)
            precision, recall = right / len(pairs), right / real
            f1 = 2 * precision * recall / (precision + recall)
            words = " and ".join(bands)
            print(
                f"\n{words}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
            )
            assert precision > 0.995
    assert recall > 0.84
