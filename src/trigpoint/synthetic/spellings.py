"""How council staff spell codes: typed here from imagination, on the known patterns.

A code, a label, both, a list letter before it, a slip. Some are in nobody's list.
"""

import numpy as np

_GENDER = {
    "M": ("a) Male", "Male", "M", "1 - Male", "male"),
    "F": ("b) Female", "Female", "F", "2 - Female", "Femal"),
}
_YES = ("a) Yes", "Yes", "Y", "yes")
_NO = ("b) No", "No", "N", "no")
_SOURCE = {
    "1": ("a) Individual", "a) 1A: Individual", "Individual - family member", "1A"),
    "2": ("b) Schools", "g) 2A: Schools", "School", "2A - Schools"),
    "3": ("d) Health services", "j) 3D: Health services", "Health Visitor", "GP"),
    "4": ("e) Housing", "p) 4: Housing", "Housing association"),
    "5": ("f) LA services", "5A: LA services", "Adult social care", "Early Help Team"),
    "6": ("g) Police", "q) 6: Police", "Police", "6 - Police", "Constabulary"),
    "7": ("h) Other legal agency", "7: Other legal", "Cafcass"),
    "8": ("i) Other", "s) 8: Other", "Childrens Centre"),
    "9": ("j) Anonymous", "9: Anonymous", "Anonymous caller"),
    "10": ("k) Unknown", "Unknown", "not known"),
}
_CATEGORY = {
    "NEG": ("a) Neglect", "Neglect", "NEG", "NEG - Neglect"),
    "PHY": ("b) Physical Abuse", "Physical abuse", "PHY"),
    "SAB": ("c) Sexual Abuse", "Sexual abuse", "SAB"),
    "EMO": ("d) Emotional Abuse", "Emotional", "EMO", "emotional abuse"),
    "MUL": ("e) Multiple", "MUL", "Neglect; Emotional"),
}
_NEED = {
    "N1": ("a) Abuse or neglect", "N1 - Abuse or Neglect", "N1"),
    "N2": ("b) Child's disability", "N2", "Childs disability"),
    "N3": ("c) Parents illness or disability", "N3"),
    "N4": ("d) Family in acute stress", "N4", "Acute stress"),
    "N5": ("e) Family dysfunction", "N5 - Family dysfunction", "N5"),
    "N6": ("f) Socially unacceptable behaviour", "N6"),
    "N8": ("h) Absent parenting", "N8"),
    "N9": ("i) Not CIN", "N9"),
}
_LEGAL = {
    "C1": ("a) Interim care orders", "C1", "C1: ICO"),
    "C2": ("b) Full care orders", "C2", "C2: FCO"),
    "V2": ("e) Accommodated under S20", "V2", "Section 20"),
    "E1": ("d) Placement order granted", "E1"),
}
_PLACEMENT = {
    "K2": ("h) Children's Homes", "K2", "K2: Childrens home"),
    "U1": ("a) Foster placement", "U1", "U1: Foster placement - relatives"),
    "U4": ("a) Foster placement", "U4"),
    "U6": ("a) Foster placement", "U6", "Foster carer"),
}


class Spelling:
    """Writes codes as somebody might: mostly one way, sometimes another."""

    def __init__(self, rng: np.random.Generator) -> None:
        """Use one stream for all of a workbook."""
        self._rng = rng

    def _one(self, known: tuple[str, ...]) -> str:
        if self._rng.random() < 0.82:
            return known[0]
        return known[int(self._rng.integers(len(known)))]

    def gender(self, boy: bool) -> str:
        """The gender column."""
        return self._one(_GENDER["M" if boy else "F"])

    def ethnicity(self, code: str) -> str:
        """The ethnicity column: the code, with a list letter or without."""
        letter = "abcdefghijklmnopqrst"[sum(map(ord, code)) % 20]
        return self._one((f"{letter}) {code}" if code != "WBRI" else "a) WBRI", code))

    def yes(self, answer: bool) -> str:
        """Yes or no."""
        return self._one(_YES if answer else _NO)

    def source(self, code: str) -> str:
        """Who referred, from the census code."""
        group = code if code == "10" else code[0]
        return self._one(_SOURCE[group])

    def category(self, code: str) -> str:
        """A category of abuse."""
        return self._one(_CATEGORY[code])

    def need(self, code: str) -> str:
        """A primary need."""
        return self._one(_NEED[code])

    def legal_status(self, code: str) -> str:
        """A legal status."""
        return self._one(_LEGAL[code])

    def placement(self, code: str) -> str:
        """A placement type."""
        return self._one(_PLACEMENT[code])
