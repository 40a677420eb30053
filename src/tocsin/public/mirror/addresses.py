"""Which file of a mirror stands for which address of the site, and the way from one file to another."""

import posixpath
import re
from urllib.parse import parse_qs, urlsplit

from tocsin.look.languages import codes, parted

_FIXED = {"/": "index.html", "/feed": "feed.xml"}
_PLAIN = re.compile(r"/(safety|privacy|legal)")
_PAGE = re.compile(r"/([ac]/[-\w]{1,80})")
_CHRONICLE = re.compile(r"/(c/[-\w]{1,80})/chronicle")
_WRITE = re.compile(r"/(a/[-\w]{1,80})/write")
# What stands beside an action: files of its folder, as on the site.
_BESIDE = re.compile(r"/(a/[-\w]{1,80}/(?:organisations|messages|gatherings))(\.ics)?")
_ANSWER = re.compile(r"/(a/[-\w]{1,80}/answers/[0-9]+\.txt)")
_GATHERING = re.compile(r"/(g/[-\w]{1,80})(/calendar\.ics)?")
# The way from one country is asked of the site; a copy has the table of all.
_OFFICES = re.compile(r"/offices/(?:([A-Z]{2})/)?")
_SHEET = re.compile(r"/(a/[-\w]{1,80})/letter")
_STATIC = re.compile(r"/(static/[-\w./]+)")


def file_of(address: str, language: str) -> str | None:
    """Such as 'a/free-jane.html' for '/a/free-jane'; None for what lives on the site alone. Anchors are left aside.

    `language`: that of an address which names none.
    """
    named, plain = parted(address)
    parts = urlsplit(plain)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if found := _STATIC.fullmatch(parts.path):
        return found[1]
    file = _FIXED.get(parts.path) or _named(parts.path, asked)
    return folder_of(named or language) + file if file else None


def folder_of(language: str) -> str:
    """The site's first language stands at the root, the others in folders of their own."""
    return "" if language == codes()[0] else f"{language}/"


def way_from(file: str, to: str) -> str:
    """A relative link: it holds wherever the folder lies."""
    return posixpath.relpath(to, posixpath.dirname(file) or ".")


def _named(path: str, asked: dict[str, str]) -> str | None:
    if found := _PLAIN.fullmatch(path) or _PAGE.fullmatch(path):
        return f"{found[1]}.html"
    if found := _BESIDE.fullmatch(path):
        return found[1] + found[2] if found[2] else f"{_numbered(found[1], asked)}.html"
    if found := _ANSWER.fullmatch(path):
        return found[1]
    if found := _GATHERING.fullmatch(path):
        return found[1] + (".ics" if found[2] else ".html")
    if (found := _OFFICES.fullmatch(path)) and "from" not in asked:
        return f"offices/{found[1]}.html" if found[1] else "offices.html"
    if (found := _CHRONICLE.fullmatch(path)) and asked.keys() <= {"page", "print"}:
        return f"{found[1]}/{_chronicle(asked)}.html"
    if found := _WRITE.fullmatch(path):
        return f"{found[1]}/{_question(asked)}.html"
    if (found := _SHEET.fullmatch(path)) and "unsigned" in asked:
        return f"{found[1]}/{asked.get('country', '')}-unsigned.html"
    return None


def _chronicle(asked: dict[str, str]) -> str:
    return "print" if "print" in asked else _numbered("chronicle", asked)


def _numbered(name: str, asked: dict[str, str]) -> str:
    number = asked.get("page", "1")
    return name if number == "1" else f"{name}-{number}"


def _question(asked: dict[str, str]) -> str:
    """The list of countries, then the question about ties, then what follows from its answer."""
    country, ties = asked.get("country", ""), asked.get("ties", "")
    if not country:
        return "countries"
    return country if not ties else f"{country}-ties" if ties == "yes" else f"{country}-letter"
