"""What the standing model is told of a person: what was found about her, and the words around her name."""

import re
from collections.abc import Iterator

from tocsin.language.countries import find_country
from tocsin.language.lexicon import Lexicon
from tocsin.language.person_names import is_family_name, is_given_name
from tocsin.language.places import city_country
from tocsin.reading.dossiers import Dossier, Mention
from tocsin.reading.learned.company import Company
from tocsin.reading.learned.models import Weighted
from tocsin.reading.learned.nearest import of_nearest
from tocsin.reading.learned.tokens import tokens_of
from tocsin.reading.marks import Marked, Material

CLOSE, NEAR, BESIDE, FOLLOWING, LAST_LINES, LONGEST_LIST = 25, 70, 2, 2, 3, 15
LOOKED_OVER = 100_000  # letters: of thousands of people in a long text each would look over all of it
_WORD = re.compile(r"\w")
_AGE = re.compile(r"\s*(?:,|\(|（)?\s*(?:aged?\s+|de\s+|im Alter von\s+)?\d{1,2}(?!\d)")
_JOINED = re.compile(r"^\s*(?:,|;|、|及|和|与|&|\b(?:and|or|y|e|et|und|и|i|a|og)\b)")


def item_of(dossier: Dossier, company: Company, material: Material) -> Weighted:
    """What holds of the whole weighs one; what holds of some mentions weighs their share.

    Single words weigh half: what stands beside a name in a few hundred texts need not stand there in others.
    """
    told: Weighted = dict.fromkeys((*_of_the_whole(dossier, company, material), *_of_evidence(dossier)), 1.0)
    share = 1 / len(dossier.mentions)
    for mention in dossier.mentions:
        for one in dict.fromkeys(_of_mention(mention, material)):
            told[one] = told.get(one, 0.0) + (share / 2 if one[0] in "<>" else share)
    return told


def _of_the_whole(dossier: Dossier, company: Company, material: Material) -> Iterator[str]:
    yield f"mentions:{min(len(dossier.mentions), 5)}"
    yield f"words:{min(len(dossier.name.split()), 4)}"
    if company.is_most_mentioned(dossier):
        yield "most-mentioned"
    yield "first-named" if company.is_first(dossier) else "named-later"
    yield f"others-in-plight:{min(company.others_in_plight(dossier), 4)}"
    if company.shares_surname(dossier):
        yield "shares-a-name"
    if dossier.role:
        yield "role"
        yield f"role:{dossier.role[0].lower().split()[-1]}"
    yield from _of_name(dossier.name, material)
    # In their order, each once: a set's order differs from process to process, and training with it.
    yield from dict.fromkeys(f"office:{held.where}" for held in dossier.offices) or ("no-office",)
    yield from dict.fromkeys(f"office:{held.code}" for held in dossier.offices)
    unmarked = material.document.text.count(dossier.name, 0, LOOKED_OVER) - len(dossier.spans)
    if unmarked > 0:
        yield f"unmarked:{min(unmarked, 3)}"
    surest = max(mention.name.sure for mention in dossier.mentions)
    yield from (f"name>{bound}" for bound in (0.6, 0.8, 0.95) if surest > bound)


def _of_name(name: str, material: Material) -> Iterator[str]:
    """Whether it looks like a name at all, and stands unmarked elsewhere."""
    parts = name.split()
    yield f"given:{is_given_name(parts[0])}"
    yield f"family:{is_family_name(parts[-1])}"
    if not any(is_given_name(part) or is_family_name(part) for part in parts):
        yield "no known part"
    if city_country(name) or find_country(name):
        yield "place"
    if material.words.cues("organisations").first(name):
        yield "body"
    if name.isupper():
        yield "in capitals"


def _of_evidence(dossier: Dossier) -> Iterator[str]:
    is_told = any(evidence.is_sure for evidence in dossier.evidence)
    yield f"told:{is_told} office:{bool(dossier.offices)}"
    yield f"evidence:{min(len(dossier.evidence), 4)}"
    yield f"sure:{min(sum(e.is_sure for e in dossier.evidence), 3)}"
    for evidence in dossier.evidence:
        yield f"ev:{evidence.status}"
        yield f"ev:{evidence.status}:{'sure' if evidence.is_sure else 'loose'}"
        yield f"ev:{evidence.rule.partition(': ')[2]}"


def _of_mention(mention: Mention, material: Material) -> Iterator[str]:
    marked, name = mention.marked, mention.name
    before, after = marked.text[: name.start], marked.text[name.end :]
    yield f"in:{marked.section}"
    if name.title:
        yield "title"
        yield f"title:{name.title.split()[-1].lower().strip('.')}"
    if len(material.marked) - mention.index <= LAST_LINES:
        yield "at-the-end"
    yield f"at:{mention.index if mention.index < 3 else 'later'}"
    if not _WORD.search(before):
        yield "begins"
        if not _WORD.search(after):
            yield "alone"
    if _AGE.match(after):
        yield "age"
    yield from _of_sentences(mention, material)
    yield from of_nearest(marked, name, material.words)
    yield from _of_list(marked, name.start, name.end)
    yield from _of_cues(before, after, material.words)
    yield from _of_words(before, after, material.words)


def _of_list(marked: Marked, start: int, end: int) -> Iterator[str]:
    """Names side by side."""
    for other in marked.people:
        between = marked.text[end : other.start] if other.start >= end else marked.text[other.end : start]
        if len(between) < 25 and _JOINED.match(between):
            yield "listed"


def _of_cues(before: str, after: str, words: Lexicon) -> Iterator[str]:
    """Which cue phrases stand how near; a name in a byline; who says something."""
    if before.strip(' *_[(-–:"').lower() in words.words("byline"):
        yield "byline"
    yield from (f"is<{code}" for code in words.cues("callings").codes(before[-CLOSE:]))
    yield from (f"is>{code}" for code in words.cues("callings").codes(after[:CLOSE]))
    for part in ("plights", "incidents", "statements", "callings", "organisations"):
        yield from (f"{part}<{code}" for code in words.cues(part).codes(before[-NEAR:]))
        yield from (f"{part}>{code}" for code in words.cues(part).codes(after[:NEAR]))
    for part in ("demands", "offices"):
        yield from (f"{part}<" for _ in words.cues(part).codes(before[-NEAR:])[:1])


def _of_words(before: str, after: str, words: Lexicon) -> Iterator[str]:
    """The two words on each side."""
    nearest = [token.text.lower() for token in tokens_of(before[-NEAR:])][::-1]
    following = [token.text.lower() for token in tokens_of(after[:NEAR])]
    for place, word in enumerate(nearest[:BESIDE], 1):
        yield f"<{place}:{word}"
    for place, word in enumerate(following[:BESIDE], 1):
        yield f">{place}:{word}"
    yield from (
        f"<{part}" for part in ("articles", "place_prepositions") if set(nearest[:1]) & words.words(part)
    )


def _of_sentences(mention: Mention, material: Material) -> Iterator[str]:
    """What the sentence speaks of, and those after it in the paragraph until somebody else is named."""
    yield from (f"~{one}" for one in _gist(mention.marked, material.words))
    yield from (f"-{one}" for one in _of_head(mention.index, material))
    for marked in material.marked[mention.index + 1 : mention.index + 1 + FOLLOWING]:
        if marked.people or marked.sentence.paragraph != mention.marked.sentence.paragraph:
            return
        yield from (f"+{one}" for one in _gist(marked, material.words))


def _of_head(index: int, material: Material) -> Iterator[str]:
    """What the last sentence before speaks of that names nobody: it may lead a list of names."""
    for marked in reversed(material.marked[max(0, index - LONGEST_LIST) : index]):
        if not marked.people:
            yield from _gist(marked, material.words)
            yield from (f"c:{code}" for code in material.words.cues("callings").codes(marked.text))
            return


def _gist(marked: Marked, words: Lexicon) -> list[str]:
    told = words.cues("plights").codes(marked.text)
    return told + [f"i:{code}" for code in words.cues("incidents").codes(marked.text)]
