"""The people counted last, whom 'they' or 'the women' stand for."""

from tocsin.language.names import Name
from tocsin.reading.counted import NAMES_JOINED, Counted, is_actor, stands_for_people
from tocsin.reading.marks import Marked, Material
from tocsin.terms.count import Count


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
