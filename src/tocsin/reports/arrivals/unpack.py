"""One thing that was sent -> the files to store: itself, or what its zip holds."""

from collections.abc import Iterator

from tocsin.intake.archive import files_of, is_archive
from tocsin.intake.errors import Empty
from tocsin.intake.files import limited


def unpacked(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each file that is no empty one. Raises `Unreadable` for what is not stored at all."""
    if not is_archive(data):
        yield name, limited(data)
        return
    files = [(inner, part) for inner, part in files_of(data) if part.strip()]
    if not files:
        raise Empty("a zip of empty files; save the texts into them again")
    yield from files
