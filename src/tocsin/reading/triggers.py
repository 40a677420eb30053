"""Which words of a sentence tell of an event: trigger phrases, without those that only seem to."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.evidence import VERBS
from tocsin.reading.happened import is_reported
from tocsin.reading.marks import Marked
from tocsin.reading.sections import Section

STRONGER = {
    "arrest": ("mass_arrest", "incommunicado_detention", "deportation"),
    "beating": ("beating_at_protest", "attack_on_press", "killing", "dispersal", "torture"),
    "killing": ("killing_at_protest", "death_in_custody"),
    "march_rally": ("picket", "sit_down_protest", "day_of_action", "protest_camp"),
    "strike": ("hunger_strike", "symbolic_stoppage", "day_of_action"),
    "attack_on_press": ("arrest",),
    "charge_brought": ("sentence", "acquittal"),
    "hospitalisation": ("medical_care_denied",),
    "injury": ("killing", "beating_at_protest"),
    "dispersal": ("assembly_blocked", "deportation"),
    "trial_hearing": ("sentence",),
    "release": ("court_ruling",),
    "dismissal": ("release",),  # 'aus der Haft entlassen'
    "acquittal": ("complaint_refused",),  # 'classée sans suite'
    "court_ruling": ("complaint_refused",),
}
# Where the event itself stands in the sentence, what it did to people is no event of its own.
CONSEQUENCES = {
    "beating": ("torture", "ill_treatment_custody"),
    "injury": ("beating", "beating_at_protest", "attack_on_press", "killing", "hospitalisation"),
    "hospitalisation": ("medical_care_denied",),
}
OF_OFFICES = frozenset({"official_denial", "no_answer"})
HEADING = 6
FIGURE = 50  # letters around a trigger in which a turn of phrase may stand
COUNTED = 30  # letters between a number and what befell so many
OFFENCE = 90  # letters in which the words of a charge stand before an offence
BESIDE = 40  # letters between an event's words and its own date
_QUOTED = re.compile(r'"[^"]*"')


def triggers_in(marked: Marked, words: Lexicon) -> list[Hit]:
    """The first hit of each type beside each date; a general type gives way to a particular one on the same words."""
    if _is_heading(marked) or _points_elsewhere(marked, words):
        return []
    quoted = _answers(marked, words)
    found: dict[tuple[str, int], Hit] = {}
    hits = list(words.cues("incidents").find(marked.text))
    sentences = [hit for hit in hits if hit.code == "sentence"]
    for hit in hits:
        if hit.code == "arrest" and any(_touch(hit, sentence) for sentence in sentences):
            continue  # 'six years in prison'
        if any(d.start < hit.end <= d.end for d in marked.dates):
            continue  # 'held in March'
        if hit.code != "release" and any(a < hit.start < b for a, b in quoted):
            continue
        key = (hit.code, _date_beside(marked, hit))
        if key in found and hit.start >= found[key].start:
            continue
        if is_reported(marked, hit, words) and not _is_of_something_else(marked, hit, words):
            found[key] = hit
    return list(_without_doubles(list(found.values()), marked))


def _date_beside(marked: Marked, hit: Hit) -> int:
    """Which of several dates of the sentence stands nearest: 'arrested on 3 May and again arrested on 9 June'."""
    days = [day for day in marked.dates if day.has_day]
    if len(days) < 2:
        return 0
    apart = [max(hit.start - day.end, day.start - hit.end, 0) for day in days]
    return apart.index(min(apart)) if min(apart) < BESIDE else 0


def _answers(marked: Marked, words: Lexicon) -> list[tuple[int, int]]:
    """Where words stand that an office gave for an answer: they are a statement, and may be untrue."""
    hits = [h for h in words.cues("statements").find(marked.text) if h.code in ("said", "changed")]
    start = min((h.end for h in hits), default=None)
    is_changed = any(h.code == "changed" for h in hits)
    if start is None or not (is_changed or words.cues("answering").first(marked.text)):
        return []
    return [m.span() for m in _QUOTED.finditer(marked.text) if m.start() >= start]


def _without_doubles(found: list[Hit], marked: Marked) -> Iterator[Hit]:
    codes = {hit.code for hit in found}
    freed = min((hit.start for hit in found if hit.code == "release"), default=None)
    for hit in found:
        rivals = [other for other in found if other.code in STRONGER.get(hit.code, ())]
        is_told = not codes.isdisjoint(CONSEQUENCES.get(hit.code, ())) and not _is_counted(marked, hit)
        if is_told or any(_touch(hit, rival) for rival in rivals):
            continue
        if hit.code in ("arrest", "mass_arrest") and freed is not None and hit.start > freed:
            continue  # 'nine of the people detained were released' tells of no new arrest
        yield hit


def _is_counted(marked: Marked, hit: Hit) -> bool:
    """'they were dispersed; six of them were injured'."""
    return any(count.start < hit.start < count.noun_end + COUNTED for count in marked.counts)


def _touch(a: Hit, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _is_heading(marked: Marked) -> bool:
    """'Torture and other ill-treatment' over a chapter; a headline tells, a heading names."""
    text = marked.text.rstrip(" *_")
    if marked.section is Section.HEADLINE or marked.counts or marked.people or marked.dates:
        return False
    return len(text.split()) <= HEADING and text[-1:].isalpha() and text[:1].isupper()


def _points_elsewhere(marked: Marked, words: Lexicon) -> bool:
    """'Coverage of the strike can be seen at http://...'."""
    return "http" in marked.text and words.cues("points_elsewhere").first(marked.text) is not None


def _is_of_something_else(marked: Marked, hit: Hit, words: Lexicon) -> bool:
    """A turn of phrase, a video that was released, a charge that only says why somebody was arrested, a man who denies his guilt."""
    before = marked.text[max(0, hit.start - 60) : hit.start]
    if _is_figure_of_speech(marked, hit, words):
        return True
    if _is_an_offence_charged(marked.text, hit, words):
        return True
    if hit.code == "charge_brought":
        return (
            words.cues("reason_for_arrest").first(f"{before}{marked.text[hit.start : hit.end]}") is not None
        )
    if hit.code == "release":
        return words.cues("things_released").first(before) is not None
    return hit.code in OF_OFFICES and not _is_of_an_office(marked, hit, words)


def _is_an_offence_charged(text: str, hit: Hit, words: Lexicon) -> bool:
    """'accused of robbery and murder': what the law calls it; 'charged with the murder of two men' tells of a murder."""
    told = text[hit.start : hit.end].lower()
    if told not in words.words("offences") or _OF_SOMEBODY.match(text, hit.end):
        return False
    before = text[max(0, hit.start - OFFENCE) : hit.start]
    cue = words.cues("charged_with").first(before)
    return cue is not None and not VERBS.search(before[cue.end :])


_OF_SOMEBODY = re.compile(r"\s+(?:of|del?|d[aoi]s?|du|des|von|against|contra|contre|contro)\b")


def _is_figure_of_speech(marked: Marked, hit: Hit, words: Lexicon) -> bool:
    """'an attack on human rights', 'freedom of assembly', 'kicked off': the words, but no event."""
    start = max(0, hit.start - FIGURE)
    around = marked.text[start : hit.end + FIGURE]
    return any(
        cue.start < hit.end - start and cue.end > hit.start - start
        for cue in words.cues("figures_of_speech").find(around)
    )


def _is_of_an_office(marked: Marked, hit: Hit, words: Lexicon) -> bool:
    """An office is named before, or somebody was asked: a man who denies his guilt makes no such answer."""
    before = marked.text[: hit.start]
    if "asked" in words.cues("statements").codes(marked.text[: hit.end]):
        return True
    by_pronoun = before.lower().split()[-1:] and before.lower().split()[-1] in words.words("pronouns")
    if by_pronoun and "changed" not in words.cues("statements").codes(marked.text):
        return hit.code == "no_answer" and not marked.people
    return (
        words.cues("answering").first(before) is not None or words.cues("offices").first(before) is not None
    )
