"""Names in a list of people that the name model overlooks: what stands among names in a row is a name too."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.person_names import is_given_name
from tocsin.language.places import city_country

SURE, FEWEST, MOST_WORDS = 0.5, 3, 4
LONGEST_HAN = 3  # characters
_GAP = re.compile(r"\s*(?:[,;&]\s*(?:and|y|e|et|und|и|a|og|i)?|(?:and|y|e|et|und|и|a|og|i)\b)\s*")
_HAN_ITEM = re.compile(r"[^、及和與与]+")
_HAN_REST = re.compile(r"(?:等|[一二三四五六七八九十两兩]+[人名位]).*")


def completed(text: str, runs: Iterable[Name], people: tuple[Name, ...], words: Lexicon) -> Iterator[Name]:
    """`runs` are capitalised runs that name no country; `people` those of them who are known."""
    if len(people) < 2:
        return
    if words.language == "zh":
        yield from _of_han_lists(text, people, words)
        return
    for row in _rows(text, [_with_lead(run, text, words) for run in runs]):
        yield from _of_row(row, people, words)


_LEAD = re.compile(r"(?:[,;]|\b(?:and|y|e|et|und|и|i|a|og)) ([^\W\d_a-zß-ÿа-яё][^\W\d_]{1,9}) $")


def _with_lead(run: Name, text: str, words: Lexicon) -> Name:
    """'Wu Lan, He Yi and Su Mo': in a row an ordinary word with a capital is half of a name."""
    if len(run.words) > 1 or run.title:
        return run
    lead = _LEAD.search(text, max(0, run.start - 16), run.start)
    if lead is None or lead[1].lower() not in words.words("function_words", "not_names"):
        return run
    return run._replace(start=lead.start(1), text=f"{lead[1]} {run.text}")


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


def _of_han_lists(text: str, people: tuple[Name, ...], words: Lexicon) -> Iterator[Name]:
    """'北京的许甫林、胡志军和腾亮亮等': rare family names stand in no list; the first and the last item need a known one."""
    families = words.words("family_names")
    for match in _han_list().finditer(text):
        items = [_bare_item(text, m.start() + match.start(), m[0]) for m in _HAN_ITEM.finditer(match[0])]
        named = [any(person.start < end and start < person.end for person in people) for start, end in items]
        if sum(named) * 2 < len(items) or sum(named) < 2:
            continue
        for place, (start, end) in enumerate(items):
            is_inner = 0 < place < len(items) - 1
            is_name = 2 <= end - start <= LONGEST_HAN and (is_inner or text[start] in families)
            if is_name and not named[place]:
                yield Name(start, end, text[start:end], None, SURE)


@cache
def _han_list() -> re.Pattern[str]:
    return re.compile(r"[\u3400-\u9fff]{2,9}(?:[、及和與与][\u3400-\u9fff]{2,9}){2,}")


def _bare_item(text: str, start: int, item: str) -> tuple[int, int]:
    """Without what stands before 'of' and what a list ends with."""
    begin = start + item.rfind("的") + 1
    closed = _HAN_REST.search(text, begin, start + len(item))
    return begin, closed.start() if closed else start + len(item)
