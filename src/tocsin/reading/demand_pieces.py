"""The single things demanded in one stretch of words: 'the release of X, the reinstatement of Y and an end to Z'."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit

SHORTEST, LONGEST_LEAD, LONGEST_SUBJECT, MOST_BETWEEN, FIRST_ACT = 5, 34, 80, 3, 60
_NUMBERED = re.compile(
    r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-zа-я]|[ivx]{1,4})[.)]\s+|(?<=[\u3400-\u9fff:;。])(\d{1,2})\.\s*(?=[\u3400-\u9fff])|[（(]?([一二三四五六七八九\d]{1,2})[）)、]"
)
_NUMBER_ENDS = re.compile(r"[.)]\s|[）)、]|(?<=\d)\.(?=[\u3400-\u9fff])")
_FIRSTS = frozenset({"1", "a", "i", "а", "一"})
_WORD = re.compile(r"[^\W\d_]+")
_HARD = re.compile(r"[;；]\s*|[!！][\s¡]+(?=\S)")
_CONTACT = re.compile(r"\S+@\S|https?://|\[email|www\.\S|\(?\+\d[\d\s().-]{6,}")
_NO_END = re.compile(r"(?:[\s,;:.…!！；。，\"'*_(]|\b(?:and|or|y|e|et|und|и|to|by|at|via|through)\b)+$")

Bounds = tuple[int, int]


def pieces(text: str, start: int, end: int, words: Lexicon, is_item: bool = False) -> Iterator[Bounds]:
    """`text[start:end]` cut where another demand begins, an item of a list only at semicolons; without addresses."""
    end = _before_contacts(text, start, end)
    for a, b in _numbered(text, start, end):
        for c, d in _cut(text, a, b, [m.end() for m in _HARD.finditer(text, a, b)]):
            yield from _kept(text, _cut(text, c, d, [] if is_item else _joints(text, c, d, words)))


def acts(text: str, words: Lexicon) -> list[Hit]:
    """What targets do or let be done, in the order of the text, longest first, without overlaps."""
    kept: list[Hit] = []
    for hit in sorted(words.cues("demand_acts").find(text), key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _before_contacts(text: str, start: int, end: int) -> int:
    found = _CONTACT.search(text, start, end)
    return found.start() if found else end


def _numbered(text: str, start: int, end: int) -> list[Bounds]:
    if len(_NUMBER_ENDS.findall(text, start, end)) < 2:
        return [(start, end)]
    marks = list(_NUMBERED.finditer(text, start, end))
    if len(marks) < 2 or (marks[0][1] or marks[0][2] or marks[0][3]) not in _FIRSTS:
        return [(start, end)]
    stops = [*(mark.start() for mark in marks[1:]), end]
    return [(mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]


def _cut(text: str, start: int, end: int, cuts: list[int]) -> list[Bounds]:
    return list(pairwise([start, *cuts, end]))


def _joints(text: str, start: int, end: int, words: Lexicon) -> list[int]:
    """Where a conjunction or comma leads to a second act of the same form as the first."""
    found = acts(text[start:end], words)
    if not found:
        return []
    lead = text[start : start + found[0].start]
    named = _is_named(lead, words)
    is_bare = not lead.strip()  # 'justice and the return of the land': a thing or an act
    opens = opener(text[start:end], words)
    cuts: list[int] = []
    for joint in _joint(words).finditer(text, start, end):
        at = joint.end() - start
        behind = next((hit for hit in found if hit.start >= at), None)
        if opens and _opens_alike(text[joint.end() : end], opens, words):
            if opens not in words.words("clause_openers") or (behind and behind.start - at < FIRST_ACT):
                cuts.append(joint.end())
            continue
        since = (cuts[-1] if cuts else start) - start
        if _ends_in_its_verb(text[start + since : joint.start()], words) and _ends_in_its_verb(
            text[joint.end() : end], words
        ):
            cuts.append(joint.end())
            continue
        if behind is None or not any(hit.start >= since and hit.end <= at for hit in found):
            continue
        lead = text[joint.end() : start + behind.start]
        if not lead.strip() and _lacks_its_object(text[start + since : joint.start()], words):
            continue
        if _is_of_the_verb(text[start:end], found[0], behind, words) or _are_people(
            text[joint.end() : end], words
        ):
            continue
        leads = (
            (_leads_to_thing,) if named else (_leads_to_act, _leads_to_thing) if is_bare else (_leads_to_act,)
        )
        if _names_who_acts(text[joint.end() : end], words) or any(test(lead, words) for test in leads):
            cuts.append(joint.end())
    return cuts


def _is_of_the_verb(text: str, first: Hit, behind: Hit, words: Lexicon) -> bool:
    """'respetar la vida y [la libertad]': behind a verb of the infinitive a noun is its object."""
    endings = tuple(words.words("infinitive_endings"))
    is_verb, is_verb_too = (_word_at(text, act.start).endswith(endings) for act in (first, behind))
    return bool(endings) and is_verb and not is_verb_too


def _ends_in_its_verb(text: str, words: Lexicon) -> bool:
    """'die Vorfälle zu untersuchen', 'die Weber freizulassen': German tells last what is to be done."""
    last = words.table("last_verbs").get("pattern")
    return last is not None and re.search(str(last), text) is not None


def _word_at(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found[0].lower() if found else ""


def _are_people(text: str, words: Lexicon) -> bool:
    """'[free Jane Roe and] all arrested': they are freed, too."""
    told = text[:LONGEST_SUBJECT].lower().rstrip(" !.").split()[:3]
    return any(word in words.words("sufferers") for word in told[1:]) and words.words("passives").isdisjoint(
        told
    )


def _lacks_its_object(text: str, words: Lexicon) -> bool:
    """'to respect [and guarantee the right ...]': nothing stands beside the act."""
    act = next(iter(acts(text, words)), None)
    if act is None or text[act.end :].strip() or " " in text[act.start : act.end]:
        return False
    small = words.words("act_openers", "thing_openers", "manners") - words.words("passives")
    return all(word in small for word in text[: act.start].lower().split())


def opener(text: str, words: Lexicon) -> str | None:
    """The 'to' of 'to release X and to pay Y', the 'that' of 'that X be released and that Y be paid'."""
    first = _first_word(text)
    return first if first in act_opening(words) else None


def _opens_alike(text: str, opener: str, words: Lexicon) -> bool:
    first = _first_word(text)
    told = text[:LONGEST_LEAD].lower().split()[1:2]
    is_same = first in act_opening(words) and (first.startswith(opener) or opener.startswith(first))
    if first in words.words("clause_openers"):
        return is_same
    return is_same and not (told and told[0] in words.words("thing_openers"))


def _first_word(text: str) -> str:
    """In lower case, before an apostrophe: of 'd'autoriser' the 'd'."""
    found = re.match(r"\s*([^\W\d_]+)", text[:LONGEST_LEAD])
    return found[1].lower() if found else ""


@cache
def act_opening(words: Lexicon) -> frozenset[str]:
    """Words that lead from who is told to what is to be done: 'to', 'that', 'zu', 'de', 'чтобы'."""
    content = {word.rstrip("*'") for word in words.words("content_opens")}
    return words.words("clause_openers") | (words.words("act_openers") & content)


@cache
def _joint(words: Lexicon) -> re.Pattern[str]:
    """Commas and the language's words for 'and'."""
    spaced = "|".join(re.escape(word) for word in sorted(words.words("joints"), key=len, reverse=True))
    if words.language == "zh":
        return re.compile(rf"[，、,]\s*(?:{spaced})?|{spaced}")
    return re.compile(rf"\s*,\s+(?:(?:{spaced})\s+)?|\s+(?:{spaced})\s+", re.IGNORECASE)


def _leads_to_act(lead: str, words: Lexicon) -> bool:
    """Between 'and' and the act stand only 'to', 'that they', 'immediately'; or a clause begins: 'that all ... be'."""
    told = lead.lower().split()
    if told and told[0] in words.words("clause_openers"):
        return len(lead) <= LONGEST_LEAD * 2
    small = words.words("act_openers", "manners")
    return len(told) <= MOST_BETWEEN and all(word in small for word in told)


def _leads_to_thing(lead: str, words: Lexicon) -> bool:
    told = lead.lower().split()
    if told and told[0] in words.words("beside_the_point"):
        return False
    return len(told) <= MOST_BETWEEN and (not told or _is_named(lead, words))


def _names_who_acts(text: str, words: Lexicon) -> bool:
    """'[an inquiry and] for the mayor to [resign]'."""
    told = [word.strip("\"'") for word in text[:LONGEST_SUBJECT].split()]
    if len(told) <= 2 or told[0] not in words.words("subject_openers"):
        return False
    is_name = told[1][:1].isupper() or told[1] in words.words("thing_openers")
    return is_name and not words.words("infinitive_marks").isdisjoint(told)


def _is_named(lead: str, words: Lexicon) -> bool:
    """'the immediate release' is a thing, 'to release', 'that they release' an act."""
    told = lead.lower().replace("'", " ").split()
    openers = [word for word in told if word in words.words("act_openers", "thing_openers")]
    return bool(openers) and openers[-1] in words.words("thing_openers")


def _kept(text: str, parts: list[Bounds]) -> Iterator[Bounds]:
    for start, end in parts:
        piece = _NO_END.sub("", text[start:end])
        lead = len(piece) - len(piece.lstrip(" ,;:\"'¡!*_-–—（("))
        if len(piece) - lead >= (SHORTEST if piece.isascii() else 2):
            yield start + lead, start + len(piece)
