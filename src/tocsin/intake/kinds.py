"""What kind of file bytes are, by their first bytes and not by their name."""

from tocsin.intake.errors import Binary, NotYet

SNIFFED = 4096
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
KNOWN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a DOCX, ODT or other zipped document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
)
PICTURES = ((b"\xff\xd8\xff", "a JPEG picture"), (b"\x89PNG", "a PNG picture"), (b"GIF8", "a GIF picture"))
CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_HTML_SIGNS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<meta ",
    b"<title",
    b"<div",
    b"<p>",
    b"<br",
    b"<table",
    b"<a href",
)


def media_type(data: bytes) -> str:
    """'text/plain' or 'text/html'; raises `NotYet` or `Binary` for all else."""
    for sign, kind in KNOWN:
        if data.startswith(sign):
            raise NotYet(
                f"{kind}, which is not read yet; open it, save it as plain text (UTF-8) and read that"
            )
    for sign, kind in PICTURES:
        if data.startswith(sign):
            raise Binary(f"{kind}; type or copy its text into a text file and read that")
    start = data[:SNIFFED]
    if not data.startswith(UTF_16) and _is_binary(start):
        raise Binary("no text but binary data; save the appeal as plain text or as a web page and read that")
    return "text/html" if _is_html(start) else "text/plain"


def _is_binary(start: bytes) -> bool:
    return b"\x00" in start or len(start) - len(start.translate(None, CONTROL)) > len(start) * 0.05


def _is_html(start: bytes) -> bool:
    low = start.replace(b"\x00", b"").lower().lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return low.startswith((*_HTML_SIGNS, b"<?xml")) or sum(low.count(sign) for sign in _HTML_SIGNS) >= 3
