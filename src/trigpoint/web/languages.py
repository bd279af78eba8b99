"""Words in the reader's language, looked up at the page's edge.

No package beneath the site knows a framework, so their words are plain English and are
translated as they are shown: a word by itself, a sentence with values in it by its pattern
in the catalogue. What is in no catalogue stays as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import find
from pathlib import Path
from typing import Any

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, to_locale, trans_real

from trigpoint.records.record import Refusal

#: The language in which everything is written.
WRITTEN = ("en-gb", "English")
#: Fewer letters than this between its values, and a pattern would fit anything.
LETTERS = 6
#: Fewer than this, and what stands for its values must be words that are known.
ENOUGH = 10
_VALUE = re.compile(r"%\((\w+)\)s")
_MONTH = re.compile(r"\b(\d{1,2} )?([A-Z][a-z]{2,8}) (\d{4})\b")


def chosen(names: str, folders: tuple[Path, ...]) -> tuple[tuple[str, str], ...]:
    """The languages of an installation, English first; refuses one without a catalogue."""
    found = [WRITTEN]
    for code in filter(None, (one.strip() for one in names.split(","))):
        held = (find("django", str(one), [to_locale(code)]) for one in folders)
        if not any(held):
            msg = (
                f"There is no compiled catalogue of {code}: put it at "
                f"{folders[0] / to_locale(code) / 'LC_MESSAGES' / 'django.mo'}."
            )
            raise Refusal(msg)
        found.append((code, LANG_INFO.get(code, {}).get("name_local", code)))
    return tuple(found)


def said(text: object) -> str:
    """Words of ours in the reader's language; a sentence with values by its pattern."""
    plain = str(text)
    if _in_english():
        return plain
    told = gettext(plain)
    if told != plain:
        return told
    return _by_pattern(plain) or _part_by_part(plain) or plain


def exactly(text: object) -> str:
    """The same, for what may be a name: never taken for a sentence."""
    return str(text) if _in_english() else gettext(str(text))


def _in_english() -> bool:
    """Whether there is nothing to look up: most pages, and each has hundreds of words."""
    return get_language() in (None, settings.LANGUAGE_CODE)


def prose(text: object) -> str:
    """Words of a standard: where they are not translated, marked as the English they are."""
    told = said(text)
    if told != str(text):
        return told
    return format_html('<span lang="en-GB">{}</span>', told)


def months(text: str) -> str:
    """The text with the months of its dates named."""
    return _MONTH.sub(
        lambda found: (
            f"{found[1] or ''}{_month_names().get(found[2], found[2])} {found[3]}"
        ),
        text,
    )


def _month_names() -> Mapping[str, str]:
    short = {_ENGLISH[n][:3]: str(MONTHS_3[n]).title() for n in MONTHS_3}
    return {**short, **{_ENGLISH[n]: str(MONTHS[n]) for n in MONTHS if n != _MAY}}


_MAY = 5
_ENGLISH = (
    "", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A sentence with values: what stands between them, and how it is translated."""

    between: tuple[str, ...]
    names: tuple[str, ...]
    msgid: str
    letters: int

    def values(self, text: str) -> dict[str, str] | None:
        """The values where the text is such a sentence; one pass, however long it is."""
        first, *middle, last = self.between
        at, end = len(first), len(text) - len(last)
        if at > end or not text.startswith(first) or not text.endswith(last):
            return None
        found = []
        for part in middle:
            place = text.find(part, at, end)
            if place < 0:
                return None
            found.append(text[at:place])
            at = place + len(part)
        return dict(zip(self.names, (*found, text[at:end]), strict=True))


def pattern_of(msgid: str) -> Pattern | None:
    """The pattern; None where there is no value, or too little beside them."""
    parts = [part.replace("%%", "%") for part in _VALUE.split(msgid)]
    between, names = tuple(parts[::2]), tuple(parts[1::2])
    letters = sum(one.isalpha() for part in between for one in part)
    if not names or letters < LETTERS or not all(between[1:-1]):
        return None
    return Pattern(between=between, names=names, msgid=msgid, letters=letters)


@lru_cache(maxsize=16)
def _patterns(catalogue: Any) -> dict[str, list[Pattern]]:  # noqa: ANN401
    """Those of a catalogue by their first letter ("" a value), those that say most first."""
    kept: dict[str, list[Pattern]] = {}
    made = (pattern_of(one) for one, _ in catalogue.items() if isinstance(one, str))
    for one in sorted(filter(None, made), key=lambda p: -len("".join(p.between))):
        kept.setdefault(one.between[0][:1], []).append(one)
    return kept


def _by_pattern(text: str) -> str:
    """A sentence by its pattern; "" where it has none."""
    held = _patterns(trans_real.catalog()._catalog)
    for one in (*held.get(text[:1], ()), *held.get("", ())):
        values = one.values(text)
        if values is not None:
            told = {name: _value(value) for name, value in values.items()}
            if one.letters < ENOUGH and any(
                " " in value and told[name] == value for name, value in values.items()
            ):
                continue
            try:
                return gettext(one.msgid) % told
            except (KeyError, TypeError, ValueError):
                # A catalogue that is wrong must not take a refusal away.
                return ""
    return ""


def _value(text: str) -> str:
    """A value in a sentence: itself words of ours, a date, or as it is."""
    told = said(text)
    return told if told != text else months(text)


def _part_by_part(text: str) -> str:
    """What stands before and after a colon, each by itself; "" unless both are known."""
    before, colon, after = text.partition(": ")
    if not colon:
        return ""
    told, rest = said(before), said(after)
    return f"{told}: {rest}" if told != before and rest != after else ""
