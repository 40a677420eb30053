"""Django's SQLite backend with one fair write lock a machine."""
