"""Police rows drawn by hand, and what the truth's readers say that they show."""

import re
from collections import defaultdict
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from trigpoint.synthetic.police_export import HEADERS
from trigpoint.synthetic.truth_council import Council
from trigpoint.synthetic.truth_rows import WrittenRows
from trigpoint.timekeeping import london

CHILD, NOMINAL = 7, "N1"


def day(text: str) -> int:
    """The number of a day."""
    return london.day_number(date.fromisoformat(text))


def council(**known: Any) -> Council:
    """A council that knows of the child what is given, and of nobody else.

    `end`: the day after its last return; `sure=False`: its names differ from police's.
    """
    names = ["plans", "enquiries", "referrals", "care", "conferences", "untold"]
    found: dict[str, Any] = {
        name: {CHILD: known[name]} if name in known else {} for name in names
    }
    sure = known.get("sure", True)
    return cast(
        Council,
        SimpleNamespace(
            **found,
            end=known.get("end", 10**6),
            factored=known.get("factored", set()),
            names_the_same=lambda child, nominal: sure,
        ),
    )


def shown(
    slug: str, reference: str, text: str, *, nominals: int = 1, **known: Any
) -> str:
    """The outcome that rows show; each line of `text`: `file | column=cell ; ...`; one
    that begins with a semicolon goes on.

    The child is N1 where a row has no other nominal; cells left out are empty.
    """
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    whole = re.sub(r"\n\s*;", " ;", text)
    for line in filter(None, (one.strip() for one in whole.splitlines())):
        file, _, cells = (part.strip() for part in line.partition("|"))
        row = dict.fromkeys(HEADERS[file], "")
        if "nominal_id" in row:
            row["nominal_id"] = NOMINAL
        for pair in cells.split(" ; "):
            column, _, cell = pair.partition("=")
            assert column in row, column
            row[column] = cell.strip()
        rows[file].append(row)
    known_as = {NOMINAL, "N2"} if nominals == 2 else {NOMINAL}
    reader = WrittenRows(rows, council(**known))
    return reader.answer(slug, reference, CHILD, known_as)
