"""What kind of file bytes are, by their first bytes and not by their name."""

import re

from tocsin.intake.errors import Binary, NotYet
from tocsin.intake.wide import unmarked_utf16

SNIFFED = 4096
PLAIN, HTML = "text/plain", "text/html"
PDF, RTF = "application/pdf", "application/rtf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
MAIL, MBOX = "message/rfc822", "application/mbox"
JPEG, PNG = "image/jpeg", "image/png"

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SIGNS = ((b"%PDF-", PDF), (b"{\\rtf", RTF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
UNREAD = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word or Outlook file; open it, save it as DOCX or plain text and read that",
    ),
    (b"GIF8", "a GIF picture; save it as PNG and read that"),
    (b"II*\x00", "a TIFF picture; save it as PNG or PDF and read that"),
    (b"MM\x00*", "a TIFF picture; save it as PNG or PDF and read that"),
    (b"BM", "a BMP picture; save it as PNG and read that"),
    (b"\x1f\x8b", "a gzip archive; unpack it and read what is in it"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it and read what is in it"),
    (b"Rar!", "a RAR archive; unpack it and read what is in it"),
)
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
_HEADER = re.compile(rb"^([!-9;-~]{1,76}):[ \t]?([^\r\n]*)|^[ \t]+[^\r\n]*", re.MULTILINE)
_NEEDS_DECODING = re.compile(
    rb"^Content-Transfer-Encoding:\s*(?:base64|quoted-printable)|^Content-Type:\s*(?!text/plain)[a-z]+/"
    rb"|^(?:Subject|From):[^\r\n]*=\?[^?\s]+\?[BQ]\?|^Received: (?:from|by) \S+[.@]\S|^(?:Return-Path|DKIM-Signature):",
    re.IGNORECASE | re.MULTILINE,
)
_MBOX = re.compile(rb"\AFrom [^\r\n]{3,200}\d{4}[^\r\n]{0,20}\r?\n[!-9;-~]{1,76}:")


def media_type(data: bytes) -> str:
    """One of the kinds above; raises `NotYet` or `Binary` for all else."""
    for sign, kind in SIGNS:
        if data.startswith(sign):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    start = data[:SNIFFED]
    if _is_binary(start) and not data.startswith(UTF_16) and not unmarked_utf16(data):
        raise _refusal(data)
    if _MBOX.match(start):
        return MBOX
    if _is_mail(start):
        return MAIL
    return HTML if _is_html(start) else PLAIN


def _zipped(data: bytes) -> str:
    if data[30:100].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return ODT
    if b"word/document" in data:
        return DOCX
    raise NotYet("a zipped file that is neither DOCX nor ODT; unpack it, or save it as DOCX, and read that")


def _refusal(data: bytes) -> Binary | NotYet:
    for sign, sentence in UNREAD:
        if data.startswith(sign):
            return NotYet(sentence)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif") or data[8:12] == b"WEBP":
        return NotYet("a HEIC, AVIF or WebP picture; save it as JPEG or PNG and read that")
    return Binary("no text but binary data; save the appeal as plain text or as a web page and read that")


def _is_binary(start: bytes) -> bool:
    return b"\x00" in start or len(start) - len(start.translate(None, CONTROL)) > len(start) * 0.05


def _is_mail(start: bytes) -> bool:
    """A mail as it travels. One that is plain words under a few lines of header is left as the text it is."""
    head = start.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not _NEEDS_DECODING.search(head):
        return False
    lines = head.splitlines()[:-1]  # the last one may be cut
    return len(lines) > 1 and all(_HEADER.match(line) for line in lines)


def _is_html(start: bytes) -> bool:
    low = start.replace(b"\x00", b"").lower().lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return low.startswith((*_HTML_SIGNS, b"<?xml")) or sum(low.count(sign) for sign in _HTML_SIGNS) >= 3
