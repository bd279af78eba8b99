"""Finds what each module in a folder declares under one name; refuses duplicates."""

import importlib
import pkgutil
from typing import Any


def find(package: str, constant: str) -> tuple[Any, ...]:
    """Every module's `constant` below a package, in the order of the modules' names.

    Modules without it are passed over. Two modules that declare an equal `slug` (or
    `name`) are refused, for one of the two would silently win.
    """
    root = importlib.import_module(package)
    found: dict[object, tuple[str, Any]] = {}
    names = (m.name for m in pkgutil.walk_packages(root.__path__, f"{package}."))
    for name in sorted(names):
        declared = getattr(importlib.import_module(name), constant, None)
        if declared is None:
            continue
        key = _key(declared, name)
        if key in found:
            msg = (
                f"{name} and {found[key][0]} both declare {key!r}: rename one of them."
            )
            raise ValueError(msg)
        found[key] = (name, declared)
    return tuple(declared for _, declared in found.values())


def _key(declared: Any, module: str) -> object:
    slug = getattr(declared, "slug", None)
    if slug is not None:
        return slug, getattr(declared, "version", None)
    return getattr(declared, "name", module)
