"""Duties towards children on a protection plan, or about to be: days of the council."""

from collections.abc import Callable, Iterator

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Deed, Plan
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
    working,
)
from trigpoint.synthetic.truth_powers import months_after


def rows(county: County) -> Iterator[Duty]:
    """Every such duty of the truth."""
    groups: dict[int, list[Deed]] = {}
    actions: dict[int, list[Deed]] = {}
    for deed in county.lives.deeds:
        kept = {"core_group": groups, "plan_action": actions}.get(deed.file)
        if kept is not None:
            kept.setdefault(deed.child, []).append(deed)
    for plan in county.lives.plans:
        yield _flagged(county, plan)
        yield _core_group(plan, groups.get(plan.child, []))
        yield from _reviewed(plan)
    yield from _kept_safe(county, actions)


def _named(number: int) -> str:
    return reference("", wall.start_of(number))


def _flagged(county: County, plan: Plan) -> Duty:
    start = wall.start_of(plan.begun)
    flags = [
        one
        for one in county.lives.flags
        if one.child == plan.child
        and one.flag == "CP_PLAN"
        and (one.removed is None or one.removed > start)
    ]
    act = first((max(one.set_at, start) for one in flags), start)
    due, name = working(start, 1), _named(plan.begun)
    return plan.child, "child-protection-plan-flag", name, due, act, act, ""


def _core_group(plan: Plan, groups: list[Deed]) -> Duty:
    start = wall.start_of(plan.begun)
    act = first((one.at for one in groups), start)
    written = first((one.at for one in groups if one.entered), start)
    why = "held, police have no record" if act != written else ""
    due, name = working(start, 10), _named(plan.begun)
    return plan.child, "core-group-10-working-days", name, due, act, written, why


def _reviewed(plan: Plan) -> Iterator[Duty]:
    """Within three months, then within six of the one before, while the plan lasts."""
    slug, months = "child-protection-review-conference", 3
    ended = None if plan.ended is None else wall.start_of(plan.ended)
    for number in (plan.begun, *plan.reviews):
        due = months_after(number, months)
        act = first(map(wall.start_of, plan.reviews), wall.start_of(number) + 1)
        if ended is None or ended > due or (act is not None and act < ended):
            yield plan.child, slug, _named(number), due, act, act, ""
        months = 6


def _kept_safe(county: County, actions: dict[int, list[Deed]]) -> Iterator[Duty]:
    """Between an enquiry and the conference it calls for, something protects the child."""
    conferences = {
        (one.child, one.enquiry_day): one.day
        for one in county.lives.conferences
        if one.kind == "ICPC" and not one.cancelled
    }
    for enquiry in county.lives.enquiries:
        held = conferences.get((enquiry.child, enquiry.day))
        if held is None or not enquiry.conference_needed:
            continue
        since, found = wall.start_of(enquiry.day), actions.get(enquiry.child, [])
        act = first((one.times.get("agreed_at") for one in found), since)
        written = first(
            (
                one.times.get("agreed_at")
                for one in found
                if "agreed_at" not in one.unwritten
            ),
            since,
        )
        why = "done, not on record" if act != written else ""
        slug, name = "interim-safety-plan-to-conference", _named(enquiry.day)
        yield enquiry.child, slug, name, end_of(held), act, written, why


# --- from the cells ---------------------------------------------------------------


def _plan(asked: Asked) -> Plan | None:
    """The plan that the returns show to begin then, for a child police surely know."""
    found = [
        one
        for one in asked.council.plans.get(asked.child, ())
        if asked.at is not None and wall.start_of(one.begun) == asked.at
    ]
    if len(found) != 1 or found[0].begun >= asked.council.end:
        return None
    sure = asked.council.names_the_same(asked.child, asked.nominal)
    return found[0] if sure else None


def _over(asked: Asked, plan: Plan) -> int | None:
    """When the plan ended, if the returns show that."""
    if plan.ended is None or plan.ended >= asked.council.end:
        return None
    return wall.start_of(plan.ended)


def _flag(asked: Asked) -> str:
    plan = _plan(asked)
    rows = [
        row
        for row in asked.files.rows("flag", "subject", asked.nominal)
        if row["flag"] == "CP_PLAN"
    ]
    times = minutes(row[name] for row in rows for name in ("set_at", "removed_at"))
    if (
        plan is None
        or times is None
        or any(at // wall.DAY == plan.begun for at in times)
    ):
        # What was done on the day itself may have come before the plan, or after.
        return _same_day(plan, rows) if plan is not None else ""
    start = wall.start_of(plan.begun)
    standing = [
        max(minute(row["set_at"]) or 0, start)
        for row in rows
        if not row["removed_at"] or (minute(row["removed_at"]) or 0) > start
    ]
    return outcome(working(start, 1), first(standing, start))


def _same_day(plan: Plan, rows: list[dict[str, str]]) -> str:
    """A flag set that day and never taken off is there in time, whichever came first."""
    kept = [row for row in rows if not row["removed_at"] and minute(row["set_at"])]
    return "met" if any(day(row["set_at"]) == plan.begun for row in kept) else ""


def _group(asked: Asked) -> str:
    plan = _plan(asked)
    if plan is None:
        return ""
    start = wall.start_of(plan.begun)
    held = [wall.start_of(day(row["held_on"])) for row in asked.mine("core_group")]
    ended, act = _over(asked, plan), first(held, start)
    due = working(start, 10)
    in_time = act is not None and act <= due
    # Whether the plan ended first, only the council's returns tell.
    if start in held or (due >= wall.start_of(asked.council.end) and not in_time):
        return ""
    return outcome(due, act, ended)


def _review(asked: Asked) -> str:
    council = asked.council
    found = [
        (plan, place)
        for plan in council.plans.get(asked.child, ())
        for place, number in enumerate((plan.begun, *plan.reviews))
        if wall.start_of(number) == asked.at
    ]
    if len(found) != 1 or asked.at is None:
        return ""
    plan, place = found[0]
    due = months_after(asked.at // wall.DAY, 6 if place else 3)
    if due >= wall.start_of(council.end):
        return ""
    held = [wall.start_of(one) for one in plan.reviews if one < council.end]
    act, ended = first(held, asked.at + 1), _over(asked, plan)
    if act is None and any(one >= council.end for one in plan.reviews):
        # Police may hold what the council's next return will tell.
        return ""
    return "" if act is not None and act == ended else outcome(due, act, ended)


def _interim(asked: Asked) -> str:
    council, at = asked.council, asked.at
    begun = [one.day for one in council.enquiries.get(asked.child, ())]
    held = [
        one.day
        for one in council.conferences.get(asked.child, ())
        if one.kind == "ICPC"
    ]
    agreed = asked.times("plan_action", "agreed_at")
    if at is None or agreed is None or begun.count(at // wall.DAY) != 1:
        return ""
    day_of = first(held, at // wall.DAY)
    if day_of is None or day_of >= council.end:
        return ""
    if not council.names_the_same(asked.child, asked.nominal):
        return ""
    act = first(agreed, at)
    if act is not None and act // wall.DAY in (at // wall.DAY, day_of):
        return ""
    return outcome(end_of(day_of), act)


READERS: dict[str, Callable[[Asked], str]] = {
    "child-protection-plan-flag": _flag,
    "core-group-10-working-days": _group,
    "child-protection-review-conference": _review,
    "interim-safety-plan-to-conference": _interim,
}
