"""How the words of a field tell a code: the forms that the field's tables are made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

#: A label of the column, and the pattern whose finding means it.
Rule = tuple[str, str]
#: The label that stands for "this word leaves it open".
OPEN = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The words of one kind of column.

    `official`: short codes of a national return. `tiers`: rules by weight; the first
    tier in which anything is found decides, and two labels in one tier leave the answer
    open, unless the family is `ordered`: then the first found stands. `code_first`: an
    official code outweighs the words beside it, because sub-codes (`N6d`) carry local
    wording; otherwise a code and words that disagree leave the answer open. `open_to`:
    a word known to mean different things in different councils, and what it may mean.
    """

    tiers: tuple[tuple[Rule, ...], ...]
    official: tuple[Rule, ...] = ()
    ordered: bool = False
    code_first: bool = False
    open_to: Mapping[str, tuple[str, ...]] | None = None


def normal(text: str) -> str:
    """Lower case, words only, single spaces."""
    words = re.sub(r"[^0-9a-z&]+", " ", text.replace("\u00a0", " ").lower())
    return " ".join(words.replace("&", " & ").split()).strip("& ")


#: What a bracket or a clause rules out says nothing about what is meant.
_RULED_OUT = re.compile(
    r"\((?:not|excl\w*|except|other than|none?)\b[^)]*\)?"
    r"|\b(?:excluding|excl|except(?: for)?|other than|rather than|not under|not part of)\b.*$"
    r"|\s-\s*not\s.*$",
    re.IGNORECASE,
)


def without_ruled_out(text: str) -> str:
    """The text without what it rules out: `LA services (not housing)` is no housing."""
    return _RULED_OUT.sub(" ", text)


def told_by_words(text: str, family: Family) -> tuple[str, ...]:
    """The labels that the words of a normal text tell: none, one, or several."""
    for pattern, labels in (family.open_to or {}).items():
        if re.search(pattern, text):
            return labels
    for tier in family.tiers:
        found = [label for label, pattern in _compiled(tier) if pattern.search(text)]
        if found:
            kept = found[:1] if family.ordered else found
            return tuple(dict.fromkeys(kept))
    return ()


def told_by_code(text: str, family: Family) -> str | None:
    """The label of an official code within a text as written."""
    return next(
        (label for label, code in _codes(family.official) if code.search(text)), None
    )


@cache
def _codes(rules: tuple[Rule, ...]) -> list[tuple[str, re.Pattern[str]]]:
    """Codes at the beginning, or after a bracket, colon or dash."""
    return [
        (
            label,
            re.compile(
                rf"(?:^|(?<!\w)[\[(]\s*|:\s*|\s-\s)(?:{codes})(?![A-Za-z0-9]|\.\d)",
                re.IGNORECASE,
            ),
        )
        for label, codes in rules
    ]


@cache
def _compiled(rules: tuple[Rule, ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [(label, re.compile(words)) for label, words in rules]
