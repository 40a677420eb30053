"""Names in a list of people that the name model overlooks: what stands among names in a row is a name too."""

import re
from collections.abc import Iterable, Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.person_names import is_given_name
from tocsin.language.places import city_country
from tocsin.reading.learned.name_features import FIRST_HAN

SURE, FEWEST, MOST_WORDS = 0.5, 3, 4
_GAP = re.compile(r"\s*(?:[,;&]\s*(?:and|y|e|et|und|и|a|og|i)?|(?:and|y|e|et|und|и|a|og|i)\b)\s*")
_HAN_LIST = re.compile(r"[\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4}){2,}")
_HAN_ITEM = re.compile(r"[^、]+")


def completed(text: str, runs: Iterable[Name], people: tuple[Name, ...], words: Lexicon) -> Iterator[Name]:
    """`runs` are capitalised runs that name no country; `people` those of them who are known."""
    if len(people) < 2:
        return
    if words.language == "zh":
        yield from _of_han_lists(text, people)
        return
    for row in _rows(text, list(runs)):
        yield from _of_row(row, people, words)


def _rows(text: str, runs: list[Name]) -> Iterator[list[Name]]:
    """Runs that commas or an 'and' tie together."""
    row: list[Name] = []
    for run in runs:
        if row and not _GAP.fullmatch(text, row[-1].end, run.start):
            yield row
            row = []
        row.append(run)
    yield row


def _of_row(row: list[Name], people: tuple[Name, ...], words: Lexicon) -> Iterator[Name]:
    others = [one for one in row if not _is_met(one, people)]
    known = len(row) - len(others)
    alike = known + sum(len(one.words) == 1 and is_given_name(one.text) for one in others)
    if len(row) < FEWEST or known < 2 or alike * 3 < len(row):
        return
    are_short = all(len(one.words) == 1 for one in row)
    for one in others:
        if (are_short or 1 < len(one.words) <= MOST_WORDS) and _may_be_name(one, words):
            yield one._replace(sure=SURE)


def _is_met(one: Name, people: tuple[Name, ...]) -> bool:
    return any(person.start < one.end and one.start < person.end for person in people)


def _may_be_name(one: Name, words: Lexicon) -> bool:
    """No body, no thing, no town; nothing in capitals, which are short for bodies."""
    return (
        not one.text.isupper()
        and words.words("not_names").isdisjoint(part.lower() for part in one.words)
        and words.cues("organisations").first(one.text) is None
        and (city_country(one.text) is None or is_given_name(one.text))
    )


def _of_han_lists(text: str, people: tuple[Name, ...]) -> Iterator[Name]:
    """'许甫林、胡志军、腾亮亮': rare family names stand in no list."""
    for match in _HAN_LIST.finditer(text):
        items = [(m.start() + match.start(), m[0]) for m in _HAN_ITEM.finditer(match[0])]
        inner = items[1:-1]
        named = [any(person.start == start for person in people) for start, _ in items]
        if sum(named) * 2 <= len(items):
            continue
        for start, item in inner:
            is_new = not any(person.start < start + len(item) and start < person.end for person in people)
            if is_new and len(item) <= 3 and item >= FIRST_HAN:
                yield Name(start, start + len(item), item, None, SURE)
