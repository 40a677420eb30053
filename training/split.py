"""Which texts teach and which examine: decided by the name alone, so that it never shifts when texts are added."""

from hashlib import sha256

ONE_IN = 5


def is_held_out(slug: str) -> bool:
    """`slug` names a free text, or the template that a text was grown from."""
    return _number(slug) % ONE_IN == 0


def fold_of(slug: str, folds: int) -> int:
    """Which part of the taught texts this one belongs to."""
    return _number(slug) // ONE_IN % folds


def _number(slug: str) -> int:
    return int.from_bytes(sha256(slug.encode()).digest()[:4])
