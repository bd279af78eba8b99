"""Duties about strategy discussions: who takes part, what is told, and when one is held."""

from collections.abc import Callable, Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Discussion
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.synthetic.truth_expected import THERE
from trigpoint.synthetic.truth_files import (
    NEAR,
    UNSAID,
    Asked,
    day,
    first,
    minute,
    minutes,
    open_until,
    outcome,
    working,
)
from trigpoint.synthetic.truth_missing import Numbers

_SENIOR = (
    "DS", "INSP", "DI", "CI", "DCI", "SUPT", "DSUPT", "CSUPT", "ACC_OR_ABOVE",
)  # fmt: skip
_TOGETHER = {"LA", "POLICE", "HEALTH"}
_MET = ("MEETING", "VIRTUAL")
_NEW = ("CRIME", "DOMESTIC_ABUSE", "CHILD_CONCERN")
_LEADS_TO = 21 * wall.DAY


def rows(county: County, numbers: Numbers) -> Iterator[Duty]:
    """Every such duty of the truth."""
    held: dict[int, list[Discussion]] = {}
    for one in county.lives.discussions:
        held.setdefault(one.child, []).append(one)
    for one in county.lives.discussions:
        if one.known_to_police:
            number = numbers["discussion"][one.number]
            yield from _of_discussion(county, one, number, held[one.child])
    for place, deed in enumerate(county.lives.deeds):
        if deed.file == "police_protection":
            slug = "strategy-meeting-after-single-agency-action"
            due, number = working(deed.at, 1), numbers["deed"][place]
            yield _met(slug, deed.child, number, due, held.get(deed.child, []), deed.at)
    yield from _informed(county, numbers, held)
    yield from _anew(county, numbers, held)


def _met(
    slug: str, child: int, number: str, due: int, held: list[Discussion], since: int
) -> Duty:
    act = first((one.held for one in held), since)
    written = first((one.held for one in held if one.known_to_police), since)
    why = "held, police have no record" if act != written else ""
    return child, slug, number, due, act, written, why


def _of_discussion(
    county: County, one: Discussion, number: str, held: list[Discussion]
) -> Iterator[Duty]:
    listed = "police" not in one.unwritten
    whole = set(one.agencies) >= _TOGETHER
    told = one.informed
    act = max(told, one.held) if whole and told is not None else None
    why = "" if listed else "done, not on record"
    slug = "strategy-discussion-with-police"
    yield one.child, slug, number, one.held, act, act if listed else None, why
    if one.police:
        ranks = {
            post.rank
            for post in county.staff.on_duty(_SENIOR, one.held // wall.DAY)
            if post.officer == one.police_rep
        }
        act = one.held if ranks else None
        slug = "strategy-discussion-senior-representative"
        yield one.child, slug, number, one.held, act, act if listed else None, why
    if one.format == "TELEPHONE":
        slug, due = "strategy-discussion-full-meeting-follows", working(one.held, 5)
        full = [other for other in held if other.format in _MET]
        yield _met(slug, one.child, number, due, full, one.held)


def _informed(
    county: County, numbers: Numbers, held: dict[int, list[Discussion]]
) -> Iterator[Duty]:
    """Police information, from a notice to the first discussion it led to."""
    sent: dict[int, dict[int, str]] = {}
    for one in county.lives.notices:
        sent.setdefault(one.child, {})[one.submitted] = numbers["notice"][one.number]
    for child, notices in sent.items():
        met = sorted(held.get(child, []), key=lambda one: one.held)
        ends = [one.held for one in met]
        led = [at for at in notices if any(0 <= end - at <= _LEADS_TO for end in ends)]
        for at in open_until(led, ends):
            led_to = next(one for one in met if one.held >= at)
            due, act = led_to.minutes, led_to.informed
            if due is not None:
                slug = "police-information-before-first-decision"
                yield child, slug, notices[at], due, act, act, ""


def _anew(
    county: County, numbers: Numbers, held: dict[int, list[Discussion]]
) -> Iterator[Duty]:
    """What is reported of a child during an enquiry brings another discussion."""
    spans = {}
    for one in county.lives.enquiries:
        until = first(
            [
                *(
                    conference.day
                    for conference in county.lives.conferences
                    if (conference.child, conference.kind) == (one.child, "ICPC")
                    and not conference.cancelled
                ),
                county.lives.referrals[one.referral].closed,
                county.lives.end,
            ],
            one.day,
        )
        spans.setdefault(one.child, []).append((one.day, until))
    for one in county.lives.occurrences:
        number = one.reported // wall.DAY
        for child, role in one.children:
            open_then = any(
                begun < number < until for begun, until in spans.get(child, ())
            )
            if open_then and role in THERE and one.type in _NEW:
                slug = "further-strategy-discussion-on-new-information"
                name, due = numbers["occurrence"][one.number], working(one.reported, 3)
                yield _met(slug, child, name, due, held.get(child, []), one.reported)


# --- from the cells ---------------------------------------------------------------


def _together(asked: Asked) -> str:
    row = asked.files.one("strategy_discussion", "sd_id", asked.number)
    if row is None or row["agencies"] in UNSAID:
        return ""
    if not set(row["agencies"].split(";")) >= _TOGETHER:
        return "missed"
    held, told = minute(row["took_place_at"]), row["police_info_shared_at"]
    if held is None or minutes([told]) is None:
        return ""
    act = minute(told)
    return outcome(held, None if act is None else max(held, act))


def _senior(asked: Asked) -> str:
    row = asked.files.one("strategy_discussion", "sd_id", asked.number)
    if row is None or row["police_present"] != "true" or not row["police_rep"]:
        return ""
    held = day(row["took_place_at"])
    ranks = {
        post["rank"]
        for post in asked.files.rows("staff", "officer_id", row["police_rep"])
        if day(post["from"]) <= held and (not post["to"] or held <= day(post["to"]))
    }
    if len(ranks) != 1 or ranks & set(UNSAID):
        return ""
    return "met" if ranks <= set(_SENIOR) else "missed"


def _full(asked: Asked) -> str:
    own = asked.files.one("strategy_discussion", "sd_id", asked.number)
    if (
        own is None
        or own["format"] != "TELEPHONE"
        or own["nominal_id"] != asked.nominal
    ):
        return ""
    at = minute(own["took_place_at"])
    later = [
        row
        for row in asked.mine("strategy_discussion")
        if at is not None and (minute(row["took_place_at"]) or 0) > at
    ]
    follow = [row for row in later if row["follows_sd_id"] == asked.number]
    if at is None or any(row["format"] in UNSAID for row in follow):
        return ""
    full = minutes(row["took_place_at"] for row in follow if row["format"] in _MET)
    others = minutes(row["took_place_at"] for row in later if not row["follows_sd_id"])
    if full is None or others is None or first([*others, *full], at) in others:
        # Whether it followed, though it does not say so, is for a person to read.
        return ""
    return outcome(working(at, 5), first(full, at))


def _after_acting_alone(asked: Asked) -> str:
    own = asked.files.one("police_protection", "pp_id", asked.number)
    held = asked.times("strategy_discussion", "took_place_at")
    if own is None or held is None or own["nominal_id"] != asked.nominal:
        return ""
    at = minute(own["began_at"])
    return "" if at is None else outcome(working(at, 1), first(held, at))


def _before_the_decision(asked: Asked) -> str:
    own = asked.files.one("safeguarding_notice", "scn_id", asked.number)
    sent = asked.times("safeguarding_notice", "submitted_at")
    met = sorted(
        asked.mine("strategy_discussion"), key=lambda row: row["took_place_at"]
    )
    ends = asked.times("strategy_discussion", "took_place_at")
    at = minute(own["submitted_at"]) if own else None
    if at is None or not sent or not ends or at not in sent or _others_asked(asked, at):
        return ""
    if any(abs(end - one - _LEADS_TO) <= NEAR for end in ends for one in sent):
        return ""
    led = [one for one in sent if any(0 <= end - one <= _LEADS_TO for end in ends)]
    if at not in open_until(led, ends) or sent.count(at) != 1:
        return ""
    own_place = sum(end < at for end in ends)
    first_one, others = met[own_place], [*met[:own_place], *met[own_place + 1 :]]
    due, act = first_one["minutes_at"], first_one["police_info_shared_at"]
    if minute(due) is None or minutes([act]) is None:
        return ""
    return _by_its_minutes(at, minute(due) or 0, minute(act), others)


def _by_its_minutes(
    at: int, due: int, act: int | None, others: list[dict[str, str]]
) -> str:
    """By the record of the discussion itself, if no other's could be taken for it."""
    times = minutes(
        row[name] for row in others for name in ("minutes_at", "police_info_shared_at")
    )
    if times is None or first(times, at) is not None or due < at:
        return ""
    return "" if act is not None and act < at else outcome(due, act)


def _others_asked(asked: Asked, at: int) -> bool:
    """Whether somebody else than police referred the child about then."""
    number = at // wall.DAY
    return any(
        one.source != "6" and abs(one.day - number) <= 23
        for one in asked.council.referrals.get(asked.child, ())
    )


def _discussed_anew(asked: Asked) -> str:
    own = asked.files.one("occurrence", "occ_id", asked.number)
    held = asked.times("strategy_discussion", "took_place_at")
    if own is None or held is None or asked.role(asked.number) not in THERE:
        return ""
    at = minute(own["reported_at"])
    if at is None or own["type"] not in _NEW or not _during(asked, at // wall.DAY):
        return ""
    due, act = working(at, 3), first(held, at)
    conferences = {
        *(one.day for one in asked.council.conferences.get(asked.child, ())),
        *(day(row["conference_date"]) for row in asked.mine("conference")),
    }
    if any(at // wall.DAY <= one <= due // wall.DAY for one in conferences):
        return ""
    return outcome(due, act)


def _during(asked: Asked, number: int) -> bool:
    """Whether the council's returns say that an enquiry was open that day."""
    council, child = asked.council, asked.child
    if number >= council.end or not council.names_the_same(child, asked.nominal):
        return False
    closed = [one.closed for one in council.referrals.get(child, ())]
    over = [one.day for one in council.conferences.get(child, ()) if one.kind == "ICPC"]
    ends = sorted([*(one for one in closed if one is not None), *over])
    begun = [one.day for one in council.enquiries.get(child, ())]
    return any(
        one < number and not any(one <= end <= number for end in ends) for one in begun
    )


READERS: dict[str, Callable[[Asked], str]] = {
    "strategy-discussion-with-police": _together,
    "strategy-discussion-senior-representative": _senior,
    "strategy-discussion-full-meeting-follows": _full,
    "strategy-meeting-after-single-agency-action": _after_acting_alone,
    "police-information-before-first-decision": _before_the_decision,
    "further-strategy-discussion-on-new-information": _discussed_anew,
}
