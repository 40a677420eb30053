"""Some of what a text is made of, as numbers: two texts made of the same share most of them (bottom-k sketches)."""

from collections.abc import Iterable
from hashlib import blake2b
from heapq import nsmallest

from .compare import facts_of, runs_of

KEPT = (
    20  # of the runs of words, and again of the facts; the smallest of all hashes, whatever the text's length
)
NONE = 0


def prints(text: str) -> list[int]:
    """From 64-bit hashes of the runs of words, and of the numbers and names, which stay in a translation."""
    found = {*_smallest("w", runs_of(text)), *_smallest("f", facts_of(text))}
    return sorted(found) or [NONE]


def _smallest(kind: str, parts: Iterable[str]) -> list[int]:
    return nsmallest(KEPT, (_hash(f"{kind} {part}") for part in parts))


def _hash(part: str) -> int:
    digest = blake2b(part.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True) or 1
