"""Organisations named in the text."""

import re
from functools import cache

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.people import Organisation
from tocsin.terms.span import Span

SKIPPED = frozenset({Section.CONTACTS, Section.COPIES})
_JOINED = re.compile(r"[\"']?,?\s*(?:and|y|et|und|e|и|og)\s*[\"']?$")


def find_organisations(material: Material) -> tuple[Organisation, ...]:
    """Names with a word that tells their kind, or set beside one: 'the trade unions "Odak"'."""
    spans: dict[str, list[Span]] = {}
    kinds: dict[str, str] = {}
    for marked in material.marked:
        if marked.section in SKIPPED:
            continue
        for name in marked.names:
            kind = kind_of(marked, name, material.words)
            if kind:
                written = marked.text[name.start : name.end]
                spans.setdefault(written, []).append(marked.span(name.start, name.end))
                kinds.setdefault(written, kind)
    return tuple(
        Organisation(
            name, kinds[name], tuple(where), {}, 0.7, f"{kinds[name]}: by a word in or beside the name"
        )
        for name, where in spans.items()
    )


def kind_of(marked: Marked, name: Name, words: Lexicon) -> str | None:
    """What kind of body a name is by a word in it or beside it; None where neither tells."""
    if len(name.text) < 2 or _is_country_or_title(marked, name, words) or _is_label(marked, name):
        return None
    if len(name.words) == 1 and name.text.lower() in _no_bodies(words):
        return None
    inside = list(words.cues("organisations").find(name.text))
    if inside and (len(name.words) > 1 or name.text.isupper()):
        return max(inside, key=lambda hit: hit.end).code
    if name in marked.people and not _is_quoted(marked, name):
        return None
    before = marked.text[max(0, name.start - 30) : name.start]
    beside = [hit for hit in words.cues("organisations").find(before) if not before[hit.end :].strip(" \"'")]
    after = [
        h for h in words.cues("organisations").find(marked.text[name.end : name.end + 14]) if h.start <= 2
    ]
    near = beside or after
    return near[0].code if near else _kind_of_the_pair(marked, name, words)


def _kind_of_the_pair(marked: Marked, name: Name, words: Lexicon) -> str | None:
    """'the trade unions Odak and Zhanartu': the second takes the kind of the first."""
    first = next((other for other in marked.names if 0 < name.start - other.end <= 8), None)
    if first is None or not _JOINED.match(marked.text[first.end : name.start]) or len(first.words) > 1:
        return None
    before = marked.text[max(0, first.start - 30) : first.start]
    beside = [hit for hit in words.cues("organisations").find(before) if not before[hit.end :].strip(" \"'")]
    return beside[0].code if beside else None


def _is_country_or_title(marked: Marked, name: Name, words: Lexicon) -> bool:
    whole = Span(name.start, name.end)
    return name.text.lower() in _titles_and_months(words) or any(
        span.holds(whole) for span, _ in marked.countries
    )


@cache
def _no_bodies(words: Lexicon) -> frozenset[str]:
    return words.words("not_names", "roles")


@cache
def _titles_and_months(words: Lexicon) -> frozenset[str]:
    return words.words("office_heads") | frozenset(words.table("months"))


def _is_label(marked: Marked, name: Name) -> bool:
    """'RECOMMENDED ACTION:', a headline in capitals."""
    shouted = len(name.words) > 1 and marked.text[name.start : name.end].isupper()
    return shouted and (name.start < 3 or marked.section is Section.HEADLINE)


def _is_quoted(marked: Marked, name: Name) -> bool:
    return marked.text[name.start - 1 : name.start] == '"'
