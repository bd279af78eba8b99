"""Which council a written name or number means.

A council is written as its number, its ONS code, its name with or without "Council",
"London Borough of" or "(B)", a common short name, or a district of it. A name cut off by
a narrow column (`TELFORD AND WREK`) is known when only one council begins so.
"""

import re
from functools import cache

from trigpoint.records.english_councils import (
    COUNCILS,
    NORTHERN_IRISH,
    SCOTTISH,
    WELSH,
)
from trigpoint.records.wording import normal

#: A name cut off is not read below this length: too many councils begin alike.
SHORTEST_CUT = 12

#: Countries whose councils the returns do not name one by one, and their codes there.
COUNTRIES = {
    "SCO": (SCOTTISH, "Scotland"),
    "WAL": (WELSH, "Wales"),
    "NIR": (NORTHERN_IRISH, "Northern Ireland"),
}

_KIND = re.compile(
    r"\b(council\w*|county council|county|counc|coun|count|c ?c|[rm]?b ?c|m ?b ?c|m ?d ?c|"
    r"london boro(ugh)?( of)?|lb|l b|royal borough( of)?|metropolitan|met|boro(ugh)?|district|"
    r"unitary( authority)?|authority|ua|city|local|child(ren)? ?s?|social (care|services)|"
    r"services?|department|dept|the|of|b|c)\b"
)


def bare(name: str) -> str:
    """A name without the words that say what kind of council it is."""
    words = normal(name).replace("&", "and")
    return " ".join(_KIND.sub(" ", words).split())


def council_named(text: str) -> str | None:
    """The English council that a spelling means, by its official name, if just one."""
    words = normal(text).replace("&", "and")
    number = re.fullmatch(r"(\d{3})(?: .*)?", words)
    if number and number[1] in _by_number():
        return _by_number()[number[1]]
    code = re.match(r"(e\d{8})\b", words)
    if code:
        return _by_number().get(code[1])
    names = _by_name()
    for key in (words, bare(text)):
        if key in names:
            return names[key]
    if len(words) < SHORTEST_CUT:
        return None
    whole = {name for key, name in names.items() if key.startswith(words)}
    return next(iter(whole)) if len(whole) == 1 else None


def country_named(text: str) -> str | None:
    """The country outside England whose council is named, by its code; or nothing."""
    words = f" {normal(text)} ".replace("&", "and")
    found = [
        country
        for country, (names, _) in COUNTRIES.items()
        if any(f" {name} " in words for name in names.split(";"))
    ]
    return found[0] if len(found) == 1 and council_named(text) is None else None


@cache
def _by_number() -> dict[str, str]:
    return {
        code.lower(): name
        for name, numbers, codes, _ in COUNCILS
        for code in f"{numbers};{codes}".split(";")
    }


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, _, _, others in COUNCILS:
        for other in filter(None, others.split(";")):
            names[normal(other).replace("&", "and")] = name
    # An official name outweighs another council's short name or district.
    for name, _, _, _ in COUNCILS:
        names[normal(name)] = name
        if bare(name) not in ("london", ""):
            names[bare(name)] = name
    return names
