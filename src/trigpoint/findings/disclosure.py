"""Which figures may leave a force: none of a few children, nor one worked out from others.

Three numbers are told of a force and of its parts (its months; its districts): how many
duties were judged, how many of them were met, of how many it cannot be told. A number
from 1 to 4 is withheld, and so is `met` where the rest (judged less met) is so small.
Then, because the parts add up to the whole, further parts are withheld until a reader
who knows the rest can narrow no withheld number to a range of less than five. Where the
whole is withheld, so are all its parts. Nothing says which were withheld for which of
the two reasons: that would narrow them again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

#: Numbers under this, but for none at all, are of a few children.
FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted of one part ("" the whole)."""

    part: str
    judged: int
    met: int
    cannot_tell: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """The same as it may leave the force: None is withheld."""

    part: str
    judged: int | None
    met: int | None
    cannot_tell: int | None


Cut = Sequence[Counted]


def release(
    whole: Counted, cuts: Sequence[Cut]
) -> tuple[Released, list[list[Released]]]:
    """The whole and its parts, cut in several ways, each of which adds up to the whole."""
    judged = _column(
        _small(whole.judged), [[_cell(one.judged) for one in cut] for cut in cuts]
    )
    # Whose number of judged is withheld may have any, as far as a reader knows.
    met = _column(
        _small(whole.met) or _small(whole.judged - whole.met) or judged is None,
        [
            [_share(one, hidden=judged is None or at in judged[number])
             for at, one in enumerate(cut)]
            for number, cut in enumerate(cuts)
        ],
    )  # fmt: skip
    untold = _column(
        _small(whole.cannot_tell),
        [[_cell(one.cannot_tell) for one in cut] for cut in cuts],
    )
    told = [
        [
            Released(
                part=one.part,
                judged=_told(judged, number, at, one.judged),
                met=_of_none(one, judged, met, number, at),
                cannot_tell=_told(untold, number, at, one.cannot_tell),
            )
            for at, one in enumerate(cut)
        ]
        for number, cut in enumerate(cuts)
    ]
    top = Released(
        part=whole.part,
        judged=None if judged is None else whole.judged,
        met=None if met is None else whole.met,
        cannot_tell=None if untold is None else whole.cannot_tell,
    )
    return top, told


def may_tell(*counts: int) -> bool:
    """Whether none of these is of a few children."""
    return not any(_small(one) for one in counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A number; the most that a reader knows it could be (None: no such limit)."""

    value: int
    most: int | None
    small: bool


#: Which cells of each cut are hidden; None: all of them, and the whole.
_Hidden = list[set[int]] | None


def _small(count: int) -> bool:
    return 0 < count < FEWEST


def _cell(count: int) -> _Cell:
    return _Cell(value=count, most=None, small=_small(count))


def _share(one: Counted, *, hidden: bool) -> _Cell:
    return _Cell(
        value=one.met,
        most=None if hidden else one.judged,
        small=hidden or _small(one.met) or _small(one.judged - one.met),
    )


def _told(hidden: _Hidden, number: int, at: int, count: int) -> int | None:
    return None if hidden is None or at in hidden[number] else count


def _of_none(
    one: Counted, judged: _Hidden, met: _Hidden, number: int, at: int
) -> int | None:
    """How many were met: of none judged, none; nobody needs telling."""
    if _told(judged, number, at, one.judged) == 0:
        return 0
    return _told(met, number, at, one.met)


def _column(withheld: bool, cuts: Sequence[Sequence[_Cell]]) -> _Hidden:
    """One number over all cuts; None where the whole or one of the cuts cannot be told."""
    if withheld:
        return None
    found = []
    for cells in cuts:
        hidden = _hide(cells)
        if hidden is None:
            return None
        found.append(hidden)
    return found


def _hide(cells: Sequence[_Cell]) -> set[int] | None:
    """The small cells, and the smallest others that keep them from being worked out."""
    hidden = {at for at, cell in enumerate(cells) if cell.small}
    others = sorted(
        (at for at, cell in enumerate(cells) if at not in hidden and _size(cell)),
        key=lambda at: (_size(cells[at]), at),
    )
    while hidden and not _safe([cells[at] for at in sorted(hidden)]):
        if not others:
            return None
        hidden.add(others.pop(0))
    return hidden


def _size(cell: _Cell) -> int:
    return cell.value if cell.most is None else cell.most


def _safe(hidden: Sequence[_Cell]) -> bool:
    """Whether each could be any of a range of `FEWEST`, given what they add up to."""
    together = sum(cell.value for cell in hidden)
    limits = [together if cell.most is None else cell.most for cell in hidden]
    for limit in limits:
        others = sum(limits) - limit
        low, high = max(0, together - others), min(limit, together)
        if high - low < FEWEST:
            return False
    return True
