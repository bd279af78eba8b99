"""The sector's own rule on open section 47 enquiries, and our clock, row by row.

Rule 8675Q of the children in need census (2022 to 2023): an enquiry begun more than 15 working
days before the end of the census year, without a date of an initial conference and not
marked as needing none. Worked out here from its wording, with the bank holidays of England
typed in (gov.uk), and by nothing of the program.
"""

import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from lxml import etree

from trigpoint.cli.main import trigpoint
from trigpoint.synthetic import generation
from trigpoint.timekeeping import london

#: Bank holidays of England and Wales, April 2015 to March 2016 (gov.uk).
HOLIDAYS = {
    date(2015, 4, 3), date(2015, 4, 6), date(2015, 5, 4), date(2015, 5, 25),
    date(2015, 8, 31), date(2015, 12, 25), date(2015, 12, 28), date(2016, 1, 1),
    date(2016, 3, 25), date(2016, 3, 28),
}  # fmt: skip


def working_days_between(start: date, end: date) -> int:
    """Working days after the start, up to and with the end."""
    days = (start + timedelta(n) for n in range(1, (end - start).days + 1))
    return sum(day.weekday() < 5 and day not in HOLIDAYS for day in days)


@pytest.fixture(scope="module")
def census(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One census of a county of 10,000 children, alone in a folder."""
    folder = tmp_path_factory.mktemp("census")
    generation.generate(out=folder / "force", children=10_000, seed=4, regime="before")
    alone = folder / "extracts" / "council"
    alone.mkdir(parents=True)
    made = folder / "force" / "extracts"
    shutil.copy(made / "council" / "cin_census_2016.xml", alone)
    shutil.copy(made / "INVENTED.txt", folder / "extracts")
    done = CliRunner().invoke(
        trigpoint,
        ["inspect", str(folder / "extracts"), "--out", str(folder / "run")],
    )
    assert done.exit_code in (0, 1), done.output
    return folder


def flagged(path: Path) -> set[tuple[str, date]]:
    """(child, day the enquiry began) of every row that the rule asks about."""
    root = etree.parse(path).getroot()
    end = date.fromisoformat(root.findtext(".//ReferenceDate"))
    found = set()
    for child in root.iter("Child"):
        number = child.findtext("ChildIdentifiers/LAchildID")
        for enquiry in child.iter("Section47"):
            start = date.fromisoformat(enquiry.findtext("S47ActualStartDate"))
            needless = enquiry.findtext("ICPCnotRequired") in ("true", "1")
            held = enquiry.findtext("DateOfInitialCPC")
            if not needless and not held and working_days_between(start, end) > 15:
                found.add((number, start))
    return found


def test_open_enquiries_are_the_same_row_by_row(
    census: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the rule asks about is what our clock calls missed, and nothing else."""
    run = census / "run"
    number = {
        row["child"]: row["source_id"]
        for row in pq.read_table(run / "children.parquet").to_pylist()
    }
    judged = {}
    for row in pq.read_table(run / "judgements.parquet").to_pylist():
        if row["standard"] == "icpc-15-working-days":
            day = london.local_date(london.instant(row["triggered_at"]))
            judged[number[row["child"]], day] = row["outcome"]
    asked = flagged(census / "extracts" / "council" / "cin_census_2016.xml")
    missed = {key for key, outcome in judged.items() if outcome == "missed"}
    with capsys.disabled():
        print(f"\n8675Q: {len(asked)} rows; ours {Counter(judged.values())}")
    assert len(asked) > 2
    assert missed == asked
