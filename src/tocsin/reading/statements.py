"""What officials and others are reported to have said, or refused to say."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import itemgetter

from tocsin.language.lexicon import Lexicon
from tocsin.language.name_keys import name_key, same_person
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked, Material
from tocsin.reading.organisations import kind_of
from tocsin.reading.sections import Section
from tocsin.terms.people import Official
from tocsin.terms.span import Span
from tocsin.terms.statements import Passage, Statement

SKIPPED = frozenset({Section.CONTACTS, Section.COPIES, Section.HEADLINE, Section.DEMANDS})
SPEAKER_REACH = 80
Speaker = tuple[str, Span]


def find_statements(material: Material, officials: tuple[Official, ...]) -> tuple[Statement, ...]:
    """In the order of the text; a pronoun speaks for the office named last."""
    found: list[Statement] = []
    placed, in_full = _placed(officials), _in_full(officials)
    spoke: Speaker | None = None
    named: Speaker | None = None
    inquired: Span | None = None
    for marked in material.marked:
        offices = list(_officials_in(marked, placed))
        if marked.section in SKIPPED:
            continue
        codes = {
            hit.code: hit
            for hit in sorted(
                material.words.cues("statements").find(marked.text), key=lambda h: h.start, reverse=True
            )
        }
        speaker = _speaker(marked, codes, offices, spoke, named, material.words)
        inquiry = marked.sentence.span if "asked" in codes and not speaker else None
        if speaker and codes.keys() & {"said", "refused", "changed"}:
            speaker = in_full(speaker[0]), speaker[1]
            made = _statement(marked, speaker, codes, found)
            asked = {"asked_by": (inquired,)} if inquired else {}
            found.append(replace(made, field_spans={**made.field_spans, **asked}))
            spoke = speaker
        elif marked.people or offices:
            spoke = None
        inquired = inquiry
        named = offices[-1] if offices else named
    return tuple(found)


def _in_full(officials: tuple[Official, ...]) -> Callable[[str], str]:
    """'Mwadzaya' -> 'Hassan Mwadzaya', who was named before; found by the longest word of the name."""
    by_word: dict[str, list[str]] = {}
    for official in officials:
        for word in set(name_key(official.name or "")):
            by_word.setdefault(word, []).append(official.name or "")

    def full(said: str) -> str:
        longest = max(name_key(said), key=len, default="")
        return next((name for name in by_word.get(longest, ()) if same_person(said, name)), said)

    return full


def _placed(officials: tuple[Official, ...]) -> list[Speaker]:
    """Wherever officials are named, in the order of the text."""
    speakers = ((official.name or official.office, span) for official in officials for span in official.spans)
    return sorted(speakers, key=itemgetter(1))


def _officials_in(marked: Marked, placed: list[Speaker]) -> Iterator[Speaker]:
    whole = marked.sentence.span
    low, high = (bisect_left(placed, Span(at, 0), key=itemgetter(1)) for at in (whole.start, whole.end))
    yield from (speaker for speaker in placed[low:high] if whole.holds(speaker[1]))


def _speaker(
    marked: Marked,
    codes: dict[str, Hit],
    offices: list[Speaker],
    spoke: Speaker | None,
    named: Speaker | None,
    words: Lexicon,
) -> Speaker | None:
    """An office told by ('was informed by'), the subject before the verb, or the one a pronoun stands for."""
    if not codes:
        return None
    verb = codes.get("refused") or codes.get("changed") or codes.get("said")
    if verb is None:
        return None
    if marked.text[verb.start : verb.end].lower().endswith(tuple(words.words("told_by"))):
        after = [o for o in offices if 0 <= o[1].start - marked.span(verb.start, verb.end).end < 12]
        return after[0] if after else _subject_after(marked, verb, words)
    before = marked.text[: verb.start].split()
    if before and before[-1].lower() in words.words("passives", "infinitive_marks"):
        return None  # 'which was reported', 'we ask the minister to say': not who said it
    subject = _subject(marked, verb, offices, words)
    if subject is not None:
        return subject
    if not _has_pronoun(marked.text[: verb.start], words):
        return None
    return _last_asked(marked, spoke, named) if "asked" in codes else spoke if verb.start < 20 else None


def _last_asked(marked: Marked, spoke: Speaker | None, named: Speaker | None) -> Speaker | None:
    """'When he was phoned': the office named last; 'When asked': the one who spoke last."""
    if re.search(r"\b(?:phoned|called|contacted)\b", marked.text[:60]) and named:
        return named
    return spoke or named


def _has_pronoun(text: str, words: Lexicon) -> bool:
    return any(part.lower() in words.words("pronouns") for part in re.findall(r"\w+", text))


def _subject(marked: Marked, verb: Hit, offices: list[Speaker], words: Lexicon) -> Speaker | None:
    start = marked.span(verb.start, verb.end).start
    near = [o for o in offices if 0 <= start - o[1].end <= SPEAKER_REACH and _is_direct(marked, o[1], start)]
    people = [
        (name.text, marked.span(name.start, name.end))
        for name in (*marked.people, *_organisations(marked, words))
        if 0 <= verb.start - name.end <= SPEAKER_REACH
        and _is_direct(marked, marked.span(name.start, name.end), start)
    ]
    common = [
        (marked.text[h.start : h.end], marked.span(h.start, h.end))
        for h in _common_speakers(marked, words)
        if 0 <= verb.start - h.end <= SPEAKER_REACH and _is_direct(marked, marked.span(h.start, h.end), start)
    ]
    after = _subject_after(marked, verb, words)
    subjects = [*near, *people, *common]
    if subjects:
        return max(subjects, key=lambda speaker: (speaker[1].end, -speaker[1].start))
    return after


def _common_speakers(marked: Marked, words: Lexicon) -> list[Hit]:
    """'relatives', 'the union'."""
    return [hit for hit in words.cues("statements").find(marked.text) if hit.code == "speakers"]


def _organisations(marked: Marked, words: Lexicon) -> list[Name]:
    """Bodies that speak: a name with a word of its kind, or letters like 'CPJ'."""
    return [
        name
        for name in marked.names
        if name not in marked.people
        and len(name.text) > 2
        and not name.title
        and (kind_of(marked, name, words) or (name.text.isupper() and len(name.words) == 1))
    ]


def _is_direct(marked: Marked, subject: Span, verb: int) -> bool:
    """No other clause stands between subject and verb."""
    offset = marked.sentence.span.start
    between = marked.text[subject.end - offset : verb - offset]
    return len(between.split()) <= 7 and not re.search(
        r"[.;:!?\"]|\b(?:that|because|when|if|which)\b", between
    )


def _subject_after(marked: Marked, verb: Hit, words: Lexicon) -> Speaker | None:
    """'..., said Sidney Jones'."""
    for name in marked.people:
        between = marked.text[verb.end : name.start]
        if (
            0 <= len(between) <= 30
            and len(between.split()) <= 3
            and not re.search(r"[,;]|\b(?:that|it|to)\b", between)
        ):
            return name.text, marked.span(name.start, name.end)
    for hit in sorted(_common_speakers(marked, words), key=lambda h: (h.start, -h.end)):
        if 0 <= hit.start - verb.end <= 12:
            return marked.text[hit.start : hit.end], marked.span(hit.start, hit.end)
    return None


def _statement(
    marked: Marked, speaker: Speaker, codes: dict[str, Hit], earlier: list[Statement]
) -> Statement:
    made = Statement(
        speaker=speaker[0],
        gist=Passage(marked.text, (marked.sentence.span,)),
        spans=(marked.sentence.span,),
        refused="refused" in codes,
        contradicts=_last_of(speaker[0], earlier) if "changed" in codes else None,
        field_spans={"speaker": (speaker[1],)},
        confidence=0.75,
        rule="refusal" if "refused" in codes else "verb of saying",
    )
    return replace(made, confidence=0.6) if "asked" in codes else made


def _last_of(speaker: str, earlier: list[Statement]) -> int | None:
    return next((i for i in reversed(range(len(earlier))) if earlier[i].speaker == speaker), None)
