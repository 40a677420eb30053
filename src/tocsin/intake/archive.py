"""A zip of files that somebody sends in one go -> the files, where it unpacks to something sensible."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tocsin.intake.errors import Damaged, Locked, Overblown, TooLarge
from tocsin.intake.files import MOST_BYTES

# Whatever zipfile raises for a zip that is damaged, cut short, locked or packed in a way it does not know.
FAULTS = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
SIGN = b"PK\x03\x04"
MOST_FILES = 200
MOST_PACKED = 25 * 2**20
MOST_UNPACKED = 50 * 2**20
MOST_RATIO = 100
HARMLESS = 2**20
_CENTRAL_ENTRY = b"PK\x01\x02"
_OF_ONE_DOCUMENT = ("[Content_Types].xml", "mimetype", "META-INF/")
_ENCRYPTED = 0x1
_MEND = "unpack it and send the files"


def is_archive(data: bytes) -> bool:
    """Whether these bytes are a zip of files, and no document that is zipped itself, such as DOCX or XLSX."""
    if not data.startswith(SIGN):
        return False
    try:
        with ZipFile(BytesIO(data)) as archive:
            return not any(name.startswith(_OF_ONE_DOCUMENT) for name in archive.namelist())
    except FAULTS:
        return True  # broken: `files_of` says so


def files_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each file, none larger than a report may be. Raises `Unreadable`, before the first or between.

    Zips inside it are handed on as they are.
    """
    if len(data) > MOST_PACKED:
        raise TooLarge(f"a zip of more than {MOST_PACKED // 2**20} MB; send it in parts")
    if data.count(_CENTRAL_ENTRY) > MOST_FILES * 2:
        raise Overblown(f"it holds more than {MOST_FILES} files; send them in parts")
    try:
        archive = ZipFile(BytesIO(data))
    except FAULTS:
        raise Damaged(f"a zip that is damaged or cut short; {_MEND}") from None
    with archive:
        entries = [entry for entry in archive.infolist() if _is_wanted(entry)]
        _check(entries, len(data))
        for entry in entries:
            yield _name(entry), _bytes(archive, entry)


def _is_wanted(entry: ZipInfo) -> bool:
    """Folders, and what a Mac or an editor leaves beside files, are no files that anybody sends."""
    parts = PurePosixPath(entry.filename).parts
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return bool(parts) and not entry.is_dir() and not hidden


def _name(entry: ZipInfo) -> str:
    """With the folders that it stood in; a path that climbs out of the zip leads nowhere here."""
    return "/".join(part for part in PurePosixPath(entry.filename).parts if part not in ("/", ".."))


def _check(entries: list[ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if not entries:
        raise Damaged(f"a zip without files; {_MEND}")
    if len(entries) > MOST_FILES:
        raise Overblown(f"it holds more than {MOST_FILES} files; send them in parts")
    if unpacked > MOST_UNPACKED or unpacked > max(packed * MOST_RATIO, HARMLESS):
        raise Overblown(f"it unpacks to {unpacked / 2**20:,.0f} MB, more than we take at once; {_MEND}")
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Locked(f"a zip that opens only with a password; {_MEND}")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Damaged(f"a zip packed in an unusual way; {_MEND}")
        if entry.file_size > MOST_BYTES:
            raise TooLarge(
                f"its {entry.filename} is larger than {MOST_BYTES // 2**20} MB; send the others alone"
            )


def _bytes(archive: ZipFile, entry: ZipInfo) -> bytes:
    """`ZipFile` reads no more of a file than its declared size."""
    try:
        return archive.read(entry)
    except FAULTS:
        raise Damaged(f"a zip whose {entry.filename} is damaged; {_MEND}") from None
