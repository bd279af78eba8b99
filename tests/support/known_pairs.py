"""Likeness on a set of records of others, of which it is known who is who."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from trigpoint.chronology.likely import Band
from trigpoint.linkage.records import SCHEMA, proposals


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs in these bands: how many, how many right, how many there truly are."""

    bands: str
    pairs: int
    right: int
    real: int

    @property
    def precision(self) -> float:
        """Right of those proposed."""
        return self.right / self.pairs if self.pairs else 0.0

    @property
    def recall(self) -> float:
        """Right of those that there are."""
        return self.right / self.real if self.real else 0.0

    def __str__(self) -> str:
        both = self.pairs + self.real
        f1 = 2 * self.right / both if both else 0.0
        return (
            f"{self.bands}: precision {self.precision:.3f}, recall {self.recall:.3f}, "
            f"F1 {f1:.3f} ({self.right:,} right of {self.pairs:,}, {self.real:,} true)"
        )


def scored(path: Path) -> tuple[Scored, Scored]:
    """Linked alone, and linked or for a person to decide."""
    with path.open(encoding="utf-8") as handle:
        given = list(csv.DictReader(handle, skipinitialspace=True))
    table = pa.Table.from_pylist(
        [
            {
                "n": n, "given": one["given_name"], "surname": one["surname"],
                "birth": _day(one["date_of_birth"].strip()), "estimated": False,
                "sex": None, "postcode": one["postcode"],
            }
            for n, one in enumerate(given)
        ],
        SCHEMA,
    )  # fmt: skip
    person = [one["rec_id"].split("-")[1] for one in given]
    real = sum(n * (n - 1) // 2 for n in Counter(person).values())
    found = proposals(table)

    def of(*bands: Band) -> Scored:
        pairs = [pair for pair in found if pair.band in bands]
        right = sum(person[pair.one] == person[pair.other] for pair in pairs)
        return Scored(" and ".join(bands), len(pairs), right, real)

    return of(Band.LINKED), of(Band.LINKED, Band.TO_DECIDE)


def _day(text: str) -> str | None:
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if len(text) == 8 else None
