"""What each entry asks: only what the force's own systems do not supply."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `name`: the fact it becomes; `choices`: (code, words)."""

    name: str
    label: str
    hint: str = ""
    needed: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One kind of entry: its event kind, its words, and the records it belongs to.

    `names_officer`: it is about an officer other than who enters it, who must be named.
    """

    kind: str
    words: str
    belongs_to: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    names_officer: bool = False


_YES = (("true", "Yes"), ("false", "No"))
_GRADES = (
    ("HIGH", "High"), ("MEDIUM", "Medium"), ("LOW", "Low"),
    ("NO APPARENT RISK", "No apparent risk"),
)  # fmt: skip
_ATTENDED = (Field(name="police_attended", label="Did police attend?", choices=_YES),)
_MISSING = ("MISSING_REPORTED", "MISSING_RETURNED")
FORMS: dict[str, Form] = {
    "missing-report": Form(kind="MISSING_REPORTED", words="Child reported missing"),
    "missing-grade": Form(
        kind="MISSING_GRADED",
        words="Missing risk assessment, or a new grade",
        belongs_to=("MISSING_REPORTED",),
        fields=(
            Field(name="risk", label="Risk grade", choices=_GRADES),
            Field(name="reason", label="Reason for the grade",
                  hint="What is known of this child and this time, in your own words"),
        ),
    ),
    "found": Form(
        kind="MISSING_RETURNED", words="Child found or returned",
        belongs_to=("MISSING_REPORTED",),
    ),
    "prevention-interview": Form(
        kind="PREVENTION_INTERVIEW", words="Prevention interview (safe and well check)",
        belongs_to=_MISSING,
    ),
    "return-interview": Form(
        kind="RETURN_INTERVIEW_HELD", words="Return home interview", belongs_to=_MISSING,
        fields=(
            Field(name="by_whom", label="Who held it",
                  choices=(("LA", "Council"), ("COMMISSIONED", "Commissioned service"),
                           ("OTHER", "Another independent person"), ("POLICE", "Police"))),
        ),
    ),
    "return-interview-offered": Form(
        kind="RETURN_INTERVIEW_OFFERED", words="Return home interview offered",
        belongs_to=_MISSING,
        fields=(
            Field(name="accepted", label="The child's answer", needed=False,
                  choices=(("true", "Accepted"), ("false", "Declined"))),
        ),
    ),
    "return-interview-shared": Form(
        kind="RETURN_INTERVIEW_SHARED", words="Return home interview shared with police",
        belongs_to=_MISSING,
        fields=(
            Field(name="disclosures", label="The gravest thing told", is_list=True,
                  choices=(("SEXUAL_OFFENCE", "A sexual offence"),
                           ("OTHER_OFFENCE", "Another offence"),
                           ("ADULT_NAMED", "An adult of concern"),
                           ("PLACE_NAMED", "A place of concern"),
                           ("OTHER_CHILD_NAMED", "Another child at risk"),
                           ("NONE", "Nothing of these"))),
        ),
    ),
    "strategy-discussion": Form(
        kind="STRATEGY_DISCUSSION", words="Strategy discussion",
        fields=(
            Field(name="decision", label="Decision",
                  choices=(("S47", "Section 47 enquiry"),
                           ("NO_FURTHER_ACTION", "No further action"),
                           ("UNKNOWN", "Not yet decided"))),
            Field(name="agencies", label="Agencies that took part", is_list=True,
                  choices=(("LA;POLICE;HEALTH", "Council, police and health"),
                           ("LA;POLICE", "Council and police"), ("LA", "Council alone"))),
        ),
    ),
    "screening": Form(
        kind="EXPLOITATION_SCREENED", words="Exploitation screening",
        fields=(
            Field(name="band", label="Screening band",
                  choices=(("HIGH", "High"), ("MEDIUM", "Medium"), ("LOW", "Low"))),
        ),
    ),
    "conference-report": Form(
        kind="CONFERENCE_REPORT", words="Police report to a conference",
        belongs_to=("INITIAL_CONFERENCE", "REVIEW_CONFERENCE", "CONFERENCE_INVITATION"),
    ),
    "initial-conference": Form(
        kind="INITIAL_CONFERENCE", words="Attendance at an initial conference",
        belongs_to=("CONFERENCE_INVITATION",), fields=_ATTENDED,
    ),
    "review-conference": Form(
        kind="REVIEW_CONFERENCE", words="Attendance at a review conference",
        belongs_to=("CONFERENCE_INVITATION",), fields=_ATTENDED,
    ),
    "allocation": Form(
        kind="INVESTIGATION_ALLOCATED", words="Investigation allocated",
        fields=(
            Field(name="role", label="The child's part in it",
                  choices=(("VICTIM", "Victim"), ("WITNESS", "Witness"),
                           ("SUSPECT", "Suspect"))),
            Field(name="offence", label="Offence code", hint="As recorded, e.g. 19C"),
        ),
        names_officer=True,
    ),
    "supervisor-review": Form(
        kind="INVESTIGATION_REVIEWED", words="Supervisor's review of an investigation",
        belongs_to=("INVESTIGATION_ALLOCATED",),
    ),
    "referral": Form(
        kind="REFERRAL_MADE", words="Safeguarding referral",
        fields=(
            Field(name="risk", label="Risk",
                  choices=(("HIGH", "High"), ("MEDIUM", "Medium"), ("LOW", "Low"))),
        ),
    ),
    "first-enquiry": Form(
        kind="MISSING_ENQUIRY_MADE", words="First enquiry for a missing child",
        belongs_to=("MISSING_REPORTED",),
    ),
    "handover": Form(
        kind="MISSING_HANDOVER_GIVEN", words="Missing child's case handed over",
    ),
    "handover-acknowledged": Form(
        kind="MISSING_HANDOVER_ACKNOWLEDGED", words="Handover acknowledged",
        belongs_to=("MISSING_HANDOVER_GIVEN",),
    ),
    "detective-review": Form(
        kind="DETECTIVE_REVIEW", words="Detective's review of a missing report",
        belongs_to=("MISSING_REPORTED",),
    ),
    "police-protection": Form(
        kind="POLICE_PROTECTION_BEGUN", words="Child taken into police protection",
        fields=(
            Field(name="reason", label="Grounds",
                  hint="Why the child would otherwise be likely to suffer significant harm"),
            Field(name="not_needed", label="Not called for", needed=False, is_list=True,
                  choices=(("SAME_COUNCIL", "The child lives in the council where found"),
                           ("COULD_NOT_UNDERSTAND", "The child could not understand"),
                           ("NOT_PRACTICABLE", "Wishes or parents: not practicable"))),
        ),
    ),
    "council-told": Form(
        kind="COUNCIL_TOLD_WHERE_FOUND", words="Council told of police protection",
        belongs_to=("POLICE_PROTECTION_BEGUN",),
    ),
    "police-protection-ended": Form(
        kind="POLICE_PROTECTION_ENDED", words="Police protection ended",
        belongs_to=("POLICE_PROTECTION_BEGUN",),
    ),
    "plan-action": Form(
        kind="PLAN_ACTION_AGREED", words="Protective action agreed",
    ),
    "plan-action-done": Form(
        kind="PLAN_ACTION_DONE", words="Protective action done",
        belongs_to=("PLAN_ACTION_AGREED",),
    ),
    "disagreement": Form(
        kind="DISAGREEMENT_RECORDED", words="Disagreement with another agency",
    ),
    "escalation": Form(
        kind="DISAGREEMENT_ESCALATED", words="Disagreement escalated",
        belongs_to=("DISAGREEMENT_RECORDED",),
    ),
}  # fmt: skip


def form_of(kind: str) -> str:
    """The slug of the form that makes entries of an event kind; "" where there is none."""
    return next((slug for slug, form in FORMS.items() if form.kind == kind), "")
