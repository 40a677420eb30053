"""What the words after a name say of whoever bears it."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.little_words import little
from tocsin.language.names import Name
from tocsin.reading.evidence import AUXILIARY, BEFORE, LISTED, VERBS, Evidence, evidence, is_fact, is_listed
from tocsin.reading.han_clauses import is_han_subject
from tocsin.reading.marks import Marked

AFTER, FAR, CLOSE = 190, 45, 60
SAYING = frozenset({"said", "refused", "changed"})
LEADS_ON = re.compile(r"(?i)\b(?:of|for|with|against|behalf of|free|save|defend)$")
_ACTS_ON = re.compile(rf"(?i)(?:{little('acts_on')})(?:\s.*)?")


_OF_KIN = re.compile(
    r"\s*(?:of|de|d'|del|des|von|du|di|do|da|af|на)?\s*(?:the\s+)?(?:late\s+)?(?:[A-Z]\w{1,3}\.\s*)?",
    re.IGNORECASE,
)


def _is_of_kin(marked: Marked, name: Name, words: Lexicon) -> bool:
    """'Jane Roe, daughter of John Roe, was killed': what follows is said of the daughter."""
    earlier = [other.end for other in marked.people if other.end <= name.start]
    if not earlier:
        return False
    between = marked.text[earlier[-1] : name.start]
    return any(
        hit.code == "kin"
        and _IN_APPOSITION.fullmatch(between, 0, hit.start)
        and _OF_KIN.fullmatch(between, hit.end)
        for hit in words.cues("callings").find(between)
    )


def _is_cited(marked: Marked, name: Name, words: Lexicon) -> bool:
    """'According to the minister Jane Roe, ten people were killed': what follows befell others."""
    clause = _CLAUSE_END.split(marked.text[max(0, name.start - BEFORE) : name.start])[-1]
    return words.cues("citing").first(clause) is not None


def _did_it(text: str, name: Name, words: Lexicon) -> bool:
    """'was threatened by the secretary for land, Jane Roe, was beaten': who holds the office did the one, and suffered not the other."""
    before = _SENTENCE_END.split(text[max(0, name.start - BEFORE) : name.start])[-1]
    for agent in _WORD.finditer(before):
        if agent[0].lower() in words.words("agents"):
            office = words.cues("offices").first(before[agent.end() :])
            if office and office.start <= LONGEST_ARTICLE and "," not in before[agent.end() :].rstrip(", "):
                return True
    return False


LONGEST_ARTICLE = 8  # letters between 'by' and the office
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[;:.]\s")
_CLAUSE_END = re.compile(r"[,;:.]\s")
_IN_APPOSITION = re.compile(r"\s*[,(–-]\s*(?:the |el |la |le |il |der |die |o |a )?", re.IGNORECASE)


def said_after(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    if _is_of_kin(marked, name, words) or _is_cited(marked, name, words) or _did_it(marked.text, name, words):
        return
    listed, limit = _reach(marked, name)
    for begin in dict.fromkeys((name.end, listed)):
        window = marked.text[begin:limit]
        for hit in words.cues("status").find(window):
            cue = window[hit.start : hit.end]
            if speaks_of(window[: hit.start], cue, words) and is_fact(marked, begin, hit, words):
                is_close = hit.start < CLOSE or _IS_APPOSITION.fullmatch(window, 0, hit.start) is not None
                yield evidence(marked, hit, begin, "said after the name", is_close)


def _reach(marked: Marked, name: Name) -> tuple[int, int]:
    """Where the list ends that the name stands in, and how far words may still speak of it."""
    end = name.end
    for other in marked.people:
        if other.start <= name.start:
            continue
        if not is_listed(marked.text[end : other.start]):
            return end, min(other.start, end + AFTER)
        end = other.end
    return end, min(len(marked.text), end + AFTER)


def speaks_of(between: str, cue: str, words: Lexicon) -> bool:
    """Nothing stands between name and cue that takes the cue for its own."""
    if SAYING & set(words.cues("statements").codes(between)) or re.search(r"[;:]", between):
        return False
    if len(between) > FAR and between[:1] != "," and VERBS.search(between.rstrip()[:-12]):
        return False
    if _is_coordinated(between, cue, words):
        return True
    if cue.startswith("'s"):
        return not between
    if LEADS_ON.search(cue) or _ACTS_ON.fullmatch(cue):
        return False  # 'We call on Jane Roe to release him'
    if not AUXILIARY.match(cue) and between.strip(" ,"):
        return _is_subject(between, words) and not re.search(r"\b(?:of|for|against|after|by)\s*$", between)
    return _is_subject(between, words)


def _is_coordinated(between: str, cue: str, words: Lexicon) -> bool:
    """'was arrested in Jimma and charged': what is said of the name goes on after the 'and'."""
    if not _AND.search(between):
        return False
    if AUXILIARY.match(cue) and not re.search(r"[;:,]", between):
        return True
    return any(
        _is_subject(between[: hit.start], words) and not re.search(r"[;:,]", between[hit.end :])
        for hit in words.cues("status").find(between)
    )


_AND = re.compile(r"\b(?:and|then|y|et|und|e|и|og|a)\s*(?:\w+ly\s*)?$")
_IS_APPOSITION = (
    re.compile(  # 'Jane Roe, agent of the union for docks and ships, faces charges', '..., who was shot'
        r",\s[^,;:.]{2,120},\s(?:(?:who|que|quien|qui|che|der|die|который|которая)\s(?:[^\W\d_]+\s){0,2})?"
    )
)
_RELATIVE = re.compile(
    r"(,\s[^,;:.]{2,120}?),?\s(?:who|which|que|quien|qui|che|der|die|das|который|которая|která|který|som)$"
)
# 'A, B and three other members of the union were arrested'
_AND_OTHERS = re.compile(
    rf"^,?\s(?:{little('and')})\s(?:[^\W\d_]+\s|\d+\s){{0,3}}(?:{little('others')})\b"
    rf"(?:\s[^\W\d_A-ZÀ-Þ][\w-]*){{0,6}}(?=\s(?:{little('befell')})\b|$)"
)
_WORKPLACE = re.compile(r"^,\s(?:at|of|from|with|de|del|du|von)\s[^,;]{3,45}$")


def _is_subject(between: str, words: Lexicon) -> bool:
    """After auxiliaries are taken off, the name itself, an apposition's end or a pronoun stands before the cue."""
    if words.language == "zh":
        return is_han_subject(between, words)
    rest = _AND_OTHERS.sub("", between.rstrip())
    relative = _RELATIVE.fullmatch(rest)
    if relative and not VERBS.search(relative[1]):
        return True  # 'Jane Roe, an editor of the weekly who is held'
    links = words.words("subject_links")
    while (last := re.search(r"([^\W\d_]+)$", rest)) and last[1].lower() in links:
        if last[1].lower() in words.words("pronouns"):
            return True
        rest = rest[: last.start()].rstrip()
    rest = re.sub(r"\s*\([^)]*\)$", "", rest)
    if _WORKPLACE.match(rest):
        return True
    return not rest.strip() or rest.endswith((",", ")", "–", "-", "—", '"', "'")) or bool(LISTED.match(rest))
