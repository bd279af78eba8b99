"""Who is who on police systems: numbers, second records, and what is written down.

Police hold a child under a number of their own, some children under two. What a
record says of a child is what somebody heard: names misspelt, birth dates guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from trigpoint.synthetic import names, places, slips, wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Adult, Lives
from trigpoint.timekeeping import london


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a police person record."""

    nominal: str
    given: str
    surname: str
    aliases: str
    born: int | None
    estimated: bool
    sex: str
    ethnicity: str
    address: str
    postcode: str
    merged_into: str
    valid_from: int
    district: int


@dataclass(slots=True, kw_only=True)
class Register:
    """Police numbers: `main` of each child, `second` where there are two."""

    main: dict[int, str]
    second: dict[int, str]
    adult: dict[int, str]
    versions: list[Version] = field(default_factory=list)
    #: Who writes the records.
    scribes: slips.Scribes
    _rng: np.random.Generator

    def of(self, child: int) -> str:
        """The number that somebody used for the child just now."""
        other = self.second.get(child)
        return other if other and self._rng.random() < 0.3 else self.main[child]


def make(county: County) -> Register:
    """Number everybody whom police came to know, and write their records."""
    rng = county.streams.of("register")
    first = _first_known(county.lives)
    grown = _grown_up(county.lives)
    numbers = rng.permutation(np.arange(1_000, 1_000 + 4 * (len(first) + len(grown))))
    ids = iter(f"NOM{int(one):07d}" for one in numbers)
    twice = county.knobs.county["recording"]["duplicate_nominal"]
    children = sorted(first)
    register = Register(
        main={child: next(ids) for child in children},
        second={child: next(ids) for child in children if rng.random() < twice},
        adult={number: next(ids) for number in sorted(grown)},
        scribes=slips.Scribes(county.streams.of("register:scribes")),
        _rng=county.streams.of("register:use"),
    )
    for child in children:
        _describe(county, register, child, first[child], rng)
    for number in sorted(grown):
        who = county.lives.adults[number]
        register.versions.append(_adult(county, register, who, grown[number], rng))
    register.versions.sort(key=lambda one: (one.nominal, one.valid_from))
    return register


def _first_known(lives: Lives) -> dict[int, int]:
    """When police first had a record that names each child."""
    first: dict[int, int] = {}
    for child, time in _uses(lives):
        first[child] = min(time, first.get(child, time))
    return first


def _uses(lives: Lives) -> Iterable[tuple[int, int]]:
    for occurrence in lives.occurrences:
        yield from ((child, occurrence.reported) for child, _ in occurrence.children)
    yield from (
        (one.child, one.reported) for one in lives.episodes if one.known_to_police
    )
    yield from (
        (one.child, one.held) for one in lives.discussions if one.known_to_police
    )
    for conference in lives.conferences:
        if conference.known_to_police:
            told = conference.told or wall.start_of(conference.day, 9)
            yield conference.child, told
    yield from ((one.child, one.set_at) for one in lives.flags)
    yield from ((one.child, one.at) for one in lives.screenings)
    yield from ((one.child, one.at) for one in lives.deeds if one.entered)


def _grown_up(lives: Lives) -> dict[int, int]:
    first: dict[int, int] = {}
    for occurrence in lives.occurrences:
        for number, _ in occurrence.adults:
            first[number] = min(occurrence.reported, first.get(number, 10**12))
    return first


def _describe(
    county: County, register: Register, child: int, time: int, rng: np.random.Generator
) -> None:
    """The child's record, a later version of it now and then, and a second record."""
    made = _child(county, register, register.main[child], child, time, rng)
    register.versions.append(made)
    asked = 0.12 if made.given not in slips.NO_NAMES else 0.75
    if rng.random() < asked:
        later = county.by(time + rng.integers(5, 300) * wall.DAY)
        if later is not None:
            register.versions.append(_again(county, made, child, later, rng))
    other = register.second.get(child)
    if other is not None:
        register.versions.append(_other(county, register, child, other, time, rng))


def _child(
    county: County,
    register: Register,
    nominal: str,
    child: int,
    time: int,
    rng: np.random.Generator,
) -> Version:
    people, recording = county.people, county.knobs.county["recording"]
    careless = register.scribes.next()
    given, surname, alias = _names(county, child, time, careless, rng)
    born, estimated = _birth(county, child, time, careless, rng)
    post = people.postcode[child] if rng.random() < recording["police_postcode"] else ""
    return Version(
        nominal=nominal,
        given=given,
        surname=surname,
        aliases=alias,
        born=born,
        estimated=estimated,
        sex=("M" if people.boy[child] else "F") if rng.random() < 0.97 else "U",
        ethnicity=_ethnicity(county, people.police_ethnicity(child), rng),
        address=people.address[child],
        postcode=post,
        merged_into="",
        valid_from=time - int(rng.integers(0, 20)),
        district=int(people.district[child]),
    )


def _names(
    county: County, child: int, time: int, careless: float, rng: np.random.Generator
) -> tuple[str, str, str]:
    """Given name, surname and alias, as whoever wrote them had heard them."""
    people, recording = county.people, county.knobs.county["recording"]
    given, surname = people.given[child], _heard(county, child, time, rng)
    if people.born[child] > time // wall.DAY - 30:
        if rng.random() < recording["newborn_unnamed"]:
            unborn = people.born[child] > time // wall.DAY
            return (slips.UNBORN if unborn else slips.BABY), surname, ""
    elif slips.errs(recording["name_unknown"], careless, rng):
        return slips.UNKNOWN, surname if rng.random() < 0.6 else slips.UNKNOWN, ""
    if not slips.errs(recording["wrong_name"], careless, rng):
        return given, surname, ""
    alias = f"{surname}, {given}" if rng.random() < 0.5 else ""
    kinds = county.knobs.county["wrong_name"]
    return *slips.written(given, surname, kinds, rng), alias


def _heard(county: County, child: int, time: int, rng: np.random.Generator) -> str:
    """The surname by which police know the child then: of a new one they hear later."""
    median = county.knobs.county["recording"]["surname_heard_days_median"]
    return county.people.surname_on(
        child, time // wall.DAY - int(wait(rng, median, 0.8))
    )


def _birth(
    county: County, child: int, time: int, careless: float, rng: np.random.Generator
) -> tuple[int | None, bool]:
    """The birth date as police have it: right, slipped, guessed, or none."""
    recording = county.knobs.county["recording"]
    born = int(county.people.born[child])
    if born > time // wall.DAY or rng.random() > recording["police_birth_date"]:
        return None, False
    draw = rng.random() / max(careless, 0.05)
    if draw < recording["wrong_birth_date"]:
        return born + (1 if draw < 0.01 else -30), False
    if draw < recording["wrong_birth_date"] + 0.015:
        year = wall.iso_day(born)[:4]
        return _new_year(int(year)), True
    return born, False


def _new_year(year: int) -> int:
    return london.day_number(date(year, 1, 1))


def _ethnicity(county: County, true: str, rng: np.random.Generator) -> str:
    draw = rng.random()
    known = county.knobs.number("recording.ethnicity")
    refused = county.knobs.number("recording.ethnicity_refused")
    if draw < known:
        return true
    if draw < known + refused:
        return "REFUSED" if draw < known + refused / 2 else "NS"
    # Not asked; or, here and there, taken for a thing that does not apply, or put in
    # words that are in no list.
    said = ("UNKNOWN", "NA", "", "North. Europ.")
    return said[int(rng.choice(4, p=[0.27, 0.05, 0.65, 0.03]))]


def _again(
    county: County, made: Version, child: int, later: int, rng: np.random.Generator
) -> Version:
    """A later version: the family moved, or somebody asked what was missing."""
    people = county.people
    moved = rng.random() < 0.5
    named = {}
    if made.given in slips.NO_NAMES:
        named = {"given": people.given[child], "surname": people.surname[child]}
    elif (surname := _heard(county, child, later, rng)) != made.surname and (
        made.surname == people.surname_on(child, made.valid_from // wall.DAY)
    ):
        named = {"surname": surname, "aliases": f"{made.surname}, {made.given}"}
    return replace(
        made,
        valid_from=later,
        **named,  # type: ignore[arg-type]
        address=names.address(rng) if moved else made.address,
        postcode=places.postcode(rng, made.district) if moved else made.postcode,
        ethnicity=people.police_ethnicity(child),
        born=int(people.born[child]) if people.born[child] * wall.DAY < later else None,
        estimated=False,
    )


def _other(
    county: County,
    register: Register,
    child: int,
    other: str,
    time: int,
    rng: np.random.Generator,
) -> Version:
    """A second record of the same child; half of them are found out and merged."""
    made = _child(county, register, other, child, time, rng)
    merged = _merged_into(county, register, child, rng) if rng.random() < 0.5 else ""
    if made.given in slips.NO_NAMES:
        return replace(made, merged_into=merged)
    return replace(made, given=names.misspelt(made.given, rng), merged_into=merged)


def _merged_into(
    county: County, register: Register, child: int, rng: np.random.Generator
) -> str:
    """The child's own record; now and then, by mistake, a brother's or sister's."""
    family = county.people.household(child)
    beside = [one for one in family if one != child and one in register.main]
    wrong = rng.random() < county.knobs.county["recording"]["wrong_merge"]
    if wrong and beside:
        return register.main[beside[int(rng.integers(len(beside)))]]
    return register.main[child]


def _adult(
    county: County, register: Register, who: Adult, time: int, rng: np.random.Generator
) -> Version:
    return Version(
        nominal=register.adult[who.number],
        given=who.given,
        surname=who.surname,
        aliases="",
        born=who.born if rng.random() < 0.9 else None,
        estimated=False,
        sex="M" if who.boy else "F",
        ethnicity=_ethnicity(county, who.ethnicity, rng),
        address=who.address,
        postcode=who.postcode,
        merged_into="",
        valid_from=time,
        district=int(rng.integers(len(places.DISTRICTS))),
    )
