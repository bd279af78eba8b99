"""One child: chronology, duties with their why, records, who looked."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from django.utils.html import format_html
from django.utils.translation import gettext

from trigpoint.access.permissions import check, may
from trigpoint.access.roles import Action
from trigpoint.access.visibility import UNKNOWN_CHILD
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.outcome import Outcome
from trigpoint.judgements.why import Clause, Found
from trigpoint.publication.wording import OUTCOMES
from trigpoint.records.record import Refusal
from trigpoint.services import emergency_access
from trigpoint.services.child_around import people_around, plans_for
from trigpoint.services.child_file import ChildFile
from trigpoint.services.enter_event import SOURCE
from trigpoint.services.open_child import open_child
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping import london
from trigpoint.web import sign_ins
from trigpoint.web.entry_forms import form_of
from trigpoint.web.languages import prose, said
from trigpoint.web.site import Asked, Go, Page, Shown
from trigpoint.web.templatetags.words import fact, fact_value
from trigpoint.web.times import short_span

TYPE_ONE = (
    "The record is opened only with a second factor that you show now. Type the code that "
    "your app shows, or a spare code that you have not used."
)
SIGN_IN = (
    "The record is opened only with a second factor that you show now. Sign in again."
)
#: How many of the people around a child a page shows.
PEOPLE = 15
#: How many duties that call for somebody, and how many entries, a page shows at first.
DUTIES = 12
ENTRIES = 40
_SETTLED = (Outcome.MET, Outcome.EXCEPTED)
#: Duties that call for somebody come first.
_ORDER = (
    Outcome.MISSED, Outcome.LATE, Outcome.NOT_YET_DUE, Outcome.CANNOT_TELL, Outcome.MET,
    Outcome.EXCEPTED,
)  # fmt: skip


def child(asked: Asked, child: str) -> Shown | Go:
    """The file, as known now or on the day asked for; a POST opens it in an emergency."""
    if asked.request.method == "POST":
        return _in_emergency(asked, child)
    as_at = _moment(asked)
    file = open_child(
        asked.connection,
        person=asked.person,
        looking=asked.looking,
        child=child,
        as_at=as_at,
    )
    duties = duties_of(file)
    calling = [one for one in duties if one.judgement.outcome not in _SETTLED]
    settled = [one for one in duties if one.judgement.outcome in _SETTLED]
    # Only a long record is opened with a part of it.
    short = len(duties) <= 2 * DUTIES and len(file.events) <= ENTRIES
    whole = short or "whole" in asked.request.GET
    chosen = asked.request.GET.get("agency", "")
    kind = asked.request.GET.get("kind", "")
    told = {
        "title": gettext(file.name),
        "file": file,
        "as_at": as_at,
        # A partner's part is shown as it stands.
        "earlier": as_at != asked.now and not file.shared_by,
        **_chronology(file, chosen, kind, whole),
        "agencies": sorted({event.agency for event in file.events}),
        "chosen": chosen,
        "kinds": sorted(
            {event.kind for event in file.events}, key=lambda k: gettext(k.label)
        ),
        "chosen_kind": kind,
        "duties": [one.told() for one in calling[: None if whole else DUTIES]],
        "calling": len(calling),
        "settled": [one.told() for one in settled] if whole else [],
        "settled_in_all": len(settled),
        "whole": whole,
        "plans": plans_for(file.events),
        "people": people_around(file.events)[:PEOPLE],
        "first": min((e.happened.earliest for e in file.events), default=as_at),
        "now": asked.now,
        "may_decide_links": may(asked.person, Action.DECIDE_LINKS),
        "may_enter": may(asked.person, Action.ENTER),
    }
    return Shown(template="officers/child.html", told=told)


def _moment(asked: Asked) -> int:
    given = asked.request.GET.get("as-at", "")
    if not given:
        return asked.now
    try:
        return min(london.day_end(date.fromisoformat(given)), asked.now)
    except ValueError:
        msg = f"{given} is not a day: write it as 2016-08-19."
        raise Refusal(msg) from None


def _in_emergency(asked: Asked, child: str) -> Shown | Go:
    """Open the record for an hour; a reason that says too little is asked for again.

    Whoever has a second factor has shown it lately, or shows it with the reason.
    """
    # Before a code is asked for or used up: whoever has no emergency access has no form.
    check(asked.person, Action.BREAK_GLASS)
    request = asked.request
    reason = request.POST.get("reason", "")[:1000]
    shown = sign_ins.shown_lately(request) or sign_ins.show_again(
        request, request.POST.get("code", "")
    )
    short = _short(reason)
    if shown and not short:
        emergency_access.begin(
            asked.connection, person=asked.person, looking=asked.looking, child=child,
            reason=reason,
        )  # fmt: skip
        return Go(to=f"/child/{child}/")
    again = sign_ins.asked_again(request)
    told = {"title": gettext("Not possible"), "said": UNKNOWN_CHILD, "emergency": True,
            "reason": reason, "error": short, "again": again,
            "code_error": {"code": TYPE_ONE, "anew": SIGN_IN}.get(again, "")}  # fmt: skip
    return Shown(template="everyone/refused.html", told=told, status=400)


def _short(reason: str) -> str:
    """What is said of a reason that says too little; "" of another."""
    try:
        emergency_access.check_reason(reason)
    except emergency_access.TooShort as refusal:
        return str(refusal)
    return ""


def _chronology(
    file: ChildFile, agency: str, kind: str, whole: bool
) -> dict[str, object]:
    """The chronology, newest time first; what is of one time stands together."""
    shown = [
        e
        for e in file.events
        if (not agency or e.agency == agency) and (not kind or e.kind == kind)
    ]
    newest = list(reversed(shown))[: None if whole else ENTRIES]
    groups = groupby(newest, key=lambda e: short_span(e.happened))
    return {
        "days": [(when, [_event(e) for e in together]) for when, together in groups],
        "entries": len(newest),
        "entries_in_all": len(shown),
        # Where not all stand here, a link to an entry opens the whole record.
        "events_at": "" if len(newest) == len(file.events) else "?whole=1",
    }


def _event(event: object) -> dict[str, object]:
    facts = [
        (fact(name), fact_value(value)) for name, value in event.facts.items() if value
    ]
    return {
        "event": event,
        "facts": facts,
        "place": _place(event),
        "recorded": london.moment(event.recorded),
        "may_correct": event.source == SOURCE and bool(form_of(event.kind.value)),
    }


def _place(event: object) -> str:
    """Where the event stands in what was handed over: file, sheet and row."""
    row = gettext("row %(n)s") % {"n": event.source_row} if event.source_row else ""
    parts = (event.source_file, event.source_sheet, row)
    return ", ".join(part for part in parts if part)


def _clause(clause: Clause) -> dict[str, object]:
    """One clause of a why: what it is about, how it came out, in words, with its event."""
    event, words = clause.event, clause.words
    told = prose(words) if words else ""
    if clause.due is not None:
        told = short_span(clause.due)
    elif event is not None and clause.found is not Found.BESIDE:
        seen = f"{said(event.kind.label)}, {short_span(event.happened)}"
        told = format_html("{}: {}", told, seen) if told else seen
    return {
        "part": clause.part.value,
        "found": clause.found.value,
        "words": told,
        "event": event.event if event else "",
        "place": _place(event) if event else "",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty of the file, by its number there; put into words only where it is shown."""

    number: int
    judgement: Judgement
    why: tuple[Clause, ...]

    def told(self) -> dict[str, object]:
        """With its standard, its outcome in words, and its why clause by clause."""
        one = self.judgement
        return {
            "number": self.number,
            "judgement": one,
            "standard": _standards()[one.standard, one.version],
            "words": OUTCOMES[one.outcome.value],
            "why": [_clause(clause) for clause in self.why],
        }


@cache
def _standards() -> dict[tuple[str, int], Standard]:
    return {(one.slug, one.version): one for one in all_standards()}


def duties_of(file: ChildFile) -> list[Duty]:
    """Those that call for somebody first, and of each outcome the newest."""
    ordered = sorted(
        file.judgements,
        key=lambda pair: (_ORDER.index(pair[0].outcome), -pair[0].triggered_earliest),
    )
    return [
        Duty(number=number, judgement=one, why=why)
        for number, (one, why) in enumerate(ordered, 1)
    ]


PAGE = Page(
    path="child/<slug:child>/", name="child", title="Child", action=Action.LOOK,
    answer=child, posts=True,
)  # fmt: skip
