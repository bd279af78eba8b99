"""A refusal says what was refused, and what to do."""

import pytest

from trigpoint.access.permissions import NotPermitted, check, may, sees_children
from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES, Action


def person(role: str) -> Person:
    return Person(
        account="a",
        shown_as="A. Person",
        organisation="o",
        organisation_name="Fellshire Constabulary",
        kind="force",
        role=ROLES[role],
    )


def test_asking_and_insisting_agree() -> None:
    """`may` is true exactly where `check` lets it pass."""
    for role in ROLES:
        for action in Action:
            refused = False
            try:
                check(person(role), action)
            except NotPermitted:
                refused = True
            assert may(person(role), action) is not refused


def test_the_refusal_is_fit_to_be_shown() -> None:
    """It names the role and the organisation, the act, and where to turn."""
    with pytest.raises(
        NotPermitted, match="Force liaison at Fellshire Constabulary"
    ) as e:
        check(person("force-liaison"), Action.LOOK)
    assert "open a child's record" in str(e.value)
    assert "ask a supervisor" in str(e.value)


def test_who_comes_to_children_at_all() -> None:
    """An inspector of figures does not; a hub detective does."""
    assert sees_children(person("hub-detective"))
    assert not sees_children(person("force-liaison"))
