"""The words that open a demand, whom they tell, and where what is demanded begins."""

import re
from itertools import pairwise

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.demand_pieces import Bounds, act_opening, acts

LEAD, NEAR, FIRST_ACT = (
    70,
    3,
    100,
)  # letters within which an addressee stands, words before a verb, letters to an act
_COLON = re.compile(r"[:：]\s*")
_PROPER = re.compile(r"(?<=of )(?:the )?[^\W\d_a-z][\w'-]*(?: (?:of |and |the )?[^\W\d_a-z][\w'-]*)*")
_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"\s[ldLD]'(?=[^\W\d_]*$)")  # 'exiger l'' of 'exiger l'arrêt'
_APPOSITION = re.compile(r"^,[^,]{2,60},\s")  # 'the prosecutor, Jane Roe, [demanded]'
_STOP = re.compile(r"[.;:!?]")
MOST_OF_A_NAME, BEYOND = 5, 8  # words, letters by which '[put] pressure on the army to' is more than an ask
SHORTEST_NAME = 5  # letters; "them" and "him" may be anybody
LONGEST_SMALL = 3  # letters of "of" and "the" in names of offices
CLAUSE = re.compile(r"[;:!?。；：！？]\s*|,\s+(?=[\"'])")


def find_cues(text: str, words: Lexicon) -> list[Hit]:
    """Verbs that open a demand, in the order of the text; of those that touch the longest."""
    kept: list[Hit] = []
    asked = asked_of_readers(text, words)
    found = (
        hit
        for hit in words.cues("demands").find(text)
        if hit.code == "sure"
        or (
            hit.code == "demand"
            and not any(a.start < hit.start < a.end and hit.end < a.end + BEYOND for a in asked)
        )
    )
    for hit in sorted(found, key=lambda h: (h.start, -h.end)):
        if not kept or (hit.start >= kept[-1].end and not _is_what_is_asked(text, kept[-1], hit, words)):
            kept.append(hit._replace(end=_without_opener(text, hit, words)))
    return kept


def _is_what_is_asked(text: str, cue: Hit, following: Hit, words: Lexicon) -> bool:
    """'asks to intercede with the king': the second verb is what is demanded, nobody stands between."""
    between = text[cue.end : following.start].replace("'", " ").lower().split()
    return bool(between) and words.words("act_openers").issuperset(between)


def asked_of_readers(text: str, words: Lexicon) -> list[Hit]:
    """What readers are asked, without words that only look so: 'take action to ensure that ...' tells a target."""
    others = words.cues("not_asks").find(text)
    found = words.cues("asks").find(text)
    return [hit for hit in found if not any(hit.start < o.end and o.start < hit.end for o in others)]


def _without_opener(text: str, cue: Hit, words: Lexicon) -> int:
    """'demand the' ends before 'the', 'in favour of the release' before 'release': they belong to what is demanded."""
    inner = next((act for act in acts(text, words) if cue.start < act.start < cue.end <= act.end), None)
    if inner and cue.code != "sure":
        return inner.start
    if elided := _ELIDED.search(text, cue.start, cue.end):
        return elided.start()
    cut = text.rfind(" ", cue.start, cue.end)
    openers = words.words("thing_openers", "act_openers", "clause_openers", "toward") - words.words(
        "passives"
    )
    return cut if cut > 0 and text[cut : cue.end].strip().lower() in openers else cue.end


def clause_end(text: str, start: int) -> int:
    return max(start, len(text.rstrip(" .!?\"'。！")))


def acts_soon(found: list[Hit]) -> bool:
    return bool(found) and found[0].start < FIRST_ACT


def is_for_readers(rest: str, words: Lexicon, in_letter: bool = False) -> bool:
    """'We urge you to write': the reader is asked, no target told; 'I urge you to release' tells a target."""
    asks, act = asked_of_readers(rest[:LEAD], words), words.cues("demand_acts").first(rest)
    ask = min(asks, key=lambda hit: (hit.start, -hit.end), default=None)
    if ask and not _is_addressee(rest, ask, words, in_letter) and (act is None or ask.start <= act.start):
        return True
    hits = [
        hit
        for hit in words.cues("demand_readers").find(rest[:LEAD])
        if _leads_to_readers(rest[: hit.start], words) and not _suffers(rest[hit.end :], words)
    ]
    return any(hit.code == "readers" for hit in hits) or (bool(hits) and act is None)


def _leads_to_readers(lead: str, words: Lexicon) -> bool:
    """Nothing, or 'to this' of '[we appeal] to this solidarity'."""
    return words.words("toward", "pointing_back").issuperset(lead.lower().split())


def _is_addressee(rest: str, ask: Hit, words: Lexicon, in_letter: bool) -> bool:
    """'[Ask] the State Department to protect her': an office of one's own country is told, if it is not 'yours'."""
    if ask.code != "own_government":
        return False
    of_readers = any(
        hit.code == "you" for hit in words.cues("demand_readers").find(rest[ask.start : ask.end])
    )
    return in_letter or not of_readers


def _suffers(rest: str, words: Lexicon) -> bool:
    """'[demand that] all workers be released', 'all workers must be released': they are told nothing."""
    told = [word[0].lower() for word in _WORD.finditer(rest[:LEAD])][:2]
    return not words.words("passives").isdisjoint(told)


def is_by_others(before: str, words: Lexicon) -> bool:
    """'Police demanded that ...': what those accused ask for is no demand of the text."""
    clause = CLAUSE.split(before)[-1][-LEAD:]
    others = words.cues("demands_of_others").find(clause)
    between = (
        _APPOSITION.sub(" ", clause[hit.end :])
        for hit in others
        if not _is_object(clause[: hit.start], words)
    )
    return any(
        "," not in gap and len(gap if words.language == "zh" else gap.split()) < NEAR for gap in between
    )


def _is_object(before: str, words: Lexicon) -> bool:
    """'messages to the company [demanding ...]', 'alla prefettura [chiediamo ...]': they are told."""
    told = before.split()
    return bool(told) and told[-1].lower() in words.words("toward")


def says_something(piece: str, words: Lexicon) -> bool:
    """More than 'a stay'."""
    small = words.words("thing_openers", "act_openers")
    told = piece.split()
    if len(told) == 2 and _is_theirs(told[0], words) and acts(piece, words):
        return True  # 'nuestra libertad'
    return not piece.isascii() or len(told) > 2 or sum(word.lower() not in small for word in told) > 1


def _is_theirs(word: str, words: Lexicon) -> bool:
    """A word for whose it is, or any other small one that is no article."""
    return word.lower() in words.words("thing_openers") - words.words("articles", "one_by_article")


def content_start(text: str, region: Bounds, words: Lexicon) -> int:
    """Behind the addressee: 'the government of X [to release ...]', and behind a colon."""
    start, end = region
    colon = _COLON.search(text, start, min(end, start + LEAD))
    if colon and colon.end() < end and not words.cues("demand_acts").first(text[start : colon.start()]):
        return colon.end()
    target = words.cues("demand_addressees").first(text[start : start + LEAD])
    if target is None or target.start > 12 or _opens_clause(text[start : start + target.start], words):
        return start
    opener = words.cues("content_opens").first(text[start + target.end : end])
    return start + target.end + opener.start if opener and opener.start < LEAD else start


def _opens_clause(text: str, words: Lexicon) -> bool:
    """'[demand] that the company pay': whom it tells is the subject of what is demanded."""
    return not words.words("clause_openers").isdisjoint(text.lower().split())


def is_plain(text: str, region: Bounds, words: Lexicon) -> bool:
    """Whether its form alone shows what stands behind a cue to be demanded, whatever the verb is."""
    return is_told_to_act(text, region, words) or opens_a_list(text, region)


def is_told_to_act(text: str, region: Bounds, words: Lexicon) -> bool:
    """'[urge] the government to ...', whatever the verb is."""
    start, end = region
    target = words.cues("demand_addressees").first(text[start : start + LEAD])
    if target is None or target.start > 12 or target.end - target.start < SHORTEST_NAME:
        return _is_somebody_told(text[start:end], words)
    told = list(_WORD.finditer(text, start + target.end, min(end, start + target.end + LEAD)))
    for opener, following in pairwise(told):
        if opener[0].lower() in act_opening(words):
            is_act = following[0].islower() and following[0] not in words.words("thing_openers")
            return is_act and not _STOP.search(text, start + target.end, opener.start())
        if opener[0].islower() and len(opener[0]) > LONGEST_SMALL:
            return False
    return False


def _is_somebody_told(rest: str, words: Lexicon) -> bool:
    """'[urge] the parties to control their members': a body or a person, then 'to' and a verb."""
    told = rest[:LEAD].split()
    at = next((n for n, word in enumerate(told) if word in words.words("infinitive_marks")), 0)
    if not 0 < at <= MOST_OF_A_NAME or at + 1 >= len(told) or _STOP.search(" ".join(told[:at])):
        return False
    begins = told[0].lower() in words.words("thing_openers") or told[0][0].isupper()
    return begins and told[at + 1].islower() and told[at + 1] not in words.words("thing_openers")


def opens_a_list(text: str, region: Bounds) -> bool:
    """'We ask three things: shelter, schools': whatever stands behind the colon is demanded, but for a question."""
    start, end = region
    colon = _COLON.search(text, start, min(end, start + LEAD))
    if colon is None or _STOP.search(text, start, colon.start()):
        return False
    return text[colon.end() :].count("?") + text[colon.end() :].count("？") == 0 and colon.end() < end


def addressee(text: str, words: Lexicon) -> str | None:
    hit = words.cues("demand_addressees").first(text[:LEAD])
    if hit is None or hit.start > 12:
        return None
    rest = _PROPER.match(text, hit.end)  # 'the government of' runs on to its country
    return text[hit.start : rest.end() if rest else hit.end].strip()
