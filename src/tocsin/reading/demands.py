"""What those responsible are told to do."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.calls_on_supporters import calls_on_supporters
from tocsin.reading.demand_cues import (
    CLAUSE,
    acts_soon,
    addressee,
    asked_of_readers,
    clause_end,
    content_start,
    find_cues,
    is_by_others,
    is_for_readers,
    is_plain,
    says_something,
)
from tocsin.reading.demand_pieces import Bounds, acts, opener, pieces
from tocsin.reading.marks import Marked, Material
from tocsin.reading.same_demand import each_once
from tocsin.reading.section_signs import ITEM, is_unfinished
from tocsin.reading.sections import Section
from tocsin.terms.calls import Demand
from tocsin.terms.span import FieldSpans, Span

LONGEST, LONGEST_SLOGAN, LONGEST_TITLE, REACH = 1500, 90, 160, 35
LONGEST_HEADING, HEADING_END = 8, 30  # words, letters
SHORTEST_NAME = 3  # words of a body that is called 'for the Release of ...'
SKIPPED = frozenset({Section.COPIES, Section.BACKGROUND})
NO_SLOGANS = SKIPPED | {Section.CONTACTS, Section.DEMANDS}
_BULLET = re.compile(
    r"^[（(]?[一二三四五六七八九十\d]{1,2}[）)、]\s*|^\d\ufe0f?\u20e3\s*"
    r"|^[\s\W]*(?:\(?(?:\d{1,2}|[a-zA-Zа-я]|[ivx]{1,4})[.)]\s*|\d{1,2}\s?[-–]\s)?[\"'¡*_\s]*"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FURTHER = re.compile(r",\s+(?:and|y|e|et|und|и|og|a)\s")
_LABEL = re.compile(r"^[^:]{2,40}:\s*[\"'¡]*(?=\S)")
_QUOTED = re.compile(r"[\"「『]\s*([^\s\"「」『』][^\"「」『』]{3,90}?)[\s.!！]*[\"」』]")
TO_ITS_PLACARD = 60  # letters between a placard and what stands on it
_STOP = re.compile(r"[!！]+[\s\"'¡]*|$")
Heading = tuple[str, Span]
NO_WRITING = frozenset({"donation", "other"})  # 'please give them water' is told to whoever holds them
BESIDE = 2  # letters; the comma of 'it is time, that ...' ends no clause
LISTED = "listed"
MUST = frozenset({"must", "ought", "time"})
NO = 2  # words in which a demand says 'not'
OF_A_SLOGAN = 0.64  # a sentence says the same more fully
TITLE = "said in the headline"


def find_demands(material: Material) -> tuple[Demand, ...]:
    """Those in lists, then those told in sentences, then slogans; the same one twice is one."""
    found = _surest_first(material)
    body = [demand for demand in found if demand.rule != TITLE]
    return each_once(body or found, material.words)


def _surest_first(material: Material) -> list[Demand]:
    """Of two that say the same the surer is kept."""
    leading = _leading(material)
    found = (*_listed(material, leading), *_told(material, leading), *_shouted(material))
    return sorted(found, key=lambda demand: -demand.confidence)


def _listed(material: Material, leading: frozenset[Span]) -> Iterator[Demand]:
    heading: Heading | None = None
    is_next = False
    for marked in material.marked:
        if marked.section is not Section.DEMANDS or marked.sentence.span in leading:
            continue
        if _is_heading(marked, material.words):
            heading, is_next = (marked.text.rstrip(" :*_"), marked.sentence.span), True
        elif is_next or ITEM.match(marked.text) or _goes_on_demanding(marked.text, material.words):
            yield from _items(marked, heading, material.words)
            is_next = False


def _items(marked: Marked, heading: Heading | None, words: Lexicon) -> Iterator[Demand]:
    """What a line of a list demands; under 'to stop the deportation of:' stand people, not demands."""
    text = marked.text
    start = _bullet_end(text)
    if heading and _names_the_act(heading[0], words) and not acts(text, words):
        return
    if text.startswith("(") and text.endswith((")", ").")):
        return  # a remark on the item above
    rule = f"{LISTED} under '{heading[0][:60]}'" if heading else f"{LISTED} under a demands heading"
    fields: FieldSpans = {"heading": (heading[1],)} if heading else {}
    is_item = ITEM.match(text) is not None
    for a, b in pieces(text, start, len(text), words, is_item):
        if len(text[a:b].split()) >= 2 or not text[a:b].isascii():
            yield _demand(marked, (a, b), rule, 0.95, field_spans=fields)


def _bullet_end(text: str) -> int:
    found = _BULLET.match(text)
    return found.end() if found else 0


def _goes_on_demanding(text: str, words: Lexicon) -> bool:
    """A line with an act; 'This arrest is arbitrary' speaks of what an item said."""
    first = _FIRST_WORD.search(text)
    points_back = first is not None and first[0].lower() in words.words("pointing_back")
    return bool(acts(text, words)) and not points_back


def _names_the_act(heading: str, words: Lexicon) -> bool:
    """'We call on them to stop the deportation of:', but not 'our demands include:'."""
    opened = max((cue.end for cue in find_cues(heading, words)), default=0)
    return bool(acts(heading[max(opened, len(heading) - HEADING_END) :], words))


def _leading(material: Material) -> frozenset[Span]:
    """Sentences before the one of their paragraph that opens a list: told, not listed."""
    opening = {
        m.sentence.paragraph: m.sentence.span.start for m in material.marked if _is_heading(m, material.words)
    }
    spans = (m.sentence for m in material.marked if m.section is Section.DEMANDS)
    return frozenset(s.span for s in spans if s.span.start < opening.get(s.paragraph, 0))


def _is_heading(marked: Marked, words: Lexicon) -> bool:
    """A line that ends in a colon, a question, or a bare title; or 'we demand,' over a list."""
    text = marked.text.rstrip(" *_")
    if marked.section is Section.DEMANDS and is_unfinished(text) and not ITEM.match(text):
        cues = find_cues(text, words)
        if cues and not acts(text[cues[-1].end :], words):
            return True
    is_title = marked.text.isupper() and len(text.split()) <= LONGEST_HEADING and text[-1:] not in "!！"
    return text.endswith((":", "：", "?", "？")) or is_title


def _told(material: Material, leading: frozenset[Span]) -> Iterator[Demand]:
    for marked in material.marked:
        skipped = marked.section in SKIPPED or _is_listed(marked, leading, material.words)
        if not skipped and len(marked.text) < LONGEST and not _only_leads(marked, material.words):
            told = _in_sentence(marked, material.words)
            if marked.section is Section.DEMANDS and _is_heading(marked, material.words):
                told = (demand for demand in told if acts(demand.text, material.words))
            yield from (replace(demand, rule=TITLE) for demand in told) if _is_title(marked) else told


def _is_listed(marked: Marked, leading: frozenset[Span], words: Lexicon) -> bool:
    """An item of a list, not what leads to it."""
    if marked.section is not Section.DEMANDS or marked.sentence.span in leading:
        return False
    return not _is_heading(marked, words)


def _only_leads(marked: Marked, words: Lexicon) -> bool:
    """'We demand that the ministry', over a list: what it demands stands below."""
    is_list = marked.section is Section.DEMANDS and _is_heading(marked, words)
    return is_list and not marked.text.rstrip(" *_").endswith((":", "："))


def _is_title(marked: Marked) -> bool:
    """The headline; what runs on below it in one paragraph is told."""
    return marked.section is Section.HEADLINE and (
        len(marked.text) < LONGEST_TITLE and marked.text[-1] not in ".。"
    )


def _in_sentence(marked: Marked, words: Lexicon) -> Iterator[Demand]:
    text = marked.text
    if any(hit.code == "not_a_demand" for hit in words.cues("demands").find(text)):
        return
    told = tuple(_after_cues(marked, words))
    if told or _is_heading(marked, words):
        yield from told
    else:
        yield from _modal(marked, words)


def _after_cues(marked: Marked, words: Lexicon) -> Iterator[Demand]:
    text = marked.text
    cues = [cue for cue in find_cues(text, words) if not _is_of_a_name(cue, marked)]
    followed = (*cues[1:], None) if cues else ()
    calls = list(calls_on_supporters(text, words)) if cues else []
    for cue, following in zip(cues, followed, strict=True):
        start, end = cue.end, following.start if following else clause_end(text, cue.end)
        in_letter = marked.section is Section.QUOTED_LETTER
        if is_for_readers(text[start:end], words, in_letter) or is_by_others(text[: cue.start], words):
            continue
        if any(call.start <= cue.end <= call.end for call in calls):
            continue
        is_sure = cue.code == "sure" or is_plain(text, (start, end), words) or _is_ours(text, cue, words)
        if is_sure or acts_soon(acts(text[start:end], words)):
            yield from _pieces_of(marked, cue, (start, end), words, is_sure)


def _is_ours(text: str, cue: Hit, words: Lexicon) -> bool:
    """'We condemn the sentence and demand a new trial': the verb that 'and' ties to 'we'."""
    before = text[: cue.start].lower().split()
    return before[-1:] != [] and before[-1] in words.words("joints") and before[0] in words.words("us")


def _is_of_a_name(cue: Hit, marked: Marked) -> bool:
    """'the Coordination for the Release of Prisoners' is called so."""
    long = (name for name in marked.names if len(name.words) >= SHORTEST_NAME)
    return any(name.start < cue.start and cue.end <= name.end for name in long)


def _pieces_of(marked: Marked, cue: Hit, region: Bounds, words: Lexicon, is_sure: bool) -> Iterator[Demand]:
    text = marked.text
    by = _who_demands(marked, cue.start, words)
    target = addressee(text[region[0] : region[1]], words)
    begin = content_start(text, region, words)
    opened: str | None = None
    for bounds in _said(text, tuple(pieces(text, begin, region[1], words)), words):
        piece = text[slice(*bounds)]
        is_said = says_something(piece, words) or (target is not None and begin > region[0])
        is_alike = opened is not None and opener(piece, words) == opened and not _begins_with_no(piece, words)
        if not is_said or not (is_sure or is_alike or acts(piece, words)) or piece.strip() == target:
            continue  # 'called the riot police' tells nobody to do anything
        opened = opener(piece, words)
        yield _demand(
            marked, bounds, "demand cue in a sentence", 0.75 if cue.code == "sure" else 0.7,
            addressed_to=target, by=by[0] if by else None, field_spans={"by": (by[1],)} if by else {},
        )  # fmt: skip


def _said(text: str, found: tuple[Bounds, ...], words: Lexicon) -> tuple[Bounds, ...]:
    """Without 'to do everything possible', where what is to be done is said beside it."""
    empty = words.cues("empty_demands")
    said = tuple(piece for piece in found if not _is_all(empty.first(text[slice(*piece)]), piece))
    return said or found


def _is_all(hit: Hit | None, piece: Bounds) -> bool:
    return hit is not None and hit.start == 0 and hit.end == piece[1] - piece[0]


def _begins_with_no(piece: str, words: Lexicon) -> bool:
    """'to release her and to not say that it is too late': what is not to be done needs a verb that we know."""
    return "negated" in words.cues("not_happened").codes(" ".join(piece.split()[:NO]))


def _modal(marked: Marked, words: Lexicon) -> Iterator[Demand]:
    """'X must be released', 'it is imperative that the government acts'; 'and charges must be dropped' is another."""
    text = marked.text
    is_item = ITEM.match(text) is not None  # '3. The widows should have a pension'
    told = _bullet_end(text) if is_item else 0
    for hit in words.cues("demands").find(text):
        if hit.code not in MUST or hit.start < told:
            continue
        begins = max(told, *(m.end() for m in CLAUSE.finditer(text, 0, hit.start)), 0)
        start = hit.start if hit.code == "time" else begins
        of_readers = is_for_readers(text[start:], words) or is_for_readers(text[hit.end :], words)
        of_us = not words.words("us").isdisjoint(text[begins : hit.start].lower().split()[-1:])
        if (is_item or _acts_near(text, hit, words)) and not of_readers and not of_us:
            end = clause_end(text, hit.end)
            stop = CLAUSE.search(text, hit.end, end)
            whole = (stop.start() if stop else end, len(text))
            end, told = whole if is_item else min(whole, _next_must(text, hit.end, words))
            for bounds in pieces(text, start, end, words, is_item):
                yield _demand(marked, bounds, "said that it must be done", 0.65)


def _acts_near(text: str, must: Hit, words: Lexicon) -> bool:
    """Beside 'must'; a German verb stands last, but before the comma that ends its clause."""
    near = int(words.table("reach").get(must.code, REACH))
    end = (
        must.end + near
        if near == REACH
        else min(must.end + near, *_commas(text, must.end + BESIDE), len(text))
    )
    return words.cues("demand_acts").first(text[must.start : end]) is not None


def _commas(text: str, start: int) -> tuple[int, ...]:
    found = text.find(",", start)
    return () if found < 0 else (found,)


def _next_must(text: str, start: int, words: Lexicon) -> Bounds:
    """The joint before a further clause that says what must be: ', and charges against them must be dropped'."""
    again = next((h for h in words.cues("demands").find(text) if h.code == "must" and h.start > start), None)
    joints = [] if again is None else [m.span() for m in _FURTHER.finditer(text, start, again.start)]
    return joints[-1] if joints else (len(text), len(text))


def _shouted(material: Material) -> Iterator[Demand]:
    """'Free the Nine!', 'Drop all charges': an imperative to those who can, as a line or an exclamation of its own."""
    for marked in material.marked:
        if marked.section in NO_SLOGANS or len(marked.text) > LONGEST:
            continue
        for start, end in (*_exclamations(marked), *_held_up(marked, material.words)):
            told = marked.text[start:end]
            is_shout = marked.text[end : end + 3].strip().startswith(("!", "！"))
            is_slogan = _is_slogan(told, material.words, is_shout)
            if is_slogan or _is_plea(marked, told, material.words):
                for bounds in pieces(marked.text, start, end, material.words):
                    rule = TITLE if _is_title(marked) else "slogan"
                    yield _demand(marked, bounds, rule, OF_A_SLOGAN)


def _exclamations(marked: Marked) -> Iterator[Bounds]:
    text = marked.text
    label = _LABEL.match(text)
    bullet = _BULLET.match(text)
    begin = label.end() if label and len(text) - label.end() > 8 else bullet.end() if bullet else 0
    at = begin
    longest = LONGEST if marked.section is Section.QUOTED_LETTER else LONGEST_SLOGAN
    for stop in _STOP.finditer(text):
        if at < stop.start() <= at + longest * (2 if stop[0] else 1):
            yield at, stop.start()
        at = stop.end()


def _held_up(marked: Marked, words: Lexicon) -> Iterator[Bounds]:
    """Of 'Placards read "Free the Nine"' what stands in quotes."""
    if words.cues("placards").first(marked.text) is None:
        return
    for quoted in _QUOTED.finditer(marked.text):
        lead = marked.text[max(0, quoted.start() - TO_ITS_PLACARD) : quoted.start()]
        is_whole = quoted[1].split()[-1].lower() not in words.words("thing_openers")
        if is_whole and words.cues("placards").first(lead):
            yield quoted.span(1)


def _is_slogan(text: str, words: Lexicon, is_shout: bool) -> bool:
    """'Free the Nine!', 'No eviction!'; but not 'Show your solidarity!', which is asked of readers, nor 'No news.'"""
    hit = words.cues("slogans").first(text) or (words.cues("shouts").first(text) if is_shout else None)
    if hit is None or hit.start > 1 or words.cues("not_slogans").first(text):
        return False
    return NO_WRITING.issuperset(ask.code for ask in asked_of_readers(text, words))


def _is_plea(marked: Marked, text: str, words: Lexicon) -> bool:
    """'Please repeal Article 9', in a letter to those who can; 'please find enclosed' asks for nothing."""
    if marked.section is not Section.QUOTED_LETTER:
        return False
    plea = words.cues("pleas").first(text)
    if plea is None or plea.start > 1 or words.cues("not_slogans").first(text):
        return False
    if not NO_WRITING.issuperset(words.cues("asks").codes(text)):
        return False
    act = words.cues("demand_acts").first(text[plea.end :])
    return act is not None and not text[plea.end : plea.end + act.start].strip(" '")


def _demand(
    marked: Marked, bounds: Bounds, rule: str, confidence: float,
    addressed_to: str | None = None, by: str | None = None, field_spans: FieldSpans | None = None,
) -> Demand:  # fmt: skip
    start, end = bounds
    return Demand(
        marked.text[start:end],
        (marked.span(start, end),),
        addressed_to,
        by,
        field_spans or {},
        confidence,
        rule,
    )


def _who_demands(marked: Marked, cue: int, words: Lexicon) -> tuple[str, Span] | None:
    """The words before the cue, where they are a short subject."""
    subject = marked.text[:cue].rstrip()
    piece = re.split(r"[,;:]", subject)[-1].strip()
    if not piece or len(piece.split()) > 9 or not any(c.isupper() for c in piece):
        return None
    first, last = piece.split()[0].lower(), piece.split()[-1].lower()
    if first in words.words("pronouns", "we_they", "place_prepositions"):
        return None
    if last in words.words("place_prepositions") or last in words.table("weekdays"):
        return None
    start = marked.text.rindex(piece, 0, cue)
    return piece, marked.span(start, start + len(piece))
