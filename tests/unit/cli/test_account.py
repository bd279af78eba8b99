"""`trigpoint account`: its words, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest

from trigpoint.access.roles import ROLES
from trigpoint.cli import account
from trigpoint.services import manage_accounts


def test_the_roles_offered_are_the_roles_there_are() -> None:
    """The command keeps its own list, so that --help loads nothing."""
    assert set(account._ROLES) == set(ROLES)
    assert set(account._KINDS) == set(manage_accounts.KINDS)
    assert {kind for role in ROLES.values() for kind in role.kinds} == set(
        manage_accounts.KINDS
    )


def test_a_role_that_is_not_there_is_not_taken() -> None:
    """A role nobody knows is a fault of the caller, before anything is started."""
    who = manage_accounts.Newcomer(
        name="a", shown_as="A", organisation="b", role="nobody", begins=date(2020, 1, 1)
    )
    with pytest.raises(KeyError):
        manage_accounts.add_account(place=Path("nowhere"), who=who)


def test_passwords_are_long_and_never_the_same() -> None:
    """Four groups of six: 96 bits, above the length that the site asks for."""
    made = {manage_accounts._password() for _ in range(200)}
    assert len(made) == 200
    assert all(len(one) >= 15 for one in made)
