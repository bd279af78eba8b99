"""New entry: what the force's own systems do not supply; a correction is a newer entry."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext

from trigpoint.access.roles import Action
from trigpoint.chronology.event import Event
from trigpoint.records.record import Refusal
from trigpoint.services.child_file import ChildFile
from trigpoint.services.enter_event import (
    SOURCE,
    Given,
    Overtaken,
    enter_event,
    newest_entry,
)
from trigpoint.services.open_child import open_child
from trigpoint.timekeeping import london
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.web.entry_forms import FORMS, Form, form_of
from trigpoint.web.site import Asked, Go, Page, Shown


def enter(asked: Asked, child: str) -> Shown | Go:
    """The form for the kind chosen; a POST adds the entry, or the newer one that corrects."""
    file = open_child(
        asked.connection, person=asked.person, looking=asked.looking, child=child,
        as_at=asked.now,
    )  # fmt: skip
    old = _to_correct(file, asked.request.GET.get("corrects", ""))
    chosen = (
        form_of(old.kind.value)
        if old
        else asked.request.GET.get("kind") or asked.request.POST.get("kind") or ""
    )
    form = FORMS.get(chosen)
    posted = asked.request.method == "POST" and form is not None
    sent = asked.request.POST if posted else _written(old)
    told = {
        "title": f"{gettext('Correct an entry') if old else gettext('New entry')}: "
        f"{file.name}",
        "file": file, "forms": FORMS.items(), "form": form, "kind": chosen, "old": old,
        "sent": sent, "seen": newest_entry(asked.connection, asked.person.organisation, child),
        "fields": [(field, sent.get(field.name, "")) for field in form.fields] if form else [],
        "latest": [e for e in file.events if e.source == SOURCE][-3:],
        "references": _references(file, form),
    }  # fmt: skip
    if not posted or form is None:
        return Shown(template="officers/enter.html", told=told)
    try:
        enter_event(
            asked.connection, person=asked.person, looking=asked.looking,
            given=_given(child, form, sent, old), now=asked.now,
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


def _to_correct(file: ChildFile, event: str) -> Event | None:
    """The entry that is to be corrected; refuses what is not an entry made here."""
    if not event:
        return None
    for one in file.events:
        if one.event == event and one.source == SOURCE and form_of(one.kind.value):
            return one
    msg = "Only what was entered here can be corrected here: open the file again."
    raise Refusal(msg)


def _written(old: Event | None) -> Mapping[str, str]:
    """What stands in the entry, as its form has it."""
    if old is None:
        return {}
    at = london.moment(old.happened.earliest)
    facts = {name: (value or "").strip(";") for name, value in old.facts.items()}
    return {
        **facts, "at": f"{at:%Y-%m-%dT%H:%M}", "reference": old.reference,
        "officer": old.actor,
    }  # fmt: skip


def _references(file: ChildFile, form: Form | None) -> list[tuple[str, str]]:
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


def _given(child: str, form: Form, sent: Mapping[str, str], old: Event | None) -> Given:
    try:
        at = datetime.fromisoformat(sent.get("at", ""))
    except ValueError:
        msg = "Give the day and time at which it happened."
        raise Refusal(msg) from None
    moment = london.local_instant(at.replace(tzinfo=None))
    if form.belongs_to and not sent.get("reference"):
        msg = "This child has no record that it could belong to: enter that first."
        raise Refusal(msg)
    officer = sent.get("officer", "").strip()[:80] if form.names_officer else ""
    if form.names_officer and not officer:
        msg = "Allocated to: give the officer's number."
        raise Refusal(msg)
    # A correction without a field for it keeps the record that it belongs to.
    reference = sent.get("reference", "")[:80] or (old.reference if old else "")
    return Given(
        child=child, kind=EventKind(form.kind), happened=(moment, moment),
        facts=_facts(form, sent), reference=reference, officer=officer,
        corrects=old.event if old else "", seen=sent.get("seen", "")[:80],
    )  # fmt: skip


def _facts(form: Form, sent: Mapping[str, str]) -> dict[str, str]:
    """What was answered; refuses an answer that is needed, or is none of those listed."""
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
    return facts


PAGE = Page(
    path="child/<slug:child>/enter/", name="enter", title="New entry",
    action=Action.ENTER, answer=enter, posts=True,
)  # fmt: skip
