"""People whom the name model takes for the end of a body's name: 'Leiter des Rates für Arbeit Hans Muster'."""

import re
from dataclasses import replace

from tocsin.language.lexicon import Lexicon
from tocsin.language.nominatives import is_given_form
from tocsin.language.ordinary_words import how_ordinary
from tocsin.language.person_names import further_kinds, is_given_name
from tocsin.reading.learned.names import Tagged
from tocsin.terms.span import Span

FEWEST, REACH, SURE = 3, 70, 0.6
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def person_after_body(text: str, one: Tagged, countries: list[Span], words: Lexicon) -> Tagged | None:
    """The last two words, where they look like a name and who leads or belongs to the body is said before it."""
    parts = list(_WORD.finditer(text, one.start, one.end)) if one.kind == "org" else []
    if len(parts) < FEWEST:
        return None
    given, family = parts[-2:]
    if (
        family.end() != one.end
        or text[given.end() : family.start()] != " "
        or not _is_named(given[0], family[0], words)
    ):
        return None
    is_after_country = any(0 <= given.start() - span.end <= 1 for span in countries)
    is_known = (
        is_given_name(given[0])
        or is_given_form(given[0], words.language)
        or "given" in further_kinds(given[0])
    )
    if not (is_after_country or is_known) or not _has_bearer(text, given.start(), words):
        return None
    return replace(one, kind="person", start=given.start(), confidence=SURE)


def _is_named(given: str, family: str, words: Lexicon) -> bool:
    """Both begin with a capital and go on without; neither is a word for a thing or of every day."""
    ordinary = words.words("not_names", "state_words", "office_heads", "titles", "function_words")
    return all(
        word[0].isupper()
        and not word.isupper()
        and word.lower() not in ordinary
        and how_ordinary(word.lower(), words.language) < 2
        and words.cues("organisations").first(word) is None
        for word in (given, family)
    )


def _has_bearer(text: str, start: int, words: Lexicon) -> bool:
    """'the leader of', 'a member of', an office: somebody is named after the body."""
    before = text[max(0, start - REACH) : start]
    if words.cues("roles").first(before) is not None or words.cues("offices").first(before) is not None:
        return True
    return any(hit.code in ("authority", "worker") for hit in words.cues("callings").find(before))
