"""The code sets of the council returns that the staged columns use: code and label.

Sources: the Department for Education's schemas of the children in need census, 2017 to
2026, of the looked-after children return (SSDA903), 2026, and of the social work
workforce census, 2022 (Open Government Licence). The SSDA903 schema gives most of its
codes without a label; such a code is its own label here.
"""

SEX = {"M": "Male", "F": "Female", "U": "Unknown"}
#: Codes and words of earlier years (to 2024) and what they are now, in lower case.
EARLIER_SEX = {
    "1": "M",
    "2": "F",
    "0": "U",
    "9": "U",
    "unborn": "U",
    "not recorded or unborn": "U",
    "indeterminate": "U",
    "not known": "U",
    "not specified": "U",
}

ETHNICITY = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WOTH": "Any other White background",
    "WROM": "Gypsy/Roma",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Caribbean",
    "BAFR": "African",
    "BOTH": "Any other black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Refused",
    "NOBT": "Information not yet obtained",
}
REFERRAL_SOURCE = {
    "1A": "Individual: family member, relative or carer",
    "1B": "Individual: acquaintance",
    "1C": "Individual: self",
    "1D": "Individual: other",
    "2A": "Schools",
    "2B": "Education services",
    "3A": "Health services: general practitioner",
    "3B": "Health services: health visitor",
    "3C": "Health services: school nurse",
    "3D": "Health services: other primary health services",
    "3E": "Health services: accident and emergency",
    "3F": "Health services: other",
    "4": "Housing",
    "5A": "LA services: social care",
    "5B": "LA services: other internal",
    "5C": "LA services: external",
    "5D": "LA services: early help",
    "6": "Police",
    "7": "Other legal agency",
    "8": "Other",
    "9": "Anonymous",
    "10": "Unknown",
}
CATEGORY_OF_ABUSE = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "Multiple",
}
PRIMARY_NEED = {
    "N1": "Abuse, neglect and exploitation",
    "N2": "Child's disability",
    "N3": "Parental disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
    "N9": "Cases other than children in need",
    "N0": "Not stated",
}
CLOSURE_REASON = {
    "RC1": "Adopted",
    "RC2": "Died",
    "RC3": "Child arrangements order",
    "RC4": "Special guardianship order",
    "RC5": "Transferred to another local authority",
    "RC6": "Transferred to adult social care",
    "RC7": "Services ceased for any other reason",
    "RC8": "Closed after assessment, no further action",
    "RC9": "Closed after assessment, referred to early help",
}
ASSESSMENT_FACTORS = {
    "1A": "Alcohol misuse: the child",
    "1B": "Alcohol misuse: a parent or carer",
    "1C": "Alcohol misuse: another person in the household",
    "2A": "Drug misuse: the child",
    "2B": "Drug misuse: a parent or carer",
    "2C": "Drug misuse: another person in the household",
    "3A": "Domestic violence: the child",
    "3B": "Domestic violence: a parent or carer",
    "3C": "Domestic violence: another person in the household",
    "4A": "Mental health: the child",
    "4B": "Mental health: a parent or carer",
    "4C": "Mental health: another person in the household",
    "5A": "Learning disability: the child",
    "5B": "Learning disability: a parent or carer",
    "5C": "Learning disability: another person in the household",
    "6A": "Physical disability or illness: the child",
    "6B": "Physical disability or illness: a parent or carer",
    "6C": "Physical disability or illness: another person in the household",
    "7A": "Young carer",
    "8B": "Privately fostered: from overseas, intends to return",
    "8C": "Privately fostered: from overseas, intends to stay",
    "8D": "Privately fostered: in an educational placement",
    "8E": "Privately fostered: alternative family arrangements",
    "8F": "Privately fostered: other",
    "9A": "Unaccompanied asylum-seeking child",
    "10A": "Missing",
    "11A": "Child sexual exploitation",
    "12A": "Trafficking",
    "13A": "Gangs",
    "14A": "Socially unacceptable behaviour",
    "15A": "Self-harm",
    "16A": "Neglect",
    "17A": "Emotional abuse",
    "18A": "Physical abuse",
    "18B": "Physical abuse: child on child",
    "18C": "Physical abuse: adult on child",
    "19A": "Sexual abuse",
    "19B": "Sexual abuse: child on child",
    "19C": "Sexual abuse: adult on child",
    "20": "Other",
    "21": "No factors identified",
    "22A": "Female genital mutilation",
    "23A": "Abuse linked to faith or belief",
    "24A": "Child criminal exploitation",
}
#: Code -> the schema year in which it came; every other code is there from 2017 on.
#: None of these went before 2026 (18A and 19A are queried by validators since 2024).
FIRST_YEAR = {
    "assessment_factors": {
        "18B": 2021,
        "18C": 2021,
        "19B": 2021,
        "19C": 2021,
        "24A": 2022,
    },
    "referral_source": {"5D": 2023},
    "closure_reason": {"RC9": 2023},
}
DISABILITY = {
    "NONE": "No disability",
    "MOB": "Mobility",
    "HAND": "Hand function",
    "PC": "Personal care",
    "INC": "Incontinence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Vision",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Autism",
    "DDA": "Other",
}


def _their_own_labels(codes: str) -> dict[str, str]:
    return {code: code for code in codes.split()}


UPN_UNKNOWN = _their_own_labels("UN1 UN2 UN3 UN4 UN5 UN6 UN7")
CARE_MISSING = {"M": "Missing from care", "A": "Away without authorisation"}
#: A code of an earlier year that is not among these stays as written and is reported.
CARE_EPISODE = {
    "reason_new": _their_own_labels("S L P T B U"),
    "legal_status": _their_own_labels("C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3"),
    "need": {code: text for code, text in PRIMARY_NEED.items() if "N1" <= code <= "N8"},
    "placement": _their_own_labels(
        "A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 "
        "Z1 Z11 Z12 Z13 Z14"
    ),
    "provider": _their_own_labels("PR0 PR1 PR2 PR3 PR4 PR5"),
    "reason_ended": _their_own_labels(
        "X1 E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8"
    ),
}
CARE_SOCIAL_WORKER = _their_own_labels(
    "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS"
)
WORKER_ROLE = {
    "1": "Senior manager",
    "2": "Middle manager",
    "3": "First line manager",
    "4": "Senior practitioner",
    "5": "Case holder",
    "6": "Qualified without cases",
}

#: Staged column -> its codes, where every council subject uses the same.
COUNCIL_CODES: dict[str, dict[str, str]] = {
    "sex": SEX,
    "ethnicity": ETHNICITY,
    "referral_source": REFERRAL_SOURCE,
    "assessment_factors": ASSESSMENT_FACTORS,
    "initial_category": CATEGORY_OF_ABUSE,
    "latest_category": CATEGORY_OF_ABUSE,
    "primary_need": PRIMARY_NEED,
    "closure_reason": CLOSURE_REASON,
    "disabilities": DISABILITY,
    "upn_unknown": UPN_UNKNOWN,
}
#: Subject -> staged column -> codes, where a column's name means other things elsewhere.
SUBJECT_CODES: dict[str, dict[str, dict[str, str]]] = {
    "care_missing": {"type": CARE_MISSING},
    "care_episode": CARE_EPISODE,
    "care_social_worker": {"reason": CARE_SOCIAL_WORKER},
    "worker": {"role": WORKER_ROLE},
}
