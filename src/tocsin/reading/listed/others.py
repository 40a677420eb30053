"""Lists of those who are not at risk: 'Lawyers who represent the detained:', 'The judges of these trials:', 'We, the undersigned:'."""

import re
from bisect import bisect_right

from tocsin.language.lexicon import Lexicon
from tocsin.language.little_words import little
from tocsin.language.phrases import Hit
from tocsin.reading.listed.entries import NameList
from tocsin.reading.marks import Marked, Material
from tocsin.reading.signatures import Place

CALLED = frozenset({"counsel", "authority", "doer"})
_BEFELL = re.compile(rf"(?i)(?:.*\b(?:{little('who')}))?\s+(?:{little('befell')})\b")
_UNDERSIGNED = re.compile(rf"(?i)(?:{little('undersigned')})")
_HEADING = re.compile(r"([^.!?。:：]+)[:：][^:：]*$")
_GENITIVE = ("ых", "их")
LONGEST_LEAD, FIRST_WORDS = 160, 20  # letters
_LINK = re.compile(rf"(?i)\s*,?\s*(?:{little('of')}|{little('who')}|for|para|pour)(?!\w)")


def others_listed(material: Material) -> frozenset[Place]:
    """The sentence of each name on such lists, and where in it the name stands."""
    starts = [marked.sentence.span.start for marked in material.marked]
    found: set[Place] = set()
    for listed in material.document.lists:
        places = [bisect_right(starts, entry.name.start) - 1 for entry in listed.entries]
        if is_of_others(material, listed, places[0]):
            sentences = [material.marked[place].sentence for place in places]
            names = zip(places, sentences, listed.entries, strict=True)
            found.update((place, sentence.offset(entry.name.start)) for place, sentence, entry in names)
    return frozenset(found)


def is_of_others(material: Material, listed: NameList, place: int) -> bool:
    """`place` is that of the sentence of the first name: what leads to it stands there, or right above."""
    marked = material.marked[place]
    lead = marked.text[: marked.sentence.offset(listed.entries[0].name.start)]
    if any(char.isalpha() for char in lead):
        return _calls_others(lead, material)
    return place > 0 and _leads_others(material.marked[place - 1], material)


def _leads_others(above: Marked, material: Material) -> bool:
    return len(above.text) <= LONGEST_LEAD and _calls_others(above.text, material)


def _calls_others(lead: str, material: Material) -> bool:
    words = material.words
    signed = words.cues("signed").first(lead)
    if (signed is not None and signed.start <= FIRST_WORDS) or _UNDERSIGNED.search(lead):
        return True
    if _take_part(lead, words):
        return True
    bare = lead.rstrip(" :：*_")
    callings = words.cues("callings").find(bare)
    sufferers = [hit for hit in callings if hit.code == "sufferer"]
    return any(
        hit.code in CALLED
        and hit.start <= FIRST_WORDS
        and not _BEFELL.match(bare, hit.end)
        and (_LINK.match(bare, hit.end) or any(_is_of(bare, hit, other) for other in sufferers))
        for hit in callings
    ) or (words.language == "zh" and any(hit.code in CALLED and hit.end == len(bare) for hit in callings))


def _take_part(lead: str, words: Lexicon) -> bool:
    """'Convocan y participan:'; not where the same words say what befell them: 'Participants who were arrested:'."""
    led = _HEADING.search(lead)
    told = words.cues("taking_part").first(led[1]) if led else None
    if led is None or told is None or told.start > FIRST_WORDS:
        return False
    return not any(words.cues(part).first(led[1]) for part in ("status", "group_status", "plights"))


def _is_of(lead: str, called: Hit, sufferer: Hit) -> bool:
    """'Avocats des détenus', 'Адвокаты задержанных'; not 'abogados detenidos'."""
    between = lead[called.end : sufferer.start]
    return bool(between.strip()) or lead[: sufferer.end].endswith(_GENITIVE)
