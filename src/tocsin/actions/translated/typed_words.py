"""What a volunteer typed, by the text that it is for. Stored under the text's name and its digest, so that words for a
text that was changed since are found again beside the new one."""

from collections import Counter
from collections.abc import Sequence

from tocsin.actions.models import TranslationLink

from .parts import Part


def key_of(name: str, of: str) -> str:
    """`name` is empty where nobody knows any more which text it was."""
    return f"{name} {of}".strip()


def of_key(key: str) -> tuple[str, str]:
    """(name, digest)"""
    name, _space, of = key.rpartition(" ")
    return name, of


def words_for(link: TranslationLink, part: Part) -> str:
    """Empty where she typed nothing for this very text."""
    return next((text for key, text in link.typed.items() if of_key(key)[1] == part.of), "")


def earlier_words(link: TranslationLink, parts: Sequence[Part]) -> dict[str, list[str]]:
    """By digest of a text: what she typed for the one that stood there before.

    Where several texts have a name, or it is not known, that may be beside any for which nothing is typed yet.
    """
    there, named = {part.of for part in parts}, Counter(part.name for part in parts)
    typed = [(*of_key(key), text) for key, text in link.typed.items() if text.strip()]
    earlier = [(name, text) for name, of, text in typed if of not in there]
    return {
        part.of: [text for name, text in earlier if name == part.name or not name]
        for part in parts
        if named[part.name] == 1 or not words_for(link, part).strip()
    }
