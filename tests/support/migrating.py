"""Every migration forward over rows that are there, killed at statements of it.

A program of its own, since a process of Django has one database:
`python -m tests.support.migrating PLACE ROWS KILLS SERVER_KILLS`. KILLS: how many of a
migration's statements it is killed at, spread from the first to the last; SERVER_KILLS: in
how many migrations the server is killed too. It prints what it did as JSON.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from tests.support.filling import canonical, columns_of, fill
from tests.support.killing import kill_server
from trigpoint.storage import launcher, walls
from trigpoint.storage.migrate import in_one
from trigpoint.storage.walls import raise_walls

#: Told the number of each statement, before it is made.
Watch = Callable[[int], None]
APP = "storage"
FIRST = "0001_tables"


def main(place: Path, rows: int, kills: int, server_kills: int) -> dict[str, Any]:
    """Make the first tables, fill them, then go on migration by migration."""
    server = launcher.start(place)
    try:
        return _all(server, rows, kills, server_kills)
    finally:
        launcher.stop(server)


def _all(
    server: launcher.Server, rows: int, kills: int, server_kills: int
) -> dict[str, Any]:
    os.environ |= {
        "TRIGPOINT_PLACE": str(server.place),
        "TRIGPOINT_MIGRATING": "1",
        "DJANGO_SETTINGS_MODULE": "trigpoint.web.settings",
    }
    import django

    django.setup()
    # What bodies elsewhere may read is said of tables that early schemas do not have.
    walls.REPORTED.clear()
    steps, others = _steps()
    _prepared([*others, (APP, FIRST)])(None)
    told = {"migrations": 0, "kills": 0, "server_kills": 0, "differs": []}
    _wall(server)
    with psycopg.connect(server.owner_dsn()) as connection:
        fill(connection, rows)
    for name in steps:
        _one(server, name, told, kills, told["server_kills"] < server_kills)
        with psycopg.connect(server.owner_dsn()) as connection:
            fill(connection, rows)
        told["migrations"] += 1
    told["kills"] += _killed_walls(server)
    _wall(server)
    return {**told, **_summary(server)}


def _steps() -> tuple[list[str], list[tuple[str, str]]]:
    """Our migrations after the first, in order; and the last of every other app."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    graph = MigrationLoader(connection).graph
    (last,) = [node for node in graph.leaf_nodes() if node[0] == APP]
    ours = [name for app, name in graph.forwards_plan(last) if app == APP]
    assert ours[0] == FIRST
    connection.close()
    return ours[1:], [node for node in graph.leaf_nodes() if node[0] != APP]


def _prepared(targets: list[tuple[str, str]]) -> Callable[[Watch | None], int]:
    """What migrates once it is called, with all that needs no database done before.

    It tells how many statements that change something it came to.
    """
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(targets)
    state = executor._create_project_state(with_applied_migrations=True)
    if "apps" not in state.__dict__:
        state.apps  # noqa: B018 - made here, once, and not in each child
    connection.close()

    def migrate(watch: Watch | None) -> int:
        seen = 0

        def counted(execute: Any, sql: Any, *more: Any) -> Any:
            nonlocal seen
            words = str(sql).lstrip().upper()
            if words.startswith(("CREATE", "ALTER", "INSERT", "UPDATE", "COMMENT")):
                seen += 1
                if watch is not None:
                    watch(seen)
            return execute(sql, *more)

        with connection.execute_wrapper(counted):
            in_one(lambda: executor.migrate(targets, plan=plan, state=state.clone()))
        connection.close()
        return seen

    return migrate


def _one(
    server: launcher.Server,
    name: str,
    told: dict[str, Any],
    kills: int,
    server_too: bool,
) -> None:
    """Kill it at some of its statements, one after the other; then let it come through."""
    with psycopg.connect(server.owner_dsn()) as connection:
        held = columns_of(connection)
        before = canonical(connection, held)
    migrate = _prepared([(APP, name)])
    last = _statements(name)

    def same(when: str) -> None:
        with psycopg.connect(server.owner_dsn()) as connection:
            if canonical(connection, held) != before:
                told["differs"].append(f"{name} {when}")

    moments = sorted({1 + n * (last - 1) // max(1, kills - 1) for n in range(kills)})
    for at in moments:
        assert _in_child(migrate, at, _kill_myself) == -signal.SIGKILL
        told["kills"] += 1
        same(f"killed at statement {at} of {last}")
    if server_too:
        _in_child(migrate, moments[len(moments) // 2], lambda: kill_server(server))
        launcher.start(server.place)
        told["server_kills"] += 1
        same("after the server was killed")
    migrate(None)
    same("done")


def _statements(name: str) -> int:
    """How many statements of a migration change something, and one that notes it."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    node = executor.loader.graph.nodes[APP, name]
    lines = executor.loader.collect_sql([(node, False)])
    connection.close()
    told = [one for one in lines if one.startswith(("CREATE", "ALTER", "UPDATE"))]
    return len(told) + 1


def _in_child(
    migrate: Callable[[Watch], int], at: int, kill: Callable[[], None]
) -> int:
    """Migrate in a process that kills itself, or the server, at that statement; its end."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def watch(seen: int) -> None:
        if seen == at:
            kill()

    try:
        migrate(watch)
    except BaseException:  # noqa: BLE001 - the server is gone: that was meant
        os._exit(1)
    os._exit(0)


def _kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _wall(server: launcher.Server) -> None:
    with psycopg.connect(server.owner_dsn()) as connection:
        raise_walls(connection)


def _killed_walls(server: launcher.Server) -> int:
    """Killed just before the walls are kept: those from before still stand."""
    child = os.fork()
    if not child:
        connection = psycopg.connect(server.owner_dsn())
        raise_walls(connection)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def _summary(server: launcher.Server) -> dict[str, Any]:
    from django.core.management import call_command

    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
        missing = False
    except SystemExit:
        missing = True
    with psycopg.connect(server.owner_dsn()) as connection:
        held = columns_of(connection)
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in held
        }
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        seen = connection.execute("SELECT count(*) FROM storage_entry").fetchone()
    return {
        "missing": missing, "tables": len(counts), "version": server.version,
        "rows": sum(row[0] for row in counts.values() if row),
        "walled": seen == (0,),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))))
