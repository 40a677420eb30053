"""A kept page as an answer: with its validators, compressed where the browser likes, or "you have it already"."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from django.utils.http import parse_http_date_safe

from .files import COMPRESSED, path_of
from .names import StoredPage

_TYPES = {
    "html": "text/html; charset=utf-8",
    "xml": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "png": "image/png",
}
# The value of a header of the request by its WSGI name, such as HTTP_ACCEPT_ENCODING.
Asked = Callable[[str, str], str]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def answer(page: StoredPage, language: str, asked: Asked) -> Answer | None:
    """The file, or 304; None where there is none. Asks nothing of the database."""
    plain = path_of(page.folder, page.file(language))
    if "gzip" in asked("HTTP_ACCEPT_ENCODING", ""):
        packed = _read(plain.with_name(plain.name + COMPRESSED))
        if packed:
            return _answer(*packed, page, language, asked, {"Content-Encoding": "gzip"})
    found = _read(plain)
    return _answer(*found, page, language, asked, {}) if found else None


def answer_unkept(page: StoredPage, language: str, content: str | bytes, asked: Asked) -> Answer:
    """A page that was made for one reader, as if it had been kept now."""
    body = content.encode() if isinstance(content, str) else content
    return _answer(body, int(time.time()), page, language, asked, {})


def _read(path: Path) -> tuple[bytes, int] | None:
    """Its content and its time; None where it is not there, cannot be read, or no file can be called so."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        return os.read(descriptor, status.st_size), int(status.st_mtime)
    finally:
        os.close(descriptor)


def _answer(
    body: bytes, stamp: int, page: StoredPage, language: str, asked: Asked, more: dict[str, str]
) -> Answer:
    headers = {
        # As nginx writes it, so that a browser may be answered by either.
        "ETag": f'"{stamp:x}-{len(body):x}"',
        "Last-Modified": formatdate(stamp, usegmt=True),
        # Kept by browsers, but asked for each time: what is withdrawn is gone at once.
        "Cache-Control": "no-cache",
        "Vary": "Accept-Language, Accept-Encoding",
        "Content-Language": page.of or language,
    }
    if _is_known(headers["ETag"], stamp, asked):
        return Answer(304, headers, b"")
    kind = {"Content-Type": _TYPES[page.ending], "Content-Length": str(len(body))}
    return Answer(200, {**headers, **kind, **more}, body)


def _is_known(etag: str, stamp: int, asked: Asked) -> bool:
    """Whether the browser has it (RFC 9110, 13.1): by its tag, else by its time."""
    if tags := asked("HTTP_IF_NONE_MATCH", ""):
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return etag in known or "*" in known
    since = parse_http_date_safe(asked("HTTP_IF_MODIFIED_SINCE", ""))
    return since is not None and stamp <= since
