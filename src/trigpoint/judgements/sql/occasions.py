"""What calls for a duty, as SQL: a chain of named steps that ends with `own`.

Every step holds one row per trigger. The columns of a trigger that later steps need
are carried from the first step on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.judgements.sql.candidates import surely, tie, tie_columns
from trigpoint.judgements.sql.codes import Codes, kind_list, text
from trigpoint.judgements.sql.conditions import can_doubt, doubt, truth
from trigpoint.standards.language import (
    Counted,
    Each,
    Nearby,
    Occasions,
    Pattern,
    State,
)
from trigpoint.vocabulary.agencies import Agency

Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Echoing:
    """How two records of one happening are told apart; `possible` False: one source."""

    possible: bool
    record_of: Agency | None

    @property
    def columns(self) -> tuple[str, ...]:
        """What a row must carry for it."""
        return ("latest", "source", "recorded", "agency") if self.possible else ()

    def pair(self, one: str, other: str) -> str:
        """That two rows overlap and are of two sources: records of one happening."""
        return (
            f"{one}.earliest <= {other}.latest AND {other}.earliest <= {one}.latest "
            f"AND {one}.source <> {other}.source"
        )

    def _own(self, row: str) -> str:
        assert self.record_of is not None
        return f"({row}.agency = {text(self.record_of.value)})"

    def later(self, one: str, other: str) -> str:
        """That `one` comes after `other` in precedence, and so is its echo."""
        # The exact one speaks; of those as exact as each other, the first on record.
        orders = [(f"{one}.{name}", f"{other}.{name}") for name in ("recorded", "seq")]
        orders.insert(0, (_length(one), _length(other)))
        recorded = "FALSE"
        for mine, theirs in reversed(orders):
            recorded = f"({mine} > {theirs} OR ({mine} = {theirs} AND {recorded}))"
        if self.record_of is None:
            return recorded
        mine, theirs = self._own(one), self._own(other)
        return f"((NOT {mine} AND {theirs}) OR ({mine} = {theirs} AND {recorded}))"

    def echoes(self, table: str) -> str:
        """The `seq` of the rows that only repeat another."""
        return (
            f"SELECT DISTINCT a.seq FROM {table} a JOIN {table} b ON a.child = b.child "
            f"AND {self.pair('a', 'b')} AND {self.later('a', 'b')}"
        )


def _length(row: str) -> str:
    return f"({row}.latest - {row}.earliest)"


def steps(
    applies_to: Occasions,
    codes: Codes,
    *,
    carried: Sequence[str],
    echoing: bool,
    limits: Sequence[str],
) -> list[Step]:
    """The steps to the table `occasions`; where echoes are possible also `echoes`.

    `carried`: columns that every trigger keeps; `limits`: last conditions on a
    trigger `o` (its window, the days on which the version is in force).
    """
    echo = Echoing(echoing, applies_to.record_of)
    found: list[Step] = []
    last = []
    for number, each in enumerate(applies_to.each):
        chain = _clause(each, codes, f"each{number}", echo, carried)
        found += chain
        last.append(chain[-1][0])
    found.append(("triggers", _union(last, carried)))
    found += _own(applies_to, codes, echo, limits)
    return found


def _union(clauses: Sequence[str], carried: Sequence[str]) -> str:
    """The triggers of every clause, each once; one that is sure of it wins."""
    if len(clauses) == 1:
        return f"SELECT * FROM {clauses[0]}"
    names = ", ".join(carried)
    both = " UNION ALL ".join(
        f"SELECT {names}, clause_gap FROM {name}" for name in clauses
    )
    return (
        f"SELECT {names}, MIN(clause_gap) AS clause_gap FROM ({both}) GROUP BY {names}"
    )


def _own(
    applies_to: Occasions, codes: Codes, echo: Echoing, limits: Sequence[str]
) -> list[Step]:
    found: list[Step] = []
    name = "triggers"
    if echo.possible:
        found.append(("echoes", echo.echoes("triggers")))
        found.append(
            (
                "firsts",
                "SELECT * FROM triggers WHERE seq NOT IN (SELECT seq FROM echoes)",
            )
        )
        name = "firsts"
    if applies_to.once_until is not None:
        found += _openings(applies_to.once_until, name)
        name = "opened"
    where = f" WHERE {' AND '.join(limits)}" if limits else ""
    gap = "o.clause_gap"
    if applies_to.record_of is not None:
        number = codes.number(f"record:{applies_to.record_of}")
        own = f"o.agency = {text(applies_to.record_of.value)}"
        gap = f"CASE WHEN {own} THEN o.clause_gap ELSE {number} END"
    found.append(
        ("occasions", f"SELECT o.*, {gap} AS trigger_gap FROM {name} o{where}")
    )
    return found


def _openings(until: Pattern, name: str) -> list[Step]:
    """Triggers that open an occasion rather than join the one before.

    What surely is a trigger joins no doubtful one.
    """
    order = "PARTITION BY child ORDER BY seq"
    sure = f"""MAX(CASE WHEN clause_gap = 0 THEN earliest END) OVER ({order}
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"""
    return [
        (
            "chained",
            f"""SELECT *, CASE WHEN clause_gap = 0 THEN {sure}
            ELSE LAG(earliest) OVER ({order}) END AS before FROM {name}""",
        ),
        (
            "opened",
            f"""SELECT * FROM chained WHERE before IS NULL OR seq IN (
            SELECT c.seq FROM chained c JOIN ({surely(until)}) e ON e.child = c.child
            AND e.earliest >= c.before AND e.seq < c.seq)""",
        ),
    ]


def _clause(
    each: Each, codes: Codes, name: str, echo: Echoing, carried: Sequence[str]
) -> list[Step]:
    found = [(name, _base(each, codes, carried))]

    def narrow(suffix: str, condition: str) -> None:
        before = found[-1][0]
        step = f"{name}_{suffix}"
        found.append((step, f"SELECT * FROM {before} WHERE {condition}"))

    if each.counted is not None:
        found += _counting(each.counted, f"{name}_p", echo)
        narrow_from = name
        chosen = _counted(each.counted, narrow_from, f"{name}_p", echo)
        found.append((f"{name}_n", f"SELECT * FROM {name} WHERE seq IN ({chosen})"))
    if each.lasting is not None:
        narrow("lasting", f"seq IN ({lasting(each.lasting, found[-1][0])})")
    for number, item in enumerate(each.only_if):
        narrow(f"if{number}", f"seq IN ({_near(item, found[-1][0])})")
    for number, item in enumerate(each.unless):
        narrow(f"unless{number}", f"seq NOT IN ({_near(item, found[-1][0])})")
    return found


def _base(each: Each, codes: Codes, carried: Sequence[str]) -> str:
    names = ", ".join(f"k.{name}" for name in carried)
    met = truth(each.where, "k")
    gap = "0"
    if each.where is not None and can_doubt(each.where):
        gap = f"CASE WHEN {met} THEN 0 ELSE {doubt(each.where, 'k', codes)} END"
    kinds = f"k.kind IN ({kind_list(each.kinds)})"
    where = f"{kinds} AND NOT k.adult"
    if each.where is not None:
        where += f" AND COALESCE({met}, TRUE)"
    joined = ""
    if each.first_of is not None:
        field = each.first_of.value
        joined = f""" LEFT JOIN (SELECT k.child, k.{field}, MIN(k.seq) AS first_seq
            FROM known k WHERE {kinds} AND k.{field} <> '' GROUP BY k.child, k.{field}) f
            ON f.child = k.child AND f.{field} = k.{field}"""
        where += f" AND (k.{field} = '' OR k.seq = f.first_seq)"
    return f"SELECT {names}, {gap} AS clause_gap FROM known k{joined} WHERE {where}"


def _counting(counted: Counted, name: str, echo: Echoing) -> list[Step]:
    """The events that a count goes over, and whether each is an echo."""
    found = [
        (name, surely(counted.pattern, *echo.columns, *tie_columns(counted.anchor)))
    ]
    if echo.possible:
        found.append((f"{name}_echoes", echo.echoes(name)))
    return found


def _counted(counted: Counted, table: str, pattern: str, echo: Echoing) -> str:
    """The `seq` of the triggers at which enough happened."""
    anchor = table
    if counted.anchor is not None:
        anchor = f"""(SELECT t.seq, t.child, MIN(e.seq) AS anchor_seq FROM {table} t
            JOIN {pattern} e ON e.child = t.child{tie(counted.anchor, "e")}
            GROUP BY t.seq, t.child)"""
        anchor = f"""(SELECT x.seq AS t_seq, e.* FROM {anchor} x
            JOIN {pattern} e ON e.seq = x.anchor_seq)"""
    else:
        anchor = f"(SELECT t.seq AS t_seq, t.* FROM {table} t)"
    spans = "a.child = n.child AND n.seq <= a.seq AND "
    spans += f"n.earliest > a.earliest - {counted.within}"
    if not echo.possible:
        return f"""SELECT a.t_seq FROM {anchor} a JOIN {pattern} n ON {spans}
            GROUP BY a.t_seq HAVING COUNT(*) >= {counted.at_least}"""
    own = (
        f"(SELECT * FROM {pattern} WHERE seq NOT IN (SELECT seq FROM {pattern}_echoes))"
    )
    return f"""SELECT a.t_seq FROM {anchor} a
        LEFT JOIN {pattern}_echoes x ON x.seq = a.seq
        LEFT JOIN {own} n ON {spans} AND NOT (x.seq IS NOT NULL AND {echo.pair("a", "n")})
        GROUP BY a.t_seq
        HAVING COUNT(n.seq) + COUNT(DISTINCT x.seq) >= {counted.at_least}"""


def lasting(state: State, table: str) -> str:
    """The `seq` of the triggers at whose time the state holds."""
    begins, ends = truth(state.begins.where, "k"), truth(state.ends.where, "k")
    begin_kinds, end_kinds = kind_list(state.begins.kinds), kind_list(state.ends.kinds)
    names = ", ".join(
        f"k.{name}" for name in ("child", "seq", "earliest", *tie_columns(state.same))
    )
    events = f"""SELECT {names},
        CASE WHEN k.kind IN ({begin_kinds}) AND {begins} THEN k.earliest END AS begun,
        CASE WHEN k.kind IN ({end_kinds}) AND {ends} THEN k.earliest END AS ended
        FROM known k WHERE k.kind IN ({begin_kinds}, {end_kinds})"""
    belongs = ""
    if state.same is not None:
        belongs = f" AND (s.seq = t.seq OR (TRUE{tie(state.same, 's')}))"
    return f"""SELECT t.seq FROM {table} t JOIN ({events}) s
        ON s.child = t.child AND s.earliest <= t.earliest{belongs}
        GROUP BY t.seq HAVING MAX(s.begun) IS NOT NULL
        AND (MAX(s.ended) IS NULL OR MAX(s.ended) <= MAX(s.begun))"""


def _near(nearby: Nearby, table: str) -> str:
    """The `seq` of the triggers that have another event of the pattern near them."""
    events = surely(nearby.pattern, *tie_columns(nearby.same))
    return f"""SELECT t.seq FROM {table} t JOIN ({events}) e ON e.child = t.child
        AND e.seq <> t.seq AND e.earliest >= t.earliest - {nearby.before}
        AND e.earliest <= t.earliest + {nearby.after}{tie(nearby.same, "e")}"""
