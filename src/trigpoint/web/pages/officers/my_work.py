"""My work: what is due next, by when, for which child, and what was left."""

from django.utils.translation import gettext

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.publication import wording
from trigpoint.records.record import Refusal
from trigpoint.services import act_on_duty
from trigpoint.services.read_notices import read_notices
from trigpoint.services.read_worklist import Due, reach_of, read_reach, read_worklist
from trigpoint.standards import prose
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.web.site import Asked, Go, Page, Shown


def my_work(asked: Asked) -> Shown | Go:
    """The list; a POST acknowledges a duty or says that it is done."""
    if asked.request.method == "POST":
        return _act(asked)
    page = _number(asked.request.GET.get("page", "0"))
    officer = asked.request.GET.get("officer", "")[:80]
    found = read_worklist(
        asked.connection,
        person=asked.person,
        looking=asked.looking,
        now=asked.now,
        page=page,
        officer=officer,
    )
    lists = ("coming", "left", "unrecorded", "climbed")
    shown = {one.standard for name in lists for one in getattr(found, name)}
    known = _words(all_standards(), read_reach(asked.connection), shown)
    told = {
        "notices": read_notices(
            asked.connection, person=asked.person, looking=asked.looking
        ),
        **{name: [_row(one, known) for one in getattr(found, name)] for name in lists},
        "climbed_in_all": found.climbed_in_all,
        "now": asked.now,
        "officer": officer,
        "next_page": page + 1 if found.more else None,
        "previous_page": page - 1 if page else None,
        "may_acknowledge": may(asked.person, Action.ACKNOWLEDGE),
        "may_claim": may(asked.person, Action.CLAIM),
    }
    return Shown(template="officers/my_work.html", told=told)


def _row(one: Due, known: dict[str, dict[str, str]]) -> dict[str, object]:
    return {"duty": one, **known.get(one.standard, {"title": one.standard})}


def _words(
    standards: tuple[Standard, ...], reach: dict[EventKind, int], shown: set[str]
) -> dict[str, dict[str, str]]:
    """What a page says of each standard on it, put into words once and not once a row."""
    return {
        one.slug: {
            "title": one.title,
            "expected": prose.expectation(one),
            "counts_as": prose.fault(one),
            "authority": prose.authority(one),
            "reach": "; ".join(_reach(*part) for part in reach_of(one, reach)),
        }
        for one in standards
        if one.slug in shown
    }


def _reach(what: str, to: int | None) -> str:
    if to is None:
        return gettext("No source holds: %(what)s") % {"what": what}
    told = {"at": wording.minute(to), "what": what}
    return gettext("Complete to %(at)s: %(what)s") % told


def _act(asked: Asked) -> Go:
    sent = asked.request.POST
    duty = {name: sent.get(name, "")[:80] for name in ("child", "standard", "occasion")}
    common = {"person": asked.person, "looking": asked.looking, **duty}
    if sent.get("act") == "acknowledge":
        act_on_duty.acknowledge(asked.connection, **common)
    elif sent.get("act") == "claim":
        note = sent.get("note", "")[:500]
        act_on_duty.claim_done(asked.connection, **common, done_at=asked.now, note=note)
    else:
        msg = "Nothing was asked: press one of the buttons of a duty."
        raise Refusal(msg)
    return Go(to="/my-work/")


def _number(text: str) -> int:
    return min(int(text), 10_000) if text.isdecimal() else 0


PAGE = Page(
    path="my-work/", name="my-work", title="My work", action=Action.SEE_WORK,
    answer=my_work, posts=True,
)  # fmt: skip
