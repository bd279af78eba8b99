"""Rule 8675Q worked out from its wording, and our clock on the same census.

Nothing of the program is used for what the rule asks about: the bank holidays of England are
typed in (gov.uk), the days counted here.
"""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
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


def census(folder: Path, children: int = 10_000, seed: int = 4) -> Path:
    """One census of a county, alone in a folder, and the run over it."""
    generation.generate(
        out=folder / "force", children=children, seed=seed, regime="before"
    )
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


@dataclass(frozen=True, slots=True)
class Clocks:
    """Rows that the rule asks about, rows that we call missed, and all our outcomes."""

    asked: set[tuple[str, date]]
    missed: set[tuple[str, date]]
    outcomes: Counter[str]


def clocks(folder: Path) -> Clocks:
    """Both on the census of this folder."""
    run = folder / "run"
    number = {
        row["child"]: row["source_id"]
        for row in pq.read_table(run / "children.parquet").to_pylist()
    }
    judged = {}
    for row in pq.read_table(run / "judgements.parquet").to_pylist():
        if row["standard"] == "icpc-15-working-days":
            day = london.local_date(london.instant(row["triggered_at"]))
            judged[number[row["child"]], day] = row["outcome"]
    return Clocks(
        asked=flagged(folder / "extracts" / "council" / "cin_census_2016.xml"),
        missed={key for key, outcome in judged.items() if outcome == "missed"},
        outcomes=Counter(judged.values()),
    )
