"""What somebody typed to search for, as the words and phrases that all have to be found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.language.name_fold import is_particle
from tocsin.language.search_words import Word, run_at, sounds_asked, words_in

LONGEST = 200  # letters
MOST_WORDS = 12
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


class CannotSearch(Exception):
    """A sentence for whoever typed it."""


@dataclass(frozen=True)
class Part:
    """One word, or several that stand side by side. `sounds` are its other spellings; `is_begun`: more may follow."""

    printed: tuple[str, ...]
    sounds: frozenset[str] = frozenset()
    is_begun: bool = False


Query = tuple[Part, ...]


def read_query(typed: str) -> Query:
    """Words that must all be there, "words in quotes" as they stand; the last word may be a beginning.
    Particles of names, such as 'al' and 'de', are left out.

    Raises CannotSearch for what is too short or too long to search for.
    """
    if len(typed.strip()) > LONGEST:
        raise CannotSearch(_("This is too long to search for. Type a few words of it."))
    parts = [
        *_phrases(typed),
        *_words(_QUOTED.sub(" ", typed), is_open=not typed.endswith((" ", '"', "”", "»"))),
    ]
    if not parts or all(len(part.printed[0]) < 2 and not part.is_begun for part in parts):
        raise CannotSearch(_("Type at least two letters of a name or a word."))
    if len(parts) > MOST_WORDS:
        raise CannotSearch(_("These are too many words. Type the few that matter."))
    return tuple(dict.fromkeys(parts))


def _phrases(typed: str) -> Iterator[Part]:
    for found in _QUOTED.finditer(typed):
        if printed := tuple(word.printed for word in words_in(found[1])):
            yield Part(printed)


def _words(typed: str, is_open: bool) -> Iterator[Part]:
    groups = list(_groups(typed))
    told = [g for g in groups if not is_particle(g[0].printed)] or groups
    for group in told:
        yield _part(group, typed, is_begun=is_open and group is groups[-1])


def _groups(typed: str) -> Iterator[list[Word]]:
    """Letters of a script without spaces that overlap belong together; any other word is its own."""
    held: list[Word] = []
    for word in words_in(typed):
        if held and not (word.is_pair and word.start < held[-1].end):
            yield held
            held = []
        held.append(word)
    if held:
        yield held


def _part(group: list[Word], typed: str, is_begun: bool) -> Part:
    word = group[0]
    if word.is_pair:
        sounds = sounds_asked(run_at(typed, word.start))
        return Part(tuple(w.printed for w in group), sounds, is_begun=len(word.printed) == 1)
    sounds = sounds_asked(typed[word.start : word.end])
    return Part((word.printed,), sounds, is_begun and len(word.printed) > 1)
