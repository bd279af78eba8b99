"""What judges and compares: DuckDB, or Spark where it is installed. Chosen here only."""

import functools
import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.chronology.likely import Proposal
from trigpoint.judgements.batch import DuckDB, Runner
from trigpoint.linkage.proposals import COSTS, Costs
from trigpoint.linkage.records import proposals
from trigpoint.records.record import Refusal

RUNNERS = ("duckdb", "spark")

_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
#: What holds only where Spark runs on this computer alone: no port but on loopback.
_ALONE = {
    "spark.master": "local[*]",
    "spark.driver.memory": "4g",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
}
#: By these an operator, or `spark-submit`, has named a cluster already.
_CLUSTER_NAMED = ("PYSPARK_GATEWAY_PORT", "PYSPARK_SUBMIT_ARGS")


@dataclass(frozen=True, slots=True)
class Engines:
    """Who answers the compiled queries, and who proposes that two records are one child."""

    runner: Runner
    proposer: Callable[[pa.Table], list[Proposal]]


@contextmanager
def engines(name: str = "duckdb", costs: Costs = COSTS) -> Iterator[Engines]:
    """The engines of one of `RUNNERS`; refuses Spark where it is not installed.

    `costs`: what a false link, a missed one and a person's time cost.
    """
    weighed = functools.partial(proposals, costs=costs)
    if name == "duckdb":
        yield Engines(DuckDB(), weighed)
        return
    with tempfile.TemporaryDirectory(prefix="trigpoint-spark-") as place:
        session = _session(Path(place))
        from trigpoint.judgements.spark import SparkRunner

        try:
            yield Engines(
                SparkRunner(session), functools.partial(weighed, spark=session)
            )
        finally:
            session.stop()


def _session(place: Path) -> Any:  # noqa: ANN401 - PySpark may not be there to name
    """A Spark session; `place` holds what likeness writes between its steps."""
    if importlib.util.find_spec("pyspark") is None:
        msg = (
            "--runner spark needs PySpark, which is not installed: "
            "pip install --require-hashes -r requirements/spark.txt"
        )
        raise Refusal(msg)
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        msg = (
            "--runner spark needs Java 17: apt-get install default-jre-headless, "
            "or set JAVA_HOME."
        )
        raise Refusal(msg)
    from pyspark.sql import SparkSession
    from splink.internals.spark.jar_location import similarity_jar_location

    builder = SparkSession.builder.appName("trigpoint")
    named = any(name in os.environ for name in _CLUSTER_NAMED)
    settings = {**_SETTINGS, **({} if named else _ALONE)}
    for key, value in {**settings, "spark.jars": similarity_jar_location()}.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    shared = session.conf.get("spark.checkpoint.dir", str(place))
    session.sparkContext.setCheckpointDir(shared)
    return session
