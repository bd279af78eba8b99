"""Duties in custody and towards offenders near a child: the truth, and the cells."""

from collections.abc import Callable, Iterator
from datetime import date

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Deed
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_files import (
    Asked,
    day,
    end_of,
    first,
    minute,
    minutes,
    outcome,
    reference,
)
from trigpoint.synthetic.truth_missing import Numbers

_MONTHS = {"VERY_HIGH": 1, "HIGH": 3, "MEDIUM": 6, "LOW": 12}


def rows(county: County, numbers: Numbers) -> Iterator[Duty]:
    """Every such duty of the truth."""
    deeds = county.lives.deeds
    reviews: dict[tuple[int, int], list[Deed]] = {}
    for one in deeds:
        if one.file == "detention_review" and one.of is not None:
            reviews.setdefault((one.child, one.of[1]), []).append(one)
    sent: dict[int, list[int]] = {}
    for notice in county.lives.notices:
        sent.setdefault(notice.child, []).append(notice.submitted)
    for place, one in enumerate(deeds):
        if one.file == "detention":
            number = numbers["deed"][place]
            yield from _reviewed(one, reviews.get((one.child, one.at), []), number)
            ended = one.times.get("ended_at")
            if ended is not None:
                act = first(sent.get(one.child, ()), one.at)
                slug = "custody-vulnerability-referral"
                yield one.child, slug, number, ended, act, act, ""
    yield from _visited([one for one in deeds if one.file == "offender_visit"])


def _reviewed(one: Deed, reviews: list[Deed], number: str) -> Iterator[Duty]:
    """After six hours, then every nine, until bail is refused or the detention ends."""
    over = first((one.times.get("bail_refused_at"), one.times.get("ended_at")), one.at)
    done = sorted(review.at for review in reviews)
    written = sorted(review.at for review in reviews if review.entered)
    for at in (one.at, *written):
        due = wall.hours_after(at, 6 if at == one.at else 9)
        act, noted = first(done, at + 1), first(written, at + 1)
        if over is not None and over <= min(due, act or due):
            continue
        why = "done, not on record" if act != noted else ""
        yield one.child, "custody-reviews", reference(number, at), due, act, noted, why


def _visited(visits: list[Deed]) -> Iterator[Duty]:
    """The next visit to the same offender, by the risk he was given."""
    for one in visits:
        if one.cells.get("risk") not in _MONTHS:
            continue
        mine = [
            other
            for other in visits
            if other.cells.get("offender_id", "") == one.cells.get("offender_id", "")
            and other.child == one.child
        ]
        due = months_after(one.at // wall.DAY, _MONTHS[one.cells["risk"]])
        act = first((other.at for other in mine), one.at + 1)
        ended = first((other.times.get("contact_ended_at") for other in mine), one.at)
        if ended is None or ended > due or (act is not None and act < ended):
            name = reference(one.cells.get("offender_id", ""), one.at)
            yield (
                one.child,
                "rso-visits-by-risk",
                name,
                due,
                act,
                act,
                one.cells["risk"],
            )


def months_after(number: int, months: int) -> int:
    """The end of the same day so many months on; of the month's last where it is short."""
    start = date.fromisoformat(wall.iso_day(number))
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for last in range(start.day, start.day - 4, -1):
        try:
            found = date(year, month + 1, last)
        except ValueError:
            continue
        return end_of(day(found.isoformat()))
    raise AssertionError("every month has 28 days")


# --- from the cells ---------------------------------------------------------------


def _reviews(asked: Asked) -> str:
    own = asked.files.one("detention", "custody_id", asked.number)
    rows = asked.files.rows("detention_review", "custody_id", asked.number)
    reviews = minutes(row["at"] for row in rows)
    if own is None or own["nominal_id"] != asked.nominal or reviews is None:
        return ""
    begun, at = minute(own["detained_at"]), asked.at
    ends = minutes([own["bail_refused_at"], own["ended_at"]])
    if begun is None or at is None or ends is None:
        return ""
    if [begun, *reviews].count(at) != 1 or any(end <= at for end in ends):
        return ""
    due = wall.hours_after(at, 6 if at == begun else 9)
    return outcome(due, first(reviews, at + 1), first(ends, at))


def _referred(asked: Asked) -> str:
    own = asked.files.one("detention", "custody_id", asked.number)
    sent = asked.times("safeguarding_notice", "submitted_at")
    if own is None or own["nominal_id"] != asked.nominal or sent is None:
        return ""
    at, ended = minute(own["detained_at"]), minute(own["ended_at"])
    if at is None or ended is None:
        return ""
    return outcome(ended, first(sent, at))


def _visits(asked: Asked) -> str:
    mine = asked.mine("offender_visit")
    at = asked.at
    own = [row for row in mine if minute(row["visited_at"]) == at]
    if at is None or {row["offender_id"] for row in mine} != {asked.number}:
        return ""
    if len(own) != 1 or own[0]["risk"] not in _MONTHS:
        return ""
    visits = minutes(row["visited_at"] for row in mine)
    ends = minutes(row["contact_ended_at"] for row in mine)
    if visits is None or ends is None:
        return ""
    due = months_after(at // wall.DAY, _MONTHS[own[0]["risk"]])
    return outcome(due, first(visits, at + 1), first(ends, at))


READERS: dict[str, Callable[[Asked], str]] = {
    "custody-reviews": _reviews,
    "custody-vulnerability-referral": _referred,
    "rso-visits-by-risk": _visits,
}
