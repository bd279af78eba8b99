"""The page that names the columns of the police profile names them all."""

import re
from pathlib import Path

from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.agencies import Agency

PAGE = Path(__file__).resolve().parents[3] / "docs/reference/police-profile.md"


def test_the_page_has_every_file_and_column_and_no_other() -> None:
    """Files as headings, in order; under each its columns, in order."""
    parts = re.split(r"^## ([a-z_]+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    told = {
        name: tuple(re.findall(r"^\| `([a-z_0-9]+)` \|", text, flags=re.MULTILINE))
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    last = list(told)[-1]
    known = {
        name: tuple(column.name for column in subject.columns)
        for name, subject in SUBJECTS.items()
        if subject.agency is Agency.POLICE
    }
    # The code sets stand in the last part, behind its columns.
    told[last] = told[last][: len(known[last])]
    assert told == known


def test_the_page_has_every_code() -> None:
    """Each code of each set is there."""
    text = PAGE.read_text("utf-8").split("## Code sets")[1]
    for name, codes in POLICE_CODES.items():
        line = next(row for row in text.splitlines() if row.startswith(f"| `{name}` |"))
        words = set(
            re.split(r"[ ,|]+", line.replace("NO APPARENT RISK", "NO_APPARENT_RISK"))
        )
        assert {code.replace(" ", "_") for code in codes} <= words
