"""A chronicle as a reader narrowed it down: made from lines that are remembered, without the database."""

from functools import lru_cache

from django.utils import translation

from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.entry import Chronicle
from tocsin.cases.queries import public_case

from .files import stamp_of
from .names import StoredPage

# Cases, each in a language: so many lists of lines fit into memory.
REMEMBERED = 16


def remembered_chronicle(page: StoredPage, language: str) -> Chronicle | None:
    """The lines behind a page that lies there; None where it does not.

    They are at least as new as that page, and forgotten with it: whatever changes the case takes the page away first.
    """
    stamp = stamp_of(page.folder, page.file(language))
    if stamp is None:
        return None
    return _lines(page.folder, language, stamp)


@lru_cache(maxsize=REMEMBERED)
def _lines(folder: str, language: str, stamp: int) -> Chronicle | None:
    case = public_case(folder.removeprefix("c/"))
    if case is None:
        return None
    with translation.override(language):
        return chronicle(case, public=True)
