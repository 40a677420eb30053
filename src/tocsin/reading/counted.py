"""The number that belongs to an event: how many people its sentence counts for it."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.counts import FoundCount
from tocsin.reading.marks import Marked
from tocsin.terms.count import Count
from tocsin.terms.incidents import incident_types
from tocsin.terms.span import Span

Counted = tuple[Count, Span]
REACH, ARTICLE_REACH = 120, 40  # letters between a count and what befell so many
GATHERINGS = frozenset({"protest", "strike", "hunger_strike"})
BESIDE = 25  # letters around a number in which the verb stands whose subject or object it is
_COMMA = re.compile(r"[,;:,。]")
THEIRS = 20  # letters after those counted where a clause about them begins
PROTESTED = 3  # words between 'against' and what is protested against
GOES_ON = 40  # letters after a number that begin to tell what so many did


def count_for(marked: Marked, hit: Hit, words: Lexicon) -> FoundCount | None:
    """The people counted nearest to the trigger; those before it first, never an actor's number."""
    people = [c for c in marked.counts if c.noun or stands_for_people(marked, c, words)]
    people = [
        c
        for c in people
        if not is_actor(c, words)
        and not _did_it(marked.text, c, hit, words)
        and not _is_protested(marked.text, c, hit, words)
        and not is_part_of_another(marked.text, c, words)
        and not _is_parted(marked.text, c, hit, words)
        and not _is_before_a_name(marked, c, hit)
        and not _is_of_bodies(c, hit, words)
        and not _befell_otherwise(marked.text, c, hit, words)
    ]
    if not people:
        return None
    nearest = min(people, key=lambda c: (_is_article(c, words), _distance(c, hit)))
    if _distance(nearest, hit) > (ARTICLE_REACH if _is_article(nearest, words) else REACH):
        return None
    return nearest


OF_SINGLE_PEOPLE = frozenset(
    {"arrest", "disappearance", "killing", "torture", "health", "release", "removal"}
)


def _is_of_bodies(count: FoundCount, hit: Hit, words: Lexicon) -> bool:
    """'25 people from four organizations were arrested': no organization was."""
    if hit.code not in incident_types() or incident_types()[hit.code].family not in OF_SINGLE_PEOPLE:
        return False
    return not words.words("not_counted").isdisjoint(count.noun.lower().split()[-1:])


def _did_it(text: str, count: FoundCount, hit: Hit, words: Lexicon) -> bool:
    """'was gunned down by two men': so many did it; not 'a strike by 300 men'."""
    before = text[hit.end : count.start].split()
    return bool(before) and before[-1].lower() in words.words("agents") and not _is_gathering(hit)


def _is_protested(text: str, count: FoundCount, hit: Hit, words: Lexicon) -> bool:
    """'150 people marched against the arrest': nobody arrested so many."""
    if _is_gathering(hit) or count.noun_end > hit.start:
        return False
    last = text[count.noun_end : hit.start].lower().split()[-PROTESTED:]
    return not words.words("protesting_at").isdisjoint(last)


NAMES_JOINED = re.compile(
    r"(?:\s*\([^)]{1,30}\))?\s*(?:[,;、]|[,、]?\s*(?:\b(?:and|y|et|und|e|i|a|и|og)\b|和|及|与))\s*"
)
_LISTED = re.compile(r"[,;:]|\b(?:and|y|et|und|e|и|i|og)\b")


def _is_before_a_name(marked: Marked, count: FoundCount, hit: Hit) -> bool:
    """'after the twelve miners, Jane Roe was arrested'; not 'eight workers of the Roe mill were arrested'."""
    return any(
        count.noun_end <= name.start
        and name.end <= hit.start
        and _LISTED.search(marked.text, count.noun_end, name.start)
        for name in marked.people
    )


def _befell_otherwise(text: str, count: FoundCount, hit: Hit, words: Lexicon) -> bool:
    """'30 people were detained after a picket': so many were detained, not at the picket."""
    if not _is_gathering(hit) or count.end > hit.start:
        return False
    before, after = text[max(0, count.start - BESIDE) : count.start], text[count.noun_end : hit.start]
    triggers = words.cues("incidents")
    ends = [told for told in triggers.find(before) if len(before) - told.end < 3]
    is_placed = not words.words("place_prepositions").isdisjoint(
        after.lower().split()[:1]
    )  # 'in Prison No. 7'
    begins = [
        told
        for told in triggers.find(after[:BESIDE])
        if not (is_placed or _COMMA.search(after[: told.start]))
    ]
    return not all(_is_gathering(told) for told in (*ends, *begins))


def _is_gathering(hit: Hit) -> bool:
    """A protest, or the words that people took part in one."""
    kind = incident_types().get(hit.code)
    return kind is None or kind.family in GATHERINGS


def _is_article(count: FoundCount, words: Lexicon) -> bool:
    """'a nurse', 'un obrero': one, but hardly counted."""
    return count.count.low == 1 and count.count.text.lower() in words.words("one_by_article")


def is_part_of_another(text: str, count: FoundCount, words: Lexicon) -> bool:
    """'75 dissidents, among them 27 journalists'."""
    before = text[max(0, count.start - 25) : count.start].rstrip()
    return any(not before[hit.end :].strip() for hit in words.cues("among").find(before))


def stands_for_people(marked: Marked, count: FoundCount, words: Lexicon) -> bool:
    """'Hundreds detained', 'four were', 'three of them': a number of nobody named, but not 'hundreds of businesses'."""
    after = marked.text[count.end :]
    if re.match(r"\s+(?:of (?:them|those)|d'entre (?:eux|elles)|von ihnen|de ell[oa]s)\b", after):
        return True
    if count.count.high is None:
        return not re.match(r"\s+[^\W\d_]", after) or _goes_on(after[:GOES_ON], words)
    told = after.split(maxsplit=1)
    is_of_things = bool(told) and told[0].lower() in words.words("not_counted")
    return count.count.low > 1 and not is_of_things and _goes_on(after[:GOES_ON], words)


def _goes_on(after: str, words: Lexicon) -> bool:
    """With what they did or suffered: 'hundreds were ...', 'dozens detained', but not 'a dozen countries'."""
    hits = (words.cues(part).first(after) for part in ("verbs_after", "incidents", "others"))
    return any(hit is not None and hit.start < 2 for hit in hits)


def is_actor(count: FoundCount, words: Lexicon) -> bool:
    return words.cues("acting_nouns").first(count.noun) is not None


def _is_parted(text: str, count: FoundCount, hit: Hit, words: Lexicon) -> bool:
    """A dash between the parts of a headline, or another clause: 'a number cut their wrists and six were ...'."""
    between = text[min(count.noun_end, hit.end) : max(count.start, hit.start)]
    if re.search(r"\s[–—|-]\s", between):
        return True
    if words.cues("relative_clause").first(between) and words.cues("incidents").first(between):
        return True  # '150 dockers rallied for the porters who were arrested'
    if is_sum(count) or _are_others(text, count, words):
        return False  # 'Jane Roe and three others', 'which brings the number of those held to 200'
    if count.start < hit.end:
        breaks = words.cues("clause_breaks").find(between)
        return any(not _tells_of_them(between, one) for one in breaks)
    is_joined = re.search(r",|\b(?:and|y|et|und|e|и|i|og)\b", between) is not None
    verb = words.cues("verbs_after").first(text[count.noun_end : count.noun_end + 30])
    is_subject = count.noun_end > len(text) - 3 or (verb is not None and verb.start < 4)
    return is_joined and (is_subject or words.cues("incidents").first(between) is not None)


def _are_others(text: str, count: FoundCount, words: Lexicon) -> bool:
    """'Three others', 'otros tres', but not 'more than three'."""
    start = count.end if count.count.high is None else count.start
    return words.cues("others").first(text[start : count.noun_end]) is not None


def is_sum(count: FoundCount) -> bool:
    """Who is counted stands before the number."""
    return bool(count.noun) and count.noun_end == count.end


def _tells_of_them(between: str, clause: Hit) -> bool:
    """'The fifty activists in the square, who were arrested': the clause goes on about those counted."""
    return between[clause.start] in ",," and clause.start <= THEIRS


def _distance(count: FoundCount, hit: Hit) -> int:
    if count.start < hit.end and hit.start < count.noun_end:
        return 0
    return hit.start - count.noun_end if count.noun_end <= hit.start else (count.start - hit.end) + 5
