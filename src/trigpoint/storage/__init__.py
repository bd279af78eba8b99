"""What is kept: the PostgreSQL server, its tables and both of its walls. Start at `launcher`."""
