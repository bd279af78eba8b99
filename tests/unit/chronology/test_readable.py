"""The codes a fact may hold."""

from trigpoint.chronology.readable import CODES, ETHNICITY_ALIKE, ETHNICITY_BEFORE


def test_no_set_holds_a_code_that_means_unknown() -> None:
    """Referral source 10 is "unknown", and no code is called so."""
    assert "10" not in CODES["referral_source"]
    facts = [codes for name, codes in CODES.items() if name != "sex"]
    assert not any("UNKNOWN" in codes for codes in facts)


def test_council_ethnicities_become_police_ones() -> None:
    """Each council code stands beside a code of the police's set."""
    assert set(ETHNICITY_ALIKE.values()) <= set(CODES["ethnicity_16p1"])
    assert set(ETHNICITY_BEFORE.values()) <= set(CODES["ethnicity_16p1"])
