"""Parts of standards that several of them say in the same words."""

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    AllOf,
    AnyOf,
    AtEvent,
    Condition,
    Each,
    ExceptEvent,
    ExceptWhere,
    FollowedBy,
    Has,
    Is,
    Not,
    Occasions,
    ServiceHours,
    Written,
    minutes,
)
from trigpoint.vocabulary.event_kinds import EventKind

#: Nothing written is not cancelled: the mark is there only where somebody made it.
CANCELLED = ExceptWhere(
    words="the conference was cancelled",
    condition=AllOf((Written("cancelled"), Is("cancelled", ("true",)))),
)

#: A conference that was held: the record of a cancelled one carries its date, too.
HELD = Not(CANCELLED.condition)

#: A child was there, lives there, or was the victim.
CHILD_ROLES = Is("role", ("VICTIM", "CHILD_PRESENT", "CHILD_LIVES_THERE"))

_GRADES = ("EMERGENCY", "PRIORITY", "SCHEDULED", "APPOINTMENT", "NO_ATTENDANCE")

#: The response grade is as urgent as the one first given, or more.
NOT_LOWERED = AnyOf(
    tuple(
        AllOf((Is("grade", (grade,)), Is("grade_first", _GRADES[place:])))
        for place, grade in enumerate(_GRADES)
    )
)

#: A domestic abuse risk as high as the one first given, or with a reason for the lower one.
RISK_KEPT = AnyOf(
    (
        Is("risk", ("HIGH",)),
        AllOf((Is("risk", ("MEDIUM",)), Is("risk_first", ("MEDIUM", "LOW", "NONE")))),
        AllOf((Is("risk", ("LOW", "NONE")), Is("risk_first", ("LOW", "NONE")))),
        Written("reason"),
    )
)

#: Conditions that would take a paragraph part by part, and how they are said instead.
SAID: dict[Condition, str] = {
    NOT_LOWERED: "the response grade is as urgent as the one first given",
    RISK_KEPT: "the risk grade is as high as the one first given, or a reason is written",
}

#: By the time a child who was refused bail comes to court.
BEFORE_COURT = AtEvent(Act(kinds=(EventKind.COURT_APPEARANCE,), same=SAME_RECORD))

#: The council had no bed that would have done.
NO_SECURE_BED = ExceptEvent(
    words="no secure bed, and other accommodation would not have protected the public",
    act=Act(
        kinds=(EventKind.BED_REQUESTED,),
        same=SAME_RECORD,
        where=Is("decision", ("NO_SECURE_BED",)),
    ),
)

#: Domestic abuse where a child was there, lives there, or was the victim.
DOMESTIC_ABUSE_WITH_A_CHILD = Occasions(
    each=(
        Each(
            kinds=(EventKind.OCCURRENCE_REPORTED,),
            where=AllOf((Is("type", ("DOMESTIC_ABUSE",)), CHILD_ROLES)),
        ),
    )
)

#: The school is told by nine on the next working day's morning.
SCHOOL_TOLD_BY_MORNING = FollowedBy(
    acts=(Act(kinds=(EventKind.SCHOOL_TOLD,), same=SAME_RECORD),),
    within=ServiceHours(minutes(1), opens=8 * 60 + 59, closes=9 * 60),
)

#: What stands beside every standard whose limit is one of ours.
LOCAL_LIMIT = "The limit is a local default that a force can set; it is not law."


def excused(words: str, code: str) -> ExceptWhere:
    """The step was not called for, and that is written in the record.

    Nothing written excuses nothing: the mark is there only where somebody made it.
    """
    return ExceptWhere(
        words=words,
        condition=AllOf((Written("not_needed"), Has("not_needed", (code,)))),
    )
