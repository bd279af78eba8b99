"""A standard as plain data: for JSON, and for a digest of what it means."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.london import SECOND

#: Fields that hold microseconds, written as ISO 8601 durations.
DURATIONS = {"microseconds", "before", "after", "within", "look_back"}


def as_data(value: Any) -> Any:
    """Dictionaries, lists and texts; a dataclass carries its class's name in `is`."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"is": type(value).__name__}
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name in DURATIONS and isinstance(inner, int):
                kept[each.name] = duration(inner)
            else:
                kept[each.name] = as_data(inner)
        return kept
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    return value


def duration(microseconds: int) -> str:
    """An ISO 8601 duration in seconds, exact."""
    whole, rest = divmod(microseconds, SECOND)
    return f"PT{whole}S" if not rest else f"PT{whole}.{rest:06d}S"


def digest(standard: Standard) -> str:
    """SHA-256 of the standard's data: the same meaning, the same digest."""
    text = json.dumps(as_data(standard), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def summary(standard: Standard) -> dict[str, Any]:
    """The line of `trigpoint standards list --json`."""
    ends = standard.in_force_to
    return {
        "slug": standard.slug,
        "version": standard.version,
        "area": standard.area.value,
        "title": standard.title,
        "source": f"{standard.source.instrument}, {standard.source.provision}",
        "fault": standard.fault.value,
        "in_force_from": standard.in_force_from.isoformat(),
        "in_force_to": ends.isoformat() if ends else None,
    }
