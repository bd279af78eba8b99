"""Dates and times as files write them: one decision for a column, never for a cell."""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.timekeeping import london

_NULL = np.iinfo(np.int64).min

#: Patterns in the order in which they are tried; (name, regular expression).
#: Groups: y, m, d, then optionally H, M, S, f and the offset z.
_CLOCK = (
    r"(?:[T ]+(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:\.(?P<f>\d{1,6}))?)?"
    r"\s*(?P<z>Z|[+-]\d{2}:?\d{2})?)?"
)
PATTERNS: dict[str, str] = {
    "yyyy-mm-dd": r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})" + _CLOCK,
    "dd/mm/yyyy": r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})" + _CLOCK,
    "mm/dd/yyyy": r"(?P<m>\d{1,2})[/.-](?P<d>\d{1,2})[/.-](?P<y>\d{4})" + _CLOCK,
    "yyyy/mm/dd": r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})" + _CLOCK,
    "yyyymmdd": r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    "yyyy-Mon-dd": r"(?P<y>\d{4})-(?P<b>[A-Za-z]{3})-(?P<d>\d{1,2})" + _CLOCK,
    "dd-Mon-yyyy": r"(?P<d>\d{1,2})[- ](?P<b>[A-Za-z]{3,9})[- ](?P<y>\d{4})" + _CLOCK,
    "serial": r"(?P<n>\d{4,5})(?:\.(?P<part>\d+))?",
}
_MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_COMPILED = {name: re.compile(rf"\s*{text}\s*") for name, text in PATTERNS.items()}
_ISO_PLAIN = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?")

#: What is said of a time in the hour that the clock shows twice.
_TWICE = (
    "clock_change_hour",
    "The clock showed this time twice that night and no offset says which; it is kept "
    "as either. Write the offset, as 2016-10-30T01:30+00:00.",
)

#: (index in the column, code, message): a cell that could not be read, or was in doubt.
CellProblem = tuple[int, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumn:
    """A column of times as spans. Null where the cell was empty or unreadable.

    `earliest`, `latest`: microseconds since 1970 UTC. `pattern`: the one decided on.
    `doubt`: set where day and month could be swapped in every cell.
    """

    earliest: pa.Int64Array
    latest: pa.Int64Array
    pattern: str | None
    problems: tuple[CellProblem, ...]
    doubt: str = ""


def read_dates(values: pa.StringArray, *, pattern: str | None = None) -> DateColumn:
    """Read a column of dates or times.

    Times without offset are London's; one in the hour that comes twice is kept as a
    span over both, and said. A date without a time has day precision, and so has one
    whose time is midnight (decision 0006), unless it says its offset. The pattern is the
    given one, or the one that fits most of the distinct values.
    """
    encoded = values.dictionary_encode()
    texts = encoded.dictionary
    chosen, doubt = (pattern, "") if pattern else _decide(texts)
    if chosen is not None and chosen not in _COMPILED:
        known = ", ".join(_COMPILED)
        msg = f"{chosen!r} is no date pattern: use one of {known}."
        raise ValueError(msg)
    wall, midnight, known_offset, said = _parse(texts, chosen)
    twice = london.repeated(wall) & (known_offset == _NULL) & ~midnight
    said |= dict.fromkeys(np.flatnonzero(twice).tolist(), _TWICE)
    earliest, latest = _spans(wall, midnight, known_offset)
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    problems = tuple(
        (int(index), *said[code])
        for code in said
        for index in np.flatnonzero(codes == code)
    )
    return DateColumn(
        earliest=_taken(earliest, codes),
        latest=_taken(latest, codes),
        pattern=chosen,
        problems=problems,
        doubt=doubt,
    )


def _taken(instants: np.ndarray, codes: np.ndarray) -> pa.Int64Array:
    taken = instants[codes] if len(instants) else np.full(len(codes), _NULL)
    return pa.array(taken, pa.int64(), mask=taken == _NULL)


def _decide(texts: pa.StringArray) -> tuple[str | None, str]:
    """The pattern that fits most of a sample of the distinct values."""
    sample = [text for text in texts[:2000].to_pylist() if text.strip()]
    if not sample:
        return None, ""
    fits = {name: sum(_fits(name, text) for text in sample) for name in _COMPILED}
    best = max(fits, key=lambda name: fits[name])
    if not fits[best]:
        return None, ""
    doubt = ""
    if best == "dd/mm/yyyy" and fits["mm/dd/yyyy"] == fits[best]:
        doubt = (
            "Every date could be day/month or month/day; it was read as day/month. "
            "Set the pattern in the mapping if that is wrong."
        )
    return best, doubt


def _fits(name: str, text: str) -> bool:
    match = _COMPILED[name].fullmatch(text)
    return match is not None and _wall(match) is not None


def _parse(
    texts: pa.StringArray, pattern: str | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[int, tuple[str, str]]]:
    """Wall-clock microseconds of the distinct values, and what was wrong with each."""
    wall = np.full(len(texts), _NULL, dtype=np.int64)
    no_clock = np.zeros(len(texts), dtype=bool)
    offset = np.full(len(texts), _NULL, dtype=np.int64)
    if pattern == "yyyy-mm-dd" and _parse_plain(texts, wall, no_clock):
        return wall, no_clock, offset, {}
    said: dict[int, tuple[str, str]] = {}
    for position, text in enumerate(texts.to_pylist()):
        if not text.strip():
            continue
        match = _COMPILED[pattern].fullmatch(text) if pattern else None
        read = _wall(match) if match else None
        if read is None:
            said[position] = ("unreadable_date", _unreadable(text, pattern))
            continue
        wall[position], no_clock[position], offset[position] = read
    return wall, no_clock, offset, said


def _unreadable(text: str, pattern: str | None) -> str:
    if pattern is None:
        return f"{text!r} is not a date that Trigpoint reads; write it as 2016-08-19."
    return f"{text!r} is not a date like the rest of its column ({pattern})."


def _parse_plain(texts: pa.StringArray, wall: np.ndarray, no_clock: np.ndarray) -> bool:
    """The quick way where every value is plain ISO; False where one is not."""
    trimmed = pc.utf8_trim_whitespace(texts)
    filled = pc.not_equal(trimmed, "").to_numpy(zero_copy_only=False)
    plain = trimmed.filter(pa.array(filled))
    if not pc.all(pc.match_substring_regex(plain, rf"^{_ISO_PLAIN.pattern}$")).as_py():
        return False
    try:
        stamps = plain.cast(pa.timestamp("us"))
    except pa.ArrowInvalid:
        return False
    wall[filled] = stamps.cast(pa.int64()).to_numpy()
    no_clock[filled] = pc.equal(pc.utf8_length(plain), 10).to_numpy(
        zero_copy_only=False
    )
    return True


def _wall(match: re.Match[str]) -> tuple[int, bool, int] | None:
    """(wall-clock microseconds, without a clock time, offset or null); None = no date."""
    parts = match.groupdict()
    if parts.get("n"):
        return _serial(int(parts["n"]), parts["part"])
    month = _month(parts)
    try:
        day = np.datetime64(
            f"{int(parts['y']):04d}-{month:02d}-{int(parts['d']):02d}", "us"
        )
    except ValueError:
        return None
    clock = [int(parts.get(name) or 0) for name in ("H", "M", "S")]
    if clock[0] > 23 or clock[1] > 59 or clock[2] > 59:
        return None
    fraction = int((parts.get("f") or "0").ljust(6, "0"))
    seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
    wall = int(day.astype(np.int64)) + seconds * london.SECOND + fraction
    return wall, parts.get("H") is None, _offset(parts.get("z"))


def _month(parts: dict[str, str]) -> int:
    if parts.get("b"):
        name = parts["b"][:3].lower()
        return _MONTHS.index(name) + 1 if name in _MONTHS else 0
    return int(parts["m"])


def _offset(zone: str | None) -> int:
    if not zone:
        return int(_NULL)
    if zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    size = hours * london.HOUR + minutes * london.MINUTE
    return -size if zone[0] == "-" else size


def _serial(days: int, part: str | None) -> tuple[int, bool, int] | None:
    """A spreadsheet's day count from 30 December 1899; only days since 1920."""
    if not 7_306 <= days <= 73_050:
        return None
    midnight = int(
        (np.datetime64("1899-12-30", "us") + np.timedelta64(days, "D")).astype(int)
    )
    clock = round(float(f"0.{part}") * 86_400) * london.SECOND if part else 0
    return midnight + clock, not clock, int(_NULL)


def _spans(
    wall: np.ndarray, no_clock: np.ndarray, offset: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Instants from wall-clock times; whole London days where no time was given."""
    read = wall != _NULL
    local = np.where(read, wall, 0)
    zoned = offset != _NULL
    instants = np.where(
        zoned, local - np.where(zoned, offset, 0), london.local_to_instants(local)
    )
    whole = no_clock | ((local % london.DAY == 0) & ~zoned)
    start = london.local_to_instants(local - local % london.DAY)
    end = london.local_to_instants(local - local % london.DAY + london.DAY) - 1
    earliest = np.where(read, np.where(whole, start, instants), _NULL)
    # An hour that happened twice is known as either; both clocks went an hour apart.
    last = instants + np.where(london.repeated(local) & ~zoned, london.HOUR, 0)
    return earliest, np.where(read, np.where(whole, end, last), _NULL)
