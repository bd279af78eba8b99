"""One site and one browser for all that is tried as a person tries it."""

from collections.abc import Iterator

import pytest

from tests.support.browsing import CHROMIUM, Visitor
from tests.support.site import FORCE, Site, serving


@pytest.fixture(scope="package")
def address(site: Site) -> Iterator[str]:
    """Ended before other tests of the same site: its worker would do their jobs for them."""
    with serving(site) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Ended with its module: while it runs, Django in this process would refuse to work."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright here")
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture
def visitor(site: Site, browser: object, address: str) -> Iterator[Visitor]:
    """Somebody at a browser without script: nothing here needs it."""
    context = browser.new_context(  # type: ignore[attr-defined]
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    yield Visitor(context.new_page(), address, site)
    context.close()


@pytest.fixture(scope="module")
def child(site: Site) -> str:
    """The child most often reported missing, of those whom the force's own records name.

    Others are of tests that came before on this site.
    """
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT child FROM event_now e WHERE kind = 'MISSING_REPORTED' AND EXISTS "
            "(SELECT 1 FROM storage_childrecord r WHERE r.child = e.child AND r.source "
            "LIKE 'police:%' AND r.source <> 'police:test') GROUP BY child "
            "ORDER BY count(*) DESC, child LIMIT 1"
        ).fetchone()
    assert row is not None
    return row[0]
