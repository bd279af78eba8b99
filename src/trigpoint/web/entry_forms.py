"""What each entry asks: only what the force's own systems do not supply."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

#: Words that are translated when they are shown.
Words = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `name`: the fact it becomes; `choices`: (code, words).

    `is_list`: the fact is a list of codes; `several`: more than one may be chosen.
    """

    name: str
    label: Words
    hint: Words = ""
    needed: bool = True
    choices: tuple[tuple[str, Words], ...] = ()
    is_list: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One kind of entry: its event kind, its words, and the records it belongs to.

    `names_officer`: it is about an officer other than who enters it, who must be named,
    under this label; `stands_alone`: it begins a record of its own, about the one chosen.
    """

    kind: str
    words: Words
    group: Words
    belongs_to: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    names_officer: Words = ""
    stands_alone: bool = False


_MISSING, _TALKS, _PLANS = _("Missing"), _("Referral and discussion"), _("Plans")
_HARM, _POWERS, _CASES = _("Exploitation"), _("Police protection"), _("Investigation")
_YES = (("true", _("Yes")), ("false", _("No")))
_RISKS = (("HIGH", _("High")), ("MEDIUM", _("Medium")), ("LOW", _("Low")))
_GRADES = (*_RISKS, ("NO APPARENT RISK", _("No apparent risk")))
_ATTENDED = (
    Field(name="police_attended", label=_("Did police attend?"), choices=_YES),
)
_EPISODE = ("MISSING_REPORTED", "MISSING_RETURNED")
_REPORT = ("MISSING_REPORTED",)


def _told(label: Words, hint: Words = "", *, needed: bool = True) -> tuple[Field, ...]:
    """What was done or said, in the person's own words."""
    return (Field(name="reason", label=label, hint=hint, needed=needed),)


FORMS: dict[str, Form] = {
    "missing-report": Form(
        kind="MISSING_REPORTED", words=_("Child reported missing"), group=_MISSING
    ),
    "missing-grade": Form(
        kind="MISSING_GRADED", words=_("Missing risk assessment, or a new grade"),
        group=_MISSING, belongs_to=_REPORT,
        fields=(
            Field(name="risk", label=_("Risk grade"), choices=_GRADES),
            *_told(_("Reason for the grade"),
                   _("What is known of this child and this time, in your own words")),
        ),
    ),
    "first-enquiry": Form(
        kind="MISSING_ENQUIRY_MADE", words=_("First enquiry for a missing child"),
        group=_MISSING, belongs_to=_REPORT,
        fields=_told(_("What was done"), needed=False),
    ),
    "partners-told": Form(
        kind="PARTNERS_CONSULTED", words=_("Social care and health drawn in"),
        group=_MISSING, belongs_to=_REPORT,
        fields=_told(_("Who was told, and what they said"), needed=False),
    ),
    "handover": Form(
        kind="MISSING_HANDOVER_GIVEN", words=_("Missing child's case handed over"),
        group=_MISSING, belongs_to=_REPORT, stands_alone=True,
        fields=_told(_("To whom, and what is still to be done")),
    ),
    "handover-acknowledged": Form(
        kind="MISSING_HANDOVER_ACKNOWLEDGED", words=_("Handover acknowledged"),
        group=_MISSING, belongs_to=("MISSING_HANDOVER_GIVEN",),
    ),
    "detective-review": Form(
        kind="DETECTIVE_REVIEW", words=_("Detective's review of a missing report"),
        group=_MISSING, belongs_to=_REPORT,
        fields=_told(_("What was found"), needed=False),
    ),
    "found": Form(
        kind="MISSING_RETURNED", words=_("Child found or returned"), group=_MISSING,
        belongs_to=_REPORT,
        fields=(
            Field(name="place", label=_("Where"),
                  hint=_("A place that others would find, or whose address"),
                  needed=False),
        ),
    ),
    "prevention-interview": Form(
        kind="PREVENTION_INTERVIEW", words=_("Prevention interview (safe and well check)"),
        group=_MISSING, belongs_to=_EPISODE,
        fields=_told(_("What the child said"), needed=False),
    ),
    "return-interview-offered": Form(
        kind="RETURN_INTERVIEW_OFFERED", words=_("Return home interview offered"),
        group=_MISSING, belongs_to=_EPISODE,
        fields=(
            Field(name="accepted", label=_("The child's answer"), needed=False,
                  choices=(("true", _("Accepted")), ("false", _("Declined")))),
        ),
    ),
    "return-interview": Form(
        kind="RETURN_INTERVIEW_HELD", words=_("Return home interview"), group=_MISSING,
        belongs_to=_EPISODE,
        fields=(
            Field(name="by_whom", label=_("Who held it"),
                  choices=(("LA", _("Council")), ("COMMISSIONED", _("Commissioned service")),
                           ("OTHER", _("Another independent person")),
                           ("POLICE", _("Police")))),
        ),
    ),
    "return-interview-shared": Form(
        kind="RETURN_INTERVIEW_SHARED",
        words=_("Return home interview shared with police"), group=_MISSING,
        belongs_to=_EPISODE,
        fields=(
            Field(name="disclosures", label=_("What was told"), is_list=True, several=True,
                  choices=(("SEXUAL_OFFENCE", _("A sexual offence")),
                           ("OTHER_OFFENCE", _("Another offence")),
                           ("ADULT_NAMED", _("An adult of concern")),
                           ("PLACE_NAMED", _("A place of concern")),
                           ("OTHER_CHILD_NAMED", _("Another child at risk")),
                           ("SUBSTANCES", _("Drugs or alcohol")),
                           ("NONE", _("None of these")))),
        ),
    ),
    "referral": Form(
        kind="REFERRAL_MADE", words=_("Safeguarding referral"), group=_TALKS,
        fields=(
            Field(name="risk", label=_("Risk"), choices=_RISKS),
            *_told(_("What the worry is"), _("What was seen or said, and by whom")),
        ),
    ),
    "strategy-discussion": Form(
        kind="STRATEGY_DISCUSSION", words=_("Strategy discussion"), group=_TALKS,
        fields=(
            Field(name="decision", label=_("Decision"),
                  choices=(("S47", _("Section 47 enquiry")),
                           ("ASSESSMENT_NO_S47", _("Assessment without section 47")),
                           ("NO_FURTHER_ACTION", _("No further action")),
                           ("UNKNOWN", _("Not yet decided")))),
            Field(name="agencies", label=_("Agencies that took part"), is_list=True,
                  several=True,
                  choices=(("LA", _("Council")), ("POLICE", _("Police")),
                           ("HEALTH", _("Health")), ("EDUCATION", _("Education")),
                           ("PROBATION", _("Probation")),
                           ("YOUTH_JUSTICE", _("Youth justice")),
                           ("OTHER", _("Another")))),
        ),
    ),
    "disagreement": Form(
        kind="DISAGREEMENT_RECORDED", words=_("Disagreement with another agency"),
        group=_TALKS, fields=_told(_("With whom, and about what")),
    ),
    "escalation": Form(
        kind="DISAGREEMENT_ESCALATED", words=_("Disagreement escalated"), group=_TALKS,
        belongs_to=("DISAGREEMENT_RECORDED",),
        fields=_told(_("To whom"), needed=False),
    ),
    "conference-report": Form(
        kind="CONFERENCE_REPORT", words=_("Police report to a conference"), group=_PLANS,
        belongs_to=("INITIAL_CONFERENCE", "REVIEW_CONFERENCE", "CONFERENCE_INVITATION"),
    ),
    "initial-conference": Form(
        kind="INITIAL_CONFERENCE", words=_("Attendance at an initial conference"),
        group=_PLANS, belongs_to=("CONFERENCE_INVITATION",), fields=_ATTENDED,
    ),
    "review-conference": Form(
        kind="REVIEW_CONFERENCE", words=_("Attendance at a review conference"),
        group=_PLANS, belongs_to=("CONFERENCE_INVITATION",), fields=_ATTENDED,
    ),
    "plan-action": Form(
        kind="PLAN_ACTION_AGREED", words=_("Protective action agreed"), group=_PLANS,
        fields=_told(_("The action"), _("What police will do, and by when")),
        names_officer=_("Owner"),
    ),
    "plan-action-done": Form(
        kind="PLAN_ACTION_DONE", words=_("Protective action done"), group=_PLANS,
        belongs_to=("PLAN_ACTION_AGREED",),
        fields=_told(_("What was done"), needed=False),
    ),
    "screening": Form(
        kind="EXPLOITATION_SCREENED", words=_("Exploitation screening"), group=_HARM,
        fields=(
            Field(name="band", label=_("Screening band"), choices=_RISKS),
            *_told(_("What was found"), needed=False),
        ),
    ),
    "police-protection": Form(
        kind="POLICE_PROTECTION_BEGUN", words=_("Child taken into police protection"),
        group=_POWERS,
        fields=(
            *_told(_("Grounds"),
                   _("Why the child would otherwise be likely to suffer significant harm")),
            Field(name="not_needed", label=_("Not called for"), needed=False, is_list=True,
                  several=True,
                  choices=(("SAME_COUNCIL", _("The child lives in the council where found")),
                           ("COULD_NOT_UNDERSTAND", _("The child could not understand")),
                           ("NOT_PRACTICABLE", _("Wishes or parents: not practicable")))),
        ),
    ),
    "council-told": Form(
        kind="COUNCIL_TOLD_WHERE_FOUND", words=_("Council told of police protection"),
        group=_POWERS, belongs_to=("POLICE_PROTECTION_BEGUN",),
    ),
    "police-protection-ended": Form(
        kind="POLICE_PROTECTION_ENDED", words=_("Police protection ended"),
        group=_POWERS, belongs_to=("POLICE_PROTECTION_BEGUN",),
    ),
    "allocation": Form(
        kind="INVESTIGATION_ALLOCATED", words=_("Investigation allocated"), group=_CASES,
        fields=(
            Field(name="role", label=_("The child's part in it"),
                  choices=(("VICTIM", _("Victim")), ("WITNESS", _("Witness")),
                           ("SUSPECT", _("Suspect")))),
            Field(name="offence", label=_("Offence code"),
                  hint=_("As recorded, e.g. 19C")),
        ),
        names_officer=_("Allocated to"),
    ),
    "supervisor-review": Form(
        kind="INVESTIGATION_REVIEWED", words=_("Supervisor's review of an investigation"),
        group=_CASES, belongs_to=("INVESTIGATION_ALLOCATED",),
        fields=(
            Field(name="direction_recorded", label=_("Was a direction written?"),
                  choices=_YES),
            *_told(_("The direction, or what was found"), needed=False),
        ),
    ),
}  # fmt: skip


def form_of(kind: str) -> str:
    """The slug of the form that makes entries of an event kind; "" where there is none."""
    return next((slug for slug, form in FORMS.items() if form.kind == kind), "")
