"""Every module has its test, in the place where one would look for it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "trigpoint"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py")

#: Modules whose test stands elsewhere, and where.
ELSEWHERE: dict[str, str] = {}


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def homes(path: Path) -> list[Path]:
    """Where the test of a module may stand."""
    inside = path.relative_to(PACKAGE)
    name = f"test_{path.stem}.py"
    found = [ROOT / "tests" / "unit" / inside.parent / name]
    if inside.parts[:2] == ("standards", "library"):
        area = Path(*inside.parts[2:-1])
        found.append(ROOT / "tests" / "spec" / "standards" / area / name)
    return found


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_module_has_its_test(path: Path) -> None:
    """A module has a mirrored test, or the place of its test is named."""
    if place(path) in ELSEWHERE:
        assert (ROOT / ELSEWHERE[place(path)]).exists()
        return
    assert any(home.exists() for home in homes(path)), f"write {homes(path)[0]}"


def test_no_exemption_outlives_its_reason() -> None:
    """A module that has its mirrored test is not exempt, nor one that is gone."""
    for name in ELSEWHERE:
        path = PACKAGE / name
        assert path.exists()
        assert not any(home.exists() for home in homes(path))
