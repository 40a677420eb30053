"""How often something came lately, kept in this process's memory alone: keys are hashed under a salt that is thrown away each hour."""

import hashlib
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable

HOUR = 3600.0


class RateKeys:
    """Counts per hour of things that are never written down. Each process of the server counts for itself."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self.forget()

    def count(self, kind: str, *words: str) -> int:
        """How often these words came in this hour, this time included."""
        with self._lock:
            key = self._key(kind, *words)
            self._counts[key] += 1
            return self._counts[key]

    def counted(self, kind: str, *words: str) -> int:
        """How often they came; this asks and does not count."""
        with self._lock:
            return self._counts[self._key(kind, *words)]

    def take_back(self, kind: str, *words: str) -> None:
        """As if they had come once less: for what we could not do ourselves."""
        with self._lock:
            key = self._key(kind, *words)
            self._counts[key] = max(0, self._counts[key] - 1)

    def _key(self, *words: str) -> bytes:
        if self._clock() >= self._ends_at:
            self.forget()
        return hashlib.blake2b("\0".join(words).encode(), key=self._salt, digest_size=12).digest()

    def forget(self) -> None:
        """A new hour begins: nothing counted before can be told any more."""
        self._salt = secrets.token_bytes(32)
        self._counts: Counter[bytes] = Counter()
        self._ends_at = self._clock() + HOUR


rate_keys = RateKeys()
