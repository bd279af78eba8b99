"""Standards compiled to SQL, once, for any engine that speaks it; no engine is named.

A plan needs one table, `known`: the events of one partition of whole children that
were on record, with kinds as numbers (`KIND_NUMBERS`), `seq` in the total order and
`ends` in the order of (latest, seq); and the two tables that sql/deadline.py names.
It answers one query per standard, whose rows are numbers (see sql/reading.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trigpoint.chronology.coverage import Coverage
from trigpoint.judgements.sql import deadline, needs, occasions, outcome
from trigpoint.judgements.sql.codes import Codes
from trigpoint.judgements.sql.deadline import Limits
from trigpoint.judgements.sql.reading import Reader
from trigpoint.standards.language import AtOnce, Counted, FollowedBy, Holds, Never
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.london import day_start
from trigpoint.vocabulary.event_kinds import EventKind

Step = tuple[str, str]

#: Columns that every plan reads, whatever its standards ask.
ALWAYS = frozenset(
    {"child", "seq", "ends", "kind", "earliest", "latest", "adult", "coarse"}
)
_CARRIED = ("child", "seq", "earliest", "latest")


@dataclass(frozen=True, slots=True)
class Query:
    """One standard's steps: each a named query over the ones before it."""

    standard: Standard
    steps: tuple[Step, ...]

    @property
    def sql(self) -> str:
        """The steps as one statement."""
        *named, last = self.steps
        return (
            f"WITH {', '.join(f'{name} AS ({sql})' for name, sql in named)} {last[1]}"
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Every query, the words behind its numbers, and what it must be given."""

    queries: tuple[Query, ...]
    words: tuple[str, ...]
    limits: Limits
    columns: frozenset[str]
    kinds: frozenset[EventKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every standard of a plan is judged under.

    `sources`: which sources hold each kind, where that is known; kinds that only one
    holds have no echoes, and are not searched for them.
    """

    coverage: Coverage
    as_at: int
    window: tuple[int, int] | None = None
    sources: Mapping[EventKind, frozenset[str]] | None = None


def compile_plan(standards: Sequence[Standard], terms: Terms) -> Plan:
    """The plan for all standards; refuses a condition on what is not a fact."""
    codes, limits = Codes(), Limits()
    queries = tuple(_query(standard, terms, codes, limits) for standard in standards)
    return Plan(
        queries=queries,
        words=tuple(codes.words),
        limits=limits,
        columns=read_columns(
            standards, echoing=any(_may_echo(s, terms) for s in standards)
        ),
        kinds=frozenset(kind for s in standards for kind in needs.kinds(s)),
    )


def read_columns(
    standards: Sequence[Standard], *, echoing: bool = True
) -> frozenset[str]:
    """The columns of the log, and the engine's own, that the standards read."""
    own = [needs.columns(needs.meaning(standard)) for standard in standards]
    asked = ALWAYS.union(*own)
    if any(standard.applies_to.record_of for standard in standards):
        asked |= {"agency"}
    return asked | {"source", "recorded", "agency"} if echoing else asked


def _query(standard: Standard, terms: Terms, codes: Codes, limits: Limits) -> Query:
    echoing = _may_echo(standard, terms)
    expects = standard.expects
    limit = AtOnce() if isinstance(expects, Holds) else expects.within
    found = occasions.steps(
        standard.applies_to,
        codes,
        carried=_carried(standard, echoing),
        echoing=echoing,
        limits=_last_conditions(standard, terms.window),
    )
    reader = Reader(
        standard=standard,
        coverage=terms.coverage,
        codes=codes,
        trigger_kinds=frozenset(_trigger_kinds(standard)),
        echoes="echoes" if echoing else None,
    )
    found += deadline.steps(limit, codes, limits, echoes_of=reader.echoes_of)
    found += reader.steps()
    found += outcome.steps(expects, codes, terms.as_at)
    found.append(reader.answer())
    return Query(standard, tuple(found))


def _trigger_kinds(standard: Standard) -> set[EventKind]:
    return {kind for each in standard.applies_to.each for kind in each.kinds}


def _may_echo(standard: Standard, terms: Terms) -> bool:
    """Whether any two records of one happening could be in the log."""
    if terms.sources is None:
        return True
    groups = [_trigger_kinds(standard)]
    for part in needs.parts(standard.applies_to):
        if isinstance(part, Counted):
            groups.append(set(part.pattern.kinds))
    return any(
        len(
            frozenset().union(*(terms.sources.get(kind, frozenset()) for kind in kinds))
        )
        > 1
        for kinds in groups
    )


def _carried(standard: Standard, echoing: bool) -> tuple[str, ...]:
    """The columns that a trigger keeps, step by step."""
    wanted = needs.ties(needs.meaning(standard))
    expects = standard.expects
    if isinstance(expects, FollowedBy):
        wanted |= needs.columns(expects.requires)
    if isinstance(expects, Holds):
        wanted |= needs.columns((expects.condition, expects.person_reads))
    if isinstance(expects, FollowedBy | Never):
        wanted |= deadline.columns(expects.within)
    for exception in standard.excepting:
        wanted |= needs.columns(getattr(exception, "condition", None))
    if standard.becomes_risk is not None:
        wanted |= needs.columns(standard.becomes_risk.where)
    if echoing:
        wanted |= {"source", "recorded", "agency"}
    if standard.applies_to.record_of is not None:
        wanted.add("agency")
    return (*_CARRIED, *sorted(wanted))


def _last_conditions(
    standard: Standard, window: tuple[int, int] | None
) -> tuple[str, ...]:
    """The days on which this version is in force, and the window asked for."""
    limits = [f"o.earliest >= {day_start(standard.in_force_from)}"]
    if standard.in_force_to is not None:
        limits.append(f"o.earliest < {day_start(standard.in_force_to)}")
    if window is not None:
        limits += [f"o.earliest >= {window[0]}", f"o.earliest < {window[1]}"]
    return tuple(limits)
