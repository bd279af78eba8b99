"""From judgements to cases."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from trigpoint.reviews.cases import Of, round_of

START = datetime(2016, 7, 1, tzinfo=UTC)


def judgements(*rows: tuple) -> pa.Table:
    """child, standard, outcome, fault, area, day, act."""
    made = []
    for child, standard, outcome, fault, area, day, act in rows:
        at = START + timedelta(days=day)
        made.append(
            {
                "child": child, "standard": standard, "outcome": outcome, "fault": fault,
                "area": area, "duty_holder": "LA" if child == "C9" else "POLICE",
                "triggered_at": at, "due_at": at, "why": f'{{"act":"{act}","x":1}}',
            }
        )  # fmt: skip
    stamp = pa.timestamp("us", tz="UTC")
    fields = {
        name: stamp if name in ("triggered_at", "due_at") else pa.string()
        for name in made[0]
    }
    return pa.Table.from_pylist(made, pa.schema(list(fields.items())))


def test_cases_are_what_their_worst_duty_says() -> None:
    """Risk outweighs procedure; not-yet-due and other agencies' duties make no case."""
    day = timedelta(days=1) / timedelta(microseconds=1)
    begin = START.timestamp() * 1e6
    table = judgements(
        ("C1", "a", "late", "risk", "contact", 1, ""),
        ("C1", "b", "missed", "procedural", "missing", 200, ""),
        ("C2", "b", "missed", "procedural", "missing", 2, ""),
        ("C3", "a", "cannot_tell", "", "contact", 3, ""),
        ("C4", "a", "met", "", "contact", 4, "E4"),
        ("C5", "a", "met", "", "contact", 5, "E5"),
        ("C6", "a", "not_yet_due", "", "contact", 6, ""),
        ("C7", "ethnicity-recorded", "missed", "procedural", "contact", 6, ""),
        ("C9", "a", "missed", "risk", "contact", 6, ""),
    )
    entered = pa.table(
        {
            "event": ["E4", "E5"],
            "recorded": pa.array(
                [int(begin + 4 * day), int(begin + 30 * day)], pa.int64()
            ),
        }
    )
    found = round_of(
        table, entered, holder="POLICE", standards=["a", "b", "ethnicity-recorded"],
        may_be_risk=["a"], window=(int(begin), int(begin + 300 * day)),
    )  # fmt: skip
    assert found.cases == 5
    assert found.count(found.risk) == (1, 4)
    assert found.reach() == (0.2, 0.4)
    assert found.risk.tolist() == [True, False, False, False, False]
    assert found.procedural.tolist() == [False, True, False, False, False]
    assert found.unclear.tolist() == [False, False, True, False, False]
    assert found.on_paper.tolist() == [False, False, False, False, True]
    assert found.occasions.tolist() == [2, 1, 1, 1, 1]
    assert found.told.tolist() == [True, True, False, True, True]
    assert found.areas == {"contact": (1, 3), "missing": (2, 2)}
    assert (found.met, found.met_on_paper, found.untold, found.all) == (2, 1, 1, 6)
    assert found.days == 300
    assert found.unsettled.tolist() == [False, False, True, False, False]
    assert found.any_on_paper.tolist() == [False, False, False, False, True]
    assert found.met_back_dated == 1
    assert found.children == ("C1", "C2", "C3", "C4", "C5")
    assert found.reach(Of.PROCEDURAL) == (0.2, 0.4)
