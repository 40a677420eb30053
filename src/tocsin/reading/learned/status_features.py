"""What the status model is told of one status a person may have: where the words for it stand, whatever the status."""

from collections import Counter
from collections.abc import Callable, Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.dossiers import Dossier, Mention
from tocsin.reading.learned.models import Item
from tocsin.reading.marks import Material
from tocsin.reading.sections import Section

STATUSES = (
    "killed", "missing", "deported", "released", "sentenced", "injured", "charged", "detained", "dismissed",
    "threatened", "in_hiding", "on_strike", "at_risk", "other",
)  # fmt: skip
NEAR, FOLLOWING, LONGEST_LIST, MANY = 90, 2, 12, 4


def plights_of(material: Material) -> Counter[str]:
    """How many sentences of the text speak of each status; the headline counts for more."""
    found: Counter[str] = Counter()
    for marked in material.marked:
        weight = 3 if marked.section is Section.HEADLINE else 1
        found.update(dict.fromkeys(material.words.cues("plights").codes(marked.text), weight))
    return found


def items_of(dossier: Dossier, plights: Counter[str], material: Material) -> dict[str, Item]:
    """For each status what speaks for it."""
    told: dict[str, list[str]] = {status: [] for status in STATUSES}
    for mention in dossier.mentions:
        for status, words in _of_mention(mention, material):
            told[status].append(words)
    for rank, (status, _) in enumerate(plights.most_common(3)):
        told[status].append(f"text:{rank}")
    return {status: _item(status, ones, plights[status]) for status, ones in told.items()}


def _item(status: str, told: list[str], times: int) -> Item:
    """`times` is how often the whole text speaks of the status: where never, it can hardly be that."""
    own = [*(list(dict.fromkeys(told)) or ["nothing"]), f"in text:{min(times, MANY)}"]
    return [f"is:{status}", *own, *(f"{one}|{status}" for one in own)]


def _of_mention(mention: Mention, material: Material) -> Iterator[tuple[str, str]]:
    """(status, where in the sentence or after it words for it stand)."""
    marked, name, words = mention.marked, mention.name, material.words
    before, after = (
        marked.text[max(0, name.start - NEAR) : name.start],
        marked.text[name.end : name.end + NEAR],
    )
    yield from _nearest(_hits(before, words), "before", key=lambda hit: -hit.end)
    yield from _nearest(_hits(after, words), "after", key=lambda hit: hit.start)
    yield from ((code, "sentence") for code in words.cues("plights").codes(marked.text))
    yield from ((code, "list head") for code in _list_head(mention.index, material))
    for following in material.marked[mention.index + 1 : mention.index + 1 + FOLLOWING]:
        if following.people or following.sentence.paragraph != marked.sentence.paragraph:
            return
        yield from ((code, "next sentence") for code in words.cues("plights").codes(following.text))


def _list_head(index: int, material: Material) -> list[str]:
    """What the line speaks of that leads the list a name stands in."""
    for earlier in reversed(material.marked[max(0, index - LONGEST_LIST) : index]):
        if earlier.text.rstrip().endswith((":", "：")):
            return material.words.cues("plights").codes(earlier.text)
    return []


def _hits(text: str, words: Lexicon) -> list[Hit]:
    return list(words.cues("plights").find(text))


def _nearest(hits: list[Hit], where: str, key: Callable[[Hit], int]) -> Iterator[tuple[str, str]]:
    for rank, hit in enumerate(sorted(hits, key=key)):
        yield hit.code, where
        if not rank:
            yield hit.code, f"next {where}"
