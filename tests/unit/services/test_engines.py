"""Which engine answers, and what is said where Spark is not installed."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from trigpoint.judgements.batch import DuckDB
from trigpoint.linkage.records import SCHEMA
from trigpoint.records.record import Refusal
from trigpoint.services import engines as module
from trigpoint.services.engines import engines


def test_duckdb_is_what_every_installation_has() -> None:
    """Without a wish DuckDB judges, and its proposer takes an empty table of persons."""
    with engines() as use:
        assert isinstance(use.runner, DuckDB)
        assert use.proposer(SCHEMA.empty_table()) == []


def test_spark_that_is_not_installed_is_refused_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The refusal names the package and how to get it."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(Refusal, match=r"requirements/spark\.txt"), engines("spark"):
        pass


def test_spark_without_java_is_refused_with_the_cure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """PySpark alone is not enough."""
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(Refusal, match="default-jre-headless"), engines("spark"):
        pass


def test_the_lock_of_spark_is_apart_from_what_everybody_installs() -> None:
    """Nobody gets PySpark who did not ask for it."""
    locks = Path(__file__).resolve().parents[3] / "requirements"
    assert "pyspark" not in (locks / "run.txt").read_text()
    assert "pyspark==" in (locks / "spark.txt").read_text()
