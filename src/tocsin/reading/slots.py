"""Where, how many, by whom: the particulars of an incident in its sentence."""

import re

from tocsin.language.countries import find_country
from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.language.places import city_country
from tocsin.reading.counts import FoundCount
from tocsin.reading.marks import Marked, Material
from tocsin.terms.count import Count
from tocsin.terms.incidents import Place, incident_types
from tocsin.terms.span import Span

Counted = tuple[Count, Span]
REACH, ARTICLE_REACH = 120, 40  # letters between a count and what befell so many
GATHERINGS = frozenset({"protest", "strike", "hunger_strike"})
BESIDE = 25  # letters around a number in which the verb stands whose subject or object it is
_COMMA = re.compile(r"[,;:,。]")
_SOURCE = re.compile(r"\s+(?:the\s+)?([^,;:.()]{3,70}?)\s*(?:[,;.()]|$)")
_FIGURE = re.compile(r"\d")
_BEGINS = re.compile(r"(?:^|[,;:(])\s*(?:[^\W\d_]{1,3}\s+)?$")
THEIRS = 20  # letters after those counted where a clause about them begins
GOES_ON = 40  # letters after a number that begin to tell what so many did


def crowds_of(material: Material) -> list[Counted | None]:
    """For each sentence that says 'they' or 'the women' without a number: the people counted last."""
    found: list[Counted | None] = []
    last: tuple[Counted, int] | None = None
    for marked in material.marked:
        words = material.words
        people = [c for c in marked.counts if c.noun and c.count.low > 1 and not is_actor(c, words)]
        near = last is not None and marked.sentence.paragraph - last[1] <= 1
        is_some = any(stands_for_people(marked, c, words) for c in marked.counts) or words.cues(
            "some_of"
        ).first(marked.text)
        is_other = is_some or words.cues("everybody").first(marked.text)
        stands_for = not people and near and not is_other and words.cues("plural_pronouns").first(marked.text)
        found.append(last[0] if stands_for and last else None)
        again = next(
            (c for c in marked.counts if last and not c.noun and c.count.low == last[0][0].low), None
        )
        if again is not None and last is not None:
            last = (last[0][0], marked.span(again.start, again.end)), marked.sentence.paragraph
        elif not people and len(listed := _listed_people(marked)) > 1:
            number = len(listed)
            told = Count(number, number, ", ".join(name.text for name in listed))
            last = (told, marked.span(listed[0].start, listed[-1].end)), marked.sentence.paragraph
        elif people:
            count = people[-1]
            last = (count.count, marked.span(count.start, count.end)), marked.sentence.paragraph
        elif stands_for and last:
            last = last[0], marked.sentence.paragraph
    return found


def _listed_people(marked: Marked) -> list[Name]:
    """The first list of names: 'Jane Roe, John Doe and Ann Poe'."""
    listed: list[Name] = []
    for name in marked.people:
        if listed and not NAMES_JOINED.fullmatch(marked.text, listed[-1].end, name.start):
            break
        listed.append(name)
    return listed


def place_of(marked: Marked, hit: Hit, material: Material) -> tuple[Place, Span] | None:
    """The named place nearest to the trigger: a known city or country, or a name after 'in', 'near', 'outside'."""
    found = [name for name in marked.names if _is_place(marked, name, material.words)]
    if not found:
        return None
    name = min(found, key=lambda n: (find_country(n.text) == n.text, abs(n.start - hit.start)))
    return Place(name.text, _country(name.text)), marked.span(name.start, name.end)


def _country(name: str) -> str | None:
    return city_country(name) or find_country(name)


def _is_place(marked: Marked, name: Name, words: Lexicon) -> bool:
    if name.title or any(name.start < d.end and d.start < name.end for d in marked.dates):
        return False
    is_known = _country(name.text) is not None
    parts = {part.lower() for part in name.words}
    if len(name.text) < 2 or (not is_known and not parts.isdisjoint(words.words("not_names"))):
        return False
    before = marked.text[: name.start].lower().split()[-2:]
    if any(word in words.words("place_prepositions") for word in before[-1:] or ()):
        return is_known or name not in marked.people
    article = before[-1:] and before[-1] in words.words("articles") and (is_known or len(parts) > 1)
    return bool(article and len(before) > 1 and before[0] in words.words("place_prepositions"))


def count_for(marked: Marked, hit: Hit, words: Lexicon) -> FoundCount | None:
    """The people counted nearest to the trigger; those before it first, never an actor's number."""
    people = [c for c in marked.counts if c.noun or stands_for_people(marked, c, words)]
    people = [
        c
        for c in people
        if not is_actor(c, words)
        and not is_part_of_another(marked.text, c, words)
        and not _is_parted(marked.text, c, hit, words)
        and not _is_before_a_name(marked, c, hit)
        and not _befell_otherwise(marked.text, c, hit, words)
    ]
    if not people:
        return None
    nearest = min(people, key=lambda c: (_is_article(c, words), _distance(c, hit)))
    if _distance(nearest, hit) > (ARTICLE_REACH if _is_article(nearest, words) else REACH):
        return None
    return nearest


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


def actors_in(marked: Marked, hit: Hit, words: Lexicon) -> tuple[str, ...]:
    """Forces named in the sentence before the trigger, or after 'by'."""
    found: list[str] = []
    for actor in words.cues("acting").find(marked.text):
        is_agent = re.search(r"\bby (?:the |an? |over \d+ |\d+ )?$", marked.text[: actor.start])
        if actor.end <= hit.end or is_agent:
            found.append(marked.text[actor.start : actor.end])
    longest = [one for one in found if not any(one != other and one in other for other in found)]
    return tuple({one.casefold(): one for one in reversed(longest)}.values())


def actors_count(marked: Marked, words: Lexicon) -> Count | None:
    """'over 50 troops': how many acted."""
    return next((c.count for c in marked.counts if c.noun and is_actor(c, words)), None)


def actors_before(marked: Marked, before: Marked | None, words: Lexicon) -> tuple[str, Count, Span] | None:
    """'Over 50 policemen stood by. They beat ...': the force that 'they' stands for."""
    if before is None or before.sentence.paragraph != marked.sentence.paragraph:
        return None
    first = words.cues("plural_pronouns").first(marked.text)
    forces = [c for c in before.counts if c.noun and is_actor(c, words)]
    if (
        first is None
        or first.start > 0
        or not forces
        or any(c.noun and not is_actor(c, words) for c in before.counts)
    ):
        return None
    force = forces[-1]
    return (
        before.text[force.end : force.noun_end].strip(),
        force.count,
        before.span(force.start, force.noun_end),
    )


def said_by(marked: Marked, words: Lexicon) -> tuple[str, Span] | None:
    """'According to eye witnesses' -> 'eye witnesses'; 'according to those who were there, ...' -> all up to the comma."""
    hit = words.cues("said_by").first(marked.text)
    known = [s for s in words.cues("sources").find(marked.text) if hit and -60 < s.start - hit.start < 60]
    if known:
        return marked.text[known[0].start : known[0].end], marked.span(known[0].start, known[0].end)
    return _cited(marked, words)


def _cited(marked: Marked, words: Lexicon) -> tuple[str, Span] | None:
    """Who is cited at the beginning of a clause; no law, which has a number."""
    for hit in words.cues("citing").find(marked.text):
        source = _SOURCE.match(marked.text, hit.end)
        if source and not _FIGURE.search(source[1]) and _BEGINS.search(marked.text[: hit.start]):
            return source[1], marked.span(*source.span(1))
    return None
