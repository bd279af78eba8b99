"""Promise 14: wrong data is refused with a clear error, and nothing of it is in the live tables.

Each fault has its code and its words, settled by hand beside it in `support/wrong_files.py`;
faults of one format (half a census, one id twice, entities) are in the importers' own tests.
"""

from typing import Any

import pytest

from tests.integration.test_jobs import new_force
from tests.support import wrong_files
from tests.support.promises import promise
from tests.support.site import Site, bring_in
from tests.support.small_force import write_small_force
from tests.support.wrong_files import ASIDE, EXPECTED, LACKS, MARKED, REFUSED, SAID

SLUG = "careless-force"
#: Said of every file of the profile that has not all of its columns.
COMMON = {"columns_absent", "columns_extra"}


@pytest.fixture(scope="module")
def receipts(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Any]]:
    """What became of each fault, by its name, all of them brought in beside good files."""
    new_force(site, SLUG)
    folder = tmp_path_factory.mktemp("careless")
    names = wrong_files.write(folder / "sent", {**REFUSED, **ASIDE, **MARKED})
    good = write_small_force(folder / "good")
    bring_in(site.server, good, organisation=SLUG)
    bring_in(site.server, folder / "sent", organisation=SLUG)
    found = {}
    with site.acting_for(SLUG) as connection:
        for fault, name in names.items():
            row = connection.execute(
                "SELECT id, format, rows_received, rows_accepted, rows_quarantined, problems "
                "FROM storage_receivedfile WHERE file = %s", (name,),
            ).fetchone()  # fmt: skip
            assert row, fault
            aside = connection.execute(
                'SELECT code, "column", message FROM storage_quarantinedrow WHERE '
                "received_id = %s", (row[0],),
            ).fetchall()  # fmt: skip
            events = connection.execute(
                "SELECT kind, count(*) FROM storage_eventversion WHERE source_file = %s "
                "GROUP BY 1", (name,),
            ).fetchall()  # fmt: skip
            found[fault] = {
                "format": row[1], "counts": row[2:5], "aside": aside,
                "said": [one for one in row[5] if one["code"] not in COMMON],
                "events": dict(events),
            }  # fmt: skip
    return found


def test_every_fault_is_settled_by_hand() -> None:
    """None without its words, and no words without their fault."""
    assert (set(SAID), set(LACKS), set(EXPECTED)) == (
        set(REFUSED), set(ASIDE), set(MARKED),
    )  # fmt: skip


@pytest.mark.parametrize("fault", REFUSED)
def test_a_wrong_file_is_refused_in_words(
    receipts: dict[str, dict[str, Any]], fault: str
) -> None:
    """Whole: no row of it is received."""
    one = receipts[fault]
    assert (one["format"], one["counts"], one["events"]) == ("refused", (0, 0, 0), {})
    ((code, message),) = [(said["code"], said["message"]) for said in one["said"]]
    assert code == "refused"
    assert SAID[fault] in message


@pytest.mark.parametrize("fault", ASIDE)
def test_a_row_that_nobody_can_tell_waits_for_a_person(
    receipts: dict[str, dict[str, Any]], fault: str
) -> None:
    """Kept whole, and nothing is made of it."""
    one = receipts[fault]
    assert (one["counts"], one["events"]) == ((1, 0, 1), {})
    ((code, column, message),) = one["aside"]
    assert (code, column) == ("key_missing", LACKS[fault])
    assert message.startswith(f"{LACKS[fault]} is empty")


@pytest.mark.parametrize("fault", MARKED)
def test_a_cell_that_is_no_fact_makes_no_event(
    receipts: dict[str, dict[str, Any]], fault: str
) -> None:
    """Its row is accepted, the cell is named with its code, and nothing is dated by it."""
    one = receipts[fault]
    code, column, kind = EXPECTED[fault]
    assert one["counts"] == (1, 1, 0)
    assert (code, column) in {(said["code"], said["column"]) for said in one["said"]}
    assert kind not in one["events"]


def test_the_good_files_beside_them_stand(site: Site, receipts: dict[str, Any]) -> None:
    """What was there before is there, and no child was made by a file that was refused."""
    with site.acting_for(SLUG) as connection:
        row = connection.execute(
            "SELECT count(*) FROM storage_childrecord WHERE surname IN "
            "('Quizzlewick', 'Vexmoor')"
        ).fetchone()
        strange = connection.execute(
            "SELECT count(*) FROM event_now WHERE earliest < 0 OR latest < 0"
        ).fetchone()
    assert row == (2,)
    assert strange == (0,)
    faults = len(SAID) + len(LACKS) + len(EXPECTED)
    promise(14, f"{faults} named faults, {faults} right codes, 0 rows of them live")
