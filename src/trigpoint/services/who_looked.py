"""Who looked at one child, by an organisation's log; asking stands on that log first."""

from pathlib import Path
from typing import Any

import psycopg

from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.storage import access_log, launcher

#: Under which role the log has what is asked on the machine itself.
ON_THE_MACHINE = "command-line"


def who_looked(*, place: Path, organisation: str, child: str) -> list[dict[str, Any]]:
    """Every entry that names the child, alone or in a list, newest first."""
    server = launcher.start(place)
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        row = connection.execute(
            "SELECT set_config('trigpoint.organisation', id::text, true) FROM "
            "storage_organisation WHERE slug = %s",
            (organisation,),
        ).fetchone()
        if row is None:
            msg = f"No organisation is called {organisation!r} here."
            raise Refusal(msg)
        asked = access_log.Look(
            organisation=row[0], actor=None, role=ON_THE_MACHINE,
            action=Action.SEE_LOOKS.value, about=child,
        )  # fmt: skip
        own = access_log.append(server.dsn("trigpoint_logger"), asked)
        rows = connection.execute(
            "SELECT e.sequence, e.at, coalesce(p.shown_as, 'the system'), e.role, "
            "e.action, e.reason, e.child = %s FROM storage_accessentry e LEFT JOIN "
            "storage_account p ON p.id = e.actor WHERE e.organisation_id = %s AND "
            "e.sequence < %s AND (e.child = %s OR %s = ANY(string_to_array(e.about, ' '))) "
            "ORDER BY e.sequence DESC",
            (child, row[0], own, child, child),
        ).fetchall()
    names = ("entry", "at", "who", "role", "action", "reason", "alone")
    return [
        {
            **dict(zip(names, one, strict=True)),
            "at": one[1].isoformat(timespec="seconds"),
        }
        for one in rows
    ]
