"""The signs by which a paragraph shows what part of an appeal it belongs to."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.demand_cues import is_for_readers

SHORT_LINE, LONGEST_ADDRESS, LONGEST_LEAD, REACH, NEAR = 90, 160, 30, 120, 4
_SENTENCE_END = re.compile(r"[.!?]\s")
_FULL_STOPS = ".!?…。！？"
_LEAD = re.compile(r"^(?:<[^>]{1,60}>|[#*_>\s\"'•–—-])+")
ITEM = re.compile(
    r"^\W*(?:[-–—*•●▪◦·‣\u2190-\u2bff\u20e3\ue000-\uf8ff\U0001f300-\U0001faff\U000f0000-\U0010ffff]"
    r"|\(?(?:\d{1,2}|[a-zа-я]|[ivx]{1,4})[.)]|\d{1,2}(?:\s?[-–](?=\s)|\ufe0f?\u20e3)"
    r"|[（(]?[一二三四五六七八九十\d]{1,2}[)）、])\s*\S"
)
_ADDRESS = re.compile(r"\S@\S|\[email|(?!(?:19|20)\d\d)(?<!\d)\(?\+?(?:\d[\s().-]{0,3}){7,}")
_SEVEN_DIGITS = re.compile(r"\d(?:[\s().-]{0,3}\d){6}")
_MARKUP = re.compile(
    r"^(?:!\[|\[caption|_fig[:.]|https?://\S+$|<[^>]+>$|[-=_*#\s]+$|\[\.\.\.\]$)", re.IGNORECASE
)
_MAIL_HEADER = re.compile(
    r"^>?(?:From|To|Date|Message-ID|MIME-Version|Content-[\w-]+|Reply-To|Sender|Received|Attachment):\s"
)
_FAX_HEADER = re.compile(r"^(?:FAX|TO|FROM|DATE|PAGES?|OUR REF|YOUR REF|REF)\b(?:\s*:|\s{2,})", re.IGNORECASE)
# Who sends, as mail programs print it above a mail in other languages; what follows is not the headline.
_SENDER = re.compile(r"^(?:От(?: кого)?|Von|De|Da|Van|Fra|Avsändare|Odesílatel|发件人)\s?[:：]\s?\S")
_LEAVE_LIST = re.compile(
    r"(?i)^(?:--\s*$|you (?:get|receive|are receiving) this|to (?:leave|unsubscribe|stop))"
)


def is_dateline(text: str, words: Lexicon) -> bool:
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


def is_furniture_line(text: str, is_first: bool) -> bool:
    """Markup, the header of a mail or of a fax, the foot of a mailing list."""
    if _MARKUP.match(text) or _MAIL_HEADER.match(text) or _LEAVE_LIST.match(text):
        return True
    return is_first and bool(_FAX_HEADER.match(text) or _SENDER.match(text))


def greets(text: str, words: Lexicon) -> bool:
    """'20 April 2012 - Dear Prime Minister': all that follows is a letter."""
    found = words.cues("sections").find(text[:LONGEST_ADDRESS])
    return not greets_readers(text, words) and any(hit.code == "letter_start" for hit in found)


def greets_readers(text: str, words: Lexicon) -> bool:
    """'Dear friends': the appeal itself speaks as a letter, to whoever reads it."""
    hit = words.cues("greeted_readers").first(text[:SHORT_LINE])
    return hit is not None and hit.start <= NEAR


def is_case_fund(text: str, words: Lexicon) -> bool:
    """'Donate to the strike fund': money for those the text is about, not for its publisher."""
    return words.cues("case_funds").first(text) is not None


def leaves_the_reader(text: str, words: Lexicon) -> bool:
    """'- calling for his release', '- Drop the charges': what those in power are told."""
    item = text[_start(text) :]
    if any(
        hit.start <= NEAR and hit.code != "must" for hit in words.cues("demands").find(item[:LONGEST_LEAD])
    ):
        return True
    slogan = words.cues("slogans").first(item)
    if slogan and slogan.start == 0 and not words.cues("asks").first(item):
        return True
    return is_act(item, words) and not asks_reader(item, words, among_demands=False)


def _start(text: str) -> int:
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def asks_reader(text: str, words: Lexicon, among_demands: bool) -> bool:
    """'- phone your MP' in a list of things to do, not '- calling for his release'."""
    first = re.search(r"[^\W\d_]{2,}", text)
    begins = first is not None and first[0].lower() in words.words("imperatives")
    return begins and (not among_demands or words.cues("asks").first(text) is not None)


def is_act(text: str, words: Lexicon) -> bool:
    """A list without bullets goes on: 'Resume the talks;'."""
    act = words.cues("demand_acts").first(text[:LONGEST_LEAD])
    return act is not None and not text[: act.start].strip(" \"'*") and text[:1].isupper() and len(text) < 300


def is_address(text: str) -> bool:
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


def tells_what_follows(text: str, following: str, words: Lexicon) -> bool:
    """'The union calls for:', 'The authorities should:', 'What do they want?': a list of demands begins."""
    bare = text.rstrip("*_ ")
    if bare.endswith(("?", "？")):
        return len(bare) < SHORT_LINE and words.cues("demand_questions").first(bare) is not None
    if not bare.endswith((":", "：")) and not _runs_into_a_list(bare, following):
        return False
    tail = max(0, len(bare) - REACH)
    hits = [hit for hit in words.cues("demands").find(bare) if hit.start >= tail]
    if any(hit.code == "not_a_demand" for hit in hits):
        return False
    return any(_leads_to_list(bare, hit, words) for hit in hits)


def _runs_into_a_list(text: str, following: str) -> bool:
    """'We demand that the ministry' before '1. Free the tailors'; an item of a list opens none."""
    return is_unfinished(text) and ITEM.match(following) is not None and ITEM.match(text) is None


def is_unfinished(text: str) -> bool:
    """'We demand that the ministry': no full stop ends it."""
    return text[-1:] not in _FULL_STOPS


def _leads_to_list(text: str, hit: Hit, words: Lexicon) -> bool:
    if _SENTENCE_END.search(text, hit.end):
        return False
    if hit.code == "must" and (hit.end < len(text) - 3 or not text[: hit.start].strip()):
        return False
    before = text[: hit.start]  # 'We ask' is no ask of readers
    of_readers = is_for_readers(text[hit.end :], words) or (
        " " in before.strip() and is_for_readers(before, words)
    )
    return not of_readers and not any(ask.start > hit.start for ask in words.cues("asks").find(text))


def section_cues(text: str, words: Lexicon) -> Iterator[Hit]:
    """Cues count near the start of a short paragraph; a demand's cue also at the end, before its list."""
    start = _start(text)
    for hit in words.cues("sections").find(text):
        if hit.code == "demands":
            if _opens_a_list(text, hit, start):
                yield hit
        elif hit.code == "comments":
            if len(text) < SHORT_LINE:
                yield hit
        elif hit.code == "comments_title":
            if not text[hit.end :].strip(" :()[]#*_0123456789") and not text[start : hit.start].strip(
                " ()[]#0123456789"
            ):
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
