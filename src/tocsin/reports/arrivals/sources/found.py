"""What a look at a source brings home."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..arrive import Sent


class CannotLook(Exception):
    """`str()` is a sentence that says why, and what to do."""


@dataclass(frozen=True)
class Refused:
    """What stays where it is, since it cannot be taken in: its name or address, why, and its size in bytes."""

    sent: Sent
    reason: str
    size: int


@dataclass(frozen=True)
class Found:
    """`seen` is the bookmark for the next look; `afterwards` is done once all is stored; `is_all`: nothing more waits.

    `trouble` is what went wrong with a part of it, in a sentence.
    """

    sent: tuple[Sent, ...] = ()
    seen: dict[str, Any] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    afterwards: tuple[Callable[[], None], ...] = ()
    is_all: bool = True
    trouble: str = ""
