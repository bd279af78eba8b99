"""What the tests that ask the site in this process share."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.signed_in import browsers
from tests.support.site import Site


@pytest.fixture(scope="module")
def client(site: Site) -> Iterator[Any]:
    """Makes a browser of the site, signed in to nothing, whenever it is called."""
    with browsers(site) as made:
        yield made
