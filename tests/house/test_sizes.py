"""The limits of the house: sizes of files and functions, held as tests."""

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "trigpoint").rglob("*.py"))
CODE = [path for path in SOURCES if path.name != "__init__.py"]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

#: Pure tables of codes: long because the official lists are.
TABLES: dict[str, str] = {
    "storage/migrations/0001_tables.py": "made by the framework from the models",
}

#: Where a folder's `__init__` may import: the framework finds its models there.
GATHERS = {"storage/models/__init__.py"}

#: The product's own name, made from the folder names so that nobody can hide a bin.
REFUSED_NAMES = {
    "utils", "util", "common", "misc", "base", "core", "manager", "handler",
    "processor", "new", "v2", "helpers",
}  # fmt: skip


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def place(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "trigpoint").as_posix()


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (node.name, (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, kinds)
    ]


@pytest.mark.parametrize("path", [*SOURCES, ROOT / "dev.py"], ids=lambda p: p.name)
def test_no_source_file_is_over_400_lines(path: Path) -> None:
    """A source file holds at most 400 lines, but for tables of codes."""
    if path.name != "dev.py" and place(path) in TABLES:
        return
    assert lines(path) <= 400, f"{path.name}: look for the second noun in it"


def test_a_table_is_exempt_only_while_it_is_long() -> None:
    """An exemption that is no longer needed fails."""
    for name in TABLES:
        path = ROOT / "src" / "trigpoint" / name
        assert path.exists(), f"{name} is gone: take its exemption away"
        assert lines(path) > 400, f"{name} is short: take its exemption away"


def test_files_are_short_as_a_rule() -> None:
    """Half of all source files hold at most 130 lines, nine in ten at most 300."""
    sizes = [lines(path) for path in CODE]
    assert median(sizes) <= 130
    assert quantiles(sizes, n=10)[-1] <= 300


@pytest.mark.parametrize("path", CODE, ids=place)
def test_no_function_is_over_50_lines(path: Path) -> None:
    """A function holds at most 50 lines."""
    long = {name: size for name, size in functions(path) if size > 50}
    assert not long


def test_functions_are_short_as_a_rule() -> None:
    """Half of all functions hold at most 12 lines."""
    sizes = [size for path in CODE for _, size in functions(path)]
    assert median(sizes) <= 12


@pytest.mark.parametrize("path", TESTS, ids=lambda p: p.name)
def test_no_test_file_is_over_500_lines(path: Path) -> None:
    """A test file holds at most 500 lines."""
    assert lines(path) <= 500


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_no_module_is_named_for_nothing(path: Path) -> None:
    """No module or folder has a name without a noun, which fills without limit."""
    if "library" in path.parts:
        return  # A standard's file bears its slug, which is never renamed.
    words = set(path.stem.split("_")) | set(path.parts[-3:-1])
    assert not words & REFUSED_NAMES


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.name == "__init__.py"], ids=place
)
def test_a_folder_says_what_lives_in_it_and_no_more(path: Path) -> None:
    """An __init__.py holds only a docstring."""
    if place(path) in GATHERS:
        return
    body = ast.parse(path.read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)
