"""The nominative of a Russian or Czech name that a text prints in another case only."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tocsin.language.ordinary_words import how_ordinary
from tocsin.language.person_names import regions

VERY_ORDINARY = 3
_ALSO_WORDS = frozenset(["Роман", "Надежда", "Слава", "Вера", "Любовь", "Лев", "Мир", "Марта", "Рада"])


class Ending(NamedTuple):
    """`cases` are the endings that stand for `nominative` in genitive, dative, accusative, instrumental, locative."""

    nominative: str
    is_woman: bool
    cases: tuple[str, str, str, str, str]


def _endings(*rows: tuple[str, bool, str]) -> tuple[Ending, ...]:
    return tuple(
        Ending(nominative, is_woman, (cases[0], cases[1], cases[2], cases[3], cases[4]))
        for nominative, is_woman, row in rows
        for cases in [row.replace("-", "").split(",")]
    )


_GIVEN = {
    "ru": _endings(
        ("", False, "-а,-у,-а,-ом,-е"), ("й", False, "-я,-ю,-я,-ем,-е"), ("ий", False, "-ия,-ию,-ия,-ием,-ии"),
        ("ь", False, "-я,-ю,-я,-ем,-е"), ("а", True, "-ы,-е,-у,-ой,-е"), ("а", True, "-и,-е,-у,-ой,-е"),
        ("ия", True, "-ии,-ии,-ию,-ией,-ии"), ("я", True, "-и,-е,-ю,-ей,-е"), ("ь", True, "-и,-и,-ь,-ью,-и"),
        ("а", False, "-ы,-е,-у,-ой,-е"), ("я", False, "-и,-е,-ю,-ей,-е"),
    ),
    "cs": _endings(
        ("", False, "-a,-ovi,-a,-em,-ovi"), ("", False, "-e,-i,-e,-em,-i"), ("ek", False, "-ka,-kovi,-ka,-kem,-kovi"),
        ("el", False, "-la,-lovi,-la,-lem,-lovi"), ("a", True, "-y,-ě,-u,-ou,-ě"), ("a", True, "-y,-e,-u,-ou,-e"),
        ("ka", True, "-ky,-ce,-ku,-kou,-ce"), ("e", True, "-e,-i,-i,-í,-i"), ("í", False, "-ího,-ímu,-ího,-ím,-ím"),
    ),
}  # fmt: skip
_FAMILY = {
    "ru": _endings(
        ("ов", False, "-ова,-ову,-ова,-овым,-ове"), ("ев", False, "-ева,-еву,-ева,-евым,-еве"),
        ("ёв", False, "-ёва,-ёву,-ёва,-ёвым,-ёве"), ("ин", False, "-ина,-ину,-ина,-иным,-ине"),
        ("ын", False, "-ына,-ыну,-ына,-ыным,-ыне"), ("ова", True, "-овой,-овой,-ову,-овой,-овой"),
        ("ева", True, "-евой,-евой,-еву,-евой,-евой"), ("ёва", True, "-ёвой,-ёвой,-ёву,-ёвой,-ёвой"),
        ("ина", True, "-иной,-иной,-ину,-иной,-иной"), ("ына", True, "-ыной,-ыной,-ыну,-ыной,-ыной"),
        ("ский", False, "-ского,-скому,-ского,-ским,-ском"), ("ская", True, "-ской,-ской,-скую,-ской,-ской"),
        ("цкий", False, "-цкого,-цкому,-цкого,-цким,-цком"), ("цкая", True, "-цкой,-цкой,-цкую,-цкой,-цкой"),
        ("вич", False, "-вича,-вичу,-вича,-вичем,-виче"), ("вна", True, "-вны,-вне,-вну,-вной,-вне"),
        ("ук", False, "-ука,-уку,-ука,-уком,-уке"), ("юк", False, "-юка,-юку,-юка,-юком,-юке"),
        ("ич", False, "-ича,-ичу,-ича,-ичем,-иче"), ("ик", False, "-ика,-ику,-ика,-иком,-ике"),
        ("ак", False, "-ака,-аку,-ака,-аком,-аке"), ("ян", False, "-яна,-яну,-яна,-яном,-яне"), ("ер", False, "-ера,-еру,-ера,-ером,-ере"),
    ),
    "cs": _endings(
        ("ová", True, "-ové,-ové,-ovou,-ovou,-ové"), ("á", True, "-é,-é,-ou,-ou,-é"),
        ("ý", False, "-ého,-ému,-ého,-ým,-ém"), ("ek", False, "-ka,-kovi,-ka,-kem,-kovi"),
        ("a", False, "-y,-ovi,-u,-ou,-ovi"), ("", False, "-a,-ovi,-a,-em,-ovi"), ("", False, "-e,-i,-e,-em,-i"),
    ),
}  # fmt: skip
_NOMINATIVE = 5
_MEN = frozenset(["Илья", "Никита", "Савва", "Фома", "Лука", "Кузьма", "Данила", "Honza"])
_WOMEN = frozenset(["Любовь", "Нинель", "Айгуль"])
_FLEETING = {
    "Павел": "Павл", "Лев": "Льв", "Пётр": "Петр", "Marek": "Mark", "Radek": "Radk", "Karel": "Karl", "Pavel": "Pavl",
}  # fmt: skip


class Form(NamedTuple):
    """What a word may be: the form it stands for, whose, and in which case."""

    nominative: str
    is_woman: bool
    case: int


def nominative(name: str, language: str) -> str | None:
    """'Татьяну Кадиеву' -> 'Татьяна Кадиева'; None where it is one already, or may be two people's."""
    if language not in _GIVEN:
        return None
    words = name.split()
    found = {read for place in range(len(words)) for read in _readings(words, place, language)}
    return found.pop() if len(found) == 1 and name not in found else None


def is_given_form(word: str, language: str) -> bool:
    """'Михаила', 'Татьяну': a given name in a case; not where it is rather an ordinary word ('Романа', 'Веру')."""
    low = word.lower()
    if language not in _GIVEN or how_ordinary(low, language) >= VERY_ORDINARY:
        return False
    return any(form.nominative not in _ALSO_WORDS for form in _given(language).get(low, ()))


def _readings(words: list[str], place: int, language: str) -> Iterator[str]:
    """The whole name as it would stand in the nominative, where the word at `place` is the given name."""
    for given in _given(language).get(words[place].lower(), ()):
        others = [
            [form.nominative for form in _family(word, language) if form[1:] == given[1:]][:1]
            for at, word in enumerate(words)
            if at != place
        ]
        if others and all(others):
            parts = [one[0] for one in others]
            yield " ".join([*parts[:place], given.nominative, *parts[place:]])


def _family(word: str, language: str) -> Iterator[Form]:
    for ending in _FAMILY[language]:
        if word.endswith(ending.nominative) and _is_whole(word, ending, language):
            yield Form(word, ending.is_woman, _NOMINATIVE)
        for case, written in enumerate(ending.cases):
            stem = word.removesuffix(written)
            if written and stem != word and len(stem) > 1 and _may_end(stem, ending):
                yield Form(stem + ending.nominative, ending.is_woman, case)
    if word.endswith(_UNDECLINED.get(language, ())):
        cases = range(_NOMINATIVE + 1)
        yield from (Form(word, is_woman, case) for is_woman in (False, True) for case in cases)


_UNDECLINED = {"ru": ("о", "ых", "их")}  # 'Шевченко', 'Черных'

_VOWELS = frozenset("aeiouyáéíóúůýěаеёиоуыэюя")
_SOFT = frozenset("sšcčžzřjďťň")


def _is_whole(word: str, ending: Ending, language: str) -> bool:
    return bool(ending.nominative) or word[-1].lower() not in _VOWELS


def _may_end(stem: str, ending: Ending) -> bool:
    """A name without an ending of its own, or in '-ek', has a consonant there; a soft one where it takes '-e'."""
    if ending.nominative and ending.nominative != "ek":
        return True
    return stem[-1] not in _VOWELS and (ending.cases[0] != "e" or stem[-1] in _SOFT)


@cache
def _given(language: str) -> dict[str, tuple[Form, ...]]:
    """Every form of every known given name, in lower case."""
    region = {"ru": "russian", "cs": "czech"}[language]
    forms: dict[str, dict[Form, None]] = {}
    for name in regions()[region][0]:
        for written, form in _forms_of(name, language):
            forms.setdefault(written.lower(), {})[form] = None
    return {written: tuple(ones) for written, ones in forms.items()}


def _forms_of(name: str, language: str) -> Iterator[tuple[str, Form]]:
    is_open = name[-1] in "аяae"
    for ending in _GIVEN[language]:
        stem = _FLEETING.get(name, name.removesuffix(ending.nominative))
        is_fit = (
            name.endswith(ending.nominative) if ending.nominative else name[-1] not in _VOWELS | {"й", "ь"}
        )
        is_woman = name in _WOMEN if name[-1] == "ь" else is_open and name not in _MEN
        if is_fit and ending.is_woman == is_woman:
            for plain in dict.fromkeys((name, name.replace("ё", "е"))):
                yield plain, Form(plain, is_woman, _NOMINATIVE)
                for case, written in enumerate(ending.cases):
                    written = (stem if plain == name else stem.replace("ё", "е")) + written
                    yield written, Form(plain, is_woman, case)
