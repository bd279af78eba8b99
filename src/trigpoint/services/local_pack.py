"""A force's own standards: a file beside the library, checked before it is used.

A pack is TOML (or JSON) with `name`, `reviewed_by` and two lists: `standard`, whole standards of
the force's own in the shape that `trigpoint standards show SLUG --json` prints; and `adjust`, what
a force sets in a standard of the library whose limit is local.
"""

import json
import tomllib
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.chronology.coverage import Coverage
from trigpoint.judgements.plan import Terms, compile_plan
from trigpoint.records.record import Refusal
from trigpoint.standards.catalogue import all_standards, by_slug
from trigpoint.standards.decoding import NotAStandard, decode
from trigpoint.standards.encoding import as_data
from trigpoint.standards.standard import Standard, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A checked pack: the standards it adds, and those it sets otherwise."""

    name: str
    added: tuple[Standard, ...]
    adjusted: tuple[Standard, ...]

    def library(self) -> tuple[Standard, ...]:
        """The whole library with the pack in it."""
        mine = {one.slug for one in self.adjusted}
        kept = tuple(one for one in all_standards() if one.slug not in mine)
        return (*kept, *self.adjusted, *self.added)


def load_pack(path: Path) -> Pack:
    """Read and check a pack; a refusal names the file, the place and the cure."""
    data = _read(path)
    for name in ("name", "reviewed_by"):
        if not data.get(name):
            msg = f'{path}: {name} is not there. Write {name} = "..." at the top.'
            raise Refusal(msg)
    if unknown := set(data) - {"name", "reviewed_by", "standard", "adjust"}:
        msg = (
            f"{path}: nobody knows {sorted(unknown)[0]!r}; a pack has name, reviewed_by, "
            "[[standard]] and [[adjust]]."
        )
        raise Refusal(msg)
    try:
        added = tuple(
            _added(one, f"standard {number}")
            for number, one in enumerate(data.get("standard", []), 1)
        )
        adjusted = tuple(
            _adjusted(one, f"adjust {number}")
            for number, one in enumerate(data.get("adjust", []), 1)
        )
        _compile((*added, *adjusted))
    except (NotAStandard, ValueError) as error:
        msg = f"{path}, {error}"
        raise Refusal(msg) from None
    return Pack(name=data["name"], added=added, adjusted=adjusted)


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        msg = f"{path} cannot be read ({error.strerror}): give the pack's file."
        raise Refusal(msg) from None
    except (ValueError, UnicodeDecodeError) as error:
        msg = f"{path} is neither TOML nor JSON: {error}."
        raise Refusal(msg) from None
    if not isinstance(found, dict):
        msg = f"{path}: a pack is a table with name, reviewed_by, [[standard]], [[adjust]]."
        raise Refusal(msg)
    return found


def _added(data: Any, place: str) -> Standard:
    made = decode(data, place)
    if by_slug(made.slug):
        msg = (
            f"{place}, slug: {made.slug} is a standard of the library. Choose another slug, or "
            "set its limit with [[adjust]]."
        )
        raise NotAStandard(msg)
    if made.source.standing is not Standing.LOCAL:
        msg = f'{place}.source.standing: a force\'s own standard is "local", never law.'
        raise NotAStandard(msg)
    return made


def _adjusted(data: Any, place: str) -> Standard:
    if not isinstance(data, dict) or "slug" not in data:
        msg = f"{place}: slug is not there: which standard of the library is it?"
        raise NotAStandard(msg)
    versions = by_slug(str(data["slug"]))
    if not versions:
        msg = f"{place}, slug: the library has no {data['slug']}; see `trigpoint standards list`."
        raise NotAStandard(msg)
    old = versions[-1]
    if old.source.standing is not Standing.LOCAL:
        msg = (
            f"{place}: {old.slug} rests on {old.source.standing.value}, which a force cannot "
            "set. Write a standard of your own ([[standard]]) beside it."
        )
        raise NotAStandard(msg)
    made = decode(_merged(as_data(old), data), place)
    if made.version <= old.version:
        msg = (
            f"{place}, version: {old.slug} is at version {old.version}; what means something "
            f"else is version {old.version + 1}."
        )
        raise NotAStandard(msg)
    return made


def _merged(old: Any, new: Any) -> Any:
    """The old with what is new in it; an element that changes its kind is new as a whole."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return deepcopy(new)
    if "is" in new and new["is"] != old.get("is"):
        return deepcopy(new)
    kept = dict(old)
    for name, value in new.items():
        kept[name] = _merged(old.get(name), value)
    return kept


def _compile(standards: tuple[Standard, ...]) -> None:
    """Refuse what no engine could judge: a fact that is none, a limit without end."""
    terms = Terms(coverage=Coverage(reach={}, columns={}), as_at=0)
    for one in standards:
        try:
            compile_plan([one], terms)
        except (ValueError, KeyError, TypeError) as error:
            msg = f"{one.slug}: {error}"
            raise NotAStandard(msg) from None
