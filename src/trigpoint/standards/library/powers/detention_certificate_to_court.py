"""A child kept in custody after bail was refused comes to court with a certificate.

Police and Criminal Evidence Act 1984, section 38(7), for children under 17; version 2 is
for all.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    ExceptEvent,
    FollowedBy,
    Is,
    Occasions,
)
from trigpoint.standards.phrases import BEFORE_COURT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="detention-certificate-to-court",
    version=1,
    code="D2",
    title="The court is given a certificate of why the child was not moved",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Police and Criminal Evidence Act 1984",
        provision="section 38(7)",
        site="fdocuments.us (Concordat on Children in Custody, annex C)",
        standing=Standing.LAW,
        confirmed=False,
    ),
    in_force_from=date(1986, 1, 1),
    in_force_to=date(2015, 10, 26),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.BAIL_REFUSED,), where=Is("seventeen", ("false",))),)
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.DETENTION_CERTIFIED,), same=SAME_RECORD),),
        within=BEFORE_COURT,
    ),
    excepting=(
        ExceptEvent(
            words="the child was moved",
            act=Act(kinds=(EventKind.MOVED_TO_COUNCIL,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
)
