"""New entry: what the force's own systems do not supply; a correction is a newer entry."""

from datetime import datetime

from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.enter_event import Given, Overtaken, enter_event, newest_entry
from trigpoint.services.open_child import open_child
from trigpoint.timekeeping import london
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.web.entry_forms import FORMS
from trigpoint.web.site import Asked, Go, Page, Shown


def enter(asked: Asked, child: str) -> Shown | Go:
    """The form for the kind chosen; a POST adds the entry."""
    file = open_child(
        asked.connection, person=asked.person, looking=asked.looking, child=child,
        as_at=asked.now,
    )  # fmt: skip
    chosen = asked.request.GET.get("kind") or asked.request.POST.get("kind") or ""
    form = FORMS.get(chosen)
    sent = asked.request.POST
    told = {
        "title": f"New entry: {file.name}", "file": file, "forms": FORMS.items(),
        "form": form, "kind": chosen, "sent": sent,
        "seen": newest_entry(asked.connection, asked.person.organisation, child),
        "latest": [e for e in file.events if e.source.startswith("trigpoint")][-3:],
        "references": _references(file, form),
    }  # fmt: skip
    if asked.request.method != "POST" or form is None:
        return Shown(template="officers/enter.html", told=told)
    try:
        enter_event(
            asked.connection, person=asked.person, looking=asked.looking,
            given=_given(child, form, sent), now=asked.now,
        )  # fmt: skip
    except Overtaken as overtaken:
        return _again(told, str(overtaken), 409)
    except Refusal as refusal:
        return _again(told, str(refusal), 400)
    return Go(to=f"/child/{child}/")


def _again(told: dict[str, object], error: str, status: int) -> Shown:
    return Shown(
        template="officers/enter.html", told={**told, "error": error}, status=status
    )


def _references(file: object, form: object) -> list[tuple[str, str]]:
    """The records of this child to which such an entry can belong, newest first."""
    if form is None or not form.belongs_to:
        return []
    kinds = {EventKind(kind) for kind in form.belongs_to}
    found = [e for e in file.events if e.kind in kinds and e.reference]
    return [
        (
            e.reference,
            f"{e.kind.label}, {london.moment(e.happened.earliest):%d %b %Y %H:%M}",
        )
        for e in reversed(found)
    ]


def _given(child: str, form: object, sent: object) -> Given:
    try:
        at = datetime.fromisoformat(sent.get("at", ""))
    except ValueError:
        msg = "Give the day and time at which it happened."
        raise Refusal(msg) from None
    moment = london.local_instant(at.replace(tzinfo=None))
    if form.belongs_to and not sent.get("reference"):
        msg = "This child has no record that it could belong to: enter that first."
        raise Refusal(msg)
    facts = {}
    for field in form.fields:
        value = sent.get(field.name, "").strip()[:500]
        if field.needed and not value:
            msg = f"{field.label}: this is needed."
            raise Refusal(msg)
        if field.choices and value and value not in dict(field.choices):
            msg = f"{field.label}: choose one of those listed."
            raise Refusal(msg)
        if value:
            facts[field.name] = f";{value};" if field.is_list else value
        elif not field.needed:
            facts[field.name] = ""  # Asked, and nothing said: not unknown.
    return Given(
        child=child, kind=EventKind(form.kind), happened=(moment, moment), facts=facts,
        reference=sent.get("reference", "")[:80], seen=sent.get("seen", "")[:80],
    )  # fmt: skip


PAGE = Page(
    path="child/<slug:child>/enter/", name="enter", title="New entry",
    action=Action.ENTER, answer=enter, posts=True,
)  # fmt: skip
