"""My work: what is due next, by when, for which child, and what was left."""

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
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
    found = read_worklist(
        asked.connection,
        person=asked.person,
        looking=asked.looking,
        now=asked.now,
        page=page,
    )
    titles = {one.slug: one for one in all_standards()}
    reach = read_reach(asked.connection)
    told = {
        "notices": read_notices(
            asked.connection, person=asked.person, looking=asked.looking
        ),
        **{
            name: [_row(one, titles, reach) for one in getattr(found, name)]
            for name in ("coming", "left", "unrecorded", "climbed")
        },
        "climbed_in_all": found.climbed_in_all,
        "now": asked.now,
        "next_page": page + 1 if found.more else None,
        "previous_page": page - 1 if page else None,
        "may_acknowledge": may(asked.person, Action.ACKNOWLEDGE),
        "may_claim": may(asked.person, Action.CLAIM),
    }
    return Shown(template="officers/my_work.html", told=told)


def _row(
    one: Due, titles: dict[str, Standard], reach: dict[EventKind, int]
) -> dict[str, object]:
    standard = titles.get(one.standard)
    return {
        "duty": one,
        "title": standard.title if standard else one.standard,
        "why": prose.expectation(standard) if standard else "",
        "reach": reach_of(standard, reach) if standard else (),
    }


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
