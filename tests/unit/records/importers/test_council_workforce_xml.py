"""The workforce census gives the council's social workers."""

from pathlib import Path

from tests.support.invented_returns import HEADER, told, write
from trigpoint.records.importers.council_workforce_xml import IMPORTER, read
from trigpoint.records.record import Reading
from trigpoint.records.sampling import sample

WORKER = """<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1000000001</SWENo>
<FTE>0.8</FTE><GenderCurrent>2</GenderCurrent><QualInst>A</QualInst><QualInst>B</QualInst>
<OrgRole>5</OrgRole><RoleStartDate>2014-09-01</RoleStartDate><Cases30>17</Cases30>
<Absat30Sept>0</Absat30Sept><Absat30Sept>1</Absat30Sept></CSWWWorker>"""
VACANCIES = (
    "<LALevelVacancies><NumberOfVacancies>5.5</NumberOfVacancies></LALevelVacancies>"
)


def reading(folder: Path, *parts: str) -> Reading:
    text = f"<Message>{HEADER}{VACANCIES}{''.join(parts or (WORKER,))}</Message>"
    path = write(folder, text)
    assert IMPORTER.recognise(sample(path)) == 1.0
    return read(path, told(path))


def test_a_worker_is_a_row(tmp_path: Path) -> None:
    """Role, caseload on 30 September, agency and absence; what repeats is kept whole."""
    made = reading(tmp_path)
    (row,) = made.tables["worker"].to_pylist()
    assert (row["worker_id"], row["role"], row["cases"]) == ("SW1000000001", "5", "17")
    assert (row["agency_worker"], row["absent"]) == ("false", "true")
    assert row["extra.Absat30Sept"] == "0;1"
    assert row["extra.QualInst"] == "A;B"
    assert made.source == "council:909"
    assert not made.problems


def test_it_states_no_reach_for_the_records_of_children(tmp_path: Path) -> None:
    """Its date would make the council's silence on children look complete."""
    assert reading(tmp_path).extract_date is None


def test_vacancies_are_kept_and_are_no_worker(tmp_path: Path) -> None:
    """Figures of the whole council stay as a kept row, which is not counted."""
    made = reading(tmp_path)
    (row,) = made.tables["kept"].to_pylist()
    assert row["extra.NumberOfVacancies"] == "5.5"
    assert (made.rows_received, made.rows_accepted) == (1, 1)


def test_what_nobody_knows_is_kept_and_said(tmp_path: Path) -> None:
    """An element of another year's schema."""
    made = reading(tmp_path, WORKER.replace("<FTE>", "<Pay>1</Pay><FTE>"), "<Odd/>")
    assert made.tables["worker"]["extra.Pay"].to_pylist() == ["1"]
    assert {p.column for p in made.problems} == {"Pay", "Odd"}


def test_a_worker_without_number_is_put_aside(tmp_path: Path) -> None:
    """Key missing: kept whole."""
    made = reading(tmp_path, WORKER, WORKER.replace("<SWENo>SW1000000001</SWENo>", ""))
    assert (made.rows_received, made.rows_accepted, len(made.rejections)) == (2, 1, 1)
