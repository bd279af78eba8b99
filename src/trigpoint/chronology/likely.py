"""Likely links: what a proposer says of records that no exact identifier joins."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.chronology import identifier
from trigpoint.chronology.identity import Key, LinkDecision, components
from trigpoint.chronology.workbench import Workbench

#: A link, by the rule that made it; likely ones after every exact one.
LINKS = pa.schema(
    [
        ("one", pa.int64()),
        ("other", pa.int64()),
        ("rule", pa.string()),
        ("probability", pa.float64()),
    ]
)
#: links.parquet: each proposal with both records (namespace and id) and what they say of
#: their person (JSON).
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("ns_one", "id_one", "ns_other", "id_other")),
        ("probability", pa.float64()),
        *((name, pa.string()) for name in ("band", "warnings", "fields", "said_one", "said_other")),
    ]
)  # fmt: skip
RULE = "likeness"


class Band(StrEnum):
    """What is done with a pair."""

    LINKED = "linked"
    TO_DECIDE = "to_decide"
    NOT_LINKED = "not_linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A pair of records (their numbers) with its band, why, and what each field shows."""

    one: int
    other: int
    probability: float
    band: Band
    warnings: tuple[str, ...]
    fields: Mapping[str, str]


#: From what records say of their persons (identifier.PERSONS) to pairs of them.
Proposer = Callable[[pa.Table], Sequence[Proposal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Links that are likely enough, in `LINKS`, and every proposal, in `SCHEMA`.

    `apart`: pairs of records that no chain of likely links may join either.
    """

    links: pa.Table
    proposals: pa.Table
    apart: tuple[tuple[int, int], ...] = ()


def find(
    bench: Workbench,
    links: pa.Table,
    standing: Mapping[tuple[Key, Key], LinkDecision],
    count: int,
    proposer: Proposer | None,
) -> Likely:
    """Proposals between records that nothing joins yet and nobody has decided about.

    Of several between the same two groups of records the likeliest stands.
    """
    if proposer is None:
        return Likely(links=LINKS.empty_table(), proposals=SCHEMA.empty_table())
    persons = bench.rows(identifier.PERSONS)
    label = components(count, links["one"].to_numpy(), links["other"].to_numpy())
    said = {row["n"]: row for row in persons.to_pylist()}
    decided = {frozenset(pair) for pair in standing}
    best: dict[tuple[int, int], Proposal] = {}
    for pair in proposer(persons.drop_columns(["ns", "id"])):
        groups = tuple(sorted((int(label[pair.one]), int(label[pair.other]))))
        keys = frozenset(
            (said[number]["ns"], said[number]["id"])
            for number in (pair.one, pair.other)
        )
        if groups[0] == groups[1] or keys in decided or pair.band is Band.NOT_LINKED:
            continue
        held = best.get((groups[0], groups[1]))
        if held is None or pair.probability > held.probability:
            best[groups[0], groups[1]] = pair
    apart = _held_apart(best, label, said)
    kept = sorted(
        (_unless(apart, *one) for one in best.items()),
        key=lambda pair: (-pair.probability, pair.one, pair.other),
    )
    linked = [pair for pair in kept if pair.band is Band.LINKED]
    return Likely(
        links=pa.table(
            {
                "one": [pair.one for pair in linked],
                "other": [pair.other for pair in linked],
                "rule": [RULE] * len(linked),
                "probability": [pair.probability for pair in linked],
            },
            schema=LINKS,
        ),
        proposals=pa.Table.from_pylist(
            [_row(pair, said) for pair in kept], schema=SCHEMA
        ),
        apart=tuple((best[pair].one, best[pair].other) for pair in sorted(apart)),
    )


_APART = "Two agencies each hold both records, and apart: two children of one name?"


def _unless(
    apart: set[tuple[int, int]], groups: tuple[int, int], pair: Proposal
) -> Proposal:
    """What two agencies agree to be two is no likeness's to join: a person decides."""
    if groups not in apart:
        return pair
    warnings = (*pair.warnings, _APART)
    return replace(pair, band=Band.TO_DECIDE, warnings=warnings)


def _held_apart(
    pairs: Iterable[tuple[int, int]],
    label: np.ndarray,
    said: Mapping[int, Mapping[str, Any]],
) -> set[tuple[int, int]]:
    """Those pairs of groups of which two agencies or more have records in both.

    One agency may enter a child twice; that two do it, and that each one's first record is
    joined to the other's first and second to second, is unlikely unless there are two.
    """
    pairs = list(pairs)
    wanted = {group for pair in pairs for group in pair}
    holders: dict[int, set[str]] = {group: set() for group in wanted}
    for number, row in said.items():
        if (group := int(label[number])) in wanted:
            holders[group].add(re.split("[:#]", row["ns"])[0])
    return {pair for pair in pairs if len(holders[pair[0]] & holders[pair[1]]) > 1}


def likely_links(children: pa.Table) -> dict[str, float]:
    """Child -> how likely its least likely link is, where likeness alone joined it."""
    unsure = children.filter(pc.less(children["link_probability"], 1.0))
    lowest = unsure.group_by("child").aggregate([("link_probability", "min")])
    return dict(
        zip(
            lowest["child"].to_pylist(),
            lowest["link_probability_min"].to_pylist(),
            strict=True,
        )
    )


def _row(pair: Proposal, said: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    one, other = said[pair.one], said[pair.other]
    return {
        "ns_one": one["ns"], "id_one": one["id"],
        "ns_other": other["ns"], "id_other": other["id"],
        "probability": pair.probability, "band": pair.band.value,
        "warnings": json.dumps(pair.warnings), "fields": json.dumps(dict(pair.fields)),
        "said_one": _said(one), "said_other": _said(other),
    }  # fmt: skip


def _said(row: Mapping[str, Any]) -> str:
    names = ("given", "surname", "birth", "estimated", "sex", "postcode")
    return json.dumps({name: row[name] for name in names}, ensure_ascii=False)
