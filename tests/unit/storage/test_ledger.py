"""What makes a version of an event one that is kept already."""

import pytest

from tests.support.staged_tables import TAM, put_together
from trigpoint.storage import ledger

HELD = {
    "custody_id": "CU1", "nominal_id": "N1", "detained_at": "2016-07-06 12:00",
    "bail_refused_at": "2016-07-06 20:00",
}  # fmt: skip


def test_a_new_kind_of_fact_makes_no_version_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only the events that have it are others; what a fact says still tells them apart."""
    log = put_together(nominal=[TAM], detention=[HELD]).log

    def digests() -> dict[str, str]:
        rows = ledger._as_rows(log).to_pylist()
        return {row["kind"]: row["digest"] for row in rows}

    now = digests()
    without = {name: ledger.FACTS[name] for name in ledger.FACTS if name != "seventeen"}
    monkeypatch.setattr(ledger, "FACTS", without)
    before = digests()
    assert len(now) >= 3
    assert {kind for kind in now if now[kind] != before[kind]} == {"BAIL_REFUSED"}
