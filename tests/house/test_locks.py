"""What dev.py refuses in a lock file, and what the lock files hold."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "dev", module)
    spec.loader.exec_module(module)
    (tmp_path / "requirements").mkdir()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_a_pin_with_its_hash_is_accepted(dev: ModuleType, tmp_path: Path) -> None:
    """A lock of names, versions and hashes is as it should be."""
    lock = tmp_path / "requirements" / "run.txt"
    lock.write_text("six==1.17.0 \\\n    --hash=sha256:00\n")
    assert dev.guard_locks() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("six==1.17.0\n", "no hash for six==1.17.0"),
        ("six @ https://example.invalid/six\n", "holds an address"),
    ],
)
def test_an_address_or_a_bare_pin_is_refused(
    dev: ModuleType, tmp_path: Path, text: str, said: str
) -> None:
    """A lock with an address, or with a pin that has no hash, is named."""
    (tmp_path / "requirements" / "run.txt").write_text(text)
    assert any(said in problem for problem in dev.guard_locks())


def test_the_project_s_own_locks_are_clean() -> None:
    """The committed locks hold no address, and a hash for every pin."""
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        assert "://" not in text
        pins = [line for line in text.splitlines() if "==" in line]
        assert pins
        assert text.count("--hash=") >= len(pins)
