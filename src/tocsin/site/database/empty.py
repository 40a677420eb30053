"""Taking everything out of a PostgreSQL database that is about to be put back."""

from django.db import connection


def empty() -> None:
    """Every table of the schema, with the guards that stand on them; inside the transaction that puts others there."""
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        tables = ", ".join(map(quoted, connection.introspection.table_names(cursor)))
        if tables:
            cursor.execute(f"DROP TABLE {tables} CASCADE")
        cursor.execute(_FUNCTIONS)
        for (signature,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION {signature} CASCADE")


# Of this schema, and of no extension.
_FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""
