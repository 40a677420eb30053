"""Django's PostgreSQL backend, which outlives a restart of the database."""
