"""Where staged tables are joined: DuckDB in memory, and the only place that knows it.

Why DuckDB also serves the assembly of chronologies: docs/decisions/0001.
"""

from types import TracebackType

import duckdb
import pyarrow as pa


class Workbench:
    """Named tables and queries over them; everything goes when it is closed."""

    def __init__(self, *, threads: int = 2) -> None:
        """An empty workbench. Row order is never relied on, so it need not be kept."""
        self._connection = duckdb.connect(
            config={"threads": threads, "preserve_insertion_order": False}
        )

    def __enter__(self) -> "Workbench":
        """The workbench itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Everything on it goes."""
        self._connection.close()

    def put(self, name: str, table: pa.Table) -> None:
        """Lay an Arrow table on the workbench, without copying it."""
        self._connection.register(name, table)

    def view(self, name: str, query: str) -> None:
        """Name a query; it runs when it is asked for."""
        self._connection.execute(f"CREATE VIEW {name} AS {query}")

    def make(self, name: str, query: str) -> None:
        """Run a query once and keep its rows under a name."""
        self._connection.execute(f"CREATE TEMP TABLE {name} AS {query}")

    def clear(self, name: str) -> None:
        """Give back the room of a table that was made."""
        self._connection.execute(f"DROP TABLE {name}")

    def rows(self, query: str) -> pa.Table:
        """The rows of a query, as an Arrow table."""
        return self._connection.sql(query).to_arrow_table()

    def value(self, query: str) -> int:
        """The one number a query gives; 0 where it gives none."""
        # As a relation: a DB-API result half read would block the connection.
        column = self.rows(query).column(0)
        return int(column[0].as_py() or 0) if len(column) else 0
