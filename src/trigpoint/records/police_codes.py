"""The code sets of the police profile: code and label.

Sources: College of Policing authorised professional practice (missing), the police
self-defined ethnicity categories (16+1), Home Office outcome types. The others are
Trigpoint's own; a force maps its own words to them.
"""


def _plain(codes: str) -> dict[str, str]:
    """Codes whose label is the code in words."""
    return {code: code.replace("_", " ").capitalize() for code in codes.split()}


MISSING_RISK = {
    "ABSENT": "Absent",
    "NO APPARENT RISK": "No apparent risk",
    "LOW": "Low",
    "MEDIUM": "Medium",
    "HIGH": "High",
}
ETHNICITY_16P1 = {
    "W1": "White British",
    "W2": "White Irish",
    "W3": "White Gypsy or Irish Traveller",
    "W9": "Any other White background",
    "M1": "White and Black Caribbean",
    "M2": "White and Black African",
    "M3": "White and Asian",
    "M9": "Any other Mixed background",
    "A1": "Asian Indian",
    "A2": "Asian Pakistani",
    "A3": "Asian Bangladeshi",
    "A9": "Any other Asian background",
    "B1": "Black Caribbean",
    "B2": "Black African",
    "B9": "Any other Black background",
    "O1": "Chinese",
    "O2": "Arab",
    "O9": "Any other ethnic group",
    "NS": "Not stated",
}

POLICE_CODES: dict[str, dict[str, str]] = {
    "sex": {"M": "Male", "F": "Female", "U": "Unknown"},
    "ethnicity_16p1": ETHNICITY_16P1,
    "missing_risk": MISSING_RISK,
    "occurrence_type": _plain(
        "CRIME DOMESTIC_ABUSE CHILD_CONCERN MISSING CHILD_DEATH SUSPICIOUS ASB OTHER"
    )
    | {"ASB": "Anti-social behaviour"},
    "response_grade": _plain("EMERGENCY PRIORITY SCHEDULED APPOINTMENT NO_ATTENDANCE"),
    "outcome": {f"OC{n:02d}": f"Outcome {n}" for n in range(1, 23)},
    "person_role": _plain(
        "VICTIM SUSPECT WITNESS CHILD_PRESENT CHILD_LIVES_THERE PARENT_CARER REPORTER OTHER"
    ),
    "subject_type": _plain("NOMINAL OCCURRENCE"),
    "flag": {
        **_plain("REPEAT_MISSING LOOKED_AFTER TRAFFICKING OTHER"),
        "CP_PLAN": "Child protection plan",
        "RSO": "Registered sex offender",
        "CSE": "Child sexual exploitation",
        "CRIMINAL_EXPLOITATION": "Criminal exploitation",
        "DA_HIGH_RISK": "Domestic abuse high risk",
    },
    "notice_risk": _plain("HIGH MEDIUM LOW NONE"),
    "cse_band": _plain("HIGH MEDIUM LOW NONE"),
    "notice_decision": {
        "STRATEGY_DISCUSSION": "Strategy discussion",
        "REFER_LA": "Refer to the local authority",
        **_plain("SHARE_INFORMATION EARLY_HELP NO_FURTHER_ACTION"),
    },
    "sd_format": _plain("MEETING TELEPHONE VIRTUAL"),
    "agency": {
        **_plain("POLICE HEALTH EDUCATION PROBATION YOUTH_JUSTICE PLACEMENT OTHER"),
        "LA": "Local authority",
    },
    "sd_decision": {
        "S47": "Section 47 enquiry",
        "ASSESSMENT_NO_S47": "Assessment without section 47",
        **_plain("FURTHER_DISCUSSION NO_FURTHER_ACTION"),
    },
    "s47_type": {
        "SINGLE_LA": "Single agency council",
        "SINGLE_POLICE": "Single agency police",
        "JOINT": "Joint",
    },
    "conference_type": {
        "ICPC": "Initial child protection conference",
        "RCPC": "Review child protection conference",
        "TRANSFER_IN": "Transfer in",
    },
    "rhi_by": {
        "LA": "Local authority",
        "COMMISSIONED": "Commissioned service",
        **_plain("CARER POLICE OTHER"),
    },
    "disclosure": _plain(
        "SEXUAL_OFFENCE OTHER_OFFENCE ADULT_NAMED PLACE_NAMED OTHER_CHILD_NAMED "
        "SUBSTANCES NONE"
    ),
    # The sets from here to `rank` belong to the second version of the profile.
    "excused": _plain(
        "SAME_COUNCIL COULD_NOT_UNDERSTAND NOT_PRACTICABLE IMMEDIATE_DANGER "
        "COVERT_RISK_AGREED"
    ),
    "protection_place": {
        **_plain("REFUGE HOSPITAL FAMILY POLICE_STATION OTHER"),
        "LA_ACCOMMODATION": "Local authority accommodation",
    },
    "graded_risk": _plain("VERY_HIGH HIGH MEDIUM LOW"),
    "bed_reply": _plain("BED_OFFERED NO_BED NO_SECURE_BED NO_REPLY"),
    "information_route": _plain("EMAIL LETTER TELEPHONE PORTAL IN_PERSON OTHER"),
    "rank": {
        "PC": "Police constable",
        "DC": "Detective constable",
        "PS": "Police sergeant",
        "DS": "Detective sergeant",
        "INSP": "Inspector",
        "DI": "Detective inspector",
        "CI": "Chief inspector",
        "DCI": "Detective chief inspector",
        "SUPT": "Superintendent",
        "DSUPT": "Detective superintendent",
        "CSUPT": "Chief superintendent",
        "ACC_OR_ABOVE": "Assistant chief constable or above",
        "STAFF": "Police staff",
    },
    "skill": {
        "PIP1": "Professionalising investigation level 1",
        "PIP2": "Professionalising investigation level 2",
        "PIP3": "Professionalising investigation level 3",
        "SCAIDP": "Specialist Child Abuse Investigator Development Programme",
        "ABE_INTERVIEW": "Achieving best evidence interviewer",
        "CHILD_DEATH": "Child death investigator",
        "MOSOVO": "Management of sexual or violent offenders",
    },
}

#: Sets whose codes are letters or numbers that elsewhere mean something else.
_OWN_MEANING = ("sex", "ethnicity_16p1", "outcome")
#: Sets whose labels are names, and keep their capital letter.
_NAMES = ("skill",)


def _spoken() -> dict[str, str]:
    found = {"true": "yes", "false": "no"}
    for name, codes in POLICE_CODES.items():
        if name in _OWN_MEANING:
            continue
        for code, label in codes.items():
            said = label if name in _NAMES else label[:1].lower() + label[1:]
            found.setdefault(code, said)
    return found


_SPOKEN = _spoken()


def code_words(value: str) -> str:
    """A code of the profile as one would say it in a sentence; any other text as it is."""
    return _SPOKEN.get(value, value)
