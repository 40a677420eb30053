"""Files off the disk, refused before they are read where they are too large or no files."""

from pathlib import Path

from tocsin.intake.errors import Empty, NotFound, TooLarge, Unreadable

MOST_BYTES = 10 * 1024 * 1024
MOST_IN_PROCESS = 1024 * 1024  # larger pages are parsed like documents, in a child that may run out of memory


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a report, or of a list of at most `most` bytes; raises `Unreadable`."""
    try:
        if path.is_dir():
            raise Unreadable("this is a folder; name the files in it one by one")
        if path.stat().st_size > most:
            raise too_large(path.stat().st_size, most)
        with path.open("rb") as file:
            return limited(file.read(most + 1), most)
    except FileNotFoundError:
        raise NotFound("there is no such file; check the name and the folder") from None
    except PermissionError:
        raise Unreadable("this file may not be opened; ask for the right to read it") from None
    except OSError as error:
        raise Unreadable(
            f"this file could not be read ({error.strerror}); copy it anew and try again"
        ) from None


def limited(data: bytes, most: int = MOST_BYTES) -> bytes:
    """`data` itself, where there is some and not too much."""
    if not data.strip():
        raise Empty("this file is empty; save the text into it again")
    if len(data) > most:
        raise too_large(len(data), most)
    return data


def too_large(size: int, most: int = MOST_BYTES) -> TooLarge:
    return TooLarge(
        f"more than {most // 2**20} MB ({size / 2**20:.0f} MB or more); save the text that matters alone"
    )
