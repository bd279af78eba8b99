"""Open one child's file: chronology, duties with their why, records, and who looked."""

from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.judgements.single import judge_child
from trigpoint.judgements.why import why_of
from trigpoint.services import emergency_access
from trigpoint.services.child_file import (
    ChildFile,
    looks_of,
    records_of,
)
from trigpoint.services.decide_links import count_doubtful
from trigpoint.services.keep_pace import keep_pace
from trigpoint.services.look import Looking
from trigpoint.services.open_shared import open_shared
from trigpoint.standards.catalogue import all_standards
from trigpoint.storage import columns, disagreements
from trigpoint.timekeeping.calendar import Calendar


def open_child(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    as_at: int,
) -> ChildFile:
    """The file as known at a moment; refuses a child out of reach as if there were none.

    A partner agency is shown its own part, as it stands now. What emergency access has
    opened is within reach until that ends, and each look is logged as one of it.
    """
    check(person, Action.LOOK)
    keep_pace(connection, person=person, looking=looking, action=Action.LOOK)
    if person.role.reach is Reach.SHARED:
        return open_shared(connection, person=person, looking=looking, child=child)
    # What decides whether the file may be opened is read before the entry is made, and
    # none of it leaves this function unless the entry is there.
    events = columns.read_events(connection, person.organisation, child)
    try:
        ends = emergency_access.check_open(connection, person, child, events)
    except Exception:
        looking.did("refused-look", child=child)
        raise
    if ends:
        looking.did(emergency_access.LOOKED, child=child)
    else:
        looking.at(child, Action.LOOK)
    terms: dict[str, Any] = {
        "standards": all_standards(), "calendar": Calendar(), "as_at": as_at,
        "coverage": columns.read_coverage(connection, person.organisation),
    }  # fmt: skip
    judged, why = judge_child(events, **terms), why_of(events, **terms)
    known = sorted((e for e in events if e.known(as_at)), key=lambda e: e.seq)
    return ChildFile(
        child=child,
        as_at=as_at,
        records=records_of(connection, person.organisation, child),
        events=tuple(known),
        judgements=tuple(
            (one, why[one.standard, one.version, one.occasion]) for one in judged
        ),
        looks=looks_of(connection, person.organisation, child),
        doubtful=count_doubtful(connection, person.organisation, child),
        disagreements=disagreements.about(connection, person.organisation, child),
        emergency_until=ends,
    )
