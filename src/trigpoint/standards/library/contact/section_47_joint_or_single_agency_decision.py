"""A discussion that begins a section 47 enquiry records whether it is joint or single."""

from datetime import date

from trigpoint.standards.language import (
    Each,
    Holds,
    Is,
    Occasions,
    Written,
)
from trigpoint.standards.standard import (
    BecomesRisk,
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="section-47-joint-or-single-agency-decision",
    version=1,
    code="S7",
    title="Joint or single agency is decided and recorded",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="the discussion agrees who does what in the enquiry",
        site="sussexchildprotection.procedures.org.uk",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.STRATEGY_DISCUSSION,), where=Is("decision", ("S47",))
            ),
        )
    ),
    expects=Holds(condition=Written("section_47_type")),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="each agency took the other to be enquiring", untold=True
    ),
)
