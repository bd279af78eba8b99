"""Questions whose plan the database keeps."""

import psycopg
import pytest

from tests.support.site import Site
from trigpoint.services.asking import KEEP_PLANS, ask

_KEPT = "SELECT count(*) FROM pg_prepared_statements WHERE generic_plans >= %s"


def test_a_plan_is_made_once_for_all_values(site: Site) -> None:
    """Asked often, with a driver's cursor that would else put the values in the text."""
    with psycopg.connect(
        site.server.dsn("trigpoint_app"), cursor_factory=psycopg.ClientCursor
    ) as connection:
        connection.execute(KEEP_PLANS)
        for number in range(6):
            found = ask(connection, "SELECT %s::int + 1", (number,)).fetchone()
            assert found == (number + 1,)
        assert connection.execute(_KEPT, (6,)).fetchone() == (1,)
        connection.commit()
        shown = connection.execute("SHOW plan_cache_mode").fetchone()
        assert shown == ("auto",), "it ends with the transaction"


def test_a_question_that_fails_says_so(site: Site) -> None:
    """And the next is asked as if nothing had been."""
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        with pytest.raises(psycopg.errors.DivisionByZero):
            ask(connection, "SELECT 1 / %s::int", (0,))
        connection.rollback()
        assert ask(connection, "SELECT 1 / %s::int", (1,)).fetchone() == (1,)
        assert connection.prepare_threshold == 5
