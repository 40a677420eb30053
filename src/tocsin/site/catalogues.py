"""The interface's catalogues: `locale/<language>/LC_MESSAGES/django.po`, compiled beside it where nothing is missing.

`python -m tocsin.site.catalogues` compiles what is newer than its compiled file, and says what is incomplete. Asks for
Babel alone, since it also runs while the package is built.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "locale"
# By their own names, as their readers look for them. The sources speak the first.
SPOKEN = {
    "en": "English",
    "ar": "العربية",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "kk": "Қазақша",
    "nb": "Norsk",
    "pt": "Português",
    "ru": "Русский",
}
SOURCE = "en"


class Incomplete(Exception):
    """A sentence that names the catalogue and what it lacks."""


def catalogue(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "django.po"


def offered() -> dict[str, str]:
    """Code -> own name: the language of the sources, and those whose catalogue is compiled, which only a whole one is."""
    return {code: name for code, name in SPOKEN.items() if code == SOURCE or compiled(code).exists()}


def compiled(language: str) -> Path:
    return catalogue(language).with_suffix(".mo")


def compile_all(languages: Iterable[str] = SPOKEN) -> list[str]:
    """Sentences about those that cannot be offered. What is compiled already is passed over."""
    faults = []
    for language in languages:
        if language == SOURCE or _is_fresh(language):
            continue
        try:
            compile_one(language)
        except Incomplete as fault:
            faults.append(str(fault))
    return faults


def compile_one(language: str) -> None:
    """Writes the compiled file whole or not at all. Raises Incomplete, and leaves none then."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source, target = catalogue(language), compiled(language)
    if not source.exists():
        raise Incomplete(f"{language}: there is no catalogue yet")
    with source.open("rb") as file:
        messages = read_po(file, locale=language)
    lacking = [
        message for message in messages if message.id and (message.fuzzy or not _is_whole(message.string))
    ]
    if lacking:
        target.unlink(missing_ok=True)
        raise Incomplete(f"{language}: {len(lacking)} messages are not translated, such as {lacking[0].id!r}")
    descriptor, aside = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(descriptor, "wb") as file:
        write_mo(file, messages)
        os.fchmod(descriptor, 0o644)
    os.replace(aside, target)


def _is_whole(translated: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(translated) if isinstance(translated, (tuple, list)) else bool(translated)


def _is_fresh(language: str) -> bool:
    source, target = catalogue(language), compiled(language)
    return target.exists() and source.exists() and target.stat().st_mtime >= source.stat().st_mtime


if __name__ == "__main__":
    for sentence in compile_all():
        print(sentence, file=sys.stderr)
