"""The roles as records: who may do what, and how far each sees."""

import pytest

from trigpoint.access.permissions import WORDS
from trigpoint.access.roles import ROLES, Action, Reach


def test_every_action_has_words_for_a_refusal() -> None:
    """No refusal is ever without its sentence."""
    assert set(WORDS) == set(Action)


@pytest.mark.parametrize("slug", ROLES)
def test_a_role_without_children_opens_no_child(slug: str) -> None:
    """Who sees no child's record can neither look, search, enter nor see who is missing."""
    role = ROLES[slug]
    if role.reach is Reach.NONE:
        closed = {Action.LOOK, Action.SEARCH, Action.ENTER, Action.SEE_MISSING,
                  Action.SEE_WORK, Action.BREAK_GLASS}  # fmt: skip
        assert not role.may & closed


def test_the_commissioner_s_office_gets_aggregates_only() -> None:
    """Figures and standards, and nothing behind them; notices name what it may settle."""
    assert ROLES["commissioner-office"].may == {
        Action.SEE_FIGURES,
        Action.SEE_STANDARDS,
        Action.SEE_NOTICES,
    }


def test_a_list_of_every_missing_child_is_for_those_who_reach_every_child() -> None:
    """Missing now shows all children, so it is only for a reach of all, or of a partner."""
    for role in ROLES.values():
        if Action.SEE_MISSING in role.may:
            assert role.reach in (Reach.ALL, Reach.SHARED)
