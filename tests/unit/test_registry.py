"""What modules declare is found, and two of one name are refused."""

import sys
import types

import pytest

from trigpoint import registry


def test_the_library_is_found_whole() -> None:
    """Each file of the library is found once, in the order of the modules' names."""
    found = registry.find("trigpoint.standards.library", "STANDARD")
    assert len(found) == 75
    assert registry.find("trigpoint.standards.library", "NO_SUCH_NAME") == ()


def test_two_of_one_name_are_refused(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second declaration would silently win, so it is refused and both are named."""
    root = types.ModuleType("doubled")
    root.__path__ = []  # type: ignore[attr-defined]
    same = types.SimpleNamespace(slug="one", version=1)
    for name in ("a", "b"):
        module = types.ModuleType(f"doubled.{name}")
        module.THING = same  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(sys.modules, "doubled", root)
    walked = [types.SimpleNamespace(name=f"doubled.{name}") for name in ("a", "b")]
    monkeypatch.setattr(registry.pkgutil, "walk_packages", lambda *_: walked)
    with pytest.raises(ValueError, match=r"doubled\.b and doubled\.a both declare"):
        registry.find("doubled", "THING")
