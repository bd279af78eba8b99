"""Which referral an Annex A assessment belongs to: the workbook does not say.

It is the child's latest referral on or before the day the assessment began. Where the list of
referrals holds none (it covers some months only), the assessment is known by its own first day.
Either way its beginning and its end carry one name, made as the census makes it: child and day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa

from trigpoint.records.dates import read_dates
from trigpoint.timekeeping import london

Columns = Mapping[str, Sequence[str]]


def days(texts: Sequence[str]) -> list[date | None]:
    """The day of each text, by one pattern for the column; None where it is none."""
    read = read_dates(pa.array(texts, pa.string()))
    return [
        None if at is None else london.local_date(at)
        for at in read.earliest.to_pylist()
    ]


def referral_ids(referrals: Columns | None, assessments: Columns) -> list[str]:
    """`child/day` for each assessment; "" where it has neither child nor first day."""
    known: dict[str, list[date]] = defaultdict(list)
    if referrals is not None:
        for child, day in zip(
            referrals["child_id"], days(referrals["referral_date"]), strict=True
        ):
            if day is not None:
                known[child].append(day)
    for found in known.values():
        found.sort()
    names = []
    begun = days(assessments["start_date"])
    for child, day in zip(assessments["child_id"], begun, strict=True):
        if not child or day is None:
            names.append("")
            continue
        earlier = known.get(child, [])
        place = bisect_right(earlier, day)
        names.append(f"{child}/{(earlier[place - 1] if place else day).isoformat()}")
    return names
