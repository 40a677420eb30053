"""Office holders, named or by their office alone."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.dossiers import KNOWN, Dossier, Held
from tocsin.reading.marks import Marked, Material
from tocsin.reading.offices import LONGEST_OFFICE, OF_LINKS, of_phrase
from tocsin.reading.sections import Section
from tocsin.terms.people import Official
from tocsin.terms.span import Span

LEAST_UNPRINTED, BESIDE = 0.75, 40
NAMELESS = frozenset({"police", "prison", "prosecutor", "court", "local_authority"})


def find_officials(material: Material, dossiers: list[Dossier]) -> tuple[Official, ...]:
    """Named office holders first met first, then offices without a name."""
    named = (_official(d, material.words) for d in dossiers if d.standing == "official")
    return (*(one for one in named if one), *_nameless(material))


def _official(dossier: Dossier, words: Lexicon) -> Official | None:
    """With the office beside the name, or at least the words that hint at one."""
    held = next(iter(dossier.offices), None) or next(_hints(dossier, words, BESIDE), None)
    if held is None and dossier.confidence >= LEAST_UNPRINTED:
        held = next(_hints(dossier, words, LONGEST_OFFICE), None)
    if held is None:
        return None
    spans, sure = tuple(sorted(dossier.spans)), round(dossier.confidence, 2)
    if held.where == KNOWN:
        return Official(dossier.name, held.office, spans, {}, sure, "office not printed: known by the name")
    rule = f"office printed {held.where} the name"
    return Official(dossier.name, held.office, spans, {"office": (held.span,)}, sure, rule)


_BYLINE = re.compile(r"^\s*[:：].*", re.DOTALL)  # 'Jane Roe: Judges against the minister'


def _hints(dossier: Dossier, words: Lexicon, reach: int) -> Iterator[Held]:
    """'General', 'the regime of': words for people in authority, or of the state, so near the name."""
    for mention in dossier.mentions:
        marked, name = mention.marked, mention.name
        before, after = max(0, name.start - reach), name.end + reach
        for hit in _of_authority(_BYLINE.sub("", marked.text[name.end : after]), words)[:1]:
            yield _hint(marked, name.end, hit, "after")
        for hit in _of_authority(marked.text[before : name.start], words)[-1:]:
            yield _hint(marked, before, hit, "before")


def _of_authority(text: str, words: Lexicon) -> list[Hit]:
    hits = [hit for hit in words.cues("callings").find(text) if hit.code in ("authority", "state")]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _hint(marked: Marked, offset: int, hit: Hit, where: str) -> Held:
    start, end = offset + hit.start, offset + hit.end
    end += of_phrase(marked.text[end : end + LONGEST_OFFICE])
    office = marked.text[start:end].rstrip()
    return Held(office, marked.span(start, start + len(office)), where)


def _nameless(material: Material) -> Iterator[Official]:
    """'the Head of the Remand Prison': each once, all its places."""
    found: dict[str, list[Span]] = {}
    written: dict[str, str] = {}
    for marked in material.marked:
        if marked.section in (Section.CONTACTS, Section.HEADLINE):
            continue
        for hit in _longest(
            h for h in material.words.cues("offices").find(marked.text) if h.code in NAMELESS
        ):
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
    if last.lower() not in OF_LINKS:
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
