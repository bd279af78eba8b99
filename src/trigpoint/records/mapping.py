"""A force's own columns and codes: the saved mapping, and a draft of one."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from trigpoint.records import spelling
from trigpoint.records.dates import PATTERNS
from trigpoint.records.delimited import read_delimited
from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.record import Refusal
from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.agencies import Agency

POLICE = {
    name: about for name, about in SUBJECTS.items() if about.agency is Agency.POLICE
}
COMMON = ("recorded_at", "recorded_by", "district", "source_system")
_KEYS = {"columns", "patterns", "codes"}


def load_mapping(path: Path) -> dict[str, Any]:
    """Read and check a mapping; a refusal names file, key and cure.

    Its shape: `reviewed_by`, `reviewed_on`, and a table for each profile file with
    `columns` (source -> profile), `patterns` and `codes` (column -> spelling -> code).
    """
    try:
        mapping = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{path} cannot be read ({error.strerror}): give the mapping's file."
        raise Refusal(msg) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{path} is not TOML: {error}."
        raise Refusal(msg) from None
    for name, part in mapping.items():
        if isinstance(part, dict):
            _check_part(path, name, part)
    if not mapping.get("reviewed_by"):
        msg = f'{path}: nobody has reviewed it. Read it, then set reviewed_by = "...".'
        raise Refusal(msg)
    return mapping


def _check_part(path: Path, name: str, part: dict[str, Any]) -> None:
    if name not in POLICE:
        near = get_close_matches(name, POLICE, n=1)
        hint = f" Did you mean [{near[0]}]?" if near else ""
        msg = f"{path}: [{name}] is no file of the police profile.{hint}"
        raise Refusal(msg)
    if wrong := sorted(set(part) - _KEYS):
        msg = f"{path}: [{name}] has {wrong[0]}; it may have columns, patterns, codes."
        raise Refusal(msg)
    columns = {column.name: column for column in POLICE[name].columns}
    allowed = [*columns, *COMMON]
    targets = [*part.get("columns", {}).values(), *part.get("patterns", {})]
    for target in [*targets, *part.get("codes", {})]:
        if target not in allowed:
            near = get_close_matches(target, allowed, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            msg = f"{path}: [{name}] names {target}, which is no column of it.{hint}"
            raise Refusal(msg)
    for column, pattern in part.get("patterns", {}).items():
        if pattern not in PATTERNS:
            known = ", ".join(PATTERNS)
            msg = (
                f"{path}: [{name}.patterns] {column} = {pattern!r}; use one of {known}."
            )
            raise Refusal(msg)
    for column, words in part.get("codes", {}).items():
        _check_codes(path, name, column, words, columns[column].codes)


def _check_codes(
    path: Path, name: str, column: str, words: dict[str, str], code_set: str
) -> None:
    for word, code in words.items():
        if code not in POLICE_CODES.get(code_set, {}):
            known = ", ".join(POLICE_CODES.get(code_set, {}))
            msg = f"{path}: [{name}.codes.{column}] {word!r} = {code!r}; use one of {known}."
            raise Refusal(msg)


def suggest(path: Path) -> str:
    """A draft mapping of one CSV file, as TOML with remarks for the person to review."""
    read = read_delimited(path)
    name = _nearest_subject(read.header)
    about = POLICE[name]
    targets = [column.name for column in about.columns] + list(COMMON)
    lines = [
        f"# Draft for {path.name}. Review every line, then say who did:",
        '# reviewed_by = "rank and name"',
        "# reviewed_on = 2017-01-31",
        "",
        f"[{name}.columns]",
    ]
    chosen: dict[str, str] = {}
    for header in read.header:
        target = _nearest(header, [t for t in targets if t not in chosen.values()])
        if target:
            chosen[header] = target
            lines.append(f"{_quoted(header)} = {_quoted(target)}")
        else:
            lines.append(f"# {_quoted(header)} = ?   (kept, and not used)")
    missing = [target for target in targets if target not in chosen.values()]
    lines += [f"# nothing was found for: {', '.join(missing)}"] if missing else []
    for header, target in chosen.items():
        lines += _code_lines(name, target, read.columns[header].unique().to_pylist())
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _words(header: str) -> str:
    """A header as a column would be named."""
    return spelling.normal(header).replace(" ", "_")


def _nearest(header: str, targets: list[str]) -> str | None:
    """The profile column whose name is most like a header's."""
    words = _words(header)
    if words in targets:
        return words
    found = get_close_matches(words, targets, n=1, cutoff=0.6)
    return found[0] if found else None


def _nearest_subject(header: tuple[str, ...]) -> str:
    """The profile file with the largest share of its columns among these headers."""

    def share(name: str) -> float:
        columns = [column.name for column in POLICE[name].columns]
        exact = sum(_words(cell) in columns for cell in header)
        alike = sum(_nearest(cell, columns) is not None for cell in header)
        return exact + alike / 2 + alike / (10 * len(columns))

    return max(POLICE, key=share)


def _code_lines(name: str, target: str, values: list[str]) -> list[str]:
    """The spellings of a code column that are no code or label, each with a guess."""
    column = next((c for c in POLICE[name].columns if c.name == target), None)
    if column is None or column.kind not in ("code", "list") or not column.codes:
        return []
    codes = POLICE_CODES[column.codes]
    words = [word for word in dict.fromkeys(values) if word.strip()][:200]
    found = spelling.resolve_unique(words, codes)
    odd = [word for word, what in zip(words, found, strict=True) if what.code is None]
    if not odd:
        return []
    lines = ["", f"[{name}.codes.{target}]"]
    for word in odd:
        near = get_close_matches(word.upper(), codes, n=1)
        guess = _quoted(near[0]) if near else "?"
        lines.append(f"# {_quoted(word)} = {guess}   ({', '.join(codes)})")
    return lines
