"""A whole database, copied row by row into another: SQLite to PostgreSQL, back, or into a backup."""
