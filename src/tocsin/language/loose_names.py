"""Ways to write the name of a country more plainly: prepositions, polity and direction left out, abbreviations written out."""

from collections.abc import Iterator

from tocsin.language.place_index import name_words
from tocsin.language.place_keys import place_key, place_words

_ARABIC_ARTICLE = "ال"
_MOST_WORDS = 12


def looser(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name in ever plainer forms, the nearest first; what stays the same or empty is left out."""
    words = place_words(name)[:_MOST_WORDS]
    tried = {words, ()}
    for plainer in (
        _without_first(words, "article"),
        _without_first(words, "preposition"),
        _spelt_out(words),
        *_arabic(words),
        _without_suffix(words),
    ):
        if plainer not in tried:
            tried.add(plainer)
            yield plainer
    for base in (words, _spelt_out(words)):
        for plainer in (
            _without_first(base, "polity"),
            _without_polity(base),
            _without_first(base, "direction"),
            _without_polity(_without_first(base, "preposition")),
        ):
            if plainer not in tried:
                tried.add(plainer)
                yield plainer


def _without_first(words: tuple[str, ...], kind: str) -> tuple[str, ...]:
    known, at = name_words(kind), 0
    while at < len(words) - 1 and words[at] in known:
        at += 1
    return words[at:]


def _spelt_out(words: tuple[str, ...]) -> tuple[str, ...]:
    short = name_words("short")
    return tuple(short.get(word, word) for word in words)


def _without_polity(words: tuple[str, ...]) -> tuple[str, ...]:
    polity = name_words("polity")
    return tuple(word for word in words if word not in polity)


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """Of names in scripts without blanks: '哈萨克斯坦共和国'."""
    suffix = next((s for s in name_words("suffix") if words and words[-1].endswith(place_key(s))), "")
    return (*words[:-1], words[-1].removesuffix(place_key(suffix))) if suffix else words


def _arabic(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) == 1 and words[0][:1] >= "\u0600" and words[0][:1] <= "\u06ff":
        yield (words[0].removeprefix(_ARABIC_ARTICLE),)
        yield (_ARABIC_ARTICLE + words[0],)
        yield (words[0].removeprefix("ب"),)
