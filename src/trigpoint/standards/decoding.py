"""A standard from plain data: the other way of `encoding`, with refusals that teach.

Every refusal names the place (`standard 2, expects.within`), what stands there, and what may.
"""

import re
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from trigpoint.standards import conditions, language, limits
from trigpoint.standards import standard as standards
from trigpoint.standards.encoding import DURATIONS
from trigpoint.timekeeping.london import DAY, HOUR, MINUTE, SECOND

_ISO = re.compile(
    r"P(?:(?P<d>\d+)D)?(?:T(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+)(?:\.(?P<u>\d{1,6}))?S)?)?"
)
_UNITS = {"d": DAY, "h": HOUR, "m": MINUTE, "s": SECOND}


class NotAStandard(ValueError):
    """Refused: the words say where, and what may stand there."""


def _elements() -> dict[str, type]:
    """Every class of the language, by the name that `is` carries."""
    found: dict[str, type] = {}
    for module in (conditions, limits, language, standards):
        for name, value in vars(module).items():
            if isinstance(value, type) and is_dataclass(value):
                found[name] = value
    return found


ELEMENTS = _elements()


def decode(data: Any, place: str) -> standards.Standard:
    """The standard that the data describe; `place` begins every refusal."""
    made = _dataclass(standards.Standard, data, place)
    assert isinstance(made, standards.Standard)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made.slug):
        _refuse(f"{place}, slug", made.slug, "lower-case words with hyphens between")
    return made


def _dataclass(wanted: type, data: Any, place: str) -> Any:
    if not isinstance(data, dict):
        _refuse(place, data, f"a table for {wanted.__name__}")
    given = {
        name: value for name, value in data.items() if name not in ("is", "sha256")
    }
    hints = get_type_hints(wanted)
    known = {one.name: one for one in fields(wanted)}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            msg = (
                f"{place}: {wanted.__name__} has no {name}.{hint} It has "
                f"{', '.join(known)}."
            )
            raise NotAStandard(msg)
    made = {}
    for name, about in known.items():
        if name in given:
            made[name] = _value(hints[name], given[name], f"{place}.{name}", name)
        elif about.default is MISSING and about.default_factory is MISSING:
            msg = f"{place}: {wanted.__name__} needs {name}, which is not there."
            raise NotAStandard(msg)
    return wanted(**made)


def _value(wanted: Any, data: Any, place: str, name: str = "") -> Any:
    """The value of that type, or a refusal."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(wanted), data, place, name)
    if origin is tuple:
        return _tuple(get_args(wanted), data, place)
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _dataclass(wanted, data, place)
    return _plain(wanted, data, place, name)


def _one_of(wanted: tuple[Any, ...], data: Any, place: str, name: str) -> Any:
    if data is None and type(None) in wanted:
        return None
    rest = [one for one in wanted if one is not type(None)]
    classes: dict[str, type] = {
        one.__name__: one for one in rest if isinstance(one, type) and is_dataclass(one)
    }
    if not classes:
        return _value(rest[0], data, place, name)
    if isinstance(data, dict) and len(classes) == 1 and "is" not in data:
        return _dataclass(next(iter(classes.values())), data, place)
    said = data.get("is") if isinstance(data, dict) else None
    if said not in classes:
        near = get_close_matches(str(said), classes, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        what = f'is = "{said}"{hint}' if isinstance(data, dict) else data
        _refuse(place, what, f"one of {', '.join(classes)}, named by `is`")
    return _dataclass(classes[str(said)], data, place)


def _tuple(wanted: tuple[Any, ...], data: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        _refuse(place, data, "a list in [ ]")
    if len(wanted) == 2 and wanted[1] is Ellipsis:
        return tuple(
            _value(wanted[0], one, f"{place}[{number}]")
            for number, one in enumerate(data)
        )
    if len(data) != len(wanted):
        _refuse(place, data, f"a list of {len(wanted)}")
    return tuple(
        _value(kind, one, f"{place}[{number}]")
        for number, (kind, one) in enumerate(zip(wanted, data, strict=True))
    )


def _plain(wanted: Any, data: Any, place: str, name: str) -> Any:
    if wanted is int and name in DURATIONS and isinstance(data, str):
        return _duration(data, place)
    if wanted is date:
        return _date(data, place)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        known = [one.value for one in wanted]
        if data in known:
            return wanted(data)
        near = get_close_matches(str(data), map(str, known), n=1)
        may = f"{near[0]}?" if near else f"one of {', '.join(map(str, known))}"
        _refuse(place, data, may)
    if isinstance(data, bool) != (wanted is bool) or not isinstance(data, wanted):
        _refuse(
            place,
            data,
            {str: "text", int: "a whole number", bool: "true or false"}[wanted],
        )
    return data


def _duration(text: str, place: str) -> int:
    found = _ISO.fullmatch(text)
    if found is None or not any(found.groupdict().values()):
        _refuse(place, text, 'a duration such as "PT24H", "PT90M" or "P90D"')
        raise AssertionError
    parts = found.groupdict(default="0")
    whole = sum(int(parts[letter]) * unit for letter, unit in _UNITS.items())
    return whole + int((parts["u"] or "0").ljust(6, "0"))


def _date(data: Any, place: str) -> date:
    if isinstance(data, date):
        return data
    try:
        return date.fromisoformat(str(data))
    except ValueError:
        _refuse(place, data, "a date such as 2017-06-01")
        raise


def _refuse(place: str, data: Any, may: str) -> None:
    said = (
        f"{data!r}"
        if not isinstance(data, str) or not data.startswith("is =")
        else data
    )
    msg = f"{place}: {said} stands there; it must be {may}."
    raise NotAStandard(msg)
