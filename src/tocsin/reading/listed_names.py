"""Those who stand in one list with somebody known: 'Jane Roe, John Doe and his brother'."""

from tocsin.language.countries import find_country
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.places import city_country
from tocsin.reading.counted import NAMES_JOINED
from tocsin.reading.counts import is_counted_noun
from tocsin.reading.marks import Marked
from tocsin.terms.span import Span

MOST_WORDS = 4  # of a name
LONGEST_LETTERS = 4  # of a body that goes by its letters: 'UL de Lyon'


def unknown_beside(marked: Marked, known: list[Span], words: Lexicon) -> int:
    """How many more the list names, and whom it only calls by what they are to the last."""
    start = marked.span(0, 1).start
    ends = {span.end - start for span in known}
    begins = {span.start - start for span in known}
    names = [name for name in marked.names if not any(name.start < end <= name.end for end in ends)]
    found = 0
    grew = True
    while grew:
        grew = False
        for name in names:
            if _is_person(marked, name, words) and _stands_beside(marked.text, name, begins, ends):
                names = [other for other in names if other is not name]
                begins.add(name.start)
                ends.add(name.end)
                found, grew = found + 1, True
    kin = words.cues("and_kin").find(marked.text)
    return found + sum(any(0 <= hit.start - end <= 2 for end in ends) for hit in kin)


def _stands_beside(text: str, name: Name, begins: set[int], ends: set[int]) -> bool:
    return any(end < name.start and NAMES_JOINED.fullmatch(text, end, name.start) for end in ends) or any(
        name.end < begin and NAMES_JOINED.fullmatch(text, name.end, begin) for begin in begins
    )


def _is_person(marked: Marked, name: Name, words: Lexicon) -> bool:
    """A full name that is no place, no country and no body."""
    if name.words[0].isupper() and len(name.words[0]) <= LONGEST_LETTERS:
        return False
    if name.words[0].islower() or is_counted_noun(marked.text, name.end, words):
        return False  # 'de Roanne', 'San Francisco activists'
    if not 2 <= len(name.words) <= MOST_WORDS or find_country(name.text) or city_country(name.text):
        return False
    return words.cues("organisations").first(name.text) is None and not any(
        word.lower() in words.words("not_names") for word in name.words
    )
