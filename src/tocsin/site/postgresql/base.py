"""Django's PostgreSQL backend, without the connections of the pool that ended while nobody used them.

After a restart of the database each of them would break the first page that gets it. Asking the server each time whether
it is there costs a journey; a connection that ended can be told by its socket alone, at no cost.
"""

import select
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises OperationalError where the pool has no live one in time."""
        connection = super().get_new_connection(conn_params)
        while self.pool and _has_ended(connection):
            # Given back closed, it is replaced by the pool.
            connection.close()
            self.pool.putconn(connection)
            connection = super().get_new_connection(conn_params)
        return connection


def _has_ended(connection: Any) -> bool:
    """A server says nothing unasked but its farewell."""
    watched = select.poll()
    watched.register(connection.fileno(), select.POLLIN)
    return bool(watched.poll(0))
