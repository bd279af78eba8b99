"""The council's own numbers of children."""

from tests.support import invented_county
from trigpoint.synthetic import council_register


def test_every_child_the_council_knows_has_one_number() -> None:
    """Numbers are unique, and all children with a referral or in care have one."""
    county = invented_county.simulated()
    known = council_register.make(county)
    assert len({one.number for one in known.values()}) == len(known)
    assert {one.child for one in county.lives.referrals} <= set(known)


def test_a_pupil_number_or_the_reason_for_none() -> None:
    """Never both, never neither."""
    for one in council_register.make(invented_county.simulated()).values():
        assert bool(one.upn) != bool(one.upn_unknown)
