"""The council's own numbers of children, and what its records say of them."""

from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic import places, slips, wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Lives


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilChild:
    """What the council has on file of a child."""

    number: str
    person: str
    upn: str
    upn_unknown: str
    born: int
    boy: bool
    ethnicity: str
    given: str
    surname: str
    disabled: bool


def make(county: County) -> dict[int, CouncilChild]:
    """Number every child whom the council came to know."""
    rng = county.streams.of("council:register")
    children = sorted(_known(county.lives))
    numbers = rng.permutation(np.arange(100_000, 100_000 + 5 * len(children)))
    persons = rng.permutation(np.arange(10_000, 10_000 + 3 * len(children)))
    return {
        child: _described(county, child, int(number), int(person), rng)
        for child, number, person in zip(children, numbers, persons, strict=False)
    }


def _known(lives: Lives) -> set[int]:
    return {one.child for one in lives.referrals} | {one.child for one in lives.care}


def _described(
    county: County, child: int, number: int, person: int, rng: np.random.Generator
) -> CouncilChild:
    people = county.people
    of_school_age = people.age(child, county.lives.end) >= 5
    upn, unknown = "", "UN1" if not of_school_age else "UN5"
    if of_school_age and rng.random() < county.knobs.county["recording"]["council_upn"]:
        upn, unknown = people.pupil_number(child), ""
        # A letter that does not belong to the digits, as mistyping makes it.
        if rng.random() < 0.004:
            upn = ("A" if upn[0] != "A" else "B") + upn[1:]
    ethnicity = people.council_ethnicity(child)
    draw = rng.random()
    if draw < 0.05:
        ethnicity = "NOBT" if draw < 0.035 else "REFU"
    born = int(people.born[child])
    heard = wait(
        rng, county.knobs.county["recording"]["surname_heard_days_median"], 0.8
    )
    return CouncilChild(
        number=f"{number:06d}",
        person=f"FCC{person:06d}",
        upn=upn,
        upn_unknown=unknown,
        born=born + (1 if rng.random() < 0.005 else 0),
        boy=bool(people.boy[child]),
        ethnicity=ethnicity,
        given=_given(county, child, rng),
        surname=people.surname_on(child, county.lives.council_end - int(heard)),
        disabled=bool(people.disabled[child]),
    )


def _given(county: County, child: int, rng: np.random.Generator) -> str:
    """The first name: some of the newborn have none yet on the council's file."""
    recent = county.people.born[child] > county.lives.council_end - 40
    if recent and rng.random() < county.knobs.county["recording"]["newborn_unnamed"]:
        return slips.BABY
    return county.people.given[child]


def header(collection: str, year: int, reference: int, written: int) -> list[str]:
    """The Header of a council's XML return."""
    return [
        "<Header><CollectionDetails>",
        f"<Collection>{collection}</Collection><Year>{year}</Year>",
        f"<ReferenceDate>{wall.iso_day(reference)}</ReferenceDate>",
        "</CollectionDetails><Source><SourceLevel>L</SourceLevel>",
        f"<LEA>{places.COUNCIL_CODE}</LEA>",
        f"<SoftwareCode>{places.INVENTED}</SoftwareCode>",
        "<Release>1</Release><SerialNo>001</SerialNo>",
        f"<DateTime>{wall.iso_day(written)}T09:00:00</DateTime>",
        "</Source></Header>",
    ]
