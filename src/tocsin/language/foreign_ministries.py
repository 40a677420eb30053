"""Which ministry is the one for foreign affairs, by its name."""

from functools import cache
from importlib import resources

from tocsin.language.place_names import plain_name


def is_of_foreign_affairs(name: str) -> bool:
    """By the words of `data/foreign-ministries.txt`: 'Auswärtiges Amt' is, 'Ministry of Justice' is not."""
    words = f" {plain_name(name)}"
    return any(begins in words for begins in _beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    """Some scripts part no words, and Arabic writes its article in one with them."""
    file = resources.files(__package__).joinpath("data", "foreign-ministries.txt")
    rows = [row for row in file.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return tuple(f" {plain_name(row)}" if row.isascii() else plain_name(row) for row in rows)
