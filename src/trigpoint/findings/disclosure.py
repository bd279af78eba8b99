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
    judged = _column(whole.judged, [_hide([one.judged for one in cut]) for cut in cuts])
    met: _Hidden = None
    if judged is not None and may_tell(whole.met, whole.judged - whole.met):
        met = _column(
            whole.met,
            [_hide_met(cut, judged[number]) for number, cut in enumerate(cuts)],
        )
    untold = _column(
        whole.cannot_tell, [_hide([one.cannot_tell for one in cut]) for cut in cuts]
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


#: Which cells of each cut are hidden; None: all of them, and the whole.
_Hidden = list[set[int]] | None


def _small(count: int) -> bool:
    return 0 < count < FEWEST


def _told(hidden: _Hidden, number: int, at: int, count: int) -> int | None:
    return None if hidden is None or at in hidden[number] else count


def _of_none(
    one: Counted, judged: _Hidden, met: _Hidden, number: int, at: int
) -> int | None:
    """How many were met: of none judged, none; nobody needs telling."""
    if _told(judged, number, at, one.judged) == 0:
        return 0
    return _told(met, number, at, one.met)


def _column(count: int, hidden: Sequence[set[int] | None]) -> _Hidden:
    """One number over all cuts; None where the whole or one of the cuts cannot be told."""
    found = [one for one in hidden if one is not None]
    return None if _small(count) or len(found) < len(hidden) else found


def _hide(counts: Sequence[int]) -> set[int] | None:
    """The small ones, and the smallest others that keep them from being worked out.

    A reader knows what they add up to, and no more.
    """
    hidden = {at for at, count in enumerate(counts) if _small(count)}
    others = _smallest_first(counts, hidden)
    while hidden and (len(hidden) < 2 or sum(counts[at] for at in hidden) < FEWEST):
        if not others:
            return None
        hidden.add(others.pop(0))
    return hidden


def _hide_met(cut: Cut, unjudged: set[int]) -> set[int] | None:
    """The same for how many were met; `unjudged`: where the judged are hidden already."""
    hidden = set(unjudged)
    met = sum(one.met for one in cut)
    if met in (0, sum(one.judged for one in cut)):
        return hidden  # None, or all: which the whole says of each part alike.
    hidden |= {
        at for at, one in enumerate(cut) if not may_tell(one.met, one.judged - one.met)
    }
    others = _smallest_first([one.judged for one in cut], hidden)
    while hidden and not _open(cut, hidden, unjudged):
        if not others:
            return None
        hidden.add(others.pop(0))
    return hidden


def _smallest_first(counts: Sequence[int], but: set[int]) -> list[int]:
    some = [at for at, count in enumerate(counts) if count and at not in but]
    return sorted(some, key=lambda at: (counts[at], at))


def _open(cut: Cut, hidden: set[int], unjudged: set[int]) -> bool:
    """Whether how many were met of each could be any of a range of `FEWEST`.

    A reader knows how many were met together, how many were judged of each but the
    `unjudged`, and of those how many together.
    """
    met = sum(cut[at].met for at in hidden)
    room = sum(cut[at].judged for at in hidden)
    if min(met, room - met) < FEWEST:
        return False
    for at in hidden - unjudged:
        judged = cut[at].judged
        low, high = max(0, met - (room - judged)), min(judged, met)
        if high - low < FEWEST:
            return False
    return True
