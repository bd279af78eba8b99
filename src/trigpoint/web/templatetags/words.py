"""Times, outcomes and names in words, for templates."""

import html
import re

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, gettext_lazy

from trigpoint.access.permissions import WORDS
from trigpoint.access.roles import ROLES, Action
from trigpoint.records.police_codes import POLICE_CODES, code_words
from trigpoint.timekeeping import london
from trigpoint.timekeeping.london import DAY
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.nouns import FACT_NOUNS
from trigpoint.web import languages, times
from trigpoint.web.languages import exactly, said

register = template.Library()
register.filter("said", said)
register.filter("exactly", exactly)
register.filter("prose", languages.prose)


@register.filter
def minute(at: int | None) -> str:
    """An instant as 4 Jul 2016, 18:40."""
    return "" if at is None else times.minute(at)


@register.filter
def span(value: Span) -> str:
    """A span as known."""
    return times.short_span(value)


@register.filter
def away(at: int | None, now: int) -> str:
    """How far an instant lies from now: in 3 hours; 2 days ago."""
    return "" if at is None else times.away(at, now)


@register.filter
def urgency(at: int | None, now: int) -> str:
    """The class of a row: soon within a day."""
    return "tp-row--soon" if at is not None and 0 <= at - now < DAY else ""


@register.filter
def agency(code: str) -> str:
    """An agency in words."""
    return said(Agency(code).label) if code in set(Agency) else code


@register.filter
def kind(code: str | None) -> str:
    """An event kind in words."""
    return (
        said(EventKind(code).label) if code and code in set(EventKind) else (code or "")
    )


@register.filter
def flags(codes: str | None) -> str:
    """Flags in words, from codes with commas between."""
    known = POLICE_CODES["flag"]
    return ", ".join(
        exactly(known.get(one, one)) for one in (codes or "").split(", ") if one
    )


@register.filter
def code(value: str | None) -> str:
    """A code of the records in words."""
    told = code_words(value or "")
    return exactly(told) if told != value else told


@register.filter
def fact(name: str) -> str:
    """The name of a fact."""
    return exactly(FACT_NOUNS.get(name, name.replace("_", " ")))


@register.filter("fact_words")
def fact_value(value: object) -> str:
    """A fact, its codes in words; a list as its parts; what somebody wrote as it is."""
    text = str(value)
    if text.startswith(";") and text.endswith(";"):
        return ", ".join(map(code, text.strip(";").split(";"))) or gettext("none")
    return code(text)


@register.filter
def district(value: str | None) -> str:
    """A district as the force writes it; a bare code says that it is one."""
    text = (value or "").strip()
    bare = len(text) <= 4 and text == text.upper()
    return gettext("district %(name)s") % {"name": text} if text and bare else text


@register.filter
def skill(code: str) -> str:
    """An accreditation by its short name."""
    return exactly(code.replace("_", " "))


@register.filter
def age(born: object, now: int) -> str:
    """An age in years on the day of now."""
    if born is None:
        return gettext("not known")
    day = london.local_date(now)
    had = (day.month, day.day) >= (born.month, born.day)  # type: ignore[attr-defined]
    return str(day.year - born.year - (not had))  # type: ignore[attr-defined]


@register.filter
def percent(value: float) -> str:
    """A share as a whole percentage."""
    return f"{value:.0f}%"


@register.filter
def told(number: int | None) -> str:
    """A number, or that it is withheld."""
    return gettext("withheld") if number is None else f"{number:,}"


#: What the access log holds besides the actions of the policy.
_LOGGED = {
    "refused": gettext_lazy("was refused"),
    "refused-look": gettext_lazy("was refused a child's record"),
    "went-on": gettext_lazy("gave a reason for many looks"),
    "over-pace": gettext_lazy("looked very often"),
    "signed-in": gettext_lazy("signed in"),
    "sign-in-ended": gettext_lazy("ended another sign-in"),
    "second-factor-added": gettext_lazy("added a second factor"),
    "spare-codes-made": gettext_lazy("made spare codes"),
    "emergency-reviewed": gettext_lazy("reviewed an emergency access"),
    "emergency-look": gettext_lazy("looked under emergency access"),
}


@register.filter
def act(code: str) -> str:
    """What an entry of the access log says was done."""
    if code in _LOGGED:
        return str(_LOGGED[code])
    return (
        exactly(WORDS[Action(code)]) if code in set(Action) else code.replace("-", " ")
    )


@register.filter
def role(slug: str) -> str:
    """A role's title."""
    return exactly(ROLES[slug].title) if slug in ROLES else slug


@register.filter
def month(name: str) -> str:
    """2016-07 as Jul 2016."""
    return times.short_month(name)


@register.filter
def day(at: int) -> str:
    """The London day of an instant, as a date field has it."""
    return london.local_date(at).isoformat()


@register.filter
def joined(code: str) -> str:
    """The rules that made a record a child's, or who decided it."""
    rules = (one.removeprefix("exact:").replace("_", " ") for one in code.split(";"))
    return ", ".join(map(exactly, rules)) or gettext("a record of its own")


@register.filter
def likelihood(share: float) -> str:
    """A probability, never as certain."""
    return gettext("%(n)s in 100") % {"n": min(int(share * 100), 99)}


_FACTORS = {
    "app": gettext_lazy("password and an app's code"),
    "key": gettext_lazy("password and a security key"),
    "spare": gettext_lazy("password and a spare code"),
    "federated": gettext_lazy("an account of your organisation"),
}


@register.filter
def factor(code: str) -> str:
    """By what a sign-in was made."""
    return str(_FACTORS.get(code, gettext("password")))


#: What one may ask for of the cases behind a figure.
_CAME_OUT = {
    "late": gettext_lazy("Done late"),
    "missed": gettext_lazy("Not done"),
    "cannot-tell": gettext_lazy("Cannot be told"),
    "met": gettext_lazy("Done in time"),
}


@register.filter
def came_out(asked: str) -> str:
    """How duties came out that one asks for."""
    return str(_CAME_OUT[asked])


@register.filter
def browser(told: str) -> str:
    """The browser of a sign-in, as it was kept."""
    name, on, system = told.partition(" on ")
    if not on:
        return gettext(name)
    return gettext("%(name)s on %(system)s") % {"name": name, "system": system}


@register.filter
def place(told: str) -> str:
    """Where a record stands, as it was kept: file and row."""
    file, row, number = told.rpartition(", row ")
    return f"{file}, {gettext('row %(n)s') % {'n': number}}" if row else told


@register.filter
def drawing(svg: str) -> str:
    """A chart of ours with its words and months in the reader's language."""
    return mark_safe(_IN_CHART.sub(_in_chart, svg))  # noqa: S308 - drawn here


_IN_CHART = re.compile(r">([^<>]*[A-Za-z][^<>]*)</text>")


def _in_chart(found: re.Match[str]) -> str:
    plain = html.unescape(found[1])
    told = said(plain)
    told = told if told != plain else languages.months(plain)
    return f">{html.escape(told)}</text>"
