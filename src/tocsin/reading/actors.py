"""Who did it: forces, and how many of them."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.counted import is_actor
from tocsin.reading.marks import Marked
from tocsin.terms.count import Count
from tocsin.terms.span import Span


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
