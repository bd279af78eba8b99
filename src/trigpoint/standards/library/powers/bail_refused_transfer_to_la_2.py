"""A charged child of any age who is refused bail is moved to council accommodation.

As version 1; since 26 October 2015 the law takes a 17-year-old for a child here too.
"""

from dataclasses import replace
from datetime import date

from trigpoint.standards.language import Each, Occasions
from trigpoint.standards.library.powers import bail_refused_transfer_to_la
from trigpoint.vocabulary.event_kinds import EventKind

BEFORE = bail_refused_transfer_to_la.STANDARD

STANDARD = replace(
    BEFORE,
    version=2,
    in_force_from=date(2015, 10, 26),
    in_force_to=None,
    applies_to=Occasions(each=(Each(kinds=(EventKind.BAIL_REFUSED,)),)),
)
