"""What part of an appeal a line belongs to."""

import re
from collections.abc import Iterator
from enum import StrEnum

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.demand_cues import is_for_readers


class Section(StrEnum):
    HEADLINE = "headline"
    LEAD = "lead"
    NARRATIVE = "narrative"
    DEMANDS = "demands"
    ASK = "ask"
    CONTACTS = "contacts"
    COPIES = "copies"
    QUOTED_LETTER = "quoted_letter"
    BACKGROUND = "background"
    DONATION = "donation"
    COMMENTS = "comments"
    NAVIGATION = "navigation"

    @property
    def is_furniture(self) -> bool:
        """Not the case itself: the site's own money box, comment form and menus."""
        return self in (Section.DONATION, Section.COMMENTS, Section.NAVIGATION)


SHORT_LINE, LONGEST_ADDRESS, LONGEST_LEAD, REACH = 90, 160, 30, 120
_LEAD = re.compile(r"^(?:<[^>]{1,60}>|[#*_>\s\"'•–—-])+")
_ITEM = re.compile(r"^\W*(?:[-–—*•●▪◦·‣\ue000-\uf8ff\U000f0000-\U0010ffff]|\(?(?:\d{1,2}|[a-z])[.)])\s*\S")
_ADDRESS = re.compile(r"\S@\S|\[email|(?!(?:19|20)\d\d)(?<!\d)\(?\+?(?:\d[\s().-]{0,3}){7,}")
_SEVEN_DIGITS = re.compile(r"\d(?:[\s().-]{0,3}\d){6}")
_MARKUP = re.compile(
    r"^(?:!\[|\[caption|_fig[:.]|https?://\S+$|<[^>]+>$|[-=_*#\s]+$|\[\.\.\.\]$)", re.IGNORECASE
)
_MAIL_HEADER = re.compile(
    r"^>?(?:From|To|Date|Message-ID|MIME-Version|Content-[\w-]+|Reply-To|Sender|Received|Attachment):\s"
)
_FAX_HEADER = re.compile(r"^(?:FAX|TO|FROM|DATE|PAGES?|OUR REF|YOUR REF|REF)\b(?:\s*:|\s{2,})", re.IGNORECASE)
_LEAVE_LIST = re.compile(
    r"(?i)^(?:--\s*$|you (?:get|receive|are receiving) this|to (?:leave|unsubscribe|stop))"
)


def sections_of(lines: list[str], groups: list[list[int]], words: Lexicon) -> list[Section]:
    """One section a line; a paragraph has one section, and some sections last until another begins."""
    found: list[Section] = []
    state = Section.NARRATIVE
    for group in groups:
        text = " ".join(lines[index] for index in group)
        section, state = _next(text, state, words, is_first=Section.HEADLINE not in found)
        found.extend([section] * len(group))
    return found


def _next(text: str, state: Section, words: Lexicon, is_first: bool) -> tuple[Section, Section]:
    """The section of this paragraph, and the state it leaves behind."""
    cues = {hit.code: hit for hit in _cues(text, words)}
    if _is_dateline(text, words):
        return Section.NAVIGATION, state
    if _MARKUP.match(text) or _MAIL_HEADER.match(text) or _LEAVE_LIST.match(text) or "navigation" in cues:
        return Section.NAVIGATION, state
    if is_first and _FAX_HEADER.match(text):
        return Section.NAVIGATION, state
    if is_first:
        return Section.HEADLINE, Section.NARRATIVE
    if state is Section.COMMENTS or "comments" in cues:
        return Section.COMMENTS, Section.COMMENTS
    if "donation" in cues:
        return Section.DONATION, Section.DONATION
    return _of_content(text, state, set(cues), words)


def _is_dateline(text: str, words: Lexicon) -> bool:
    """'By Jane Roe', '2011-01-22', 'May 25, 2001 | Page 13': when, where and by whom it was published."""
    if len(text) > 70:
        return False
    parts = re.findall(r"[^\W\d_]+", text.lower())
    if not parts:
        return bool(re.search(r"(?:19|20)\d\d", text))
    if parts[0] in words.words("byline") and len(parts) <= 5 and not re.search(r"[.!?:]\s*$", text):
        return True
    calendar = (words.table("months"), words.table("weekdays"), words.words("ordinals"))
    named = [part for part in parts if any(part in known for known in calendar)]
    return len(parts) - len(named) <= 1 and len(named) >= 1 and bool(re.search(r"\d", text))


def _of_content(text: str, state: Section, cues: set[str], words: Lexicon) -> tuple[Section, Section]:
    if "copies" in cues:
        return Section.COPIES, Section.NARRATIVE
    if "letter_start" in cues:
        return Section.QUOTED_LETTER, Section.QUOTED_LETTER
    if state is Section.QUOTED_LETTER:
        return state, Section.NARRATIVE if "letter_end" in cues else state
    if "demands" in cues or (state is not Section.ASK and _tells_what_follows(text, words)):
        return Section.DEMANDS, Section.DEMANDS
    if state in (Section.DEMANDS, Section.ASK) and _ITEM.match(text):
        is_ask = _asks_reader(text, words, state is Section.DEMANDS)
        return Section.ASK if is_ask else Section.DEMANDS, state
    if state is Section.DEMANDS and _is_act(text, words):
        return Section.DEMANDS, state
    if "ask" in cues or (state is Section.ASK and text.endswith(":") and not _is_address(text)):
        return Section.ASK, Section.ASK
    if _is_address(text):
        return Section.CONTACTS, Section.NARRATIVE
    if state is Section.ASK and words.cues("asks").first(text):
        return Section.ASK, Section.NARRATIVE
    if state is Section.ASK:
        state = Section.NARRATIVE
    if "background" in cues or state is Section.BACKGROUND:
        return Section.BACKGROUND, Section.BACKGROUND
    if state is Section.DONATION and not _ITEM.match(text):
        return state, state
    return Section.NARRATIVE, Section.NARRATIVE


def _asks_reader(text: str, words: Lexicon, among_demands: bool) -> bool:
    """'- phone your MP' in a list of things to do, not '- calling for his release'."""
    first = re.search(r"[^\W\d_]{2,}", text)
    begins = first is not None and first[0].lower() in words.words("imperatives")
    return begins and (not among_demands or words.cues("asks").first(text) is not None)


def _is_act(text: str, words: Lexicon) -> bool:
    """A list without bullets goes on: 'Resume the talks;'."""
    act = words.cues("demand_acts").first(text[:LONGEST_LEAD])
    return act is not None and not text[: act.start].strip(" \"'*") and text[:1].isupper() and len(text) < 300


def _is_address(text: str) -> bool:
    """A line of addresses and numbers, not prose that ends in one."""
    if not ("@" in text or "[email" in text or _SEVEN_DIGITS.search(text)):
        return False
    found = len(_ADDRESS.findall(text))
    return found > 0 and (len(text) < LONGEST_ADDRESS or found > 2) and len(text) < 500


def _opens_a_list(text: str, hit: Hit, start: int) -> bool:
    """'We demand:', 'OUR DEMANDS'."""
    bare = text.rstrip("* _")
    if hit.start <= start + 4 and hit.end >= len(bare.rstrip(":：,.!")) and len(bare.split()) <= 4:
        return True
    return bare.endswith((":", "：")) and len(text) - hit.end < 120


def _tells_what_follows(text: str, words: Lexicon) -> bool:
    """'The union calls for:', 'The authorities should:', 'What do they want?': a list of demands begins."""
    bare = text.rstrip("*_ ")
    if bare.endswith(("?", "？")):
        return len(bare) < SHORT_LINE and words.cues("demand_questions").first(bare) is not None
    if not bare.endswith((":", "：")):
        return False
    tail = max(0, len(bare) - REACH)
    hits = [hit for hit in words.cues("demands").find(bare) if hit.start >= tail]
    if any(hit.code == "not_a_demand" for hit in hits):
        return False
    return any(_leads_to_list(bare, hit, words) for hit in hits)


def _leads_to_list(text: str, hit: Hit, words: Lexicon) -> bool:
    if hit.code == "must" and (hit.end < len(text) - 3 or not text[: hit.start].strip()):
        return False
    of_readers = is_for_readers(text[hit.end :], words) or is_for_readers(text[: hit.start], words)
    return not of_readers and words.cues("asks").first(text) is None


def _cues(text: str, words: Lexicon) -> Iterator[Hit]:
    """Cues count near the start of a short paragraph; a demand's cue also at the end, before its list."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    for hit in words.cues("sections").find(text):
        if hit.code == "demands":
            if _opens_a_list(text, hit, start):
                yield hit
        elif hit.code == "comments":
            if len(text) < SHORT_LINE:
                yield hit
        elif hit.code == "donation":
            if hit.start - start < 20 or len(text) < SHORT_LINE:
                yield hit
        elif hit.code in ("copies", "ask") or (
            hit.code == "background" and text[hit.start : hit.end].isupper()
        ):
            if hit.start == start:
                yield hit
        elif hit.start == start and (hit.end >= len(text.rstrip(" :*#_.,!")) - 25 and len(text) < SHORT_LINE):
            yield hit
