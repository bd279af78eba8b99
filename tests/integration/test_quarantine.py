"""Rows set aside stay in sight until a person decides, and what was decided holds."""

from pathlib import Path

import pytest

from tests.integration.test_jobs import new_force, somebody
from tests.support.site import Site, bring_in
from tests.support.small_force import write_small_force
from trigpoint.records.record import Refusal
from trigpoint.services import mend_row, read_received, run_jobs

NO_NUMBER = (
    ",N2,2016-03-09T20:00,HIGH,2016-03-09T23:00,out of character,,,"
    "2016-03-09T23:30,Tarnside\n"
)
REASON = "The control room's log has this report without a number."


def force_with(site: Site, slug: str, folder: Path) -> str:
    ours = new_force(site, slug)
    bring_in(site.server, write_small_force(folder), organisation=slug)
    return ours


def set_aside(
    site: Site, slug: str, ours: str, job: str = ""
) -> read_received.SetAside:
    person, looking = somebody(site, ours, "system-administrator")
    with site.acting_for(slug) as connection:
        return read_received.read_quarantine(
            connection, person=person, looking=looking, job=job
        )


def files(site: Site, slug: str, ours: str, job: str = "") -> list[str]:
    person, _ = somebody(site, ours, "system-administrator")
    with site.acting_for(slug) as connection:
        rows = read_received.read_received(connection, person=person, job=job)
    return [row["file"] for row in rows]


@pytest.mark.parametrize("state", ["waiting", "running", "failed", "cancelled"])
def test_an_import_that_brought_nothing_hides_nothing(
    site: Site, tmp_path: Path, state: str
) -> None:
    """While one waits, runs, has failed or was cancelled, the rows of the last still show."""
    slug = f"aside-{state}"
    ours = force_with(site, slug, tmp_path)
    person, looking = somebody(site, ours, "system-administrator")
    with site.acting_for(slug) as connection:
        connection.execute(
            "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, "
            "asked_at) VALUES (gen_random_uuid(), %s, 'import', %s, '', 0, now())",
            (ours, state),
        )
        found = read_received.read_quarantine(
            connection, person=person, looking=looking
        )
        received = read_received.read_received(connection, person=person)
        connection.rollback()  # Nobody shall work on it.
    assert (found.in_all, found.waiting, len(found.rows)) == (1, 1, 1)
    assert len(received) == 3


def test_a_row_is_let_in_as_it_is_and_stays_decided(site: Site, tmp_path: Path) -> None:
    """It enters under a number made here; sent again, in a newer file, it waits no more."""
    slug = "releasing-force"
    ours = force_with(site, slug, tmp_path)
    person, looking = somebody(site, ours, "system-administrator")
    (row,) = set_aside(site, slug, ours).rows
    given = {"person": person, "looking": looking, "row": str(row["id"])}
    with site.acting_for(slug) as connection:
        with pytest.raises(Refusal, match="ten characters"):
            mend_row.release_row(
                connection, place=site.server.place, because="so", **given
            )
        mend_row.release_row(
            connection, place=site.server.place, because=REASON, **given
        )
    assert run_jobs.run_one(site.server) is True
    with site.acting_for(slug) as connection:
        entered = connection.execute(
            "SELECT reference, source_file FROM event_now WHERE kind = "
            "'MISSING_REPORTED' AND reference LIKE 'NO-NUMBER-%%'"
        ).fetchall()
        log = connection.execute(
            "SELECT count(*) FROM storage_accessentry WHERE about = %s",
            (f"released {row['id']}",),
        ).fetchone()
    assert len(entered) == 1
    assert entered[0][1].startswith("police/missing_released_")
    assert log == (1,)
    found = set_aside(site, slug, ours)
    assert [(one["settled_as"], one["settled_by"]) for one in found.rows] == [
        ("released", "System administrator (demonstration)")
    ]
    # The agency's next file has a row more, and the same one without its number.
    missing = tmp_path / "extracts" / "police" / "missing.csv"
    more = NO_NUMBER.replace("N2", "N1").replace(",N1", "M9,N1", 1)
    missing.write_text(missing.read_text().replace(NO_NUMBER, more + NO_NUMBER))
    bring_in(site.server, tmp_path / "extracts", organisation=slug)
    found = set_aside(site, slug, ours)
    assert (found.in_all, found.waiting) == (1, 0)
    assert found.rows[0]["row"] != row["row"]
    with (
        pytest.raises(Refusal, match="waits no longer"),
        site.acting_for(slug) as again,
    ):
        mend_row.release_row(again, place=site.server.place, because=REASON, **given)


def test_a_row_that_is_nobody_s_is_not_let_in(site: Site, tmp_path: Path) -> None:
    """Without the person's number nobody can tell whose it is; it can be set aside for good."""
    slug = "refusing-force"
    extracts = write_small_force(tmp_path)
    nominal = extracts / "police" / "nominal.csv"
    nominal.write_text(
        nominal.read_text() + ",Alder,Nobody,2004-02-02,M,,2016-01-04T09:00,\n"
    )
    ours = new_force(site, slug)
    bring_in(site.server, extracts, organisation=slug)
    person, looking = somebody(site, ours, "system-administrator")
    rows = {one["column"]: str(one["id"]) for one in set_aside(site, slug, ours).rows}
    assert set(rows) == {"misper_id", "nominal_id"}
    given = {"person": person, "looking": looking, "row": rows["nominal_id"]}
    with site.acting_for(slug) as connection:
        with pytest.raises(Refusal, match="cannot enter as it is: without nominal_id"):
            mend_row.release_row(
                connection, place=site.server.place, because=REASON, **given
            )
        read_received.settle(
            connection, settled_as="left-out", because="It is a test row.", **given
        )
    found = set_aside(site, slug, ours)
    assert (found.in_all, found.waiting) == (2, 1)
    assert found.rows[-1]["settled_as"] == "left-out"


def test_a_row_of_another_format_says_how_it_is_put_right() -> None:
    """A workbook or XML is not written again here, and the sentence says what to do."""
    assert not mend_row.may_mend("CIN census XML", "role", {"role": ""})
    assert mend_row.stands_in("Annex A workbook", "child_id", "x") == ""
    said = mend_row.why_not_as_it_is("CIN census XML", "child_id")
    assert "sends the file again under its name" in said


def test_an_earlier_import_s_receipts_can_be_read(site: Site, tmp_path: Path) -> None:
    """Each import that brought files, newest first; another force's is none of ours."""
    slug = "looking-back-force"
    ours = force_with(site, slug, tmp_path)
    person, _ = somebody(site, ours, "system-administrator")
    bring_in(site.server, tmp_path / "extracts", organisation=slug)
    with site.acting_for(slug) as connection:
        imports = read_received.read_imports(connection, person=person)
    assert [(one["files"], one["quarantined"]) for one in imports] == [(3, 1), (3, 1)]
    first = imports[-1]["id"]
    assert files(site, slug, ours, first) == files(site, slug, ours)
    assert set_aside(site, slug, ours, first).in_all == 1
    other = new_force(site, "not-looking-force")
    assert files(site, "not-looking-force", other, first) == []


def test_a_done_import_says_how_many_files_it_was(site: Site, tmp_path: Path) -> None:
    """All of them, and no step that it was at."""
    slug = "counting-force"
    ours = force_with(site, slug, tmp_path)
    person, _ = somebody(site, ours, "system-administrator")
    with site.acting_for(slug) as connection:
        (job,) = run_jobs.read_jobs(connection, person=person)
    assert (job["state"], job["said"], job["files"], job["files_done"]) == (
        "done", "", 3, 3,
    )  # fmt: skip
