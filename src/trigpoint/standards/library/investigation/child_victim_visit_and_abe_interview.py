"""A child victim's account is recorded soon, by an officer trained for it.

Achieving Best Evidence. Days is the duty (inspectors met 11, 17 and 90); the working days
are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    By,
    Each,
    ExceptEvent,
    Field,
    FollowedBy,
    Is,
    Occasions,
    WorkingDays,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="child-victim-visit-and-abe-interview",
    version=1,
    code="I4",
    title="A child victim is interviewed soon, by a trained officer",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="5 working days; Achieving Best Evidence: prompt, by a trained interviewer",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.INVESTIGATION_ALLOCATED,),
                where=Is("role", ("VICTIM",)),
                first_of=Field.REFERENCE,
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.VICTIM_INTERVIEWED,),
                same=SAME_RECORD,
                where=By(accreditations=("ABE_INTERVIEW",)),
            ),
        ),
        within=WorkingDays(5),
    ),
    excepting=(
        ExceptEvent(
            words="put off for the child's sake",
            act=Act(kinds=(EventKind.VICTIM_INTERVIEW_DEFERRED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the suspect still had contact with the child", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
