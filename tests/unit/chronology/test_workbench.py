"""Tables laid out, joined, and gone."""

import pyarrow as pa
import pytest

from trigpoint.chronology.workbench import Workbench


def test_a_table_is_joined_and_given_back() -> None:
    """What is put, made and named can be asked for; an empty answer counts as 0."""
    with Workbench(threads=1) as bench:
        bench.put("given", pa.table({"a": [1, 2, 3]}))
        bench.view("large", "SELECT a FROM given WHERE a > 1")
        bench.make("kept", "SELECT sum(a) AS total FROM large")
        assert bench.value("SELECT total FROM kept") == 5
        assert bench.rows("SELECT a FROM large ORDER BY a")["a"].to_pylist() == [2, 3]
        assert bench.value("SELECT a FROM given WHERE a > 9") == 0
        bench.clear("kept")
        with pytest.raises(Exception, match="kept"):
            bench.value("SELECT * FROM kept")
