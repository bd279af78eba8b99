"""What a written code means: rules over the official codes and labels.

A wrong code is far worse than none, so "ambiguous" and "unknown" are lawful answers.
The rules: the code or the label itself; either behind a prefix (`q) 6: Police`); an
official short code of a national return within the text; then the field's own words
(records/field_words.py).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trigpoint.records.field_words import FAMILIES, TRUTH
from trigpoint.records.placing_councils import COUNTRIES, council_named, country_named
from trigpoint.records.wording import (
    OPEN,
    Family,
    normal,
    told_by_code,
    told_by_words,
    without_ruled_out,
)

#: Words that say that something was asked, or is not known, and not what it is.
KEPT = {
    "unknown": "UNKNOWN",
    "not known": "UNKNOWN",
    "not recorded": "UNKNOWN",
    "refused": "REFUSED",
    "na": "NA",
    "n a": "NA",
    "not applicable": "NA",
}
_ABUSE = {
    "neglect": r"neglect|\bneg\b",
    "physical abuse": r"physical|\bphy\b|^pa$",
    "sexual abuse": r"sexual|\bsab\b|^sa$",
    "emotional abuse": r"emotional|\bemo\b|^ea$",
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one spelling means. `state` is resolved, ambiguous or unknown."""

    code: str | None
    state: str
    candidates: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Book:
    """The codes of a column, by normalised code and by normalised label."""

    by_code: Mapping[str, str]
    by_label: Mapping[str, set[str]]

    def written(self, text: str, rule: str) -> Resolution | None:
        """The code whose code or label a normal text is, if it is one."""
        if text in self.by_code:
            return Resolution(self.by_code[text], "resolved", rule=f"{rule}code")
        if text in self.by_label:
            return _one_of(self.by_label[text], f"{rule}label")
        return None

    def meant(self, label: str, rule: str) -> Resolution:
        """The code whose code or label is that of a rule; unknown if there is none."""
        text = normal(label)
        if text in self.by_code:
            return Resolution(self.by_code[text], "resolved", rule=rule)
        for candidate in (text, *_without_prefix(label)):
            if candidate in self.by_label:
                return _one_of(self.by_label[candidate], rule)
        return Resolution(None, "unknown")


def resolve_unique(
    values: Sequence[str], codes: Mapping[str, str], column: str = ""
) -> list[Resolution]:
    """What each spelling means among these codes (code -> label) of a column.

    `column` is the column's name in its return; it chooses the field's words.
    """
    by_code: dict[str, str] = {}
    by_label: dict[str, set[str]] = {}
    for code, label in codes.items():
        by_code[normal(code)] = min(
            by_code.get(normal(code), code), code, key=_plainness
        )
        for text in {normal(label), *_without_prefix(label)}:
            by_label.setdefault(text, set()).add(by_code[normal(code)])
    # Two spellings of one official code are one code; the plainer stands.
    for text, found in by_label.items():
        by_label[text] = {by_code[normal(code)] for code in found}
    book = _Book(by_code, by_label)
    return [_resolve(value, book, column) for value in values]


def _plainness(code: str) -> tuple[bool, int, str]:
    """Sentence case first: `c) Education services` before `c) Education Services`."""
    words = code.split(" ", maxsplit=1)[-1]
    capitals = sum(letter.isupper() for letter in words)
    return not words[:1].isupper(), capitals, code


def _resolve(value: str, book: _Book, column: str) -> Resolution:
    text = normal(value)
    written = book.written(text, "")
    if written is not None:
        return written
    if not column and text in KEPT:
        return Resolution(KEPT[text], "resolved", rule="kept")
    for told in (_by_field(value, book, column), _lettered(value, book)):
        if told is not None:
            return told
    parts = (book.written(part, "prefix, ") for part in _without_prefix(value))
    return next(filter(None, parts), Resolution(None, "unknown"))


def _lettered(value: str, book: _Book) -> Resolution | None:
    """A bare letter, or `E.E2`: the one code whose own letter it is."""
    letter = re.fullmatch(r"\s*([A-Za-z])(?:[.:]\s*\1\d{1,2})?\)?\s*", value)
    if letter is None:
        return None
    begins = f"{letter[1].lower()} "
    found = {c for text, c in book.by_code.items() if text.startswith(begins)}
    return _one_of(found, "letter") if len(found) == 1 else None


def _by_field(value: str, book: _Book, column: str) -> Resolution | None:
    """What the field's words say, for a column that has some."""
    name = column.lower()
    if "category of abuse" in name:
        return _abuse(value, book)
    if "la of placement" in name:
        return _council(value, book)
    family = next((kept for part, kept in FAMILIES.items() if part in name), None)
    if family is None and {"true", "false"} <= set(book.by_code):
        family = TRUTH
    return None if family is None else _by_family(value, book, family)


def _by_family(value: str, book: _Book, family: Family) -> Resolution | None:
    """What an official code in the text and the words of the field say together."""
    stripped = re.sub(r"^\s*\(?[a-z]\)\s*", "", value.strip().strip("‘’'`"))
    text = normal(without_ruled_out(stripped)) or normal(value)
    named = told_by_code(stripped, family)
    found = told_by_words(text, family)
    if OPEN in (named, *found[:1]):
        return _either((named or OPEN, *found))
    if named is not None:
        # A code and words that say something else: one of the two is a slip.
        agreed = family.code_first or not found or named in found
        return book.meant(named, "code") if agreed else _either((named, *found))
    if not found:
        return None
    if len(found) > 1:
        return _either(found)
    return book.meant(found[0], "words")


def _council(value: str, book: _Book) -> Resolution | None:
    """The council in which a placement lies; a country, where that is all the return asks."""
    named = council_named(value)
    if named is not None:
        return book.meant(named, "council")
    country = country_named(value)
    if country is None:
        return None
    # A return may ask for the country by its code and by its name: two codes, one place.
    found = {
        code
        for word in (country, COUNTRIES[country][1])
        if (code := book.meant(word, "country").code) is not None
    }
    written = book.by_code.get(normal(value).split(" ")[0])
    return (
        _one_of({written} if written in found else found, "country") if found else None
    )


def _either(found: tuple[str, ...]) -> Resolution:
    candidates = tuple(sorted(set(found) - {OPEN}))
    return Resolution(None, "ambiguous", candidates, "words")


def _abuse(value: str, book: _Book) -> Resolution | None:
    """Categories of abuse: one named is that one, several are `multiple`.

    `YNNY` says yes or no to each of four in order: which four is not written down, so
    one yes is unknown and more are multiple.
    """
    text = normal(value)
    if re.fullmatch(r"[yn]{4}", text):
        return book.meant("multiple", "yes and no") if text.count("y") > 1 else None
    found = [label for label, words in _ABUSE.items() if re.search(words, text)]
    if len(found) > 1 or re.search(r"mul|recommended", text):
        return book.meant("multiple", "several")
    return book.meant(found[0], "one") if found else None


def _without_prefix(value: str) -> list[str]:
    """`a) WBRI`, `q) 6: Police`, `6 - Police`: the parts that may be the code or label."""
    stripped = re.sub(r"^\s*[a-zA-Z]{1,2}[).:]\s*", "", value)
    parts = [stripped, *re.split(r"\s*[:\-–]\s+|\s+[:\-–]\s*", stripped)]
    return [normal(part) for part in parts if normal(part)]


def _one_of(found: set[str], rule: str) -> Resolution:
    if len(found) == 1:
        return Resolution(next(iter(found)), "resolved", rule=rule)
    return Resolution(None, "ambiguous", tuple(sorted(found)), rule)
