"""People whom the name model overlooks and rules are sure of: by a title, by their form, by another sentence."""

import re
from collections.abc import Iterable, Iterator

from tocsin.language.han import FIRST_HAN
from tocsin.language.leaders import office_of_leader
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.nominatives import is_given_form
from tocsin.language.person_names import is_family_name, is_given_name
from tocsin.reading.learned.name_features import Around
from tocsin.reading.learned.names import Tagged

SHORTEST, LEAST, SURE_OF_ANOTHER_KIND = 3, 0.5, 0.9
_INITIALS_ALONE = re.compile(r"(?:[^\W\d_]\. ){1,2}[^\W\d_]\.")


def ruled(proposed: Iterable[Name], tagged: list[Tagged], whole: Around, words: Lexicon) -> Iterator[Name]:
    """Those of the proposed names that no model need confirm."""
    for name in proposed:
        if (
            _is_leader(name, tagged, words)
            or _is_shielded(name, tagged)
            or _is_titled(name, tagged, whole, words)
            or _is_of_known_parts(name, tagged, whole, words)
        ):
            yield name._replace(sure=LEAST)


def named_elsewhere(
    proposed: Iterable[Name], people: Iterable[Name], known: frozenset[str]
) -> Iterator[Name]:
    """A full name that is somebody's in another sentence is hers here too."""
    there = tuple(people)
    for name in proposed:
        if name.text in known and not any(one.start < name.end and name.start < one.end for one in there):
            yield name._replace(sure=LEAST)


def _is_leader(name: Name, tagged: list[Tagged], words: Lexicon) -> bool:
    """'Ердоган': known to everybody; not where the model sees a longer name, such as 'Putin Avenue'."""
    return office_of_leader(name.text, words.language) is not None and not any(
        one.kind == "person" or one.end - one.start > len(name.text)
        for one in tagged
        if one.start < name.end and name.start < one.end
    )


def _is_shielded(name: Name, tagged: list[Tagged]) -> bool:
    """'A. A.': somebody whom the writer shields; abbreviations such as 'U.S.' have no blank in them."""
    is_initials = _INITIALS_ALONE.fullmatch(name.text) is not None and name.text.isupper()
    return is_initials and _is_free(name, tagged)


def _is_titled(name: Name, tagged: list[Tagged], whole: Around, words: Lexicon) -> bool:
    """'President Ouattara', 'Secretary of State Roe': a name after a title, of which the model thinks nothing else."""
    if name.title is None or len(name.text) < SHORTEST or name.text >= FIRST_HAN:
        return False
    if any(_is_common(part, whole, words) for part in name.words) or not _is_free(name, tagged):
        return False
    title = name.title.split()
    last = title[-1].lower().rstrip(".")
    if len(name.words) == 1 and (last in words.words("titles") or _is_compound(last, words)):
        return True
    return (
        len(title) > 1 and len(name.words) <= 3 and words.cues("offices").first(" ".join(title)) is not None
    )


def _is_compound(title: str, words: Lexicon) -> bool:
    """'Staatssekretär', 'Innenminister': written in one, and never a word for anything else."""
    endings = tuple(words.words("office_endings"))
    return bool(endings) and title.endswith(endings)


def _is_of_known_parts(name: Name, tagged: list[Tagged], whole: Around, words: Lexicon) -> bool:
    """'Julian Assange', 'Wu Guijun': two or three words that begin as names do, unless the model is sure of a place."""
    if not 2 <= len(name.words) <= 3 or name.text >= FIRST_HAN:
        return False
    first, last = name.words[0], name.words[-1]
    is_given = is_given_name(first) or is_given_form(first, words.language)
    begins = is_given or (is_family_name(first) and not is_family_name(last))
    parts = [part for part in name.words if part.lower() not in words.words("name_particles")]
    if not begins or any(_is_common(part, whole, words) for part in parts):
        return False
    return not any(
        (one.kind == "person" and one.confidence >= LEAST)
        or one.confidence >= SURE_OF_ANOTHER_KIND
        or one.end - one.start > len(name.text)
        for one in tagged
        if one.start < name.end and name.start < one.end
    )


def _is_free(name: Name, tagged: list[Tagged]) -> bool:
    """The model is sure of nothing else there."""
    return not any(
        one.confidence >= LEAST and one.start < name.end and name.start < one.end for one in tagged
    )


def _is_common(word: str, whole: Around, words: Lexicon) -> bool:
    """'Office', 'Gremial': a word for a body or a thing, not a name."""
    low = word.lower()
    return (
        not word[0].isupper()
        or low in whole.small
        or low in words.words("state_words")
        or words.cues("organisations").first(word) is not None
        or "state" in words.cues("callings").codes(word)
    )
