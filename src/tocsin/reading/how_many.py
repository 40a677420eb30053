"""How many an event befell: as printed there or beside it, as named, as told before, or as grammar says."""

from dataclasses import dataclass

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.affected import HARM, Cast
from tocsin.reading.counted import Counted, count_for
from tocsin.reading.listed_names import unknown_beside
from tocsin.reading.marks import Marked
from tocsin.reading.merging import INFERRED
from tocsin.reading.together import with_those_beside
from tocsin.terms.count import Count
from tocsin.terms.incidents import incident_types
from tocsin.terms.span import Span

PERSONAL = (HARM | {"hunger_strike"}) - {"press", "coercion"}  # a house is raided, a newspaper banned
PROTEST = frozenset({"protest", "strike", "hunger_strike"})
FORCED = frozenset({"forced_statement", "forced_biometrics"})
REACH, BESIDE = 45, 16  # letters before a trigger in which its subject, and its verb, stand
ALONE = 25  # letters before a protest in which it is called solitary
LAST_NAMED = 400  # letters before a trigger in which somebody named may be the one it befell


@dataclass(frozen=True)
class Around:
    """The sentence after, and the crowd that 'they' stands for."""

    after: Marked | None
    crowd: Counted | None


def how_many(
    marked: Marked, hit: Hit, affected: tuple[str, ...], around: Around, cast: Cast, words: Lexicon
) -> tuple[Counted | None, str]:
    """The number with its words, and the note that it is inferred."""
    found = count_for(marked, hit, words)
    if found is not None and not (found.noun_end < hit.start and _of_one_alone(marked, hit, words)):
        return with_those_beside(marked, found, hit, affected, cast, words), ""
    if incident_types()[hit.code].family in PROTEST:
        if alone := _of_one_alone(marked, hit, words):
            return alone, ""
        if came := _who_came(marked, around.after, words):
            return came, ""
    if not is_personal(hit):
        return None, ""
    told = headcount(marked, hit, affected, cast, words)
    if around.crowd and (told is None if not affected else _is_too_few(told, affected, marked, cast)):
        return around.crowd, ""
    if told:
        return told, ""
    inferred = of_one(marked, hit, words) or of_the_only_one(marked, hit, cast, words)
    return inferred, f"; {INFERRED}" if inferred else ""


def _is_too_few(told: Counted | None, affected: tuple[str, ...], marked: Marked, cast: Cast) -> bool:
    """'They' stands for more than the one of whom it could be told."""
    here = {name for _, name in cast.within(marked.sentence.span)}
    return told is not None and told[0].low == 1 and here.isdisjoint(affected)


def _of_one_alone(marked: Marked, hit: Hit, words: Lexicon) -> Counted | None:
    """'A one-man picket', 'одиночный пикет'."""
    start = max(0, hit.start - ALONE)
    cue = words.cues("alone").first(marked.text[start : hit.end])
    if cue is None:
        return None
    said = marked.text[start + cue.start : start + cue.end]
    return Count(1, 1, said), marked.span(start + cue.start, start + cue.end)


def _who_came(marked: Marked, after: Marked | None, words: Lexicon) -> Counted | None:
    """'About 5,000 people took part', said in the sentence that follows."""
    if after is None or after.sentence.paragraph - marked.sentence.paragraph > 1 or after.dates:
        return None
    for came in words.cues("took_part").find(after.text):
        found = count_for(after, came, words)
        if found is not None:
            return found.count, after.span(found.start, found.end)
    return None


def is_personal(hit: Hit) -> bool:
    """What befalls people one by one: no house is arrested."""
    return hit.code in FORCED or incident_types()[hit.code].family in PERSONAL


def headcount(
    marked: Marked, hit: Hit, affected: tuple[str, ...], cast: Cast, words: Lexicon
) -> Counted | None:
    """Where only names or pronouns are given, the number of people they stand for."""
    named = [span for span, name in cast.within(marked.sentence.span) if name in affected]
    if named:
        number = len(affected) + unknown_beside(marked, named, words)
        return Count(number, number, ", ".join(affected)), min(named)
    if not affected:
        return None
    pronoun = words.cues("one_person").first(marked.text) or hit
    return Count(len(affected), len(affected), ", ".join(affected)), marked.span(pronoun.start, pronoun.end)


def of_one(marked: Marked, hit: Hit, words: Lexicon) -> Counted | None:
    """'she was arrested', 'su detención', 'has been sacked': grammar says that it was one person."""
    start = max(0, hit.start - REACH)
    clause = marked.text[start : hit.end + 1]
    if words.cues("collectives").first(clause) or words.cues("plural_pronouns").first(clause):
        return None
    found = [cue for cue in words.cues("one_person").find(clause) if cue.end >= hit.start - start - BESIDE]
    if owner := next((name for name in marked.people if _owns(marked.text, name, hit)), None):
        return Count(1, 1, owner.text), marked.span(owner.start, owner.end)
    if not found:
        return None
    cue = max(found, key=lambda one: one.end)
    said = clause[cue.start : cue.end]
    return Count(1, 1, said), marked.span(start + cue.start, start + cue.end)


def _owns(text: str, name: Name, hit: Hit) -> bool:
    """'Jane Roe's arrest', 'John Roe's unlimited fast'."""
    own = text[name.end : hit.start]
    return own.startswith(("'s ", "’s ")) and len(own.split()) <= 2


def of_the_only_one(marked: Marked, hit: Hit, cast: Cast, words: Lexicon) -> Counted | None:
    """The only person of the text, or the only one named a little before, where nothing speaks of several."""
    around = marked.text[max(0, hit.start - REACH) : hit.end]
    if marked.counts or words.cues("of_several").first(around):
        return None
    if any(words.cues(part).first(marked.text) for part in ("plural_pronouns", "some_of")):
        return None
    event = marked.span(hit.start, hit.end)
    near = {name for _, name in cast.within(Span(max(0, event.start - LAST_NAMED), event.end))}
    only = near if len(near) == 1 else set(cast.order)
    return (Count(1, 1, next(iter(only))), event) if len(only) == 1 else None
