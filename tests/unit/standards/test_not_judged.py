"""What the library leaves out, and says so."""

from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.not_judged import NOT_JUDGED


def test_the_library_and_what_it_leaves_out_are_all_there_is() -> None:
    """Eighty-one codes, none twice, and none both judged and not."""
    judged = {item.code for item in all_standards()}
    left = {item.code for item in NOT_JUDGED}
    assert not judged & left
    assert len(judged | left) == 81
    assert "S12" not in judged | left
    assert len({item.slug for item in NOT_JUDGED}) == len(NOT_JUDGED)


def test_each_has_its_reason() -> None:
    """A duty that is not judged says why."""
    assert all(len(item.why) > 20 for item in NOT_JUDGED)
