"""From likeness to a proposal: three bands, and the guards that no probability outweighs.

The cuts come from what each mistake costs. A false link hides one child inside another and
costs a hundred times what a missed link costs, which a person may still find; reading a pair
costs half a missed link. So a pair is linked at 100 / (100 + 1) or more, goes to a person
from 0.5, and is otherwise left. A force may set other costs (`trigpoint inspect --link-costs`).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trigpoint.chronology.likely import Band, Proposal
from trigpoint.linkage.likeness import LEVELS, SWAPPED
from trigpoint.records.record import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What each mistake costs, and a person's time for one pair, in any one unit."""

    false_link: float = 100.0
    missed_link: float = 1.0
    reading: float = 0.5

    @property
    def link_from(self) -> float:
        """From here a link is the cheaper risk."""
        return self.false_link / (self.false_link + self.missed_link)

    @property
    def read_from(self) -> float:
        """From here a person's time is worth it."""
        return self.reading / self.missed_link

    def __str__(self) -> str:
        return f"{self.false_link:g}:{self.missed_link:g}:{self.reading:g}"


COSTS = Costs()


def read_costs(text: str) -> Costs:
    """From 100:1:0.5 (false link : missed link : reading one pair); refuses what is none."""
    try:
        false, missed, reading = (float(part) for part in text.split(":"))
    except ValueError:
        false = missed = reading = 0.0
    if not (false > 0 and missed > 0 and reading > 0) or not math.isfinite(
        false + missed + reading
    ):
        msg = (
            f"{text!r} is no set of costs: write false link : missed link : reading one pair, "
            "such as 100:1:0.5."
        )
        raise Refusal(msg)
    if reading >= missed:
        msg = (
            f"{text!r}: reading a pair costs as much as missing a link, so nobody would read "
            "one: give a smaller third number."
        )
        raise Refusal(msg)
    return Costs(false_link=false, missed_link=missed, reading=reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What bears on the guards: names as written, and marks of doubt.

    `placed`: its postcode is one of several families, such as a children's home.
    """

    estimated: bool = False
    nameless: bool = False
    born: bool = True
    placed: bool = False


def propose(
    one: int,
    other: int,
    probability: float,
    fields: Mapping[str, str],
    people: tuple[Person, Person],
    costs: Costs = COSTS,
) -> Proposal:
    """The band of a pair; a guard can only make it more careful."""
    band = _by_cost(probability, costs)
    warnings = _warnings(fields, people)
    if _by_address_alone(probability, fields, people, costs):
        warnings = (*warnings, _PLACED)
    if warnings and band is Band.LINKED:
        band = Band.TO_DECIDE
    if _others(fields):
        # Another first name with another birth date: a brother or sister, not a person.
        band = Band.NOT_LINKED
    return Proposal(
        one=one, other=other, probability=probability, band=band,
        warnings=warnings, fields=fields,
    )  # fmt: skip


def _by_cost(probability: float, costs: Costs) -> Band:
    if probability >= costs.link_from:
        return Band.LINKED
    return Band.TO_DECIDE if probability >= costs.read_from else Band.NOT_LINKED


_PLACED = "Several families share the postcode: a placement? Without it this is not sure enough."


def _by_address_alone(
    probability: float,
    fields: Mapping[str, str],
    people: tuple[Person, Person],
    costs: Costs,
) -> bool:
    """Whether it is a shared placement's postcode that lifts the pair over the cut."""
    if fields["postcode"] != "the same" or not all(one.placed for one in people):
        return False
    _, own, others = LEVELS["postcode"]
    odds = probability / max(1 - probability, 1e-12) * others[0] / own[0]
    lifted = _by_cost(probability, costs) is Band.LINKED
    return lifted and _by_cost(odds / (1 + odds), costs) is not Band.LINKED


def _others(fields: Mapping[str, str]) -> bool:
    return fields["given"] == "different" and fields["birth"] in (
        "different",
        "two characters apart",
    )


Fields = Mapping[str, str]
People = tuple[Person, Person]

_NEARLY = ("nearly the same", "alike")
#: What a person should know before saying that the two are one: a test, and the words.
_DOUBTS: tuple[tuple[Callable[[Fields, People], bool], str], ...] = (
    (
        lambda f, _: f["given"] == "different" and f["birth"] == "the same",
        "Twins? The birth date is the same and the first names differ.",
    ),
    (
        lambda f, _: f["given"] == "different" and f["surname"] == "the same",
        "Brother or sister? Of the name only the family's part is the same.",
    ),
    (
        lambda f, _: f["given"] in _NEARLY and f["birth"] != "the same",
        "First name and birth date both differ a little: a brother or sister named alike?",
    ),
    (
        lambda f, _: f["given"] == SWAPPED,
        "First name and surname stand the other way round.",
    ),
    (
        lambda f, _: (
            f["surname"] == "different" and f["given"] not in ("different", SWAPPED)
        ),
        "The surname differs: changed, or another child of that first name?",
    ),
    (lambda f, _: f["sex"] == "different", "The sex differs."),
    (
        lambda f, _: f["birth"] in ("two characters apart", "different"),
        "The birth dates differ by more than a slip.",
    ),
    (lambda _, p: any(one.estimated for one in p), "A birth date is estimated."),
    (
        lambda _, p: any(one.nameless for one in p),
        "A name is no name (unknown, baby).",
    ),
    (
        lambda f, p: f["birth"] == "not known" or not all(one.born for one in p),
        "A birth date is not known: unborn then, or not asked.",
    ),
)


def _warnings(fields: Fields, people: People) -> tuple[str, ...]:
    return tuple(words for test, words in _DOUBTS if test(fields, people))
