"""The codes that a fact of an event may hold; any other spelling is a gap.

The police sets are those of the police profile (`records.police_codes`); the council
sets are those of the children in need census (DfE, schema years 2017-2026). A code
that means "unknown" is none of them.
"""

from trigpoint.records.police_codes import POLICE_CODES

UNKNOWN = "UNKNOWN"


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


CODES: dict[str, tuple[str, ...]] = {
    **{name: tuple(codes) for name, codes in POLICE_CODES.items()},
    # referralsourcetype without 10 (unknown).
    "referral_source": _split(
        "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9"
    ),
    # assessmentfactorstype.
    "assessment_factors": _split(
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F "
        "9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A "
        "24A"
    ),
    # categoryofabusetype.
    "category": _split("NEG PHY SAB EMO MUL"),
}

#: The council's ethnicity codes beside the police's self-defined 16+1 (many to one).
#: What was refused, or not yet asked, is stated by neither and contradicts nothing.
ETHNICITY_ALIKE: dict[str, str] = {
    "WBRI": "W1", "WIRI": "W2", "WOTH": "W9", "WIRT": "W9", "WROM": "W9",
    "MWBC": "M1", "MWBA": "M2", "MWAS": "M3", "MOTH": "M9",
    "AIND": "A1", "APKN": "A2", "ABAN": "A3", "AOTH": "A9",
    "BCRB": "B1", "BAFR": "B2", "BOTH": "B9", "CHNE": "O1", "OOTH": "O9",
}  # fmt: skip
#: Later police codes, as the 16+1 they were before.
ETHNICITY_BEFORE: dict[str, str] = {"W3": "W9", "A4": "O1", "O2": "O9"}
