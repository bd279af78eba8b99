"""Random standards over the whole language: meaningless, and every shape there is."""

from datetime import date

import numpy as np

from trigpoint.standards import language as l
from trigpoint.standards.standard import (
    BecomesRisk,
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.timekeeping.london import DAY, HOUR, local_date
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind as K

#: Few kinds, so that events meet one another often.
KINDS = (
    K.MISSING_REPORTED,
    K.MISSING_GRADED,
    K.STRATEGY_DISCUSSION,
    K.INITIAL_CONFERENCE,
    K.INVESTIGATION_ALLOCATED,
)
FACTS = ("offence", "flag", "risk")
LIST_FACT = "agencies"
WORDS = ("A", "B", "C")
RANKS = ("DC", "DS")
SKILLS = ("PIP2", "SCAIDP")


class Dice:
    """Choices from a seeded generator."""

    def __init__(self, generator: np.random.Generator) -> None:
        self.generator = generator

    def one(self, options):
        return options[int(self.generator.integers(len(options)))]

    def some(self, options, least=1, most=2):
        count = min(int(self.generator.integers(least, most + 1)), len(options))
        picked = self.generator.permutation(len(options))[:count]
        return tuple(options[int(i)] for i in picked)

    def chance(self, share: float) -> bool:
        return bool(self.generator.random() < share)

    def maybe(self, share: float, make):
        return make() if self.chance(share) else None


def condition(dice: Dice, depth: int = 2) -> l.Condition:
    """A condition of any form."""
    forms = ["is", "is", "has", "written", "beyond", "by"]
    form = dice.one(forms + (["not", "all", "any"] if depth else []))
    match form:
        case "is":
            return l.Is(dice.one(FACTS), dice.some(WORDS, 0 if depth else 1))
        case "has":
            return l.Has(LIST_FACT, dice.some(WORDS, 0 if dice.chance(0.1) else 1))
        case "written":
            return l.Written(dice.one((*FACTS, LIST_FACT)))
        case "beyond":
            return l.WrittenBeyond(dice.one(FACTS), dice.some(("a", "b"), 0))
        case "not":
            return l.Not(condition(dice, depth - 1))
        case "by":
            return l.By(
                agencies=dice.some((Agency.POLICE, Agency.LA), 0, 1),
                ranks=dice.some(RANKS, 0, 1),
                accreditations=dice.some(SKILLS, 0, 2),
            )
    parts = tuple(condition(dice, depth - 1) for _ in range(dice.one((0, 1, 2, 2, 3))))
    return l.AllOf(parts) if form == "all" else l.AnyOf(parts)


def same(dice: Dice) -> l.Same:
    """A tie between any two of the fields."""
    return l.Same(dice.one(tuple(l.Field)), dice.one(tuple(l.Field)))


def pattern(dice: Dice) -> l.Pattern:
    """A pattern, mostly of kinds alone."""
    return l.Pattern(dice.some(KINDS), dice.maybe(0.3, lambda: condition(dice, 1)))


def act(dice: Dice) -> l.Act:
    """An act with any of its demands."""
    return l.Act(
        kinds=dice.some(KINDS),
        where=dice.maybe(0.35, lambda: condition(dice, 1)),
        same=dice.maybe(0.2, lambda: same(dice)),
        look_back=dice.one((0, 0, 0, 2 * HOUR, 3 * DAY, l.EVER)),
        strictly_after=dice.chance(0.25),
        other_actor=dice.chance(0.2),
        on_record_by_due=dice.chance(0.2),
    )


def simple_limit(dice: Dice) -> l.Simple:
    """A limit that needs no look at the trigger."""
    makers = (
        lambda: l.Elapsed(dice.one((l.minutes(90), l.hours(24), l.days(3)))),
        lambda: l.WorkingDays(dice.one((0, 1, 2, 5))),
        lambda: l.CalendarDays(dice.one((0, 1, 4))),
        lambda: l.Months(dice.one((0, 1, 3))),
        lambda: l.BeforeDay(dice.one((0, 0, 1, 3))),
        l.AtOnce,
        lambda: l.ServiceHours(
            l.hours(dice.one((0.5, 3, 20))),
            *dice.one(((540, 1020), (0, 1440), (60, 120), (90, 150))),
            dice.chance(0.5),
        ),
    )
    return dice.one(makers)()


def limit(dice: Dice, kinds: tuple[K, ...]) -> l.Limit:
    """Any limit, for triggers of these kinds."""
    form = dice.one(("simple",) * 9 + ("fact", "kind", "event"))
    if form == "fact":
        limits = tuple((word, simple_limit(dice)) for word in dice.some(WORDS, 0))
        return l.ByFact(
            dice.one(FACTS), limits, dice.maybe(0.5, lambda: simple_limit(dice))
        )
    if form == "kind":
        return l.ByKind(tuple((kind, simple_limit(dice)) for kind in kinds))
    return l.AtEvent(act(dice)) if form == "event" else simple_limit(dice)


def state(dice: Dice) -> l.State:
    """Something that lasts."""
    return l.State(pattern(dice), pattern(dice), dice.maybe(0.3, lambda: same(dice)))


def nearby(dice: Dice) -> l.Nearby:
    """Another event near the trigger."""
    return l.Nearby(
        pattern(dice),
        before=dice.one((0, HOUR, 3 * DAY)),
        after=dice.one((0, HOUR, 3 * DAY)),
        same=dice.maybe(0.3, lambda: same(dice)),
    )


def counted(dice: Dice) -> l.Counted:
    """A count over a window."""
    return l.Counted(
        pattern(dice),
        at_least=dice.one((1, 2, 2, 3)),
        within=dice.one((HOUR, 3 * DAY, 90 * DAY)),
        anchor=dice.maybe(0.4, lambda: same(dice)),
    )


def each(dice: Dice) -> l.Each:
    """A clause of occasions."""
    return l.Each(
        kinds=dice.some(KINDS),
        where=dice.maybe(0.35, lambda: condition(dice)),
        first_of=dice.maybe(0.1, lambda: dice.one(tuple(l.Field))),
        counted=dice.maybe(0.2, lambda: counted(dice)),
        lasting=dice.maybe(0.15, lambda: state(dice)),
        only_if=tuple(nearby(dice) for _ in range(dice.one((0, 0, 0, 0, 0, 1, 2)))),
        unless=tuple(nearby(dice) for _ in range(dice.one((0, 0, 0, 0, 0, 1, 2)))),
    )


def occasions(dice: Dice) -> l.Occasions:
    """What calls for the duty."""
    return l.Occasions(
        each=tuple(each(dice) for _ in range(dice.one((1, 1, 1, 2, 3)))),
        once_until=dice.maybe(0.2, lambda: pattern(dice)),
        record_of=dice.maybe(0.15, lambda: dice.one((Agency.POLICE, Agency.LA))),
    )


def expectation(dice: Dice, kinds: tuple[K, ...]) -> l.Expectation:
    """What is expected of triggers of these kinds."""
    form = dice.one(
        ("followed",) * 7 + ("preceded", "holds", "holds", "never", "never", "again")
    )
    if form == "preceded":
        return l.preceded_by(act(dice), within=dice.one((HOUR, 5 * DAY, l.EVER)))
    if form == "again":
        # Due before one can tell whether the same thing happened a second time.
        again = l.Act(kinds, strictly_after=True)
        return l.FollowedBy((again,), dice.one((l.AtOnce(), l.BeforeDay(0))))
    if form == "holds":
        reads = dice.maybe(
            0.5, lambda: l.PersonReads(condition(dice), "a person's reading")
        )
        return l.Holds(condition(dice), reads)
    acts = tuple(act(dice) for _ in range(dice.one((1, 1, 2))))
    if form == "never":
        return l.Never(acts, limit(dice, kinds))
    return l.FollowedBy(
        acts,
        limit(dice, kinds),
        requires=dice.maybe(0.2, lambda: condition(dice)),
        already=dice.maybe(0.15, lambda: state(dice)),
    )


def excepting(dice: Dice) -> tuple[l.Exception_, ...]:
    """What excuses, in any order."""
    makers = (
        lambda n: l.ExceptWhere(f"fact {n}", condition(dice, 1)),
        lambda n: l.ExceptEvent(f"event {n}", act(dice)),
    )
    return tuple(dice.one(makers)(n) for n in range(dice.one((0, 0, 0, 1, 1, 2, 3))))


def becomes_risk(dice: Dice) -> BecomesRisk:
    """When a procedural failure is one of risk."""
    return BecomesRisk(
        words="invented",
        outcomes=dice.some(("late", "missed"), 0, 2),
        where=dice.maybe(0.4, lambda: condition(dice, 1)),
        nobody=tuple(act(dice) for _ in range(dice.one((0, 0, 1, 2)))),
        untold=dice.chance(0.15),
    )


def standard(dice: Dice, number: int, near: int) -> Standard:
    """One standard; its dates, where it has any, lie about the instant `near`."""
    applies_to = occasions(dice)
    kinds = tuple(dict.fromkeys(k for item in applies_to.each for k in item.kinds))
    begins, ends = date(1900, 1, 1), None
    if dice.chance(0.15):
        begins = local_date(near - dice.one((0, 1, 4)) * DAY)
    if dice.chance(0.15):
        ends = local_date(near + dice.one((1, 2, 6)) * DAY)
    return Standard(
        slug=f"random-{number // 2:03d}",
        version=1 + number % 2,
        code=f"R{number}",
        title="Invented",
        area=Area.MISSING,
        duty_holder=Agency.POLICE,
        source=Source(
            instrument="invented",
            provision="",
            site="",
            standing=Standing.OURS,
            confirmed=False,
        ),
        in_force_from=begins,
        in_force_to=ends,
        applies_to=applies_to,
        expects=expectation(dice, kinds),
        excepting=excepting(dice),
        fault=dice.one((Fault.RISK, Fault.PROCEDURAL, Fault.PROCEDURAL)),
        becomes_risk=dice.maybe(0.7, lambda: becomes_risk(dice)),
    )
