"""Cells that are not dates: cleaned text, truths, codes, lists and numbers."""

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records import spelling

#: (index of the first such cell, problem code, message, how many cells).
Said = tuple[int, str, str, int]

_TRUE = {"true", "1", "yes", "y", "t"}
_FALSE = {"false", "0", "no", "n", "f"}
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
#: What spreadsheets and people put where nothing is known.
_NOTHING = {"#n/a", "#ref!", "#value!", "#name?", "#div/0!", "null", "none", "-", "."}


def clean(values: pa.Array) -> pa.Array:
    """Trimmed, no-break spaces and curly quotes made plain; the raw file keeps its own."""
    plain = pc.replace_substring(values, "\u00a0", " ")
    if pc.any(pc.match_substring_regex(plain, "[\u2018\u2019]")).as_py():
        plain = pc.replace_substring_regex(plain, "[\u2018\u2019]", "'")
    return pc.utf8_trim_whitespace(plain)


def read(
    values: pa.Array, kind: str, codes: Mapping[str, str] | None
) -> tuple[pa.Array, list[Said]]:
    """The staged form of a column, and one remark for each kind of doubtful value."""
    encoded = clean(values).dictionary_encode()
    texts = encoded.dictionary.to_pylist()
    if kind == "bool":
        meant = [_truth(text) for text in texts]
    elif kind in ("int", "decimal"):
        meant = [_number(text, kind) for text in texts]
    elif kind in ("code", "list") and codes:
        meant = _coded(texts, kind, codes)
    elif kind == "list":
        meant = [(_as_list(_parts(text)), None) for text in texts]
    else:
        meant = [(text, None) for text in texts]
    column = pa.array([text for text, _ in meant], pa.string()).take(encoded.indices)
    return column, _remarks(encoded, texts, [remark for _, remark in meant])


Meant = tuple[str, tuple[str, str] | None]


def _truth(text: str) -> Meant:
    word = re.sub(r"^[a-z][).:]\s*", "", text.lower())
    if word in _TRUE:
        return "true", None
    if word in _FALSE:
        return "false", None
    if not text or word in _NOTHING:
        return "", None
    if word == "na":
        return "NA", None
    return text, (
        "unknown_code",
        f"{text!r} is neither yes nor no; it was kept as written",
    )


def _number(text: str, kind: str) -> Meant:
    if not text or _NUMBER.fullmatch(text):
        return text, None
    return text, (
        "unreadable_number",
        f"{text!r} is not a {kind}; it was kept as written",
    )


def _coded(texts: list[str], kind: str, codes: Mapping[str, str]) -> list[Meant]:
    if kind == "code":
        found = spelling.resolve_unique(texts, codes)
        return [_one(text, what) for text, what in zip(texts, found, strict=True)]
    return [_several(text, codes) for text in texts]


def _one(text: str, what: spelling.Resolution) -> Meant:
    if what.code is not None:
        return what.code, None
    if not text or text.lower() in _NOTHING:
        return "", None
    if what.state == "ambiguous":
        among = ", ".join(what.candidates)
        return text, ("ambiguous_code", f"{text!r} could be any of {among}")
    return text, ("unknown_code", f"{text!r} is no code or label of this column")


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;,|]", text) if part.strip()]


def _as_list(parts: list[str]) -> str:
    return f";{';'.join(parts)};" if parts else ""


def _several(text: str, codes: Mapping[str, str]) -> Meant:
    parts = _parts(text)
    found = spelling.resolve_unique(parts, codes)
    meant = [_one(part, what) for part, what in zip(parts, found, strict=True)]
    remarks = [remark for _, remark in meant if remark]
    return _as_list([code for code, _ in meant if code]), (remarks or [None])[0]


def _remarks(
    encoded: pa.DictionaryArray,
    texts: list[str],
    remarks: list[tuple[str, str] | None],
) -> list[Said]:
    """Each doubtful value once, at its first cell, with how often it stands there."""
    said: list[Said] = []
    for position, remark in enumerate(remarks):
        if remark is None or not texts[position]:
            continue
        cells = pc.equal(encoded.indices, position)
        first = pc.index(cells, value=True).as_py()
        said.append((first, *remark, pc.sum(cells).as_py()))
    return said
