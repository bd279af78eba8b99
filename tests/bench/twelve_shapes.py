"""The twelve shapes of duty that engines are compared on, and a log to judge them on.

For measuring only: the limits are those of the design's measured shapes, not the law's.
The children are invented; a few are far larger than most, as in real records.
"""

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import LOG_SCHEMA
from trigpoint.standards import language as l
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.timekeeping.london import DAY, HOUR, day_start
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import FACTS
from trigpoint.vocabulary.event_kinds import EventKind as K

START = day_start(date(2014, 1, 1))
AS_AT = day_start(date(2019, 1, 1))
SPAN = 5 * 365 * DAY
CHUNK = 1_000_000

#: How often each kind comes up, of a hundred.
SHARES = {
    K.MISSING_REPORTED: 9, K.MISSING_RETURNED: 8, K.RETURN_INTERVIEW_HELD: 6,
    K.MISSING_GRADED: 8, K.REFERRAL_MADE: 6, K.STRATEGY_DISCUSSION: 7,
    K.INITIAL_CONFERENCE: 3, K.OCCURRENCE_REPORTED: 12, K.INVESTIGATION_ALLOCATED: 8,
    K.SUPERVISOR_REVIEW: 7, K.PROTECTION_PLAN_BEGUN: 3, K.PROTECTION_PLAN_ENDED: 2,
    K.REVIEW_CONFERENCE: 5, K.EXPLOITATION_SCREENED: 3, K.CARE_BEGUN: 2, K.CARE_ENDED: 2,
    K.SECTION_47_ENQUIRY: 3, K.PERSON_RECORDED: 2, K.OFFICER_ATTENDED: 2,
    K.OCCURRENCE_CLOSED: 1, K.CASE_CLOSED: 1,
}  # fmt: skip

COVERAGE = Coverage(
    reach=dict.fromkeys(K, AS_AT) | {K.SECTION_47_ENQUIRY: AS_AT - 90 * DAY},
    columns={},
)


def _shape(
    number: int,
    trigger: l.Each,
    expects: l.FollowedBy,
    excepting: tuple[l.Exception_, ...] = (),
) -> Standard:
    return Standard(
        slug=f"shape-{number:02d}",
        version=1,
        code=f"S{number}",
        title="Invented, for measuring",
        area=Area.MISSING,
        duty_holder=Agency.POLICE,
        source=Source(
            instrument="none",
            provision="",
            site="",
            standing=Standing.OURS,
            confirmed=False,
        ),
        in_force_from=date(2010, 1, 1),
        applies_to=l.Occasions(each=(trigger,)),
        expects=expects,
        excepting=excepting,
        fault=Fault.PROCEDURAL,
    )


def _then(limit: l.Limit, *kinds: K, **terms: object) -> l.FollowedBy:
    return l.FollowedBy((l.Act(kinds, **terms),), limit)  # type: ignore[arg-type]


_REPORTED = l.Pattern((K.MISSING_REPORTED,))
_PLAN = l.State(
    l.Pattern((K.PROTECTION_PLAN_BEGUN,)), l.Pattern((K.PROTECTION_PLAN_ENDED,))
)
_ENDED = (l.ExceptEvent("plan ended", l.Act((K.PROTECTION_PLAN_ENDED,))),)
_FOUND = (l.ExceptEvent("found", l.Act((K.MISSING_RETURNED,))),)

TWELVE = (
    _shape(0, l.Each((K.MISSING_RETURNED,)),
           _then(l.Elapsed(l.hours(72)), K.RETURN_INTERVIEW_HELD)),
    _shape(1, l.Each((K.REFERRAL_MADE,), l.Is("risk", ("HIGH",))),
           _then(l.WorkingDays(1), K.STRATEGY_DISCUSSION,
                 where=l.Has("agencies", ("POLICE",)))),
    _shape(2, l.Each((K.STRATEGY_DISCUSSION,), l.Is("decision", ("S47",))),
           _then(l.WorkingDays(15), K.INITIAL_CONFERENCE)),
    _shape(3, l.Each((K.MISSING_REPORTED,), counted=l.Counted(_REPORTED, 3, l.days(90))),
           _then(l.WorkingDays(5), K.STRATEGY_DISCUSSION)),
    _shape(4, l.Each((K.OCCURRENCE_REPORTED,), l.Is("offence", ("19C", "17A"))),
           _then(l.Elapsed(l.hours(24)), K.INVESTIGATION_ALLOCATED,
                 where=l.By(accreditations=("PIP2",)))),
    _shape(5, l.Each((K.PROTECTION_PLAN_BEGUN,)),
           _then(l.Months(3), K.REVIEW_CONFERENCE), _ENDED),
    _shape(6, l.Each((K.REVIEW_CONFERENCE,), lasting=_PLAN),
           _then(l.Months(6), K.REVIEW_CONFERENCE, strictly_after=True), _ENDED),
    _shape(7, l.Each((K.MISSING_REPORTED,), counted=l.Counted(_REPORTED, 2, l.EVER)),
           _then(l.WorkingDays(10), K.EXPLOITATION_SCREENED, look_back=l.days(180))),
    _shape(8, l.Each((K.CARE_BEGUN,)), _then(l.Elapsed(l.hours(72)), K.CARE_ENDED)),
    _shape(9, l.Each((K.MISSING_REPORTED,)),
           _then(l.Elapsed(l.hours(1)), K.MISSING_GRADED), _FOUND),
    _shape(10, l.Each((K.OCCURRENCE_REPORTED,)),
           _then(l.WorkingDays(5), K.SUPERVISOR_REVIEW, other_actor=True)),
    _shape(11, l.Each((K.STRATEGY_DISCUSSION,)),
           _then(l.WorkingDays(5), K.SECTION_47_ENQUIRY)),
)  # fmt: skip


def write_log(path: Path, events: int) -> None:
    """An invented log of so many events as Parquet, clustered by child."""
    generator = np.random.default_rng(events)
    sizes = np.maximum(1, generator.lognormal(2.64, 1.08, events // 25 + 10)).astype(
        int
    )
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), events)) + 1]
    done = child = 0
    with pq.ParquetWriter(path, LOG_SCHEMA, compression="zstd") as writer:
        while done < events:
            ends = np.cumsum(sizes[child:])
            take = min(int(np.searchsorted(ends, CHUNK)) + 1, len(ends))
            if take <= 0 or child >= len(sizes):
                sizes = np.append(sizes, [14] * ((events - done) // 14 + 1))
                continue
            part = _part(generator, sizes[child : child + take], child, done)
            writer.write_table(part, row_group_size=CHUNK)
            done, child = done + len(part), child + take


def _part(
    generator: np.random.Generator, sizes: np.ndarray, first: int, done: int
) -> pa.Table:
    child = np.repeat(np.arange(len(sizes)), sizes) + first
    earliest, latest = _times(generator, len(child))
    order = np.lexsort((earliest, child))
    child, earliest, latest = child[order], earliest[order], latest[order]
    count = len(child)
    late = np.where(generator.random(count) < 0.1, generator.integers(1, 40, count), 0)
    kinds = np.array([kind.value for kind in SHARES])
    weights = np.array(list(SHARES.values())) / sum(SHARES.values())
    kind = generator.choice(len(kinds), count, p=weights)
    seq = np.arange(done, done + count)
    columns: dict[str, object] = dict.fromkeys(LOG_SCHEMA.names)
    columns |= dict.fromkeys(
        ("team", "district", "about", "source_file", "source_sheet", "source_row"),
        _repeated("", count),
    )
    columns |= {
        "child": _numbered("C", child),
        "child_no": pa.array(child.astype(np.int32)),
        "seq": pa.array(seq),
        "event": _numbered("E", seq),
        "kind": pa.array(kinds).take(pa.array(kind)),
        "earliest": pa.array(earliest),
        "latest": pa.array(latest),
        "recorded": pa.array(earliest + late * DAY),
        "source": _repeated("police:invented", count),
        "agency": _repeated("POLICE", count),
        "actor": _drawn(generator, count, [f"OFFICER-{n}" for n in range(60)] + [""]),
        "actor_skills": _drawn(
            generator, count, [";", ";PIP2;", ";PIP2;SCAIDP;", None]
        ),
        "reference": _numbered("R", seq // 3),
        "adult": pa.array(generator.random(count) < 0.01),
        "risk": _drawn(generator, count, ["HIGH", "LOW", "HIGH", ""]),
        "decision": _drawn(generator, count, ["S47", "NFA", "S47", "UNKNOWN"]),
        "offence": _drawn(generator, count, ["19C", "17A", "8N", "8N", None]),
        "agencies": _drawn(
            generator, count, [";LA;POLICE;", ";LA;", ";LA;POLICE;", ""]
        ),
    }
    nothing = {
        name: pa.nulls(count, LOG_SCHEMA.field(name).type)
        for name, column in columns.items()
        if column is None
    }
    assert set(nothing) <= set(FACTS) | {"replaced", "actor_rank"}
    return pa.table(columns | nothing, schema=LOG_SCHEMA)


def _times(generator: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Nine in ten exact to the minute, the others known as a day."""
    at = START + generator.integers(0, SPAN // (HOUR // 60), count) * (HOUR // 60)
    day = generator.random(count) < 0.1
    begins = at // DAY * DAY
    earliest = np.where(day, begins, at)
    return earliest, np.where(day, begins + DAY - 1, at)


def _numbered(letter: str, numbers: np.ndarray) -> pa.Array:
    text = pa.array(numbers).cast(pa.string())
    return pa.compute.binary_join_element_wise(letter, text, "")


def _repeated(value: str, count: int) -> pa.Array:
    return pa.array([value], pa.string()).take(pa.array(np.zeros(count, np.int8)))


def _drawn(generator: np.random.Generator, count: int, values: list) -> pa.Array:
    numbers = generator.integers(0, len(values), count)
    return pa.array(values, pa.string()).take(pa.array(numbers))
