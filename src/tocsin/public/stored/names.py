"""Which file holds the page of which address. Pages that belong together share a folder."""

import re
from dataclasses import dataclass

FRONT = "front"
MESSAGES, ORGANISATIONS = "messages", "organisations"
FEED = "feed"
GATHERINGS, CALENDAR = "gatherings", "calendar"
_SLUG = r"(?P<slug>[-a-zA-Z0-9_]{1,80})"
_ACTION = re.compile(f"/a/{_SLUG}")
_MESSAGES = re.compile(f"/a/{_SLUG}/messages")
_ORGANISATIONS = re.compile(f"/a/{_SLUG}/organisations")
_GATHERINGS = re.compile(f"/a/{_SLUG}/gatherings")
_CALENDAR = re.compile(f"/a/{_SLUG}/gatherings\\.ics")
_ACTION_FEED = re.compile(f"/a/{_SLUG}/feed")
_CASE = re.compile(f"/c/{_SLUG}")
_CHRONICLE = re.compile(f"/c/{_SLUG}/chronicle")
_PICTURE = re.compile(f"/a/{_SLUG}/(?P<language>[a-z]{{2,3}}(?:-[a-z]{{2,4}})?)\\.png")
_PAGE = re.compile(r"page=([1-9][0-9]{0,4})")


@dataclass(frozen=True)
class StoredPage:
    """`part` tells the pages of one folder apart; empty for the first of them.

    `of`: the language that its address names; empty where the reader's browser chooses.
    """

    folder: str
    part: str = ""
    ending: str = "html"
    of: str = ""

    def file(self, language: str) -> str:
        language = self.of or language
        return f"{self.part}.{language}.{self.ending}" if self.part else f"{language}.{self.ending}"

    @property
    def address(self) -> str:
        """Without a language; what `page_at` reads. Of pages, not of feeds and calendars."""
        own = "/" if self.folder == FRONT else f"/{self.folder}"
        kind, _dash, number = self.part.partition("-")
        query = {"print": "?print=1"}.get(kind, f"?page={number}" if number else "")
        last = "chronicle" if kind == "print" else kind
        return f"{own}/{last}{query}" if last else own


def action_folder(slug: str) -> str:
    return f"a/{slug}"


def picture_folder(slug: str) -> str:
    """Pictures are apart from the pages: counts change these every few seconds, and never a picture."""
    return f"p/{slug}"


def picture_of(slug: str, language: str) -> StoredPage:
    return StoredPage(picture_folder(slug), ending="png", of=language)


def case_folder(slug: str) -> str:
    return f"c/{slug}"


def page_at(path: str, query: str) -> StoredPage | None:
    """The page that is kept for this address; None where none is, as with most queries."""
    if path == "/":
        return StoredPage(FRONT)
    if path == "/feed":
        return StoredPage(FRONT, FEED, "xml")
    if found := _ACTION.fullmatch(path):
        return StoredPage(action_folder(found["slug"]))
    if found := _MESSAGES.fullmatch(path):
        return StoredPage(action_folder(found["slug"]), MESSAGES)
    if found := _ORGANISATIONS.fullmatch(path):
        return StoredPage(action_folder(found["slug"]), ORGANISATIONS)
    if found := _GATHERINGS.fullmatch(path):
        part = gatherings_part(query)
        return StoredPage(action_folder(found["slug"]), part) if part else None
    if found := _CALENDAR.fullmatch(path):
        return StoredPage(action_folder(found["slug"]), CALENDAR, "ics")
    if found := _ACTION_FEED.fullmatch(path):
        return StoredPage(action_folder(found["slug"]), FEED, "xml")
    if found := _PICTURE.fullmatch(path):
        return picture_of(found["slug"], found["language"])
    if found := _CASE.fullmatch(path):
        return StoredPage(case_folder(found["slug"]))
    if found := _CHRONICLE.fullmatch(path):
        part = chronicle_part(query)
        return StoredPage(case_folder(found["slug"]), part) if part else None
    return None


def chronicle_part(query: str) -> str:
    """Of the chronicle its pages and its sheet are kept; what a reader narrowed down is made when asked for."""
    return "print" if query == "print=1" else _numbered("chronicle", query)


def gatherings_part(query: str) -> str:
    """Of a day's gatherings every page is kept; what is nearest to a reader is sorted when asked for."""
    return _numbered(GATHERINGS, query)


def _numbered(name: str, query: str) -> str:
    if query in ("", "page=1"):
        return name
    found = _PAGE.fullmatch(query)
    return f"{name}-{found[1]}" if found else ""
