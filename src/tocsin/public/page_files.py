"""The rendered pages of actions, as files: one folder an action, one file a language."""

import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from tocsin.delivery.counts import Counts


def folder_of(slug: str) -> Path:
    return Path(settings.PAGES_FOLDER) / "a" / slug


def page_file(slug: str, language: str) -> Path:
    return folder_of(slug) / f"{language}.html"


def write_page(slug: str, language: str, html: str) -> None:
    """Whole or not at all: a reader meets the old page or the new one."""
    _replace(page_file(slug, language), html)


def note_counts(slug: str, shown: Counts) -> None:
    """Remembers which counts the files show."""
    _replace(folder_of(slug) / "counts", repr(shown))


def shows(slug: str, counts: Counts) -> bool:
    """Whether the files show these counts already."""
    try:
        return (folder_of(slug) / "counts").read_text() == repr(counts)
    except FileNotFoundError:
        return False


def remove_pages(slug: str) -> None:
    shutil.rmtree(folder_of(slug), ignore_errors=True)


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(unfinished, path)
