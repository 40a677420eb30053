"""A number for the rows of a table: the same on every database, in whatever order they come."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

_MODULUS = 1 << 256


@dataclass
class Tally:
    """How many rows, and the sum of their hashes: equal for two tables that hold the same rows."""

    rows: int = 0
    total: int = 0

    def add(self, row: Sequence[Any]) -> None:
        written = json.dumps([_plain(value) for value in row], sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(written.encode("utf-8", "surrogatepass")).digest()
        self.rows += 1
        self.total = (self.total + int.from_bytes(digest)) % _MODULUS

    @property
    def sum(self) -> str:
        """Sixteen signs of it, to be printed."""
        return f"{self.total:064x}"[:16]


def _plain(value: Any) -> Any:
    """What the two databases write differently, in one way: times, bytes, whole numbers with a point."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds") if value.tzinfo else value.isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
