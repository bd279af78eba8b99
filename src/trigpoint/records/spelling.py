"""What a written code means: rules over the official codes and labels.

A wrong code is far worse than none, so "ambiguous" and "unknown" are lawful answers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one spelling means. `state` is resolved, ambiguous or unknown."""

    code: str | None
    state: str
    candidates: tuple[str, ...] = ()
    rule: str = ""


def normal(text: str) -> str:
    """Lower case, words only, single spaces."""
    words = re.sub(r"[^0-9a-z]+", " ", text.replace("\u00a0", " ").lower())
    return " ".join(words.split())


def resolve_unique(
    values: Sequence[str],
    codes: Mapping[str, str],
    column: str = "",  # noqa: ARG001 - rules of a column's own may need it
) -> list[Resolution]:
    """What each spelling means among these codes (code -> label)."""
    by_code = {normal(code): code for code in codes}
    by_label: dict[str, set[str]] = {}
    for code, label in codes.items():
        by_label.setdefault(normal(label), set()).add(code)
    return [_resolve(value, by_code, by_label) for value in values]


def _resolve(
    value: str, by_code: Mapping[str, str], by_label: Mapping[str, set[str]]
) -> Resolution:
    text = normal(value)
    if text in by_code:
        return Resolution(by_code[text], "resolved", rule="code")
    if text in by_label:
        return _one_of(by_label[text], "label")
    if text in KEPT:
        return Resolution(KEPT[text], "resolved", rule="kept")
    for candidate in _without_prefix(value):
        if candidate in by_code:
            return Resolution(by_code[candidate], "resolved", rule="prefix, code")
        if candidate in by_label:
            return _one_of(by_label[candidate], "prefix, label")
    return Resolution(None, "unknown")


def _without_prefix(value: str) -> list[str]:
    """`a) WBRI`, `q) 6: Police`, `6 - Police`: the parts that may be the code or label."""
    stripped = re.sub(r"^\s*[a-zA-Z]{1,2}[).:]\s*", "", value)
    parts = [stripped, *re.split(r"\s*[:\-–]\s+|\s+[:\-–]\s*", stripped)]
    return [normal(part) for part in parts if normal(part)]


def _one_of(found: set[str], rule: str) -> Resolution:
    if len(found) == 1:
        return Resolution(next(iter(found)), "resolved", rule=rule)
    return Resolution(None, "ambiguous", tuple(sorted(found)), rule)
