"""The guard of the record: did what was written down change, rather than what was done?"""

from collections.abc import Iterator

from trigpoint.estimates.chi_square import upper_tail
from trigpoint.estimates.difference import Difference, miettinen_nurminen
from trigpoint.reviews.cases import Of, Round
from trigpoint.reviews.guards import MOVED, Guard, points
from trigpoint.reviews.record import LAG_WORDS, Record
from trigpoint.reviews.verdict import Called, share
from trigpoint.vocabulary.event_kinds import EventKind

#: Events of a kind that either round must have, before a field of it is compared.
_FEWEST = 30
#: The normal quantile of one in ten thousand: many fields are looked at.
_Z_MANY = 3.89
_CHANCE = 1e-4
#: So many fields are named; the rest are counted.
_NAMED = 4


def recording(before: Round, after: Round, of: Of = Of.RISK) -> Guard:
    """Has the record changed, and does the change outlive it?

    Looks at duties met whose act was entered after it fell due, at duties that cannot be
    told, at which fields are filled in, at how long after the event entries are made, and at
    entries put back to an earlier day. An improvement must also show where duties met on
    paper only count as not shown.
    """
    untold = _apart(before.untold, before.all, after.untold, after.all)
    said = [*_duties(before, after, untold), *_entries(before.record, after.record)]
    if not said:
        return Guard(
            name="recording",
            fired=False,
            may_veto=True,
            says="Duties are entered, told and excepted about as before; fields are filled in "
            "and entries made as they were.",
        )
    first, second = before.seen_as(of), after.seen_as(of)
    strict = share(
        before.count(first.found | first.on_paper),
        after.count(second.found | second.on_paper),
    )
    vetoes = set() if strict.called is Called.IMPROVED else {Called.IMPROVED}
    if untold.value is not None and untold.value <= -MOVED:
        # More can be told than before: more failures come to light, too.
        vetoes.add(Called.DETERIORATED)
    outlives = (
        "No improvement shows once duties met on paper only are left out."
        if Called.IMPROVED in vetoes
        else "The improvement shows without the duties met on paper only, too."
    )
    return Guard(
        name="recording",
        fired=True,
        may_veto=True,
        says=f"The record changed: {'; '.join(said)}. {outlives}",
        vetoes=frozenset(vetoes),
    )


def _apart(x1: int, n1: int, x2: int, n2: int) -> Difference:
    return miettinen_nurminen((x1, n1), (x2, n2))


def _duties(before: Round, after: Round, untold: Difference) -> Iterator[str]:
    moved = {
        "entered over a week after they fell due": _apart(
            before.met_on_paper, before.met, after.met_on_paper, after.met
        ),
        "entered over a day after they fell due, though said to be done in time": _apart(
            before.met_back_dated, before.met, after.met_back_dated, after.met
        ),
        "that cannot be told": untold,
        "excepted": _apart(before.excepted, before.all, after.excepted, after.all),
    }
    for words, one in moved.items():
        if _clear(one):
            yield f"duties {words} went from {points(one.before)} to {points(one.after)}"


def _clear(one: Difference) -> bool:
    return one.value is not None and abs(one.value) >= MOVED and one.excludes_none


def _entries(before: Record, after: Record) -> Iterator[str]:
    yield from _fields(before, after)
    yield from _lags(before.lags, after.lags)
    back = _apart(*before.put_back, *after.put_back)
    if _clear(back):
        yield (
            "events put back to an earlier day went from "
            f"{points(back.before)} to {points(back.after)}"
        )


def _fields(before: Record, after: Record) -> Iterator[str]:
    """Fields filled in more or less often, those that moved most first."""
    found = []
    for kind, name in sorted(set(before.fields) | set(after.fields)):
        sizes = [_of_kind(one, kind) for one in (before, after)]
        if min(sizes) < _FEWEST:
            continue
        pairs = [
            one.fields.get((kind, name), (0, size))
            for one, size in zip((before, after), sizes, strict=True)
        ]
        one = miettinen_nurminen(pairs[0], pairs[1], z=_Z_MANY)
        if _clear(one):
            found.append((abs(one.value or 0), kind, name, one))
    found.sort(key=lambda row: row[:3], reverse=True)
    for _, kind, name, one in found[:_NAMED]:
        words = f"{name.replace('_', ' ')} of {EventKind(kind).label.lower()}"
        yield f"the field {words} is filled in {points(one.after)}, before {points(one.before)}"
    if len(found) > _NAMED:
        yield f"{len(found) - _NAMED} more fields moved so"


def _of_kind(record: Record, kind: str) -> int:
    return next((of for (one, _), (_, of) in record.fields.items() if one == kind), 0)


def _lags(before: tuple[int, ...], after: tuple[int, ...]) -> Iterator[str]:
    """The whole distribution of lag of entry, by chi-square; and where it moved most."""
    if not sum(before) or not sum(after):
        return
    whole = sum(before) + sum(after)
    score, bands = 0.0, 0
    for one, other in zip(before, after, strict=True):
        if one + other:
            bands += 1
            for seen, size in ((one, sum(before)), (other, sum(after))):
                expected = (one + other) * size / whole
                score += (seen - expected) ** 2 / expected
    parts = [
        (sum(before[: n + 1]) / sum(before), sum(after[: n + 1]) / sum(after))
        for n in range(len(before) - 1)
    ]
    place = max(range(len(parts)), key=lambda n: abs(parts[n][1] - parts[n][0]))
    first, second = parts[place]
    if (
        bands > 1
        and upper_tail(score, bands - 1) < _CHANCE
        and abs(second - first) >= MOVED
    ):
        yield (
            f"entries made {LAG_WORDS[place]} of the event went from {points(first)} to "
            f"{points(second)}"
        )
