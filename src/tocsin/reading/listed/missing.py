"""Lists of which more people are told than were read, and rows that bear one name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tocsin.reading.listed.entries import Entry, NameList
from tocsin.reading.listed.namesakes import are_alike
from tocsin.reading.lists import announced
from tocsin.reading.marks import Marked, Material
from tocsin.terms.draft import Warning
from tocsin.terms.people import Person
from tocsin.terms.span import Span

FEWEST, MOST = 8, 5000  # people that a list is said to hold
MOST_ABOVE = 2  # sentences above a list in which their number may stand
LETTERS_A_ROW = 120
NUMBERED = 0.8  # share of the rows


def list_warnings(material: Material, people: tuple[Person, ...]) -> Iterator[Warning]:
    """What a reviewer should look for in a list before she trusts that it was read whole."""
    starts = sorted({span.start for person in people for span in person.spans})
    sentences = [marked.sentence.span.start for marked in material.marked]
    for listed in material.document.lists:
        first = bisect_right(sentences, listed.entries[0].name.start) - 1
        yield from _too_few(material, listed, first, _people_in(listed.span, people))
        yield from _of_one_name(listed)
    yield from _unread(material, starts)


def _people_in(span: Span, people: tuple[Person, ...]) -> int:
    return sum(any(span.holds(one) for one in person.spans) for person in people)


def _too_few(material: Material, listed: NameList, first: int, read: int) -> Iterator[Warning]:
    if not read:
        return  # signatories, witnesses: nobody at risk
    said = [_numbered(listed), *(count for count, _ in _counted(material, first))]
    most = max(said)
    if most > read:
        yield _warning(most, read, (listed.entries[0].row,))


def _numbered(listed: NameList) -> int:
    """How many the numbers before the rows make."""
    numbers = {entry.number for entry in listed.entries if entry.number is not None}
    if len(numbers) < NUMBERED * len(listed.entries):
        return 0
    whole = max(numbers) - min(numbers) + 1
    return whole if whole * NUMBERED <= len(numbers) or max(numbers) < MOST else 0


def _counted(material: Material, first: int) -> Iterator[tuple[int, Span]]:
    """The number of people told of last above a list, unless only some of them are named."""
    above = material.marked[max(0, first - MOST_ABOVE) : first + 1][::-1]
    for marked in above:
        if any(material.words.cues(part).first(marked.text) for part in ("some_of", "among", "group_named")):
            return
        told = [
            c
            for c in marked.counts
            if c.noun and c.count.low == c.count.high and FEWEST <= c.count.low <= MOST
        ]
        if told:
            yield told[-1].count.low, marked.span(told[-1].start, told[-1].end)
            return


def _unread(material: Material, starts: list[int]) -> Iterator[Warning]:
    """'The names of the 130 detainees are:', and fewer people behind it, where no list was seen."""
    known = [listed.span for listed in material.document.lists]
    for index, marked in enumerate(material.marked):
        if not _leads(marked, material):
            continue
        for said, span in _counted(material, index):
            begin = marked.sentence.span.start
            reach = Span(begin, begin + said * LETTERS_A_ROW)
            read = bisect_left(starts, reach.end) - bisect_left(starts, begin)
            if read < said and not any(reach.overlaps(one) for one in known):
                yield _warning(said, read, (span,))


def _leads(marked: Marked, material: Material) -> bool:
    """'The names of those detained are:'."""
    if not marked.text.rstrip(" *_").endswith((":", "：")):
        return False
    is_of_names = material.words.cues("identified").first(marked.text) is not None
    return is_of_names and announced(marked, material) is not None


def _warning(said: int, read: int, spans: tuple[Span, ...]) -> Warning:
    message = f"This list is said to hold {said} people, and {read} were read from it: look who is missing, and add them by hand."
    return Warning("list_incomplete", message, spans)


def _of_one_name(listed: NameList) -> Iterator[Warning]:
    """Two rows with one name."""
    by_name: dict[str, list[Entry]] = {}
    for entry in listed.entries:
        by_name.setdefault(entry.text.casefold(), []).append(entry)
    for same in by_name.values():
        if len(same) < 2:
            continue
        name, spans = same[0].text, tuple(entry.name for entry in same)
        if all(are_alike(same[0], other) for other in same):
            message = f"{name} stands in the list {len(same)} times and nothing tells the rows apart: read as one person. If they are several, add the others by hand."
        else:
            message = f"{name} stands in the list {len(same)} times with different details: read as different people. If it is one person, reject the others."
        yield Warning("same_name", message, spans)
