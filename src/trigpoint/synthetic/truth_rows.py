"""Duties that more than one row decides: all of them, and what the files show of each."""

from collections.abc import Iterator

from trigpoint.synthetic import (
    truth_crimes,
    truth_meetings,
    truth_missing,
    truth_plans,
    truth_powers,
    truth_signs,
)
from trigpoint.synthetic.county import County
from trigpoint.synthetic.register import Register
from trigpoint.synthetic.truth_council import Council
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_files import Asked, Cells, Files, moment
from trigpoint.synthetic.truth_missing import Numbers

_READERS = (
    truth_crimes.READERS
    | truth_meetings.READERS
    | truth_missing.READERS
    | truth_plans.READERS
    | truth_powers.READERS
    | truth_signs.READERS
)


def rows(county: County, numbers: Numbers, register: Register) -> Iterator[Duty]:
    """Every such duty of the truth."""
    yield from truth_missing.rows(county, numbers)
    yield from truth_meetings.rows(county, numbers)
    yield from truth_crimes.rows(county, numbers)
    yield from truth_powers.rows(county, numbers)
    yield from truth_signs.rows(county, numbers, register)
    yield from truth_plans.rows(county)


class WrittenRows:
    """What police entered and the council returned, as somebody reads both."""

    def __init__(self, rows: dict[str, list[Cells]], council: Council) -> None:
        """`rows`: the police rows as entered, by file."""
        self._files, self._council = Files(rows), council

    def answer(self, slug: str, reference: str, child: int, nominals: set[str]) -> str:
        """The outcome that the files show, or "" where they cannot.

        What stands under two numbers of one child is for linking to find.
        """
        read = _READERS.get(slug)
        if read is None or not reference or len(nominals) > 1:
            return ""
        number, _, when = reference.partition("@")
        return read(
            Asked(
                files=self._files,
                council=self._council,
                child=child,
                number=number,
                at=moment(when),
                nominal=next(iter(nominals), ""),
            )
        )
