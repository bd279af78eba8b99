"""Findings in plain words: what was done, how often, of how many.

Each standard may have a sentence of its own; one that has none is told by its title.
`{of}` is "212 of 405", `{rate}` "52%, 47 to 57".
"""

from trigpoint.findings.finding import Counts
from trigpoint.publication.parts import Prose, Run, prose
from trigpoint.publication.wording import count, interval, percent

#: What was done and when; the figures follow: "... in 212 of 405 returns (52%, ...)".
TOLD: dict[str, tuple[str, str]] = {
    "safeguarding-referral-submitted": (
        "A safeguarding referral was sent in time after",
        "concerns for a child",
    ),
    "mash-referral-triaged": ("The hub triaged in time", "safeguarding notices"),
    "risk-graded-response": (
        "The response grade was kept, or lowered with a supervisor's reason, in",
        "calls about a child",
    ),
    "operation-encompass-notification": (
        "The school was told before the next school day after",
        "domestic abuse incidents with a child",
    ),
    "strategy-discussion-with-police": (
        "Council, health and an informed police took part in",
        "strategy discussions",
    ),
    "strategy-discussion-senior-representative": (
        "Police sent someone able to decide to",
        "strategy discussions",
    ),
    "strategy-discussion-full-meeting-follows": (
        "A full meeting followed",
        "emergency telephone discussions",
    ),
    "strategy-discussion-decisions-recorded": (
        "Decisions were on the police record in time after",
        "strategy discussions",
    ),
    "police-information-before-first-decision": (
        "Police information reached the first discussion before its decision in",
        "discussions",
    ),
    "section-47-joint-or-single-agency-decision": (
        "Joint or single agency was decided and recorded in",
        "discussions that began an enquiry",
    ),
    "missing-risk-continuous-review": (
        "The risk was reviewed again within a day in",
        "grades of children still missing",
    ),
    "conference-police-report": (
        "Police reported in time to",
        "child protection conferences",
    ),
    "conference-police-attendance": (
        "Police attended",
        "initial child protection conferences",
    ),
    "icpc-15-working-days": (
        "The initial conference was held within 15 working days of",
        "strategy discussions",
    ),
    "assessment-45-working-days": (
        "The assessment was finished within 45 working days of",
        "referrals",
    ),
    "la-referral-decision-one-working-day": (
        "The council decided within one working day on",
        "referrals",
    ),
    "child-protection-review-conference": (
        "The review conference was held in time on",
        "occasions",
    ),
    "child-protection-plan-flag": (
        "Police systems carried the flag for",
        "child protection plans",
    ),
    "cse-flag": (
        "The flag was set in time after",
        "screenings at high or medium risk",
    ),
    "cse-screening": (
        "A child was screened in time after",
        "signs of exploitation",
    ),
    "ethnicity-recorded": (
        "Ethnicity was recorded for",
        "children and suspects",
    ),
    "missing-risk-assessment": (
        "Risk was graded with a reason at the time of",
        "missing reports",
    ),
    "missing-supervisor-review": (
        "A supervisor reviewed the grade in time in",
        "missing reports",
    ),
    "missing-grade-not-lowered-for-repeat": (
        "The grade was not lowered because the child is often missing in",
        "missing reports",
    ),
    "missing-prevention-interview": (
        "Police saw the child in time after",
        "returns",
    ),
    "return-home-interview-72-hours": (
        "Return interviews were held within 72 hours in",
        "returns",
    ),
    "return-interview-shared-with-police": (
        "What was said came back to police in time from",
        "return interviews",
    ),
    "repeat-missing-strategy-meeting": (
        "A strategy meeting followed in time in",
        "cases of a child missing again and again",
    ),
    "missing-report-detective-review": (
        "A detective reviewed in time",
        "missing reports",
    ),
    "crime-disclosed-on-return-recorded": (
        "A crime was recorded in time in",
        "returns on which the child told of one",
    ),
    "accredited-investigator-allocation": (
        "The case went to an accredited investigator in",
        "serious allocations",
    ),
    "crime-recorded-24-hours": (
        "The crime was recorded within 24 hours of",
        "reports",
    ),
    "investigation-supervisor-review": (
        "A supervisor reviewed the investigation in time on",
        "occasions",
    ),
    "control-room-flag-and-history-check": (
        "Flags and history reached officers before they arrived on",
        "calls about a child",
    ),
    "child-seen-and-spoken-to": (
        "The child was seen and spoken with at",
        "attendances at which a child was present or lives",
    ),
    "inbound-information-owned": (
        "A named person took on in time",
        "pieces of information about a child",
    ),
    "domestic-abuse-risk-assessment": (
        "The risk was assessed, and not lowered without a reason, after",
        "domestic abuse incidents with a child",
    ),
    "further-strategy-discussion-on-new-information": (
        "Another discussion followed in time on",
        "occasions of new information during an enquiry",
    ),
    "strategy-meeting-after-single-agency-action": (
        "A strategy discussion followed by the next working day after",
        "uses of police protection",
    ),
    "interim-safety-plan-to-conference": (
        "An interim plan was agreed before the conference after",
        "section 47 enquiries",
    ),
    "core-group-10-working-days": (
        "The first core group met within 10 working days of",
        "child protection plans",
    ),
    "professional-disagreement-escalation": (
        "The disagreement was escalated in time in",
        "disagreements between agencies",
    ),
    "missing-looked-after-partners-consulted": (
        "Social care and health were drawn in, in time, on",
        "missing reports of looked-after children",
    ),
    "missing-active-handover": (
        "The next officer acknowledged in time",
        "handovers of a missing child's case",
    ),
    "missing-prompt-enquiries": (
        "Enquiries began in time after",
        "missing reports",
    ),
    "found-address-checked": (
        "The place was checked in time after",
        "returns for which a place is written",
    ),
    "named-suspect-risk-to-other-children": (
        "The risk to other children was assessed in time after",
        "identifications of a suspect",
    ),
    "child-victim-visit-and-abe-interview": (
        "A trained officer interviewed the child in time in",
        "investigations with a child victim",
    ),
    "suspect-contact-prevented": (
        "The suspect was kept from the child in time after",
        "identifications of a suspect",
    ),
    "digital-device-triage": (
        "Devices were triaged in time after",
        "seizures",
    ),
    "image-referral-graded-response": (
        "Police acted in time for the grade on",
        "referrals about indecent images",
    ),
    "online-suspect-la-informed": (
        "The council was told in time of",
        "suspects who live with or near children",
    ),
    "unexpected-child-death-lead-and-scene": (
        "A trained lead detective attended that day in",
        "unexpected deaths of a child",
    ),
    "victim-needs-assessment": (
        "The victim's needs were assessed in time in",
        "investigations with a child victim",
    ),
    "rso-visits-by-risk": (
        "The next visit was made in time after",
        "visits to offenders with contact to a child",
    ),
    "rso-breach-followed-up": (
        "The breach was looked into in time in",
        "breaches by offenders with contact to a child",
    ),
    "police-protection-grounds": (
        "The grounds were written for",
        "uses of police protection",
    ),
    "police-protection-72-hours": (
        "Police protection ended within 72 hours in",
        "uses of it",
    ),
    "police-protection-inform-la-where-found": (
        "The council where the child was found was told in time of",
        "uses of police protection",
    ),
    "police-protection-inform-la-of-residence": (
        "The council where the child lives was told in time of",
        "uses of police protection",
    ),
    "police-protection-child-told": (
        "The child was told in time in",
        "uses of police protection",
    ),
    "police-protection-wishes-and-feelings": (
        "The child's wishes were found out in time in",
        "uses of police protection",
    ),
    "police-protection-designated-officer-inquiry": (
        "A designated officer's inquiry began in time in",
        "uses of police protection",
    ),
    "police-protection-suitable-accommodation": (
        "The child was in suitable accommodation in time in",
        "uses of police protection",
    ),
    "police-protection-parents-informed": (
        "Parents were told in time in",
        "uses of police protection",
    ),
    "police-protection-release": (
        "The child was released in time after",
        "inquiries that found the child no longer at risk",
    ),
    "bail-refused-transfer-to-la": (
        "The child was moved to council accommodation before court after",
        "refusals of bail",
    ),
    "detention-certificate-to-court": (
        "A certificate was made before court after",
        "refusals of bail",
    ),
    "la-bed-request-recorded": (
        "A bed was asked for, with the reply on record, after",
        "refusals of bail",
    ),
    "custody-reviews": (
        "The detention was reviewed in time on",
        "occasions",
    ),
    "appropriate-adult-and-healthcare": (
        "An appropriate adult came in time after",
        "detentions of a child",
    ),
    "custody-vulnerability-referral": (
        "A safeguarding notice was sent before release after",
        "detentions of a child",
    ),
}


def sentence(slug: str, title: str, counts: Counts, href: str) -> Prose:
    """The finding with its rate and interval; says so where nothing was judged."""
    if not counts.judged:
        return prose(f"{title}: no occasion could be judged. ", _untold(counts))
    rate = counts.rate
    assert rate.value is not None
    figures = Run(f"{count(counts.met)} of {count(counts.judged)}", href)
    shares = f" ({percent(rate.value)}, {interval(rate)})."
    if slug in TOLD:
        before, after = TOLD[slug]
        return prose(f"{before} ", figures, f" {after}{shares}")
    return prose(f"{title}: met in ", figures, shares)


def _untold(counts: Counts) -> str:
    if counts.cannot_tell:
        return f"{count(counts.cannot_tell)} cannot be told from these records."
    return "None arose in these records."
