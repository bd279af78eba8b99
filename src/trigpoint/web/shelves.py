"""Whose figures a request reads: one's own force's, or those a force shows to others.

A body outside the force reads through a role of the database that is granted nothing but
released figures: no page, and no fault in one, can bring it a judgement or a child.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from trigpoint.services import read_figures
from trigpoint.services.read_figures import Force, Shelf
from trigpoint.web import acting
from trigpoint.web.site import Asked


@contextmanager
def opened(
    asked: Asked, wanted: str = ""
) -> Iterator[tuple[Shelf | None, list[Force]]]:
    """The figures to read (None: nobody shows any), and the forces to choose from."""
    if not read_figures.reads_others(asked.person):
        yield read_figures.own(asked.connection, person=asked.person), []
        return
    with psycopg.connect(acting.reporter_dsn()) as connection:
        connection.execute(
            "SELECT set_config('trigpoint.organisation', %s, true)",
            (asked.person.organisation,),
        )
        agreed = read_figures.forces(connection, person=asked.person)
        yield (
            read_figures.of_force(connection, person=asked.person, slug=wanted),
            agreed,
        )


def wanted(asked: Asked) -> str:
    """The force that the address names, "" for none."""
    return asked.request.GET.get("force", "")[:80]
