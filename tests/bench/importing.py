"""Reading files: police-profile rows and a small census, beside a bare CSV reader."""

import csv
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv

from tests.bench.figures import Figure
from trigpoint.records.intake import read_folder

HOUR = 3_600_000_000
START = 1_404_172_800_000_000  # 2014-07-01


def police_rows(path: Path, rows: int) -> None:
    """An invented missing.csv of that many episodes, in the police profile."""
    generator = np.random.default_rng(1)
    reported = START + generator.integers(0, 17_000, rows) * HOUR
    found = reported + generator.integers(1, 90, rows) * HOUR
    risks = np.array(["LOW", "MEDIUM", "HIGH", "NO APPARENT RISK"])

    def written(instants: np.ndarray) -> pa.Array:
        stamps = pa.array(instants, pa.timestamp("us"))
        return pa.compute.strftime(stamps, format="%Y-%m-%dT%H:%M")

    numbers = pa.array(np.arange(rows)).cast(pa.string())
    people = pa.array(generator.integers(0, rows // 4 + 1, rows)).cast(pa.string())
    table = pa.table(
        {
            "misper_id": pa.compute.binary_join_element_wise("MP", numbers, ""),
            "nominal_id": pa.compute.binary_join_element_wise("NOM", people, ""),
            "reported_at": written(reported),
            "risk": pa.array(risks[generator.integers(0, 4, rows)]),
            "risk_at": written(reported + HOUR // 2),
            "risk_reason": pa.array(["invented reason"] * rows),
            "found_at": written(found),
            "prevention_interview_at": written(found + 5 * HOUR),
            "recorded_at": written(reported + HOUR),
            "district": pa.array(["North Fell"] * rows),
            "source_system": pa.array(["invented"] * rows),
        }
    )
    pa_csv.write_csv(table, path)


CHILD = """<Child><ChildIdentifiers><LAchildID>X{n:07d}</LAchildID>
<PersonBirthDate>2005-03-{d:02d}</PersonBirthDate><GenderCurrent>1</GenderCurrent>
</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2016-01-{d:02d}</CINreferralDate>
<ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>
<Assessments><AssessmentActualStartDate>2016-01-{d:02d}</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2016-03-{d:02d}</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>11A</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments>
<Section47><S47ActualStartDate>2016-02-{d:02d}</S47ActualStartDate>
<DateOfInitialCPC>2016-02-{e:02d}</DateOfInitialCPC></Section47></CINdetails></Child>"""


def census(path: Path, children: int) -> None:
    """An invented CIN census of that many children."""
    head = (
        "<Message><Header><CollectionDetails><Collection>CIN</Collection>"
        "<Year>2016</Year><ReferenceDate>2016-03-31</ReferenceDate></CollectionDetails>"
        "<Source><LEA>000</LEA><SoftwareCode>invented</SoftwareCode></Source></Header>"
    )
    body = "".join(
        CHILD.format(n=n, d=n % 9 + 1, e=n % 9 + 15) for n in range(children)
    )
    path.write_text(f"{head}<Children>{body}</Children></Message>", encoding="utf-8")


def timed_folder(folder: Path) -> tuple[float, int]:
    """Seconds to read a folder, and the rows accepted."""
    began = time.perf_counter()
    intake = read_folder(folder)
    seconds = time.perf_counter() - began
    return seconds, sum(receipt.rows_accepted for receipt in intake.receipts)


def bare_csv(path: Path) -> float:
    """Seconds for Python's own reader to walk the same file and keep nothing."""
    began = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as lines:
        for _ in csv.reader(lines):
            pass
    return time.perf_counter() - began


def figures(*, quick: bool) -> list[Figure]:
    """Police rows, and a 330-child census read after start-up."""
    rows = 200_000 if quick else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        police, council = Path(name, "police"), Path(name, "council")
        police.mkdir()
        council.mkdir()
        police_rows(police / "missing.csv", rows)
        census(council / "census.xml", 330)
        first, _ = timed_folder(council)  # starts the reading processes
        small, _ = timed_folder(council)
        large, accepted = timed_folder(police)
        assert accepted == rows, f"{accepted} of {rows} rows accepted"
        peer = bare_csv(police / "missing.csv")
    return [
        Figure("330-child census, first read in a process", first, "s"),
        Figure("330-child census, after start-up", small, "s", limit=1.0),
        Figure(f"{rows:,} police-profile rows", large, "s", limit=10.0 * rows / 1e6),
        Figure("the same file, csv.reader alone", peer, "s", peer="csv"),
    ]
