"""New entry: what the force's own systems do not supply; a correction is a newer entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

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
from trigpoint.web import times
from trigpoint.web.entry_forms import FORMS, Field, Form, form_of
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
        f"{gettext(file.name)}",
        "file": file, "groups": _groups(), "form": form, "kind": chosen, "old": old,
        "sent": sent, "seen": newest_entry(asked.connection, asked.person.organisation, child),
        "fields": [(one, _sent(sent, one)) for one in form.fields] if form else [],
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
        return _again(told, overtaken, 409)
    except Refusal as refusal:
        return _again(told, refusal, 400)
    return Go(to=f"/child/{child}/")


class Unanswered(Refusal):
    """An answer that is missing or cannot be; `field`: where it is asked for."""

    def __init__(self, field: str, words: str) -> None:
        """Say what is wrong with the answer."""
        super().__init__(words)
        self.field = field


def _again(told: dict[str, object], error: Refusal, status: int) -> Shown:
    at = error.field if isinstance(error, Unanswered) else ""
    more = {"error": str(error), "error_at": at}
    return Shown(template="officers/enter.html", told={**told, **more}, status=status)


def _groups() -> list[tuple[str, list[tuple[str, Form]]]]:
    """The forms by what they are about, in the order in which they stand."""
    found: dict[str, list[tuple[str, Form]]] = {}
    for slug, form in FORMS.items():
        found.setdefault(str(form.group), []).append((slug, form))
    return list(found.items())


def _sent(sent: Mapping[str, Any], field: Field) -> Any:  # noqa: ANN401 - a text, or several
    """The answer to one question: a text, or the codes chosen."""
    if not field.several:
        return sent.get(field.name, "").strip()[:500]
    chosen = sent.getlist(field.name) if hasattr(sent, "getlist") else None
    if chosen is None:
        chosen = [code for code in sent.get(field.name, "").split(";") if code]
    return chosen


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
        **facts, "at": f"{at:%Y-%m-%dT%H:%M}", "reference": old.about or old.reference,
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
            f"{gettext(e.kind.label)}, {times.minute(e.happened.earliest)}",
        )
        for e in reversed(found)
    ]


def _given(child: str, form: Form, sent: Mapping[str, Any], old: Event | None) -> Given:
    try:
        at = datetime.fromisoformat(sent.get("at", ""))
    except ValueError:
        msg = gettext("Give the day and time at which it happened.")
        raise Unanswered("at", msg) from None
    moment = london.local_instant(at.replace(tzinfo=None))
    chosen = sent.get("reference", "")[:80]
    if form.belongs_to and not chosen:
        msg = gettext(
            "This child has no record that it could belong to: enter that first."
        )
        raise Unanswered("reference", msg)
    officer = sent.get("officer", "").strip()[:80] if form.names_officer else ""
    if form.names_officer and not officer:
        msg = gettext("%(label)s: give the officer's number.")
        raise Unanswered("officer", msg % {"label": form.names_officer})
    reference, about = ("", chosen) if form.stands_alone else (chosen, "")
    # A correction stays the record that it was.
    reference = old.reference if old and not reference else reference
    return Given(
        child=child, kind=EventKind(form.kind), happened=(moment, moment),
        facts=_facts(form, sent), reference=reference, about=about, officer=officer,
        corrects=old.event if old else "", seen=sent.get("seen", "")[:80],
    )  # fmt: skip


def _facts(form: Form, sent: Mapping[str, Any]) -> dict[str, str]:
    """What was answered; refuses an answer that is needed, or is none of those listed."""
    facts = {}
    for field in form.fields:
        value = _sent(sent, field)
        given = value if field.several else [value] if value else []
        if field.needed and not given:
            msg = gettext("%(label)s: this is needed.") % {"label": field.label}
            raise Unanswered(field.name, msg)
        if field.choices and not set(given) <= set(dict(field.choices)):
            msg = gettext("%(label)s: choose of those listed.") % {"label": field.label}
            raise Unanswered(field.name, msg)
        # Asked, and nothing said: not unknown.
        facts[field.name] = ";".join(given)
        if field.is_list and given:
            facts[field.name] = f";{facts[field.name]};"
    return facts


PAGE = Page(
    path="child/<slug:child>/enter/", name="enter", title="New entry",
    action=Action.ENTER, answer=enter, posts=True,
)  # fmt: skip
