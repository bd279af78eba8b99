"""What the council's returns tell of a child, and whether police records name the same.

The returns hold days only, up to the day before `county.lives.council_end`.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar

from trigpoint.synthetic.council_register import CouncilChild
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import (
    CareSpell,
    Conference,
    Enquiry,
    Episode,
    Plan,
    Referral,
)
from trigpoint.synthetic.register import Register, Version


class _OfAChild(Protocol):
    @property
    def child(self) -> int: ...


_One = TypeVar("_One", bound=_OfAChild)


def _by_child(things: Iterable[_One]) -> dict[int, list[_One]]:
    found: dict[int, list[_One]] = defaultdict(list)
    for one in things:
        found[one.child].append(one)
    return found


class Council:
    """The council's side of each child."""

    def __init__(
        self, county: County, register: Register, children: dict[int, CouncilChild]
    ) -> None:
        """Sort what the council knows by child."""
        lives = county.lives
        #: The day after the last that the returns cover.
        self.end = lives.council_end
        self._children = children
        self._versions: dict[str, list[Version]] = defaultdict(list)
        for version in register.versions:
            self._versions[version.nominal].append(version)
        self.plans: dict[int, list[Plan]] = _by_child(lives.plans)
        self.enquiries: dict[int, list[Enquiry]] = _by_child(lives.enquiries)
        self.referrals: dict[int, list[Referral]] = _by_child(lives.referrals)
        self.care: dict[int, list[CareSpell]] = _by_child(lives.care)
        self.conferences: dict[int, list[Conference]] = _by_child(
            one for one in lives.conferences if not one.cancelled
        )
        #: Episodes of which a home told the council, and nobody told police.
        self.untold: dict[int, list[Episode]] = _by_child(
            one for one in lives.episodes if not one.known_to_police
        )
        numbers = {one.number: one.child for one in lives.referrals}
        #: Children in whose assessment exploitation was a factor.
        self.factored = {
            numbers[one.referral]
            for one in lives.assessments
            if "11A" in one.factors and one.authorised is not None
        }

    def names_the_same(self, child: int, nominal: str) -> bool:
        """Whether both agencies write the same names and birth date of the child.

        Nobody who reads the files would doubt such a pair; others may be doubted.
        """
        one, versions = self._children.get(child), self._versions.get(nominal)
        if one is None or not versions:
            return False
        return all(
            (version.given, version.surname) == (one.given, one.surname)
            and version.born == one.born
            and not version.estimated
            for version in versions
        )
