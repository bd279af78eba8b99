"""Children in care: who, from when, where; with the weights of going missing."""

import numpy as np

from trigpoint.synthetic import names, places
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import CareSpell


def happen(county: County) -> None:
    """Draw the times in care that touch the period."""
    rng = county.streams.of("care")
    people, lives = county.people, county.lives
    stock = county.knobs.county["count_per_100_000"]["looked_after"] / 100_000
    count = max(4, round(stock * len(people) * (1 + 0.30 * county.years)))
    age = (lives.end - people.born) / 365.25
    weight = np.where((age > 1) & (age < 19), people.need**1.5 * (0.5 + age / 12), 0)
    count = min(count, int((weight > 0).sum()))
    drawn = rng.choice(len(people), size=count, replace=False, p=weight / weight.sum())
    for child in sorted(int(one) for one in drawn):
        spell = _spell(county, child, rng)
        if spell is not None:
            lives.care.append(spell)


def _spell(county: County, child: int, rng: np.random.Generator) -> CareSpell | None:
    lives, born = county.lives, int(county.people.born[child])
    begun = max(born + 5, int(rng.integers(lives.start - 900, lives.end)))
    ended = begun + int(wait(rng, 700, 0.9)) + 3
    adult = born + round(18 * 365.25)
    ended = min(ended, adult - 1)
    if ended <= max(begun, lives.start):
        return None
    old = (begun - born) / 365.25 > 11
    home = rng.random() < (0.34 if old else county.knobs.share("care_in_homes") / 3)
    address, postcode = _placed(county, home)
    return CareSpell(
        child=child,
        begun=begun,
        ended=ended if ended < lives.end else None,
        legal_status=str(
            rng.choice(["C1", "C2", "V2", "E1"], p=[0.3, 0.4, 0.26, 0.04])
        ),
        placement="K2" if home else str(rng.choice(["U1", "U4", "U6"])),
        provider="PR4" if home else "PR1",
        home=int(rng.integers(len(places.HOMES))) if home else -1,
        address=address,
        postcode=postcode,
    )


def _placed(county: County, home: bool) -> tuple[str, str]:
    """The foster home's address; of a children's home its number says where it is."""
    if home:
        return "", ""
    rng = county.streams.of("care:placements")
    district = int(rng.integers(len(places.DISTRICTS)))
    return names.address(rng), places.postcode(rng, district)


def where(spell: CareSpell) -> tuple[str, str]:
    """Address and postcode of a placement."""
    if spell.home < 0:
        return spell.address, spell.postcode
    return places.HOMES[spell.home], f"ZZ99 9H{'ABDEFG'[spell.home]}"


def in_care(county: County) -> dict[int, CareSpell]:
    """The time in care of each child who has one."""
    return {spell.child: spell for spell in county.lives.care}
