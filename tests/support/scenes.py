"""A small force for people who write at once: two children, a duty, a pair of records."""

from pathlib import Path

import psycopg

from tests.support.site import Site, bring_in
from tests.support.small_force import write_small_force
from tests.support.writers import Scene
from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES

WRITERS = (
    "hub-detective",
    "head-of-protection",
    "missing-coordinator",
    "duty-inspector",
)


def make_scene(site: Site, slug: str, folder: Path) -> Scene:
    """A new force of this name, with a few files of its own brought in."""
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "INSERT INTO storage_organisation (id, slug, name, kind, invented) VALUES "
            "(gen_random_uuid(), %s, %s, 'force', true)",
            (slug, slug),
        )
        accounts = [
            (row[0], row[1])
            for row in connection.execute(
                "SELECT id::text, name FROM storage_account WHERE name = ANY(%s) "
                "ORDER BY name",
                (list(WRITERS),),
            )
        ]
    bring_in(site.server, write_small_force(folder), organisation=slug)
    ours = site.organisation(slug)
    people = [
        Person(
            account=number, shown_as=name, organisation=ours, organisation_name=slug,
            kind="force", role=ROLES[name], officer=f"W{place}",
        )
        for place, (number, name) in enumerate(accounts)
    ]  # fmt: skip
    with site.acting_for(slug) as connection:
        duty = connection.execute(
            "SELECT child, standard, occasion FROM storage_judgementrow WHERE "
            "duty_holder = 'POLICE' ORDER BY 1, 2, 3 LIMIT 1"
        ).fetchone()
        reach = connection.execute(
            "SELECT max(reach) FROM storage_sourcereach"
        ).fetchone()
        # A decision on records that are nobody's: it can be taken again and again.
        pair = connection.execute(
            "INSERT INTO storage_linkdecision (id, organisation_id, by_id, at, one_space, "
            "one_id, other_space, other_id, same, because, shown) VALUES "
            "(gen_random_uuid(), %s, %s, now(), 'police:a', '1', 'police:b', '2', false, "
            "'as it began', '{}') RETURNING id::text",
            (ours, people[0].account),
        ).fetchone()
    assert duty
    assert reach
    assert pair
    return Scene(
        server=site.server, people=people, child=duty[0], now=reach[0],
        duty=(duty[1], duty[2]), pair=pair[0],
    )  # fmt: skip
