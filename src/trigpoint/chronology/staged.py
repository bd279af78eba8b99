"""Staged tables made whole: every known column there, every id in its namespace.

Importers leave out columns that no file held. Here each subject becomes one view
`t_<subject>` with all its columns (null where not received), the namespace in which
its ids name one thing, and whether a thing has several rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.records.subjects import SUBJECTS, Subject
from trigpoint.vocabulary.agencies import Agency

_TIMES = ("date", "datetime")

#: Sources of the council's own that name no authority; the ids in them are the ids
#: of the only council there is.
_PERSON_TABLES = ("person", "person_address", "linked_identifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Which columns of which subject came, and from which sources its rows are."""

    columns: Mapping[str, frozenset[str]]
    sources: Mapping[str, frozenset[str]]

    def holds(self, place: str) -> bool:
        """True where `subject.column` was received."""
        subject, column = place.split(".")
        return column in self.columns.get(subject, frozenset())


def received(tables: Mapping[str, pa.Table]) -> Received:
    """What came, by subject; tables of unknown subjects are left alone."""
    known = {name: table for name, table in tables.items() if name in SUBJECTS}
    return Received(
        columns={name: frozenset(t.column_names) for name, t in known.items()},
        sources={
            name: frozenset(pc.unique(t["source"]).to_pylist())
            for name, t in known.items()
        },
    )


def undated(tables: Mapping[str, pa.Table]) -> tuple[str, ...]:
    """The sources of which no row says when it was recorded, in order."""
    dated: dict[str, bool] = {}
    for table in tables.values():
        latest = table.group_by("source").aggregate([("recorded_at", "max")])
        for row in latest.to_pylist():
            known = row["recorded_at_max"] is not None
            dated[row["source"]] = dated.get(row["source"], False) or known
    return tuple(sorted(source for source, known in dated.items() if not known))


def namespaces(came: Received) -> dict[tuple[Agency, str], str]:
    """In which namespace each (agency, source)'s ids name one thing.

    All formats of one council share its ids: with at most one council named
    (`council:<number>`), every council source is that one. Police systems that hold
    no person records of their own use the ids of the only one that does.
    """
    spaces: dict[tuple[Agency, str], str] = {}
    for agency in (Agency.POLICE, Agency.LA):
        sources = sorted(
            {
                source
                for name, held in came.sources.items()
                if SUBJECTS[name].agency is agency
                for source in held
            }
        )
        spaces |= {(agency, s): _space(s, agency, sources, came) for s in sources}
    return spaces


def _space(source: str, agency: Agency, sources: list[str], came: Received) -> str:
    if agency is Agency.LA:
        named = [one for one in sources if ":" in one]
        if len(named) > 1:
            return source
        return named[0] if named else min(sources)
    persons = came.sources.get("nominal", frozenset())
    if source in persons or len(persons) != 1:
        return source
    return min(persons)


def view_sql(
    subject: Subject,
    came: Received,
    spaces: Mapping[tuple[Agency, str], str],
    *,
    several: bool,
) -> str:
    """The SELECT of one subject's view over its registered table `s_<subject>`."""
    columns = came.columns.get(subject.name, frozenset())
    cells = [
        f"CAST({_cell(name, columns)} AS {kind}) AS {name}"
        for name, kind in _BOOKKEEPING
    ]
    for column in subject.columns:
        if column.kind in _TIMES:
            cells += _time_cells(column.name, columns, several=several)
        else:
            cells.append(_text_cell(column.name, columns))
    cells.append(f"{_space_sql(subject, came, spaces)} AS ns")
    cells.append(f"{_several_sql(subject) if several else 'FALSE'} AS several")
    if not columns:
        return f"SELECT {', '.join(cells)} WHERE FALSE"
    return f"SELECT {', '.join(cells)} FROM s_{subject.name} x"


_BOOKKEEPING = (
    ("source", "VARCHAR"),
    ("source_file", "VARCHAR"),
    ("source_sheet", "VARCHAR"),
    ("source_row", "BIGINT"),
    ("recorded_at", "BIGINT"),
    ("recorded_by", "VARCHAR"),
    ("district", "VARCHAR"),
)


def _cell(name: str, columns: frozenset[str]) -> str:
    if name in ("source_sheet", "recorded_by", "district"):
        return f"coalesce(x.\"{name}\", '')" if name in columns else "''"
    return f'x."{name}"' if name in columns else "NULL"


def _text_cell(name: str, columns: frozenset[str]) -> str:
    held = f'x."{name}"' if name in columns else "NULL"
    return f'CAST({held} AS VARCHAR) AS "{name}"'


def _time_cells(name: str, columns: frozenset[str], *, several: bool) -> list[str]:
    first = f'x."{name}"' if name in columns else "NULL"
    last = f'x."{name}__latest"' if f"{name}__latest" in columns else first
    cells = [
        f'CAST({first} AS BIGINT) AS "{name}"',
        f'CAST({last} AS BIGINT) AS "{name}__latest"',
    ]
    if several:
        # A file in which no row has this time may well lack the column: its silence
        # withdraws nothing.
        held = f"count({first}) OVER (PARTITION BY x.source_file) > 0"
        cells.append(f'{held if name in columns else "FALSE"} AS "{name}__held"')
    return cells


def _several_sql(subject: Subject) -> str:
    keys = ", ".join(f'x."{key}"' for key in subject.keys if key != "valid_from")
    return f"count(*) OVER (PARTITION BY x.source, {keys}) > 1"


def _space_sql(
    subject: Subject, came: Received, spaces: Mapping[tuple[Agency, str], str]
) -> str:
    held = came.sources.get(subject.name, frozenset())
    suffix = "#person" if subject.name in _PERSON_TABLES else ""
    whens = " ".join(
        f"WHEN {_quoted(source)} THEN {_quoted(spaces[subject.agency, source] + suffix)}"
        for source in sorted(held)
    )
    return f"CASE x.source {whens} END" if whens else "CAST(NULL AS VARCHAR)"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def repeated_sql(subject: Subject, came: Received) -> str | None:
    """A query that tells whether some thing of this subject has several rows.

    None where the file has not all the key columns: its things cannot be told apart.
    """
    columns = came.columns.get(subject.name, frozenset())
    keys = [key for key in subject.keys if key != "valid_from"]
    if not columns or not set(keys) <= columns:
        return None
    names = ", ".join(f'"{key}"' for key in keys)
    return (
        f"SELECT count(*) > count(DISTINCT hash(source, {names})) FROM s_{subject.name}"
    )
