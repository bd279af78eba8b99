"""How one line of the from-rows-to-events table is written, and the SQL it stands for.

A `Derivation` says which staged time makes which kind of event, whose event it is
and what it carries. The lines themselves are in `derivation_police`,
`derivation_response`, `derivation_powers` and `derivation_council`: whoever wants to
know where an event comes from reads those.
The SQL is plain text; only `assembly` runs it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from trigpoint.chronology.readable import CODES, UNKNOWN
from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.event_kinds import FACTS, EventKind

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One staged time and the kind of event it makes. Text is SQL over the row `r`.

    `at`: the time column. `holder`: the local id of the child. `joined`: further
    tables; then one row may make events for several children (`by_child`).
    `key`: what knows the thing again when a row of it is corrected; by default the
    key columns of the subject. `where`: rows that make the event. `stamp`: what
    orders the versions of one thing, by default its record time. `needs`: columns
    of other tables without which the kind is not held.
    """

    kind: EventKind
    subject: str
    at: str
    holder: str
    reference: str = "''"
    about: str = "''"
    actor: str = "''"
    team: str = "''"
    facts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    joined: str = ""
    by_child: bool = False
    key: str = ""
    where: str = "TRUE"
    recorded: str = "r.recorded_at"
    stamp: str = ""
    needs: tuple[str, ...] = ()
    table: str = ""

    @property
    def column(self) -> str:
        """The file and column that make the event, as people know it."""
        return f"{self.subject}.{self.at}"


def code(column: str, code_set: str) -> str:
    """A code that is in its set, "" where empty; null where unreadable or unknown."""
    known = ", ".join(f"'{one}'" for one in ("", *CODES[code_set], "NA"))
    return f"CASE WHEN {column} IN ({known}) THEN {column} END"


def yes_or_no(column: str) -> str:
    """A boolean as text, "" where empty; null where unreadable."""
    return f"CASE WHEN {column} IN ('true', 'false', '') THEN {column} END"


def codes(column: str, code_set: str, *, whole: bool) -> str:
    """A list of codes `;A;B;`, without the items that are in no code set.

    `whole`: one unreadable item makes the list unknown, because what it left out
    matters as much as what it holds (who took part). Otherwise the list is unknown
    only if nothing in it could be read.
    """
    known = ", ".join(f"'{one}'" for one in CODES[code_set])
    items = f"list_filter(string_split({column}, ';'), lambda x: x <> '')"
    read = f"list_filter({items}, lambda x: x IN ({known}))"
    enough = f"len({read}) = len({items})" if whole else f"len({read}) > 0"
    return (
        f"CASE WHEN {column} = '' THEN '' WHEN len({items}) > 0 AND {enough} "
        f"THEN ';' || array_to_string(list_sort(list_distinct({read})), ';') || ';' END"
    )


def ethnicity(column: str) -> str:
    """Ethnicity as recorded: REFUSED and NA stay, the unreadable is null.

    UNKNOWN is an ethnicity not recorded, which is what an empty cell says.
    """
    kept = (*CODES["ethnicity_16p1"], "REFUSED", "NA", "")
    known = ", ".join(f"'{one}'" for one in kept)
    return (
        f"CASE WHEN {column} = '{UNKNOWN}' THEN '' "
        f"WHEN {column} IN ({known}) THEN {column} END"
    )


def _key(line: Derivation) -> str:
    """A number for the thing the row is about, alike in every version of it.

    A row with an empty key cannot be known again: its own time stands in.
    """
    if line.key:
        return f"hash('{line.subject}', r.source, {line.key})"
    keys = [f'r."{name}"' for name in SUBJECTS[line.subject].keys]
    texts = ", ".join(f"coalesce(CAST({key} AS VARCHAR), '')" for key in keys)
    blank = " OR ".join(f"coalesce(CAST({key} AS VARCHAR), '') = ''" for key in keys)
    spare = f'CASE WHEN {blank} THEN r."{line.at}" END'
    return f"hash('{line.subject}', r.source, {texts}, {spare})"


def select(line: Derivation, *, correctable: bool) -> str:
    """The SELECT that makes one line's events, in the columns of `HAPPENING`.

    `correctable`: rows of a thing with several rows come along even where they hold
    no time, because a later row without it withdraws what an earlier one said.
    """
    at = f'CASE WHEN {line.where} THEN r."{line.at}" END'
    until = f'CASE WHEN {line.where} THEN r."{line.at}__latest" END'
    held = f"({at}) IS NOT NULL"
    if correctable:
        held = f'({held} OR (r.several AND r."{line.at}__held"))'
    stamp = line.stamp or "r.recorded_at"
    cells = [
        f"'{line.kind.value}' AS kind",
        f"'{SUBJECTS[line.subject].agency.value}' AS agency",
        "r.ns AS ns",
        f"coalesce({line.holder}, '') AS holder",
        f"{at} AS earliest",
        f"greatest({at}, {until}) AS latest",
        f"{line.recorded} AS recorded_at",
        f"{stamp} AS stamp",
        "r.source AS source",
        f"coalesce({line.actor}, '') AS actor",
        f"coalesce({line.team}, '') AS team",
        "r.district AS district",
        f"coalesce({line.reference}, '') AS reference",
        f"coalesce({line.about}, '') AS about",
        "r.source_file AS source_file",
        "r.source_sheet AS source_sheet",
        "r.source_row AS source_row",
        f"{_key(line)} AS thing",
        f"{str(line.by_child).upper()} AS by_child",
        *(_fact(line, fact) for fact in FACTS),
    ]
    table = line.table or f"t_{line.subject}"
    return (
        f"SELECT {', '.join(cells)} FROM {table} r {line.joined} "
        f"WHERE {held} AND ({line.holder}) IS NOT NULL"
    )


def _fact(line: Derivation, fact: str) -> str:
    return f'CAST({line.facts.get(fact, "NULL")} AS VARCHAR) AS "{fact}"'
