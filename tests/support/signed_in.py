"""Browsers of this process, the accounts of the demonstration, and children they know."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from tests.support.site import FORCE, Site


def set_up(site: Site) -> None:
    """This process becomes one of the site's, with its settings; once or again."""
    os.environ["TRIGPOINT_PLACE"] = str(site.server.place)
    os.environ["DJANGO_SETTINGS_MODULE"] = "trigpoint.web.settings"
    import django

    django.setup()


@contextmanager
def browsers(site: Site) -> Iterator[Any]:
    """Makes a browser without a network whenever it is called; connections end after it."""
    set_up(site)
    from django.db import connections
    from django.test import Client

    yield partial(Client, HTTP_HOST="localhost")
    connections.close_all()


def signed_in(client: object, site: Site, role: str) -> object:
    """A browser in which the account of a role has signed in."""
    opened = client()  # type: ignore[operator]
    answer = opened.post("/sign-in/", {"name": role, "password": site.password})
    assert answer.status_code == 302, role
    # The first page tells of the sign-in before it; what follows is as at any time.
    opened.get("/go-on/")
    return opened


#: Which children are near to the demonstration's officer, and which are not.
NEAR = (
    "SELECT m.officer, m.team, m.district FROM storage_membership m "
    "JOIN storage_account a ON a.id = m.account_id WHERE a.name = 'investigator'"
)


def a_child(site: Site, slug: str = FORCE, *, own: bool = False) -> str:
    """A child of an organisation: one whom the demonstration's officer knows, or not.

    One whom the officer does not know is no partner's either: no duty, no record.
    """
    with site.acting_for(slug) as connection:
        near = connection.execute(NEAR).fetchone()
        held = "actor = %s OR team = %s OR district = %s"
        if own:
            held = "actor = %s AND team = %s AND %s <> ''"
        far = slug == FORCE and not own
        row = connection.execute(
            "SELECT child FROM event_now p WHERE agency = 'POLICE' GROUP BY child HAVING "
            f"bool_or({held}) = %s AND NOT (%s AND (EXISTS (SELECT 1 FROM event_now e "
            "WHERE e.child = p.child AND e.agency = 'LA') OR EXISTS (SELECT 1 FROM "
            "storage_judgementrow j WHERE j.child = p.child AND j.duty_holder = 'LA'))) "
            "ORDER BY count(*) DESC, child LIMIT 1",
            (*(near or ()), own, far),
        ).fetchone()
    assert row is not None
    return row[0]


def shared_child(site: Site) -> tuple[str, set[str]]:
    """A child with the most entries of the council's, and which those are."""
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT child, array_agg(event) FROM event_now WHERE agency = 'LA' AND "
            "replaced IS NULL GROUP BY child HAVING EXISTS (SELECT 1 FROM event_now p "
            "WHERE p.child = event_now.child AND p.agency = 'POLICE') AND EXISTS "
            "(SELECT 1 FROM storage_childrecord r WHERE r.child = event_now.child AND "
            "r.source LIKE 'council%%' AND r.surname <> '') AND EXISTS (SELECT 1 FROM "
            "storage_judgementrow j WHERE j.child = event_now.child AND "
            "j.duty_holder = 'LA') ORDER BY count(*) DESC, child LIMIT 1"
        ).fetchone()
    assert row is not None
    return row[0], set(row[1])
