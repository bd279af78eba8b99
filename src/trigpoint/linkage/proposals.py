"""From likeness to a proposal: three bands, and the guards that no probability outweighs.

The cuts come from what each mistake costs. A false link hides one child inside another and
costs a hundred times what a missed link costs, which a person may still find; reading a pair
costs half a missed link. So a pair is linked at 100 / (100 + 1) or more, goes to a person
from 0.5, and is otherwise left.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trigpoint.chronology.likely import Band, Proposal

#: What each costs, in missed links.
FALSE_LINK, MISSED_LINK, READING = 100.0, 1.0, 0.5
LINK_FROM = FALSE_LINK / (FALSE_LINK + MISSED_LINK)
READ_FROM = READING / MISSED_LINK


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What bears on the guards: names as written, and marks of doubt."""

    estimated: bool = False
    nameless: bool = False
    born: bool = True


def propose(
    one: int,
    other: int,
    probability: float,
    fields: Mapping[str, str],
    people: tuple[Person, Person],
) -> Proposal:
    """The band of a pair; a guard can only make it more careful."""
    band = _by_cost(probability)
    warnings = _warnings(fields, people)
    if warnings and band is Band.LINKED:
        band = Band.TO_DECIDE
    if _others(fields):
        # Another first name with another birth date: a brother or sister, not a person.
        band = Band.NOT_LINKED
    return Proposal(
        one=one, other=other, probability=probability, band=band,
        warnings=warnings, fields=fields,
    )  # fmt: skip


def _by_cost(probability: float) -> Band:
    if probability >= LINK_FROM:
        return Band.LINKED
    return Band.TO_DECIDE if probability >= READ_FROM else Band.NOT_LINKED


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
