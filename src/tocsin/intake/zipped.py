"""Zipped documents (DOCX, ODT): opened only where they unpack to something sensible."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from tocsin.intake.errors import Damaged, Overblown

MOST_MEMBERS = 1000
MOST_UNPACKED = 50 * 2**20
MOST_RATIO = 100
HARMLESS = 2**20
_CENTRAL_ENTRY = b"PK\x01\x02"
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def opened(data: bytes) -> ZipFile:
    """Raises `Overblown` or `Damaged`. `ZipFile` itself reads no more of a member than its declared size."""
    if data.count(_CENTRAL_ENTRY) > MOST_MEMBERS:
        raise Overblown(f"it holds more than {MOST_MEMBERS:,} files; {_MEND}")
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError):
        raise Damaged(f"a zipped document that is damaged or cut short; {_MEND}") from None
    _check_sizes(archive, len(data))
    _check_markup(archive)
    return archive


_MEND = "open it, save it anew or as plain text (UTF-8) and read that"


def member(archive: ZipFile, name: str) -> bytes:
    """Raises `Damaged` where it is missing, encrypted or broken."""
    try:
        return archive.read(name)
    except (KeyError, RuntimeError, BadZipFile, NotImplementedError, EOFError, ValueError):
        raise Damaged(f"a zipped document whose {name} is missing, damaged or locked; {_MEND}") from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "bz2", "_lzma"):
            raise Damaged(f"a zipped document whose {name} is damaged; {_MEND}") from None
        raise


def _check_sizes(archive: ZipFile, packed: int) -> None:
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MOST_UNPACKED or unpacked > max(packed * MOST_RATIO, HARMLESS):
        raise Overblown(f"it unpacks to {unpacked / 2**20:,.0f} MB, more than a text ever needs; {_MEND}")


def _check_markup(archive: ZipFile) -> None:
    """No member declares entities, which could call for other files or grow without end."""
    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            start = member(archive, entry.filename)
            if (
                _DECLARES.search(start)
                or start.startswith((b"\xff\xfe", b"\xfe\xff"))
                or b"\x00" in start[:64]
            ):
                raise Damaged(f"its {entry.filename} declares what no document needs (a DTD); {_MEND}")
