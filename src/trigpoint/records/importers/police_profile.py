"""The police CSV profile: its files, each known by its header.

The profile is Trigpoint's own, for no export of a police records system is public; a
force's own headers and codes reach it through a saved mapping (records/mapping.py).
"""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.delimited import read_delimited
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.mapping import COMMON, POLICE
from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.record import Problem, Reading
from trigpoint.records.staging import stage
from trigpoint.vocabulary.agencies import Agency


def subject_of(header: tuple[str, ...]) -> tuple[str, float]:
    """The profile file that a header belongs to, and how surely (0 to 1)."""
    words = {cell.strip().lower() for cell in header}
    best, surest = "", 0.0
    for name, about in POLICE.items():
        columns = {column.name for column in about.columns}
        keys = set(about.keys) - {"valid_from"}
        own = len(columns & words)
        if not keys <= words:
            continue
        known = len((columns | set(COMMON)) & words)
        sure = 0.5 + 0.3 * own / len(columns) + 0.2 * known / max(len(words), 1)
        # Two keys alone (an id and a date) would fit many a foreign file.
        if own > len(keys) or known == len(words):
            best, surest = max((surest, best), (sure, name))[::-1]
    return best, surest


def _mapped(
    header: tuple[str, ...], mapping: dict[str, Any]
) -> tuple[str, dict[str, str]]:
    """The profile file whose mapped columns are all in this header, and the renaming."""
    best: tuple[str, dict[str, str]] = ("", {})
    for name, part in mapping.items():
        columns = part.get("columns", {}) if isinstance(part, dict) else {}
        if columns and set(columns) <= set(header) and len(columns) > len(best[1]):
            best = name, columns
    return best


def recognise(sample: Sample) -> float:
    """How surely a file is one of the profile."""
    return subject_of(sample.header)[1] if sample.kind == "csv" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read one file of the profile, through the force's mapping where there is one."""
    given = read_delimited(path)
    mapping = context.mapping or {}
    name, renamed = _mapped(given.header, mapping)
    if not name:
        name = subject_of(given.header)[0]
    part = mapping.get(name, {})
    raw, extra = _columns(given.columns, name, renamed, part.get("codes", {}))
    staged = stage(
        subject=name,
        raw=raw,
        rows=given.rows,
        context=context,
        source=None,
        codes=POLICE_CODES,
        patterns=part.get("patterns"),
    )
    columns = [column.name for column in POLICE[name].columns]
    absent = tuple(column for column in columns if column not in raw)
    return Reading(
        format=f"police profile: {name}",
        agency=Agency.POLICE,
        source=context.default_source,
        rows_received=len(given.rows),
        rows_accepted=len(staged.table),
        duplicates=staged.duplicates,
        tables={name: staged.table},
        problems=(
            *given.problems,
            *_about_columns(name, absent, extra),
            *staged.problems,
        ),
        rejections=staged.rejections,
        absent={name: absent} if absent else {},
        extra=extra,
    )


def _columns(
    given: dict[str, pa.StringArray],
    name: str,
    renamed: dict[str, str],
    codes: dict[str, dict[str, str]],
) -> tuple[dict[str, pa.Array], tuple[str, ...]]:
    """Canonical columns, the force's own spellings turned into codes; and the extras."""
    known = {column.name for column in POLICE[name].columns} | set(COMMON)
    raw: dict[str, pa.Array] = {}
    extra: list[str] = []
    for header, values in given.items():
        target = renamed.get(header, header.lower())
        if target in known and target not in raw:
            raw[target] = _respelt(values, codes.get(target, {}))
        else:
            raw[f"extra.{header}"] = values
            extra.append(header)
    return raw, tuple(extra)


def _respelt(values: pa.Array, words: dict[str, str]) -> pa.Array:
    if not words:
        return values
    encoded = values.dictionary_encode()
    meant = [words.get(text.strip(), text) for text in encoded.dictionary.to_pylist()]
    return pc.take(pa.array(meant, pa.string()), encoded.indices)


def _about_columns(
    name: str, absent: tuple[str, ...], extra: tuple[str, ...]
) -> list[Problem]:
    said = []
    if absent:
        message = (
            f"{name} came without {', '.join(absent)}: what needs them cannot be told."
        )
        said.append(Problem(code="columns_absent", message=message))
    if extra:
        message = f"{name} has columns nobody knows, kept unused: {', '.join(extra)}."
        said.append(Problem(code="columns_extra", message=message))
    return said


IMPORTER = Importer(
    name="police_profile",
    title="the police CSV profile",
    agency=Agency.POLICE,
    recognise=recognise,
    read=read,
    formats=("csv",),
)
