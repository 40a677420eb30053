"""What has happened to a named person, read from the words around the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.happened import is_reported
from tocsin.reading.marks import Marked
from tocsin.reading.of_a_group import OF_A_GROUP, told_of_group
from tocsin.terms.span import Span

AFTER, BEFORE, BRIDGE, BEFORE_COLON, FAR = 190, 90, 55, 140, 45
SAYING = frozenset({"said", "refused", "changed"})
LEADS_ON = re.compile(r"(?i)\b(?:of|for|with|against|behalf of|free|save|defend)$")
_LISTED = re.compile(r"^(?:[\s,;、，及和与]|\b(?:and|or|y|e|et|und|и|i|a|og)\b|&|\bd['’])+$")


@dataclass(frozen=True)
class Evidence:
    """`status` is a code of the draft schema; `marked` the sentence that says it; `date` is EDTF."""

    status: str
    marked: Marked
    span: Span
    is_sure: bool
    date: str | None
    rule: str


def evidence_for(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """Cues after the name that speak of it, and cues before that lead to it."""
    yield from _after(marked, name, words)
    yield from _before(marked, name, words)
    yield from _listed_after_colon(marked, name, words)
    yield from _named_of_group(marked, name, words)


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


_CLAUSE_END = re.compile(r"[,;:.]\s")
_IN_APPOSITION = re.compile(r"\s*[,(–-]\s*(?:the |el |la |le |il |der |die |o |a )?", re.IGNORECASE)


def _after(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    if _is_of_kin(marked, name, words) or _is_cited(marked, name, words):
        return
    listed, limit = _reach(marked, name)
    for begin in dict.fromkeys((name.end, listed)):
        window = marked.text[begin:limit]
        for hit in words.cues("status").find(window):
            cue = window[hit.start : hit.end]
            if _speaks_of(window[: hit.start], cue, words) and _is_fact(marked, begin, hit, words):
                yield _evidence(marked, hit, begin, "said after the name", hit.start < 60)


def _is_fact(marked: Marked, offset: int, hit: Hit, words: Lexicon) -> bool:
    """'until she is released' is no release, nor is an official's word for it."""
    whole = Hit(hit.code, offset + hit.start, offset + hit.end)
    if hit.code == "released" and _is_claimed(marked, whole, words):
        return False
    return hit.code not in ("released", "killed", "sentenced", "charged") or is_reported(marked, whole, words)


def _is_claimed(marked: Marked, hit: Hit, words: Lexicon) -> bool:
    """Told by somebody: 'the warden said that she "was released"'."""
    before = marked.text[: hit.start]
    return any(
        said.code == "said" and re.search(r"\bthat\b|[\":]", before[said.end :])
        for said in words.cues("statements").find(before)
    )


def _reach(marked: Marked, name: Name) -> tuple[int, int]:
    """Where the list ends that the name stands in, and how far words may still speak of it."""
    end = name.end
    for other in marked.people:
        if other.start <= name.start:
            continue
        if not _is_listed(marked.text[end : other.start]):
            return end, min(other.start, end + AFTER)
        end = other.end
    return end, min(len(marked.text), end + AFTER)


def _is_listed(between: str) -> bool:
    """Names side by side, perhaps with a short note each: 'A, photographer with X, B of CNN and C'."""
    if _LISTED.match(between):
        return True
    return (
        len(between) < 70
        and bool(re.search(r"(?:,|\b(?:and|y|et|und|и)\b)", between))
        and not _VERBS.search(between)
    )


_VERBS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|said|says|told|who|that|will|would|fue|ha|est|a été|wurde|был)\b|[.;:\"]"
)


def _speaks_of(between: str, cue: str, words: Lexicon) -> bool:
    """Nothing stands between name and cue that takes the cue for its own."""
    if SAYING & set(words.cues("statements").codes(between)) or re.search(r"[;:]", between):
        return False
    if len(between) > FAR and between[:1] != "," and _VERBS.search(between.rstrip()[:-12]):
        return False
    if _is_coordinated(between, cue, words):
        return True
    if cue.startswith("'s"):
        return not between
    if LEADS_ON.search(cue):
        return False
    if not _AUXILIARY.match(cue) and between.strip(" ,"):
        return _is_subject(between, words) and not re.search(r"\b(?:of|for|against|after|by)\s*$", between)
    return _is_subject(between, words)


def _is_coordinated(between: str, cue: str, words: Lexicon) -> bool:
    """'was arrested in Jimma and charged': what is said of the name goes on after the 'and'."""
    if not _AND.search(between):
        return False
    if _AUXILIARY.match(cue) and not re.search(r"[;:,]", between):
        return True
    return any(
        _is_subject(between[: hit.start], words) and not re.search(r"[;:,]", between[hit.end :])
        for hit in words.cues("status").find(between)
    )


_AUXILIARY = re.compile(r"(?i)(?:was|were|been|being|is|are|still|has|have|had|remains?|faces?|facing)\b")
_AND = re.compile(r"\b(?:and|then|y|et|und|e|и|og|a)\s*(?:\w+ly\s*)?$")
_WORKPLACE = re.compile(r"^,\s(?:at|of|from|with|de|del|du|von)\s[^,;]{3,45}$")


def _is_subject(between: str, words: Lexicon) -> bool:
    """After auxiliaries are taken off, the name itself, an apposition's end or a pronoun stands before the cue."""
    rest = between.rstrip()
    links = words.words("subject_links")
    while (last := re.search(r"([^\W\d_]+)$", rest)) and last[1].lower() in links:
        if last[1].lower() in words.words("pronouns"):
            return True
        rest = rest[: last.start()].rstrip()
    rest = re.sub(r"\s*\([^)]*\)$", "", rest)
    if _WORKPLACE.match(rest):
        return True
    return not rest.strip() or rest.endswith((",", ")", "–", "-", "—", '"', "'")) or bool(_LISTED.match(rest))


def _before(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'release of A, B and C': what leads to the first of a list leads to all."""
    earlier = [other for other in marked.people if other.end <= name.start]
    while True:
        previous = earlier[-1].end if earlier else 0
        yield from _leading(marked, name, previous, words)
        if not earlier or not _LISTED.match(marked.text[previous : name.start]):
            return
        name = earlier.pop()


def _leading(marked: Marked, name: Name, previous: int, words: Lexicon) -> Iterator[Evidence]:
    start = max(0, name.start - BEFORE, previous)
    window = marked.text[start : name.start]
    for hit in words.cues("status").find(window):
        cue, between = window[hit.start : hit.end].lower(), window[hit.end :]
        if _leads_to(cue, between, words):
            yield _evidence(marked, hit, start, "said before the name", len(between) < 30)


def _listed_after_colon(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'The police arrested three members of the union: A, its secretary, B and C'."""
    colon = marked.text.rfind(":", 0, name.start)
    if colon < 0 or len(marked.text[colon + 1 : name.start]) > AFTER:
        return
    first = next((other for other in marked.people if other.start > colon), None)
    if first is None or first.start - colon > 4 or _VERBS.search(marked.text[colon + 1 : name.start]):
        return
    start = max(0, colon - BEFORE_COLON)
    hits = [
        h for h in words.cues("status").find(marked.text[start:colon]) if _is_fact(marked, start, h, words)
    ]
    if hits:
        hit = max(hits, key=lambda h: (h.end, -h.start))
        yield _evidence(marked, hit, start, "said before a colon and a list of names", True)


def _named_of_group(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'several workers were arrested, including A and B'."""
    first = name.start
    for other in reversed([one for one in marked.people if one.end <= name.start]):
        if not _is_listed(marked.text[other.end : first]):
            break
        first = other.start
    if hit := told_of_group(marked, first, words):
        yield _evidence(marked, hit, 0, OF_A_GROUP, True)


_JOINING = frozenset(["and", "of", "y", "et", "und", "e", "и", "i", "og", "both"])


def _leads_to(cue: str, between: str, words: Lexicon) -> bool:
    if len(between) > BRIDGE or re.search(
        r"[.;:!?()]|,\s*(?:said|who)|\b(?:by|said|says|told|against|which|who)\b", between
    ):
        return False
    if re.match(r"(?:was|were|been|is|are|still|has|had)\b", cue):
        return False
    if words.cues("organisations").first(between) and not words.cues("roles").first(between):
        return False
    links = words.words("subject_links") - _JOINING
    verbs = sum(part in links for part in between.lower().split())
    if "," in between:
        return between.rstrip().endswith(",") and words.cues("roles").first(between) is not None and not verbs
    return not verbs


def pronoun_evidence(marked: Marked, words: Lexicon) -> Iterator[Evidence]:
    """Cues after 'she' or 'he' near the beginning, or after 'her' and 'his'."""
    for match in pronoun_pattern(words).finditer(marked.text[:160]):
        yield from _said_of(marked, match.end(), words, "said of a pronoun after the name")
    yield from _said_of_role(marked, words)


def _said_of_role(marked: Marked, words: Lexicon) -> Iterator[Evidence]:
    """'The editor of the weekly is accused': the one person named before, called by what she does."""
    article = re.match(r"\w+\s+", marked.text)
    if (
        not article
        or article[0].strip().lower() not in words.words("articles") - {"a", "an"}
        or marked.people
    ):
        return
    role = words.cues("roles").first(marked.text[article.end() : article.end() + 30])
    if role is None or role.start > 0:
        return
    for hit in words.cues("status").find(marked.text):
        between = marked.text[article.end() + role.end : hit.start]
        is_next = _AUXILIARY.match(marked.text[hit.start : hit.end]) and len(between) < BRIDGE
        if is_next and between[:1] == " " and not _VERBS.search(between) and "," not in between:
            yield _evidence(marked, hit, 0, "said of the role of the one named before", False)


@cache
def pronoun_pattern(words: Lexicon) -> re.Pattern[str]:
    """'he', 'she', 'her' ... as words of their own."""
    pronouns = "|".join(sorted(words.words("pronouns"), key=len, reverse=True))
    return re.compile(rf"(?i)(?<!\w)(?:{pronouns or '(?!)'})(?!\w)")


def evidence_for_all(marked: Marked, reference: Hit, words: Lexicon) -> Iterator[Evidence]:
    """What is said of 'both', 'the three' or 'them', before or after the word."""
    rule = "said of people named together before"
    yield from _said_of(marked, reference.end, words, rule)
    start = max(0, reference.start - BEFORE)
    window = marked.text[start : reference.start]
    for hit in words.cues("status").find(window):
        if not window[hit.end :].strip() and _is_fact(marked, start, hit, words):
            yield _evidence(marked, hit, start, rule, False)


def _said_of(marked: Marked, offset: int, words: Lexicon, rule: str) -> Iterator[Evidence]:
    window = marked.text[offset : offset + 90]
    for hit in words.cues("status").find(window):
        cue = window[hit.start : hit.end]
        if _speaks_of(window[: hit.start], cue, words) and _is_fact(marked, offset, hit, words):
            yield _evidence(marked, hit, offset, rule, False)


def _evidence(marked: Marked, hit: Hit, offset: int, rule: str, is_sure: bool) -> Evidence:
    span = marked.span(offset + hit.start, offset + hit.end)
    dates = [date.edtf for date in marked.dates]
    return Evidence(
        hit.code, marked, span, is_sure, dates[0] if len(dates) == 1 else None, f"{hit.code}: {rule}"
    )
