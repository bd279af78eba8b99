"""My work: what is due next, by when, for which child, and what was left."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services import act_on_duty
from trigpoint.services.read_claims import Standing, standing_of
from trigpoint.services.read_notices import read_notices
from trigpoint.services.read_worklist import (
    Due,
    reach_of,
    reach_to,
    read_reach,
    read_worklist,
)
from trigpoint.standards import prose
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping import london
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.web import languages, times
from trigpoint.web.site import Asked, Go, Page, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """What somebody sent of a duty that could not be taken, and why: shown again."""

    child: str
    standard: str
    occasion: str
    at: str
    note: str
    error: str


def my_work(asked: Asked) -> Shown | Go:
    """The list; a POST acknowledges a duty or says that it is done."""
    again = None
    if asked.request.method == "POST":
        again = _act(asked)
        if again is None:
            return Go(to="/my-work/")
    page = _number(asked.request.GET.get("page", "0"))
    officer = asked.request.GET.get("officer", "")[:80]
    notices = read_notices(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    found = read_worklist(
        asked.connection,
        person=asked.person,
        looking=asked.looking,
        now=asked.now,
        page=page,
        officer=officer,
        counted=None if officer else notices.climbed,
    )
    lists = ("coming", "left", "unrecorded", "climbed")
    shown = {one.standard for name in lists for one in getattr(found, name)}
    known = _words(all_standards(), read_reach(asked.connection), shown)
    told = {
        "notices": notices,
        **{
            name: [_row(one, known, again) for one in getattr(found, name)]
            for name in lists
        },
        "climbed_in_all": found.climbed_in_all,
        "now": asked.now,
        "at": f"{london.moment(asked.now):%Y-%m-%dT%H:%M}",
        "error": again.error if again else "",
        "officer": officer,
        "next_page": page + 1 if found.more else None,
        "previous_page": page - 1 if page else None,
        "may_acknowledge": may(asked.person, Action.ACKNOWLEDGE),
        "may_claim": may(asked.person, Action.CLAIM),
    }
    return Shown(
        template="officers/my_work.html", told=told, status=400 if again else 200
    )


def _row(
    one: Due, known: dict[str, dict[str, object]], again: _Again | None
) -> dict[str, object]:
    words = known.get(one.standard, {"title": one.standard, "reach_to": None})
    duty = (one.child, one.standard, one.occasion)
    name = languages.exactly(one.name)
    return {
        "duty": one,
        "name": name,
        "about": f"{name}, {words['title']}",
        **words,
        "standing": _standing(one, words["reach_to"]) if one.claimed_by else None,
        "again": again
        if again and (again.child, again.standard, again.occasion) == duty
        else None,
    }


def _standing(one: Due, reach: int | None) -> Standing:
    # What is on a list of work was not done by what is on record.
    return standing_of(
        outcome=one.outcome, acted=False, done_at=one.claimed_at or 0,
        reach_then=one.claimed_reach, reach=reach,
    )  # fmt: skip


def _words(
    standards: tuple[Standard, ...], reach: dict[EventKind, int], shown: set[str]
) -> dict[str, dict[str, object]]:
    """What a page says of each standard on it, put into words once and not once a row."""
    return {
        one.slug: {
            "title": languages.said(one.title),
            "expected": languages.prose(prose.expectation(one)),
            "counts_as": languages.prose(prose.fault(one)),
            "authority": languages.prose(prose.authority(one)),
            "reach": "; ".join(_reach(*part) for part in reach_of(one, reach)),
            "reach_to": reach_to(one, reach),
        }
        for one in standards
        if one.slug in shown
    }


def _reach(what: str, to: int | None) -> str:
    if to is None:
        return gettext("No source holds: %(what)s") % {"what": gettext(what)}
    told = {"at": times.minute(to), "what": gettext(what)}
    return gettext("Complete to %(at)s: %(what)s") % told


def _act(asked: Asked) -> _Again | None:
    """Do what was asked of a duty; what cannot be taken comes back with the reason."""
    sent = asked.request.POST
    duty = {name: sent.get(name, "")[:80] for name in ("child", "standard", "occasion")}
    common = {"person": asked.person, "looking": asked.looking, **duty}
    if sent.get("act") == "acknowledge":
        act_on_duty.acknowledge(asked.connection, **common)
        return None
    if sent.get("act") != "claim":
        msg = "Nothing was asked: press one of the buttons of a duty."
        raise Refusal(msg)
    at, note = sent.get("at", "")[:20], sent.get("note", "")[:500]
    try:
        act_on_duty.claim_done(
            asked.connection, **common, now=asked.now, note=note,
            done_at=_instant(at) if at else asked.now,
        )  # fmt: skip
    except Refusal as refusal:
        return _Again(**duty, at=at, note=note, error=str(refusal))
    return None


def _instant(text: str) -> int:
    try:
        return london.local_instant(datetime.fromisoformat(text).replace(tzinfo=None))
    except ValueError:
        msg = "Give the day and time at which it was done, as 2016-06-30T14:30."
        raise Refusal(msg) from None


def _number(text: str) -> int:
    return min(int(text), 10_000) if text.isdecimal() else 0


PAGE = Page(
    path="my-work/", name="my-work", title="My work", action=Action.SEE_WORK,
    answer=my_work, posts=True,
)  # fmt: skip
