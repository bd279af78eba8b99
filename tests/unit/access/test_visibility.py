"""Which children a role comes to, by what ties people to a child."""

import dataclasses

import pytest

from tests.unit.access.test_permissions import person
from trigpoint.access.permissions import NotPermitted
from trigpoint.access.visibility import Dealings, check_reach, within_reach

NOBODY = Dealings(
    officers=frozenset(), teams=frozenset(), districts=frozenset(), agencies=frozenset()
)
KNOWN = Dealings(
    officers=frozenset({"PC1"}),
    teams=frozenset({"Response A"}),
    districts=frozenset({"HC"}),
    agencies=frozenset({"POLICE", "LA"}),
)


def as_role(role: str, **where: str) -> object:
    return dataclasses.replace(person(role), **where)


@pytest.mark.parametrize(
    ("role", "where", "comes"),
    [
        ("response-officer", {"officer": "PC1"}, True),
        ("response-officer", {"officer": "PC2"}, False),
        ("response-officer", {"officer": "", "team": "Response A"}, False),
        ("investigator", {"team": "Response A"}, True),
        ("investigator", {"district": "HC"}, True),
        ("investigator", {"officer": "PC1"}, True),
        ("investigator", {"team": "Response B", "district": "LD"}, False),
        ("investigator", {}, False),
        ("hub-detective", {}, True),
        ("force-liaison", {"officer": "PC1"}, False),
        ("partner-user", {"team": "LA"}, True),
        ("partner-user", {"team": "HEALTH"}, False),
    ],
)
def test_each_reach(role: str, where: dict[str, str], comes: bool) -> None:
    """Own, team or district, all, shared part, none."""
    assert within_reach(as_role(role, **where), KNOWN) is comes  # type: ignore[arg-type]


def test_a_child_of_whom_nothing_is_recorded_is_nobody_s() -> None:
    """Even to a role that reaches every child there is nothing there."""
    assert not within_reach(person("hub-detective"), NOBODY)
    with pytest.raises(NotPermitted, match="no such child within your reach"):
        check_reach(person("hub-detective"), NOBODY)
