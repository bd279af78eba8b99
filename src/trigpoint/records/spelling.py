"""What a written code means: rules over the official codes and labels.

A wrong code is far worse than none, so "ambiguous" and "unknown" are lawful answers.
The rules: the code or the label itself; either behind a prefix (`q) 6: Police`); an
official short code of a national return within the text; then the field's own words
(records/field_words.py).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from trigpoint.records.field_words import FAMILIES, TRUTH, Rule

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

    def meant(self, label: str, rule: str) -> Resolution:
        """The code whose code or label is that of a rule; unknown if there is none."""
        text = normal(label)
        if text in self.by_code:
            return Resolution(self.by_code[text], "resolved", rule=rule)
        for candidate in (text, *_without_prefix(label)):
            if candidate in self.by_label:
                return _one_of(self.by_label[candidate], rule)
        return Resolution(None, "unknown")


def normal(text: str) -> str:
    """Lower case, words only, single spaces."""
    words = re.sub(r"[^0-9a-z&]+", " ", text.replace("\u00a0", " ").lower())
    return " ".join(words.replace("&", " & ").split()).strip("& ")


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
    if text in book.by_code:
        return Resolution(book.by_code[text], "resolved", rule="code")
    if text in book.by_label:
        return _one_of(book.by_label[text], "label")
    if not column and text in KEPT:
        return Resolution(KEPT[text], "resolved", rule="kept")
    told = _by_field(value, book, column)
    if told is not None:
        return told
    for candidate in _without_prefix(value):
        if candidate in book.by_code:
            return Resolution(book.by_code[candidate], "resolved", rule="prefix, code")
        if candidate in book.by_label:
            return _one_of(book.by_label[candidate], "prefix, label")
    return Resolution(None, "unknown")


def _by_field(value: str, book: _Book, column: str) -> Resolution | None:
    """What the field's words say, for a column that has some."""
    name = column.lower()
    if "category of abuse" in name:
        return _abuse(value, book)
    family = next((kept for part, kept in FAMILIES.items() if part in name), None)
    if family is None:
        truths = {"true", "false"} <= set(book.by_code)
        family = TRUTH if truths else None
    if family is None:
        return None
    official, words = family
    stripped = re.sub(r"^\s*\(?[a-z]\)\s*", "", value.strip())
    text = normal(stripped) or normal(value)
    named = [
        label for label, pattern in _official(official) if pattern.search(stripped)
    ]
    found = [label for label, pattern in _compiled(words) if pattern.search(text)]
    if named:
        # A code and words that say something else: one of the two is a slip.
        agreed = not found or named[0] in found
        return book.meant(named[0], "code") if agreed else _either(named[:1] + found)
    if not found:
        return None
    if len(set(found)) > 1 and not _outweighs(found, name):
        return _either(found)
    return book.meant(found[0], "words")


#: Columns whose words are read in order: the first found outweighs the others. In the
#: columns not named here, words of two kinds leave the answer open.
_ORDERED = (
    "ethnicity", "placement type", "reason ceased", "accommodation", "gender",
    "permanence", "in touch", "eligib", "suitab", "status", "disab", "provider", "closure",
)  # fmt: skip


def _outweighs(found: list[str], name: str) -> bool:
    """Whether the first word found may decide."""
    return found[0] != "?" and any(part in name for part in _ORDERED)


def _either(found: list[str]) -> Resolution:
    candidates = tuple(sorted(set(found) - {"?"}))
    return Resolution(None, "ambiguous", candidates, "words")


@cache
def _official(rules: tuple[Rule, ...]) -> list[tuple[str, re.Pattern[str]]]:
    """Codes at the beginning, after a bracket or dash, or alone at the end."""
    return [
        (label, re.compile(rf"(?:^|[\[(:]\s*|\s-\s)(?:{codes})(?![A-Za-z0-9])"))
        for label, codes in rules
    ]


@cache
def _compiled(rules: tuple[Rule, ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [(label, re.compile(words)) for label, words in rules]


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
