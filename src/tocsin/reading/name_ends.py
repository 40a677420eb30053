"""Where a name ends that the model marked: initials before it belong to it; titles and words of every day do not."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.language.little_words import little
from tocsin.language.nominatives import is_given_form
from tocsin.language.ordinary_words import how_ordinary
from tocsin.language.person_names import further_kinds, is_family_name, is_given_name

CASED = frozenset({"ru", "uk", "be"})
VERY_COMMON = 2  # how ordinary a word must be to be cut off


def trimmed(text: str, start: int, end: int, words: Lexicon) -> tuple[int, int]:
    """The beginning and end of the name itself."""
    start = _without_title(text, _with_capitals(text, _with_initials(text, start), words), end, words)
    start = _behind_a_name_of_things(text, start, end, words)
    return _without_common(text, start, _without_title_behind(text, start, end), words)


_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.? ?){2,3}(?<= )$")


def _with_initials(text: str, start: int) -> int:
    """'S K Pal': initials without full stops belong to the name too."""
    match = _INITIALS.search(text, max(0, start - 9), start)
    return match.start() if match else start


_QUOTE = re.compile(r"[\"»”“]\s(?=\S+\s\S+$)")  # 'профсоюза "Пекарь" Ивана Петрова'
_FATHER = re.compile(r"(?i)(?:вич|вна|чна|ьич|вича|вичу|вичем|вны|вной|вне)$")


def _behind_a_name_of_things(text: str, start: int, end: int, words: Lexicon) -> int:
    """'порта Речной Ивана Петрова': in languages of cases a first name before the last word begins the name."""
    name = text[start:end]
    if quote := _QUOTE.search(name):
        return start + quote.end()
    *before, given, family = ["", "", *name.split(" ")]
    is_led = bool("".join(before)) and _is_first_name(given, words) and not _is_first_name(family, words)
    if not is_led or _FATHER.search(family) or any(_is_first_name(word, words) for word in before):
        return start
    return end - len(f"{given} {family}")


def _is_first_name(word: str, words: Lexicon) -> bool:
    """In any case of a language that has them."""
    in_cases = words.language in CASED
    return in_cases and (is_given_form(word, words.language) or is_given_name(word))


_SURNAME = re.compile(r"\s*([A-ZÀ-Þ]{2,}) $")
# 'Chairman', 'governor' in Chinese addresses in Latin letters stand behind the name.
_TITLE_BEHIND = re.compile(rf"(?i) (?:{little('title_behind')})$")


def _with_capitals(text: str, start: int, words: Lexicon) -> int:
    """'NGUYEN Van Mau': a family name in capitals that begins the line belongs to the name."""
    match = _SURNAME.fullmatch(text, 0, start)
    if match is None or match[1].lower() in words.words("titles", "office_heads", "function_words"):
        return start
    return match.start(1)


def _without_title_behind(text: str, start: int, end: int) -> int:
    title = _TITLE_BEHIND.search(text, start, end)
    return title.start() if title else end


def _without_common(text: str, start: int, end: int, words: Lexicon) -> tuple[int, int]:
    """'Help Max Solopov', 'AND JEREMIE DORVIL', 'Farooq can': words of every day at the ends of a name."""
    parts = text[start:end].split(" ")
    if len(parts) > 1 and parts[-1].islower() and _is_common(parts[-1], words):
        return start, end - len(parts[-1]) - 1
    is_led = len(parts) > 2 and is_given_name(parts[1]) and not _is_named(parts[0])
    if is_led and _is_common(parts[0].lower(), words):
        return start + len(parts[0]) + 1, end
    return start, end


def _is_common(low: str, words: Lexicon) -> bool:
    is_common = how_ordinary(low, words.language) >= VERY_COMMON or low in words.words("function_words")
    return is_common and low not in words.words("name_particles")


def _is_named(word: str) -> bool:
    return is_given_name(word) or is_family_name(word) or "given" in further_kinds(word)


# 'Piazza Roma, A REGGIO EMILIA Anna Rossi': the last of a run of capitals is no part of a name written otherwise.
_SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{2,}\s$")
_END_OF_SHOUTED = re.compile(r"[A-ZÀ-Þ]{3,}\s(?=[A-ZÀ-Þ][a-zß-ÿ]+\s[A-ZÀ-Þ])")
_SHORT_IN_A_CASE = re.compile(r"[А-ЯЁ]{3,}[а-яё]{1,3}\s(?=[А-ЯЁ][а-яё])")  # 'горняков РОСТЕСТа Ивана Петрова'
_ELIDED = re.compile(r"(?:d|l|qu|dell|all|nell)['’](?=[^\W\d_a-zß-ÿ])")  # "d'Olivier"


def _without_title(text: str, start: int, end: int, words: Lexicon) -> int:
    """'MP Jane Roe', 'Kurdish Azad Roe': what the model took into the name and is none of it."""
    shouted = _END_OF_SHOUTED.match(text, start, end)
    if shouted and _SHOUTED.search(text, 0, start):
        start = shouted.end()
    short = _SHORT_IN_A_CASE.match(text, start, end)
    start = short.end() if short else start
    elided = _ELIDED.match(text, start, end)
    start = elided.end() if elided else start
    first = text[start:end].split(" ", 1)[0]
    rest = text[start + len(first) + 1 : end].strip()
    return start + len(first) + 1 if rest and _is_before_names(first, words) else start


def _is_before_names(word: str, words: Lexicon) -> bool:
    """A title, an office written in one, a people; no first name that sounds like one."""
    low = word.lower().rstrip(".")
    if low in words.words("titles", "office_heads"):
        return True
    is_office = low.endswith(tuple(words.words("office_endings"))) if words.words("office_endings") else False
    return (is_office or low in words.words("before_names")) and not is_given_name(word)
