"""SSDA903 tables: four are staged, the others kept whole."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.invented_returns import told, write
from tests.support.shared import shared_table
from trigpoint.records.importers.council_ssda903_csv import IMPORTER, read
from trigpoint.records.record import Reading
from trigpoint.records.sampling import sample
from trigpoint.timekeeping import london

EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
    "PL_POST,URN\n0012,11/12/2016,S,V2,N1,U4,PR4,18/01/2017,E4A,,ZZ99 3WZ,ZZ99 9HA,\n"
)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n0012,2,14/05/2003,WBRI,UN5,,\n"
MISSING = (
    "CHILD,DOB,MISSING,MIS_START,MIS_END\n0012,14/05/2003,M,19/08/2016,20/08/2016\n"
    "0012,14/05/2003,A,03/09/2016,\n"
)
WORKERS = (
    "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
    "0012,14/05/2003,SW1,01/04/2024,03/05/2024,MANAGE\n"
)
KEPT = {
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE\n0012,14/05/2003,01/02/2017,PN1",
    "uasc": "CHILD,SEX,DOB,DUC\n0012,2,14/05/2003,14/05/2021",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,"
    "TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,"
    "INTERVENTION_OFFERED\n0012,14/05/2003,12,,0,1,1,1,1,0,,",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n0012,14/05/1998,YES,F1,B1",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
    "0012,14/05/2015,01/02/2016,01/03/2016,0,2,MF,L0",
    "placed for adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n"
    "0012,14/05/2015,01/04/2016,,",
    "previous permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n0012,14/05/2003,P1,909,",
    "deprivation of liberty": "CHILD,DOB,DOL START,DOL_END\n0012,14/05/2003,01/02/2025,",
}


def reading(folder: Path, text: str) -> Reading:
    path = write(folder, text, "invented.csv")
    assert IMPORTER.recognise(sample(path)) > 0.5
    return read(path, told(path))


def day(*parts: int) -> int:
    return london.day_start(date(*parts))


def test_missing_episodes_are_days(tmp_path: Path) -> None:
    """Dates only: an episode starts some time on its day; the end may be missing."""
    made = reading(tmp_path, MISSING)
    table = made.tables["care_missing"]
    assert table["started"].to_pylist() == [day(2016, 8, 19), day(2016, 9, 3)]
    assert table["started__latest"][0].as_py() == london.day_end(date(2016, 8, 19))
    assert table["ended"].to_pylist() == [day(2016, 8, 20), None]
    assert table["type"].to_pylist() == ["M", "A"]
    assert not made.problems


def test_episodes_headers_and_workers_are_staged(tmp_path: Path) -> None:
    """dd/mm/yyyy, codes of each column, ids as text; nothing is reported as odd."""
    episode = reading(tmp_path, EPISODES)
    (row,) = episode.tables["care_episode"].to_pylist()
    assert row["begun"] == day(2016, 12, 11)
    assert (row["placement"], row["reason_ended"]) == ("U4", "E4A")
    header = reading(tmp_path, HEADER)
    (row,) = header.tables["child_record"].to_pylist()
    assert (row["child_id"], row["sex"], row["upn"]) == ("0012", "F", "")
    assert row["upn_unknown"] == "UN5"
    worker = reading(tmp_path, WORKERS)
    (row,) = worker.tables["care_social_worker"].to_pylist()
    assert (row["worker_id"], row["reason"]) == ("SW1", "MANAGE")
    for made in (episode, header, worker):
        assert not made.problems
        assert made.source == "council"


@pytest.mark.parametrize("sex", ["2", "F"])
def test_sex_of_each_schema_is_one_fact(tmp_path: Path, sex: str) -> None:
    """1 and 2 to 2024; M, F and U from 2025."""
    made = reading(tmp_path, HEADER.replace(",2,", f",{sex},"))
    assert made.tables["child_record"]["sex"].to_pylist() == ["F"]


@pytest.mark.parametrize("name", KEPT)
def test_other_tables_are_kept_whole(tmp_path: Path, name: str) -> None:
    """Every cell stays; the list says which table it was."""
    made = reading(tmp_path, KEPT[name] + "\n")
    assert made.format == f"SSDA903 CSV: {name}"
    (row,) = made.tables["kept"].to_pylist()
    assert (row["list"], row["child_id"]) == (name, "0012")
    header, cells = (line.split(",") for line in KEPT[name].split("\n"))
    for title, cell in zip(header[1:], cells[1:], strict=True):
        assert row[f"extra.{title}"] == cell
    assert made.rows_accepted == 1
    assert not made.problems


def test_a_year_without_later_columns_lacks_nothing(tmp_path: Path) -> None:
    """Schema changes: REASON_PLACE_CHANGE and URN are not missed where they are not."""
    text = EPISODES.replace("REASON_PLACE_CHANGE,", "").replace(",URN", "")
    made = reading(tmp_path, text.replace("E4A,,", "E4A,").replace("9HA,", "9HA"))
    assert not made.problems
    assert not made.absent


def test_an_unknown_code_is_kept_and_said(tmp_path: Path) -> None:
    """A code of another year stays as written."""
    made = reading(tmp_path, EPISODES.replace(",U4,", ",H5,"))
    assert made.tables["care_episode"]["placement"].to_pylist() == ["H5"]
    assert [(p.code, p.value) for p in made.problems] == [("unknown_code", "H5")]


def test_an_episode_that_ends_before_it_starts_has_no_end(tmp_path: Path) -> None:
    """Impossible dates are marked and left out; the row stays."""
    made = reading(tmp_path, MISSING.replace("20/08/2016", "18/08/2016"))
    assert [p.code for p in made.problems] == ["impossible_date"]
    assert made.tables["care_missing"]["ended"].to_pylist() == [None, None]
    assert made.rows_accepted == 2


def test_a_child_twice_in_the_header_is_said(tmp_path: Path) -> None:
    """INT: a birth date that differs between rows of one child."""
    made = reading(tmp_path, HEADER + "0012,2,15/05/2003,WBRI,UN5,,\n")
    assert [p.code for p in made.problems] == ["id_repeated"]
    assert made.rows_accepted == 2


def test_files_of_other_kinds_are_not_recognised(tmp_path: Path) -> None:
    """CHILD alone is not enough."""
    for header in ("CHILD,NAME", "LAchildID,Disability", "misper_id,reported_at"):
        assert IMPORTER.recognise(sample(write(tmp_path, header + "\n", "a.csv"))) == 0


@pytest.mark.shared
def test_every_table_of_the_schema_is_recognised_without_a_stranger(
    tmp_path: Path,
) -> None:
    """The 74 published columns of 2026: none is reported as unknown or absent."""
    tables: dict[str, list[str]] = {}
    for row in shared_table("tables/ssda903_columns_2026.csv"):
        tables.setdefault(row["table"], []).append(row["column"])
    for name, columns in tables.items():
        made = reading(tmp_path, ",".join(columns) + "\n")
        assert (made.extra, made.absent) == ((), {}), name
