"""What the database believes of its own tables, refreshed after an import.

A force's first import makes the tables many times as large within one transaction. Until
the database has looked again it plans every question for the few rows that it knows of, and
so answers some by reading everything for each row.
"""

import psycopg

#: What an import fills; what people write grows by few rows at a time.
_FILLED = (
    "storage_eventversion", "storage_eventchange", "storage_childrecord",
    "storage_judgementrow", "storage_sourcereach", "storage_linkproposal",
)  # fmt: skip

#: Only an owner may have a table looked at, and the application owns none.
_LEARN = f"""
CREATE FUNCTION learn_sizes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE 'ANALYZE {", ".join(_FILLED)}';
END $$;
"""


def raise_learning(connection: psycopg.Connection, app: str, owner: str) -> None:
    """Make the function anew, of the owner, and let the application alone call it."""
    connection.execute("DROP FUNCTION IF EXISTS learn_sizes()")
    connection.execute(_LEARN)
    connection.execute(f"ALTER FUNCTION learn_sizes() OWNER TO {owner}")
    connection.execute("REVOKE ALL ON FUNCTION learn_sizes() FROM PUBLIC")
    connection.execute(f"GRANT EXECUTE ON FUNCTION learn_sizes() TO {app}")


def learn(dsn: str) -> None:
    """Have the database look at its tables, outside of any other transaction."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("SELECT learn_sizes()")
