"""From staged tables to persons: every record a number, every linked set one child.

Runs the exact rules of `identifier`, joins cautiously as `identity` says, and leaves
on the workbench: `node` (each record and its child), `said` (what records say of a
person), `born` (each child's birth date, seventeenth and eighteenth birthday).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.chronology import identifier, likely
from trigpoint.chronology.identity import (
    Described,
    Key,
    Link,
    LinkDecision,
    components,
    in_force,
    join,
)
from trigpoint.chronology.likely import Proposer
from trigpoint.chronology.workbench import Workbench
from trigpoint.timekeeping.london import DAY, local_days, local_to_instants

ADULT_AGE = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """How many records and links there were, and what was refused, in words."""

    records: int
    links: int
    notes: tuple[str, ...]
    proposals: pa.Table


def link(
    bench: Workbench,
    *,
    decisions: Sequence[LinkDecision] = (),
    at: int | None = None,
    proposer: Proposer | None = None,
) -> Linked:
    """Number every record, join the linked ones; see the module for what is made."""
    bench.make("node_source", f"SELECT DISTINCT * FROM ({identifier.NODES})")
    # Numbered in order of (ns, id), so that the lowest number means the same in any
    # order of rows.
    bench.make(
        "node",
        "SELECT ns, id, CAST(row_number() OVER (ORDER BY ns, id) - 1 AS BIGINT) AS n "
        "FROM (SELECT DISTINCT ns, id FROM node_source)",
    )
    bench.make("said", identifier.SAID)
    count = bench.value("SELECT count(*) FROM node")
    standing = in_force(decisions, at=at)
    links = pa.concat_tables([_decided(bench, standing), _exact_links(bench)])
    found = likely.find(bench, links, standing, count, proposer)
    links = pa.concat_tables([links, found.links])
    one, other = (links[name].to_numpy() for name in ("one", "other"))
    joined = join(
        one=one,
        other=other,
        count=count,
        described=_described(bench, components(count, one, other)),
        apart=[*_apart(bench, standing), *found.apart],
    )
    kept = np.ones(len(one), dtype=bool)
    kept[list(joined.refused)] = False
    _write(bench, joined.label, links.filter(pa.array(kept)))
    _write_births(bench)
    refused = links.take(pa.array(joined.refused, pa.int64()))
    notes = _notes(refused)
    return Linked(
        records=count, links=int(kept.sum()), notes=notes, proposals=found.proposals
    )


def _exact_links(bench: Workbench) -> pa.Table:
    """(one, other, rule), most trusted rule first, each pair once per rule."""
    found = []
    for order, (rule, query) in enumerate(identifier.RULES):
        found.append(
            f"SELECT DISTINCT least(a.n, b.n) AS one, greatest(a.n, b.n) AS other, "
            f"'exact:{rule}' AS rule, 1.0 AS probability, {order} AS place FROM ({query}) q "
            "JOIN node a ON a.ns = q.ns_one AND a.id = q.id_one "
            "JOIN node b ON b.ns = q.ns_other AND b.id = q.id_other WHERE a.n <> b.n"
        )
    union = " UNION ALL ".join(found)
    return bench.rows(
        f"SELECT one, other, rule, probability FROM ({union}) ORDER BY place, one, other"
    ).cast(likely.LINKS)


def _decided(
    bench: Workbench, standing: dict[tuple[Key, Key], LinkDecision]
) -> pa.Table:
    """Links that a person decided, in the columns of `_exact_links`."""
    linked = [d for d in standing.values() if d.decision is Link.RECORDS_LINKED]
    numbers = _numbers(bench, [key for one in linked for key in one.pair])
    rows = [
        (numbers[a], numbers[b], one.decided_by, one.probability)
        for one in linked
        for a, b in [one.pair]
        if a in numbers and b in numbers
    ]
    columns = list(zip(*sorted(rows), strict=True)) or [(), (), (), ()]
    names = dict(zip(likely.LINKS.names, columns, strict=True))
    return pa.table(names, schema=likely.LINKS)


def _apart(
    bench: Workbench, standing: dict[tuple[Key, Key], LinkDecision]
) -> list[tuple[int, int]]:
    parted = [d.pair for d in standing.values() if d.decision is Link.RECORDS_UNLINKED]
    numbers = _numbers(bench, [key for pair in parted for key in pair])
    return sorted(
        (numbers[a], numbers[b]) for a, b in parted if a in numbers and b in numbers
    )


def _numbers(bench: Workbench, keys: Sequence[Key]) -> dict[Key, int]:
    if not keys:
        return {}
    asked = pa.table(
        {"ns": [ns for ns, _ in keys], "id": [id_ for _, id_ in keys]},
        schema=pa.schema([("ns", pa.string()), ("id", pa.string())]),
    )
    bench.put("sought", asked)
    found = bench.rows("SELECT DISTINCT ns, id, n FROM node JOIN sought USING (ns, id)")
    return {(row["ns"], row["id"]): row["n"] for row in found.to_pylist()}


def _described(bench: Workbench, label: np.ndarray) -> dict[int, Described]:
    """Firm birth dates and names, of joined records whose birth dates differ."""
    bench.put("tried", pa.table({"n": np.arange(len(label)), "label": label}))
    rows = bench.rows(
        "WITH firm AS (SELECT n.n, t.label, s.birth, lower(trim(given)) AS given, "
        "lower(trim(surname)) AS surname FROM said s "
        "JOIN node n ON n.ns = s.ns AND n.id = s.id JOIN tried t ON t.n = n.n "
        "WHERE birth IS NOT NULL AND NOT coalesce(estimated, FALSE) "
        "AND coalesce(given, '') <> '' AND coalesce(surname, '') <> '') "
        "SELECT n, list(DISTINCT birth) AS births, "
        "list(DISTINCT [given, surname]) AS names FROM firm WHERE label IN ("
        "SELECT label FROM firm GROUP BY label HAVING min(birth) <> max(birth)) "
        "GROUP BY n"
    )
    return {
        row["n"]: Described(
            births=frozenset(row["births"]),
            names=frozenset((given, surname) for given, surname in row["names"]),
        )
        for row in rows.to_pylist()
    }


def _write(bench: Workbench, label: np.ndarray, links: pa.Table) -> None:
    """Give every node its child and say which rules joined it to others."""
    bench.put("label", pa.table({"n": np.arange(len(label)), "child_no": label}))
    bench.put("kept_link", links)
    bench.make("bare_node", "SELECT * FROM node")
    bench.clear("node")
    bench.make(
        "node",
        "SELECT b.ns, b.id, b.n, l.child_no, coalesce(r.decided_by, '') AS decided_by, "
        "coalesce(r.probability, 1.0) AS probability "
        "FROM bare_node b JOIN label l ON l.n = b.n LEFT JOIN ("
        "SELECT n, string_agg(DISTINCT rule, ';' ORDER BY rule) AS decided_by, "
        "max(probability) AS probability FROM ("
        "SELECT one AS n, rule, probability FROM kept_link UNION ALL "
        "SELECT other, rule, probability FROM kept_link) GROUP BY n) r ON r.n = b.n",
    )


def _write_births(bench: Workbench) -> None:
    """One birth date for each child: firm before estimated, then the latest.

    Where agencies disagree the later date is used, because a duty to somebody who
    may still be a child is not dropped; the disagreement is listed as a conflict.
    """
    births = bench.rows(
        "SELECT n.child_no, arg_max(s.birth, (NOT coalesce(s.estimated, FALSE), "
        "s.birth)) AS birth FROM said s JOIN node n ON n.ns = s.ns AND n.id = s.id "
        "WHERE s.birth IS NOT NULL GROUP BY n.child_no"
    )
    born = births["birth"].to_numpy()
    for name, age in (("seventeen_from", ADULT_AGE - 1), ("adult_from", ADULT_AGE)):
        births = births.append_column(name, pa.array(birthday(born, age)))
    bench.put("birth", births)
    bench.make("born", "SELECT child_no, birth, seventeen_from, adult_from FROM birth")


def birthday(births: np.ndarray, age: int) -> np.ndarray:
    """The first instant at which each is of an age in years, from instants on birth days.

    Born on 29 February: 1 March, where that year has no such day.
    """
    days = local_days(births).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    day_of_month = days - months.astype("datetime64[D]")
    then = (months + 12 * age).astype("datetime64[D]") + day_of_month
    return local_to_instants(then.astype(np.int64) * DAY)


def _notes(refused: pa.Table) -> tuple[str, ...]:
    counts = pc.value_counts(refused["rule"]).to_pylist()
    return tuple(
        f"{one['counts']} link(s) by {one['values']} were refused: the records they "
        "would join contradict each other in birth date and name, or a person decided "
        "that they are not one child, or two agencies each hold them as two. The records "
        "are kept apart."
        for one in sorted(counts, key=lambda one: one["values"])
    )
