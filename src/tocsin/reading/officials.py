"""Office holders, named or by their office alone."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.dossiers import Dossier, Held, Mention
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.people import Official
from tocsin.terms.span import Span

LONGEST_OFFICE, LEAST_UNPRINTED = 90, 0.75
NAMELESS = frozenset({"police", "prison", "prosecutor", "court", "local_authority"})
_LINKS = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "in",
        "to",
        "at",
        "de",
        "del",
        "la",
        "el",
        "los",
        "du",
        "des",
        "der",
        "di",
        "do",
        "da",
        "dos",
        "'s",
        "&",
        "а",
        "и",
        "по",
    ]
)


def office_of(material: Material, mention: Mention) -> Held | None:
    """Which office is printed beside a name, if any."""
    marked, name = mention.marked, mention.name
    for where, found in (
        ("before", _office_before(marked, name, material.words)),
        ("after", _office_after(material, mention.index, name)),
        ("above", _office_above(material, mention.index, name)),
    ):
        if found and not _is_of_an_organisation(found[0], material.words) and not _runs_on(found[0]):
            return Held(*found, where)
    return None


def _runs_on(office: str) -> bool:
    """'Chief Minister of' before 'Madhya Pradesh': the name is the office's own place."""
    return office.split()[-1].lower() in _LINKS


def find_officials(material: Material, dossiers: list[Dossier]) -> tuple[Official, ...]:
    """Named office holders first met first, then offices without a name."""
    named = (_official(d, material.words) for d in dossiers if d.standing == "official")
    return (*(one for one in named if one), *_nameless(material))


def _official(dossier: Dossier, words: Lexicon) -> Official | None:
    """With the office beside the name, or at least the words that hint at one."""
    is_sure = dossier.confidence >= LEAST_UNPRINTED
    held = next(iter(dossier.offices), None) or next(_hints(dossier, words) if is_sure else iter(()), None)
    if held is None:
        return None
    spans = tuple(sorted(dossier.spans))
    rule = f"office printed {held.where} the name"
    return Official(
        dossier.name, held.office, spans, {"office": (held.span,)}, round(dossier.confidence, 2), rule
    )


def _hints(dossier: Dossier, words: Lexicon) -> Iterator[Held]:
    """'General', 'the regime of': words for people in authority, or of the state, next to the name."""
    for mention in dossier.mentions:
        marked, name = mention.marked, mention.name
        before, after = max(0, name.start - LONGEST_OFFICE), name.end + LONGEST_OFFICE
        for hit in _of_authority(marked.text[name.end : after], words)[:1]:
            yield _hint(marked, name.end, hit, "after")
        for hit in _of_authority(marked.text[before : name.start], words)[-1:]:
            yield _hint(marked, before, hit, "before")


def _of_authority(text: str, words: Lexicon) -> list[Hit]:
    hits = [hit for hit in words.cues("callings").find(text) if hit.code in ("authority", "state")]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _hint(marked: Marked, offset: int, hit: Hit, where: str) -> Held:
    start, end = offset + hit.start, offset + hit.end
    end += _of_phrase(marked.text[end : end + LONGEST_OFFICE])
    office = marked.text[start:end].rstrip()
    return Held(office, marked.span(start, start + len(office)), where)


def _office_before(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    earlier = max((other.end for other in marked.people if other.end <= name.start), default=0)
    start = max(0, name.start - LONGEST_OFFICE, earlier)
    window = marked.text[start : name.start]
    hits = [h for h in _offices(window, words) if _is_bridge(window[h.end :])]
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


def _is_of_a_body(office: str, hit: Hit, words: Lexicon) -> bool:
    """'president of the village council': only states have heads of state."""
    if hit.code != "head_of_state":
        return False
    tail = re.search(r"\s(?:of|de|du|del|der|di|do|da)\s+(?:the |la |el )?([^\W\d_]+)", office)
    return tail is not None and tail[1].islower() and tail[1] not in words.words("state_words")


def _without_title(office: str, words: Lexicon) -> str:
    """'Chairman ... Commission Prof.' ends before the title, unless the title is the office."""
    last = re.search(r"[\s,]+([\w.]+)[\s,]*$", office)
    if last and last[1].lower().rstrip(".") in words.words("titles") - words.words("office_heads"):
        return office[: last.start()]
    return office.rstrip()


def _is_bridge(between: str) -> bool:
    """Between office and name stand only capitalised words and links: 'General of Bangladesh'."""
    parts = re.split(r"[\s,:.]+", between)
    return not re.search(r"[;()\"!?]", between) and all(
        not part or part in _LINKS or part[0].isupper() for part in parts
    )


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
    rest = marked.text[name.end :]
    lead = re.match(r"\s*(?:\([^)]{1,40}\)\s*)?(?:,|–|-|—)\s*(?:(?:the|a|an|who is|then|el|la|le)\s+)*", rest)
    if not rest.strip() and index + 1 < len(material.marked) and len(marked.text) < 60:
        return _whole_line_office(material.marked[index + 1], material.words)
    if not lead:
        return None
    window = rest[lead.end() : lead.end() + LONGEST_OFFICE]
    for hit in _offices(window, material.words):
        if hit.start <= 12 and not re.search(r"[,;.]", window[: hit.start]):
            end = hit.end + _of_phrase(window[hit.end :])
            start = name.end + lead.end()
            return window[:end].strip(), marked.span(start, start + len(window[:end].rstrip()))
    return None


def _office_above(material: Material, index: int, name: Name) -> tuple[str, Span] | None:
    """An address: the office on one line, its holder on the next."""
    line = material.marked[index].text
    if index == 0 or len(line.strip(" ,.")) > name.end - name.start + 12 or name.start > 12:
        return None
    return _whole_line_office(material.marked[index - 1], material.words)


def _of_phrase(rest: str) -> int:
    """How far 'of Guangdong Province' runs."""
    match = re.match(
        r"\s+(?:of|to|for|de|du|del|der|in)\s+(?:the\s+|la\s+|l')?(?:[^\W\d_a-z][\w'-]*\s?)+", rest
    )
    return match.end() if match else 0


def _whole_line_office(below: Marked, words: Lexicon) -> tuple[str, Span] | None:
    hit = min(_offices(below.text, words), key=lambda h: h.start, default=None)
    if hit is None or hit.start > 3 or len(below.text) > LONGEST_OFFICE:
        return None
    return below.text, below.sentence.span


def _offices(text: str, words: Lexicon) -> list[Hit]:
    return list(words.cues("offices").find(text))


def _is_of_an_organisation(office: str, words: Lexicon) -> bool:
    """'President of the Garment Workers' Forum' holds no public office."""
    parts = re.split(r"\s(?:of|de|du|des|der|del|della|di|do|da|la|l')\s|\sde l'", office, maxsplit=1)
    tail = parts[1] if len(parts) > 1 else ""
    if re.match(r"(?:the |la |el )?[A-Z]{3,}\b", tail):
        return True
    kinds = set(words.cues("organisations").codes(tail))
    return bool(kinds & {"union", "ngo", "party", "media"}) and "authority" not in kinds


def _nameless(material: Material) -> Iterator[Official]:
    """'the Head of the Remand Prison': each once, all its places."""
    found: dict[str, list[Span]] = {}
    written: dict[str, str] = {}
    for marked in material.marked:
        if marked.section in (Section.CONTACTS, Section.HEADLINE):
            continue
        for hit in _longest(h for h in _offices(marked.text, material.words) if h.code in NAMELESS):
            end = _end_of_office(marked.text, hit)
            if not _has_name_beside(marked, hit) and " " in marked.text[hit.start : end]:
                text = marked.text[hit.start : end]
                found.setdefault(text.lower(), []).append(marked.span(hit.start, end))
                written.setdefault(text.lower(), text)
    for key, spans in found.items():
        yield Official(None, written[key], tuple(spans), {}, 0.7, "office without a name")


def _end_of_office(text: str, hit: Hit) -> int:
    """'fiscal de' runs on to 'fiscal de Yoro', or ends before the 'de'."""
    last = text[hit.start : hit.end].split()[-1]
    if last.lower() not in _LINKS:
        return hit.end
    place = re.match(r"\s+(?:la |el |los )?(?:[^\W\d_a-z][\w'-]*\s?)+", text[hit.end :])
    return hit.end + len(place[0].rstrip()) if place else hit.end - len(last) - 1


def _longest(hits: Iterator[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: h.start - h.end):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def _has_name_beside(marked: Marked, hit: Hit) -> bool:
    return any(-1 <= name.start - hit.end <= 40 or 0 <= hit.start - name.end <= 6 for name in marked.people)
