"""Requests made at random from the API's description: never a server error.

`python3 dev.py soak api` makes 2,000 for each of five roles.
"""

from collections.abc import Iterator

import pytest

from tests.support.api import open_application, token
from tests.support.api_fuzzing import fuzz
from tests.support.signed_in import a_child
from tests.support.site import Site


@pytest.fixture(scope="module")
def application(site: Site) -> Iterator[object]:
    yield open_application(site)
    from django.db import connections

    connections.close_all()


@pytest.mark.parametrize("role", ["hub-detective", "inspector"])
def test_no_request_breaks_it_and_answers_are_as_described(
    site: Site, application: object, role: str
) -> None:
    """Whatever is sent, the answer is one of those that the description names."""
    found = fuzz(
        application, token(site, role), cases=140, first=11, child=a_child(site)
    )
    assert found.cases >= 100
    assert found.wrong == []
    assert set(found.statuses) - {200, 400, 403, 404, 409, 422} == set()
