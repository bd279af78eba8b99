"""Times, outcomes and names in words, for templates."""

from django import template
from django.utils.translation import gettext, gettext_lazy

from trigpoint.access.permissions import WORDS
from trigpoint.access.roles import ROLES, Action
from trigpoint.publication import wording
from trigpoint.publication.case_pages import fact_words
from trigpoint.records.police_codes import POLICE_CODES, code_words
from trigpoint.timekeeping import london
from trigpoint.timekeeping.london import DAY, HOUR, MINUTE
from trigpoint.timekeeping.span import Span
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.nouns import FACT_NOUNS

register = template.Library()


@register.filter
def minute(at: int | None) -> str:
    """An instant as 4 Jul 2016, 18:40."""
    return "" if at is None else wording.minute(at)


@register.filter
def span(value: Span) -> str:
    """A span as known."""
    return wording.short_span(value)


@register.filter
def away(at: int | None, now: int) -> str:
    """How far an instant lies from now: in 3 hours; 2 days ago."""
    if at is None:
        return ""
    size = abs(at - now)
    told = wording.hours(max(size, MINUTE) / HOUR)
    return f"in {told}" if at >= now else f"{told} ago"


@register.filter
def urgency(at: int | None, now: int) -> str:
    """The class of a row: soon within a day."""
    return "tp-row--soon" if at is not None and 0 <= at - now < DAY else ""


@register.filter
def agency(code: str) -> str:
    """An agency in words."""
    return Agency(code).label if code in set(Agency) else code


@register.filter
def kind(code: str | None) -> str:
    """An event kind in words."""
    return EventKind(code).label if code and code in set(EventKind) else (code or "")


@register.filter
def flags(codes: str | None) -> str:
    """Flags in words, from codes with commas between."""
    known = POLICE_CODES["flag"]
    return ", ".join(known.get(one, one) for one in (codes or "").split(", ") if one)


@register.filter
def code(value: str | None) -> str:
    """A code of the records in words."""
    return code_words(value or "")


@register.filter
def fact(name: str) -> str:
    """The name of a fact."""
    return FACT_NOUNS.get(name, name.replace("_", " "))


register.filter("fact_words", fact_words)


@register.filter
def district(value: str | None) -> str:
    """A district as the force writes it; a bare code says that it is one."""
    text = (value or "").strip()
    bare = len(text) <= 4 and text == text.upper()
    return f"district {text}" if text and bare else text


@register.filter
def skill(code: str) -> str:
    """An accreditation by its short name."""
    return code.replace("_", " ")


@register.filter
def age(born: object, now: int) -> str:
    """An age in years on the day of now."""
    if born is None:
        return "not known"
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
    "refused": "was refused",
    "refused-look": "was refused a child's record",
    "signed-in": "signed in",
    "sign-in-ended": "ended another sign-in",
    "second-factor-added": "added a second factor",
    "spare-codes-made": "made spare codes",
    "emergency-reviewed": "reviewed an emergency access",
    "emergency-look": "looked under emergency access",
}


@register.filter
def act(code: str) -> str:
    """What an entry of the access log says was done."""
    if code in _LOGGED:
        return _LOGGED[code]
    return WORDS[Action(code)] if code in set(Action) else code.replace("-", " ")


@register.filter
def role(slug: str) -> str:
    """A role's title."""
    return ROLES[slug].title if slug in ROLES else slug


@register.filter
def month(name: str) -> str:
    """2016-07 as Jul 2016."""
    return wording.short_month(name)


@register.filter
def day(at: int) -> str:
    """The London day of an instant, as a date field has it."""
    return london.local_date(at).isoformat()


@register.filter
def joined(code: str) -> str:
    """The rules that made a record a child's, or who decided it."""
    rules = (one.removeprefix("exact:").replace("_", " ") for one in code.split(";"))
    return ", ".join(rules) or "a record of its own"


@register.filter
def likelihood(share: float) -> str:
    """A probability, never as certain."""
    return f"{min(int(share * 100), 99)} in 100"


_FACTORS = {
    "app": "password and an app's code",
    "key": "password and a security key",
    "spare": "password and a spare code",
    "federated": "an account of your organisation",
}


@register.filter
def factor(code: str) -> str:
    """By what a sign-in was made."""
    return _FACTORS.get(code, "password")


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
