"""The two evaluators on the same random cases: their rows, and where they differ."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields, is_dataclass

import numpy as np
import pyarrow as pa

from tests.support import random_chronologies as chronologies
from tests.support import random_standards
from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import events_of
from trigpoint.judgements import batch
from trigpoint.judgements.judgement import RESULT_SCHEMA
from trigpoint.judgements.single import judge_child
from trigpoint.standards import language
from trigpoint.standards.standard import BecomesRisk, Standard
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.london import DAY, HOUR

CHILDREN = 60
STANDARDS = 12
PART_SIZE = 200
AFTER = (-DAY, 0, HOUR, DAY, 4 * DAY, 4 * DAY, 40 * DAY, 100 * DAY, 900 * DAY)


@dataclass(frozen=True)
class Round:
    """Many children and several standards, judged at one moment."""

    log: pa.Table
    standards: tuple[Standard, ...]
    coverage: Coverage
    as_at: int
    window: tuple[int, int] | None

    @property
    def cases(self) -> int:
        """One standard, one child, one moment."""
        return len(self.standards) * len(set(self.log["child"].to_pylist()))


@dataclass
class Tally:
    """What the rounds so far have come upon."""

    cases: int = 0
    rows: int = 0
    elements: Counter = field(default_factory=Counter)
    outcomes: Counter = field(default_factory=Counter)
    missing: Counter = field(default_factory=Counter)
    faults: Counter = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)


def make_round(seed: int) -> Round:
    """A random round; the same seed makes the same one."""
    dice = random_standards.Dice(np.random.default_rng(seed))
    near = dice.one(chronologies.MOMENTS)
    window = (near - DAY, near + 3 * DAY) if dice.chance(0.15) else None
    return Round(
        log=chronologies.log(dice, children=CHILDREN, near=near),
        standards=tuple(
            random_standards.standard(dice, number, near) for number in range(STANDARDS)
        ),
        coverage=chronologies.coverage(dice, near),
        as_at=near + dice.one(AFTER),
        window=window,
    )


def run_round(seed: int, tally: Tally) -> None:
    """Judge one round by both evaluators and add what was seen to the tally."""
    made = make_round(seed)
    one, other = by_single(made), by_batch(made)
    tally.cases += made.cases
    tally.rows += len(one)
    judged = {(row["standard"], row["version"]) for row in one}
    for standard in made.standards:
        if (standard.slug, standard.version) in judged:
            tally.elements.update(elements_of(standard))
    tally.outcomes.update(row["outcome"] for row in one)
    tally.missing.update(row["missing"].partition(":")[0] for row in one)
    tally.faults.update(row["fault"] for row in one)
    tally.disagreements += [f"seed {seed}: {text}" for text in differences(one, other)]


def by_single(made: Round) -> list[dict]:
    """The reference evaluator's rows, child by child."""
    children: dict[str, list] = {}
    for event in events_of(made.log):
        children.setdefault(event.child, []).append(event)
    found = []
    for child in sorted(children):
        found += judge_child(
            children[child],
            standards=made.standards,
            coverage=made.coverage,
            calendar=Calendar(),
            as_at=made.as_at,
            window=made.window,
        )
    return [asdict(judgement) for judgement in found]


def by_batch(
    made: Round, *, runner: batch.Runner | None = None, part_size: int = PART_SIZE
) -> list[dict]:
    """The batch engine's rows; small parts, so that children meet their borders."""
    result = batch.judge(
        made.log,
        standards=made.standards,
        coverage=made.coverage,
        calendar=Calendar(),
        as_at=made.as_at,
        window=made.window,
        part_size=part_size,
        runner=runner,
    )
    assert result.schema == RESULT_SCHEMA
    return result.to_pylist()


def differences(one: list[dict], other: list[dict]) -> list[str]:
    """Rows that only one evaluator has, or that differ; in order."""
    found = []
    if len(one) != len(other):
        found.append(f"{len(one)} rows against {len(other)}")
    keys = ("child", "standard", "version", "occasion")
    mine = {tuple(row[key] for key in keys): row for row in one}
    theirs = {tuple(row[key] for key in keys): row for row in other}
    for key in mine.keys() | theirs.keys():
        left, right = mine.get(key), theirs.get(key)
        if left != right:
            unlike = {
                name: (left and left[name], right and right[name])
                for name in RESULT_SCHEMA.names
                if not left or not right or left[name] != right[name]
            }
            found.append(f"{key}: {unlike}")
    if not found and one != other:
        found.append("the rows are the same, in another order")
    return found


def elements_of(node: object) -> Iterator[str]:
    """Every element of the language in a standard: classes, and options set."""
    if isinstance(node, tuple):
        for item in node:
            yield from elements_of(item)
    elif isinstance(node, language.Field):
        yield f"Field.{node.name}"
    elif is_dataclass(node):
        name = type(node).__name__
        yield name
        for one in fields(node):
            value = getattr(node, one.name)
            if value != one.default:
                yield f"{name}.{one.name}"
            yield from elements_of(value)


def all_elements() -> set[str]:
    """Every class of the language with each of its options, and every field."""
    found = {f"Field.{one.name}" for one in language.Field}
    for item in (*vars(language).values(), BecomesRisk):
        if isinstance(item, type) and is_dataclass(item):
            found.add(item.__name__)
            found |= {f"{item.__name__}.{one.name}" for one in fields(item)}
    return found
