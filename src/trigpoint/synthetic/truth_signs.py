"""Signs of exploitation, the flag that follows, and whether ethnicity is written."""

from collections.abc import Callable, Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.register import Register
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_files import (
    NEAR,
    Asked,
    Cells,
    day,
    first,
    minute,
    minutes,
    open_until,
    outcome,
    reference,
    working,
)
from trigpoint.synthetic.truth_missing import Numbers

_WINDOW = 90 * wall.DAY
#: Since when the ethnicity of whoever is recorded is asked for.
_ASKED_SINCE = wall.start_of(day("2023-01-01"))
_FLAGGED = ("HIGH", "MEDIUM")
_UNREAD = ("North. Europ.",)


def rows(county: County, numbers: Numbers, register: Register) -> Iterator[Duty]:
    """Every such duty of the truth."""
    flags: dict[int, list[tuple[int, int | None]]] = {}
    for flag in county.lives.flags:
        if flag.flag == "CSE":
            flags.setdefault(flag.child, []).append((flag.set_at, flag.removed))
    for one in county.lives.screenings:
        if one.band in _FLAGGED:
            due = working(one.at, 1)
            act = _flag(flags.get(one.child, []), one.at)
            yield one.child, "cse-flag", reference("", one.at), due, act, act, ""
    yield from _screened(county, numbers["episode"], flags, register)
    yield from _described(register)


def _flag(flags: list[tuple[int, int | None]], at: int) -> int | None:
    """When the flag stood: at once if it stood already, else when it was set."""
    if any(since <= at and (until is None or until > at) for since, until in flags):
        return at
    return first((since for since, _ in flags), at)


def _screened(
    county: County,
    numbers: dict[int, str],
    flags: dict[int, list[tuple[int, int | None]]],
    register: Register,
) -> Iterator[Duty]:
    """From a second report in ninety days, or a flag, to a screening."""
    signs: dict[int, dict[int, str]] = {}
    last: dict[int, int] = {}
    for place, one in enumerate(county.lives.episodes):
        before = last.get(one.child)
        last[one.child] = one.reported
        if before is not None and one.reported - before < _WINDOW:
            signs.setdefault(one.child, {})[one.reported] = numbers.get(place, "")
    for child, set_at in flags.items():
        for at, _ in set_at:
            signs.setdefault(child, {})[at] = reference(
                register.main.get(child, ""), at
            )
    done: dict[int, list[int]] = {}
    for screening in county.lives.screenings:
        done.setdefault(screening.child, []).append(screening.at)
    for child, found in signs.items():
        times = done.get(child, [])
        new = [at for at in found if not any(0 <= at - one <= _WINDOW for one in times)]
        for at in open_until(new, times):
            act = first(times, at)
            yield child, "cse-screening", found[at], working(at, 10), act, act, ""


def _described(register: Register) -> Iterator[Duty]:
    """The record of each child: what it says now counts from when it was made."""
    last = {one.nominal: one for one in register.versions}
    made: dict[str, int] = {}
    for one in register.versions:
        made[one.nominal] = min(one.valid_from, made.get(one.nominal, one.valid_from))
    for child, nominal in register.main.items():
        if made[nominal] < _ASKED_SINCE:
            continue
        said = last[nominal].ethnicity not in ("", "UNKNOWN", "NA")
        act = made[nominal] if said else None
        yield child, "ethnicity-recorded", nominal, made[nominal], act, act, ""


# --- from the cells ---------------------------------------------------------------


def _flags_of(asked: Asked) -> list[tuple[int, int | None]] | None:
    rows = [
        row
        for row in asked.files.rows("flag", "subject", asked.nominal)
        if row["flag"] == "CSE"
    ]
    if minutes(row[name] for row in rows for name in ("set_at", "removed_at")) is None:
        return None
    found = [(minute(row["set_at"]), minute(row["removed_at"])) for row in rows]
    return [(since, until) for since, until in found if since is not None]


def _carries(asked: Asked) -> str:
    found = [
        row for row in asked.mine("cse_assessment") if minute(row["at"]) == asked.at
    ]
    flags, at = _flags_of(asked), asked.at
    if (
        len(found) != 1
        or found[0]["band"] not in _FLAGGED
        or flags is None
        or at is None
    ):
        return ""
    if any(until == at for _, until in flags):
        return ""
    return outcome(working(at, 1), _flag(flags, at))


def _screening(asked: Asked) -> str:
    reports = asked.times("missing", "reported_at")
    done = asked.times("cse_assessment", "at")
    flags = _flags_of(asked)
    if (
        reports is None
        or done is None
        or flags is None
        or _unsure(asked, reports, done)
    ):
        return ""
    at = asked.at
    if at is None:
        own = asked.files.one("missing", "misper_id", asked.number)
        at = minute(own["reported_at"]) if own else None
    seconds = [
        two for two in reports if any(0 < two - one < _WINDOW for one in reports)
    ]
    signs = sorted([*seconds, *(since for since, _ in flags)])
    new = [one for one in signs if not any(0 <= one - at < _WINDOW for at in done)]
    if at is None or at not in open_until(new, done) or signs.count(at) != 1:
        return ""
    return outcome(working(at, 10), first(done, at))


def _unsure(asked: Asked, reports: list[int], done: list[int]) -> bool:
    """Whether something else could be a sign, or a window ends within hours."""
    council = asked.council
    if asked.child in council.untold or asked.child in council.factored:
        return True
    return any(
        abs(one - other - _WINDOW) <= NEAR
        for one in (*reports, *done)
        for other in (*reports, *done)
    )


def _ethnicity(asked: Asked) -> str:
    versions = sorted(
        asked.files.rows("nominal", "nominal_id", asked.number),
        key=lambda row: row["valid_from"],
    )
    if not versions or asked.number != asked.nominal:
        return ""
    return _said(versions[-1])


def _said(row: Cells) -> str:
    cell = row["ethnicity_16p1"]
    if cell in _UNREAD:
        return ""
    if cell == "NA":
        return "excepted"
    return "missed" if cell in ("", "UNKNOWN") else "met"


READERS: dict[str, Callable[[Asked], str]] = {
    "cse-flag": _carries,
    "cse-screening": _screening,
    "ethnicity-recorded": _ethnicity,
}
