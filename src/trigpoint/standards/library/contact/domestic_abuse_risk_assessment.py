"""Domestic abuse with a child is risk assessed; a supervisor who lowers the risk says why.

At the scene, or on review, is the duty; the hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Elapsed,
    FollowedBy,
    hours,
)
from trigpoint.standards.phrases import (
    DOMESTIC_ABUSE_WITH_A_CHILD,
    LOCAL_LIMIT,
    RISK_KEPT,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="domestic-abuse-risk-assessment",
    version=1,
    code="C8",
    title="Domestic abuse with a child is risk assessed",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="24 hours, for 'at the scene or on review'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=DOMESTIC_ABUSE_WITH_A_CHILD,
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.DOMESTIC_ABUSE_ASSESSED,),
                same=SAME_RECORD,
                where=RISK_KEPT,
            ),
        ),
        within=Elapsed(hours(24)),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
