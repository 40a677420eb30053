"""The office printed beside a name: before it, after it, or on the line above or below."""

import re

from tocsin.language.lexicon import Lexicon, lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.bodies_of_state import body_before, body_below
from tocsin.reading.dossiers import Held, Mention
from tocsin.reading.marks import Marked, Material
from tocsin.reading.posts import posts
from tocsin.reading.section_signs import greets
from tocsin.reading.sections import Section
from tocsin.terms.span import Span

LONGEST_OFFICE, LINES_ABOVE, LEAD_WORDS, LONGEST_ARTICLE, LONGEST_LINE = 90, 4, 12, 8, 140
OF_LINKS = frozenset(
    [
        "of", "the", "for", "and", "in", "to", "at", "on", "de", "del", "la", "el", "los", "las", "du", "des", "der", "die", "das",
        "den", "di", "do", "da", "dos", "della", "dello", "degli", "delle", "dei", "le", "les", "et", "y", "e", "und", "für",
        "von", "vom", "zu", "na", "za", "pro", "v", "ve", "af", "og", "i", "'s", "&", "а", "и", "по", "на", "в", "г",
    ]
)  # fmt: skip
_ADDRESSED = frozenset([Section.CONTACTS, Section.COPIES, Section.QUOTED_LETTER, Section.ASK])
_LEAD = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:,|–|-|—|，|、?（|\()\s*(?:(?:the|a|an|who is|then|el|la|le|il|o|der|die)\s+)*",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?!(?:US|USA|UN|EU|UK|U\.S|RF|CEO)\b)[A-Z]{3,}\b[^,]*$")  # 'ACTU President'
_SEAT = re.compile(
    r"\s\(([DR]-[A-Z][A-Za-z.]{1,9})\)"
)  # 'Jane Roe (D-CA)' sits in a parliament of the United States
_ENGLISH = re.compile(r"(?i)\b(?:of|the|dear|hon)\b")
_TOWARDS = re.compile(
    r"^\s*(?:of|for|on|sur|sobre|über|de|del|du|des|der|di|do|da|della|dello|na|за|на|по)\s"
)


def office_of(material: Material, mention: Mention) -> Held | None:
    """Which office is printed beside a name, if any."""
    marked, name = mention.marked, mention.name
    if seat := _SEAT.match(marked.text, name.end):
        return Held(seat[1], marked.span(*seat.span(1)), "after")
    for where, found in (
        ("before", _office_before(marked, name, speech_of(marked.text, material.words))),
        ("before", _office_shared(marked, name, speech_of(marked.text, material.words))),
        ("before", body_before(marked, name, material.words)),
        ("after", _office_after(material, mention.index, name)),
        ("above", _office_above(material, mention.index, name)),
    ):
        if found and not _is_of_an_organisation(found[0], material.words) and not _runs_on(found[0]):
            kinds = [hit.code for hit in posts(found[0], speech_of(found[0], material.words))]
            if kinds[:1] == ["head_of_state"] and _is_of_the_senders(found, marked):
                continue
            return Held(*found, where, kinds[0] if kinds else "")
    return None


def _is_of_the_senders(found: tuple[str, Span], marked: Marked) -> bool:
    """'Jane Roe' and 'President' on a line of its own, of nothing: a union's, below its letter; states are named."""
    return (
        " " not in found[0].strip()
        and not marked.sentence.span.holds(found[1])
        and marked.section not in _ADDRESSED - {Section.QUOTED_LETTER}
    )


def speech_of(line: str, words: Lexicon) -> Lexicon:
    """Addresses and letters are often in English, whatever the text is in."""
    return lexicon("en") if words.language != "en" and _ENGLISH.search(line) else words


def _runs_on(office: str) -> bool:
    """'Chief Minister of' before 'Madhya Pradesh': the name is the office's own place."""
    return office.split()[-1].lower() in OF_LINKS


def _office_before(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    earlier = max((other.end for other in marked.people if other.end <= name.start), default=0)
    start = max(0, name.start - LONGEST_OFFICE, earlier)
    window = marked.text[start : name.start]
    hits = [h for h in posts(window, words) if _is_bridge(window[h.end :], words)]
    if not hits:
        return None
    first = min(hits, key=lambda h: (-h.end, h.start))
    begin = min(h.start for h in hits if h.end == first.end or h.start <= first.start <= h.end)
    begin = _grown_left(window, begin, words)
    text = _without_title(window[begin:], words)
    begin += len(text) - len(text.lstrip(" ,:"))
    office = text.strip(" ,:")
    if not office or _is_of_a_body(office, first, words):
        return None
    return office, marked.span(start + begin, start + begin + len(office))


_JOINED = re.compile(r"\s*(?:\([^)]{1,20}\)\s*)?(?:,|&|,?\s(?:and|y|e|et|und|и|i|a|og))\s")
_MANY = re.compile(r"(?:\w+s|\w*[^\W_a-z]?\w+(?:ori|istri|ici|ati|aci|ы|и))(?:\s|$)", re.IGNORECASE)


def _office_shared(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    """'Prosecutors Jane Roe and John Doe': an office in the plural is everybody's who is listed after it."""
    start = name.start
    for other in reversed([one for one in marked.people if one.end <= name.start]):
        if not _JOINED.fullmatch(marked.text, other.end, start):
            return None
        start = other.start
        found = _office_before(marked, other, words)
        if found:
            head = re.split(r"\s(?:of|for|de|del|di|du|da|des|der)\s", found[0], maxsplit=1)[0]
            return found if _MANY.search(head) else None
    return None


def _is_of_a_body(office: str, hit: Hit, words: Lexicon) -> bool:
    """'president of the village council': only states have heads of state."""
    if hit.code != "head_of_state":
        return False
    if _ABBREVIATED.match(office):
        return True
    tail = re.search(r"\s(?:of|de|du|del|der|di|do|da)\s+(?:the |la |el )?([^\W\d_]+)", office)
    return tail is not None and tail[1].islower() and tail[1] not in words.words("state_words")


def _without_title(office: str, words: Lexicon) -> str:
    """'Chairman ... Commission Prof.' ends before the title, unless the title is the office."""
    last = re.search(r"[\s,]+([\w.]+)[\s,]*$", office)
    if last and last[1].lower().rstrip(".") in words.words("titles") - words.words("office_heads"):
        return office[: last.start()]
    return office.rstrip()


def _is_bridge(between: str, words: Lexicon) -> bool:
    """Between office and name stand capitalised words, links and words of the state: 'General of Bangladesh'."""
    if re.search(r"[;()\"!?。；]|,.*,", between):
        return False
    parts = [part for part in re.split(r"[\s,:.]+", between) if part]
    plain = [part for part in parts if not _may_belong(part, words)]
    if not plain:
        return True
    named = re.match(r"([^,]+),[^,]{0,12}$", between)  # 'juez de garantía de Angol, don Juan'
    return named is not None and len(parts) <= LEAD_WORDS and _TOWARDS.match(named[1]) is not None


def _may_belong(part: str, words: Lexicon) -> bool:
    low = part.lower()
    return part[0].isupper() or low in OF_LINKS or _is_of_state(low, words)


def _is_of_state(word: str, words: Lexicon) -> bool:
    return word in words.words("state_words") or word in words.words("office_adjectives")


def _grown_left(window: str, begin: int, words: Lexicon) -> int:
    """Over the words in front that belong to the office: 'Dhaka Metropolitan Police Commissioner', 'deputy mayor'."""
    pieces = list(re.finditer(r"[\w'.&-]+,?", window[:begin]))
    for piece in reversed(pieces):
        word = piece[0].lower().rstrip(",")
        is_part = piece[0][0].isupper() or piece[0] == "&" or word in words.words("office_adjectives")
        if not is_part or word in words.words("function_words") - words.words("office_adjectives"):
            break
        if window[piece.end() : begin].strip():
            break
        begin = piece.start()
    return begin


def _office_after(material: Material, index: int, name: Name) -> tuple[str, Span] | None:
    """'Name, Chief Prosecutor of ...', or the office on the line below the name."""
    marked = material.marked[index]
    words = speech_of(marked.text, material.words)
    rest = marked.text[name.end :]
    lead = re.match(r"\s*(?:\([^)]{1,40}\)\s*)?(?:,|–|-|—)\s*(?:(?:the|a|an|who is|then|el|la|le)\s+)*", rest)
    if not _BEHIND.sub("", rest).strip() and index + 1 < len(material.marked) and len(marked.text) < 60:
        below = material.marked[index + 1]
        return _whole_line_office(below, material.words) or body_below(below, name, material.words)
    if not lead:
        return None
    window = rest[lead.end() : lead.end() + LONGEST_OFFICE]
    for hit in posts(window, words):
        if _begins(window[: hit.start], words) and not _is_of_a_union(window[hit.end :], words):
            end = hit.end + of_phrase(window[hit.end :])
            start = name.end + lead.end()
            return window[:end].strip(), marked.span(start, start + len(window[:end].rstrip()))
    return None


_BEHIND = re.compile(
    r"^,?\s(?:MP|MNA|MPA|MLA|MEP|MdB|MdL|MdEP|KC|QC|OBE|CBE|Esq\.?|Ph\.?D\.?|SJ|PC|M\.P\.)(?=[\s,.]|$)"
)
_CLAUSE = re.compile(r"[,;.()]")


def _is_of_a_union(rest: str, words: Lexicon) -> bool:
    """'secretary of trade | union rights for the Federation of Trade Unions': what goes on tells whose office it is."""
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    kinds = set(words.cues("organisations").codes(clause))
    return bool(kinds & {"union", "ngo", "party", "media"}) and not kinds & {"authority"}


def _begins(before: str, words: Lexicon) -> bool:
    """Nothing stands before the office but a short word or words that belong to it."""
    if re.search(r"[,;.，；]", before):
        return False
    return len(before) <= 12 or all(_may_belong(part, words) for part in before.split())


def _office_above(material: Material, index: int, name: Name) -> tuple[str, Span] | None:
    """An address: the office on one line, its holder on the next; a letter: 'Dear Mr Roe' under it."""
    line = material.marked[index].text
    if index == 0 or len(line.strip(" ,.")) > name.end - name.start + 12:
        return None
    is_letter = greets(line, speech_of(line, material.words))
    if name.start > 12 and not is_letter:
        return None
    above = material.marked[max(0, index - (LINES_ABOVE if is_letter else 1)) : index]
    found = (_whole_line_office(one, material.words) for one in reversed(above))
    return next((one for one in found if one), None)


def of_phrase(rest: str) -> int:
    """How far 'of Guangdong Province' runs."""
    match = re.match(
        r"\s+(?:of|to|for|de|du|del|der|in)\s+(?:the\s+|la\s+|l')?(?:[^\W\d_a-z][\w'-]*\s?)+", rest
    )
    return match.end() if match else 0


_HONOURED = re.compile(
    r"\W*(?:(?:the|hon(?:ou?rable)?\.?|his excellency|her excellency|h\.e\.)\s+)+", re.IGNORECASE
)


def _whole_line_office(line: Marked, words: Lexicon) -> tuple[str, Span] | None:
    """A line that begins with an office; addresses are often in English."""
    if len(line.text) > LONGEST_LINE:
        return None
    honour = _HONOURED.match(line.text)
    for speech in dict.fromkeys((speech_of(line.text, words), lexicon("en"))):
        first = min((hit.start for hit in posts(line.text, speech)), default=LONGEST_LINE)
        is_first = first <= max(LONGEST_ARTICLE, honour.end() if honour else 0)
        if is_first or (line.section in _ADDRESSED and _begins_with_head(line.text, speech)):
            return line.text, line.sentence.span
    return None


def _begins_with_head(line: str, words: Lexicon) -> bool:
    first = re.match(r"\W*([^\W\d_]+)", line)
    return first is not None and first[1].lower() in words.words("office_heads")


def _is_of_an_organisation(office: str, words: Lexicon) -> bool:
    """'President of the Garment Workers' Forum' holds no public office."""
    parts = re.split(r"\s(?:of|de|du|des|der|del|della|di|do|da|la|l')\s|\sde l'", office, maxsplit=1)
    tail = parts[1] if len(parts) > 1 else ""
    if re.match(r"(?:the |la |el )?[A-Z]{3,}\b", tail):
        return True
    kinds = set(words.cues("organisations").codes(tail))
    return bool(kinds & {"union", "ngo", "party", "media"}) and "authority" not in kinds
