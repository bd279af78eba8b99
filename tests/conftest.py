"""What every test of the project shares."""

from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import settings

from tests.support.site import Site, end_site, make_site

# A case may wait for a cold import on a busy machine: time is measured by bench alone.
settings.register_profile("trigpoint", deadline=None)
settings.load_profile("trigpoint")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A whole installation, made once for each worker."""
    made = make_site(tmp_path_factory.mktemp("site"))
    yield made
    end_site(made)


@pytest.fixture
def emergencies_end(site: Site) -> Iterator[None]:
    """What was opened in an emergency is out of reach again after the test."""
    yield
    with psycopg.connect(site.server.owner_dsn()) as connection:
        connection.execute("ALTER TABLE storage_emergencygrant DISABLE TRIGGER USER")
        connection.execute("DELETE FROM storage_emergencygrant")
        connection.execute("ALTER TABLE storage_emergencygrant ENABLE TRIGGER USER")
