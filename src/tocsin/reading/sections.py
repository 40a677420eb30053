"""What part of an appeal a line belongs to."""

from enum import StrEnum
from typing import NamedTuple

from tocsin.language.lexicon import Lexicon
from tocsin.reading.section_signs import (
    ITEM,
    asks_reader,
    greets,
    greets_readers,
    is_act,
    is_address,
    is_case_fund,
    is_dateline,
    is_furniture_line,
    is_unfinished,
    leaves_the_reader,
    section_cues,
    tells_what_follows,
)

LONGEST_BOX = 300  # letters of a paragraph in a site's money box; below it the story goes on
LEAST_STORY = 150  # letters; of less nobody has anything to comment on
LONGEST_ANSWER, LONGEST_TITLE = 300, 60  # letters of what follows 'What do they want?', of 'Our conditions'


class Section(StrEnum):
    HEADLINE = "headline"
    LEAD = "lead"
    NARRATIVE = "narrative"
    DEMANDS = "demands"
    ASK = "ask"
    CONTACTS = "contacts"
    COPIES = "copies"
    QUOTED_LETTER = "quoted_letter"
    BACKGROUND = "background"
    DONATION = "donation"
    COMMENTS = "comments"
    NAVIGATION = "navigation"

    @property
    def is_furniture(self) -> bool:
        """Not the case itself: the site's own money box, comment form and menus."""
        return self in (Section.DONATION, Section.COMMENTS, Section.NAVIGATION)


class State(NamedTuple):
    """What the paragraphs before leave behind; a list in a letter ends in the letter, a heading announces what follows."""

    section: Section = Section.NARRATIVE
    in_letter: bool = False
    is_announced: bool = False

    def lasting(self, section: Section, is_announced: bool = False) -> "State":
        return State(section, self.in_letter, is_announced)


class Paragraph(NamedTuple):
    """Its words, and the line that follows it."""

    text: str
    following: str


OUTSIDE = State()
LETTER = State(Section.QUOTED_LETTER, in_letter=True)


def sections_of(lines: list[str], groups: list[list[int]], words: Lexicon) -> list[Section]:
    """One section a line; a paragraph has one section, and some sections last until another begins."""
    found: list[Section] = []
    state = OUTSIDE
    told, to_come = 0, sum(len(lines[index]) for group in groups for index in group)
    for number, group in enumerate(groups):
        following = lines[groups[number + 1][0]] if number + 1 < len(groups) else ""
        paragraph = Paragraph(" ".join(lines[index] for index in group), following)
        section, state = _next(paragraph, state, words, is_first=Section.HEADLINE not in found)
        to_come -= sum(len(lines[index]) for index in group)
        if section is Section.COMMENTS and told < LEAST_STORY < to_come:
            section, state = Section.NAVIGATION, OUTSIDE  # '0 comments' below the headline: the story follows
        elif not section.is_furniture and section is not Section.HEADLINE:
            told += len(paragraph.text)
        found.extend([section] * len(group))
    return found


def _next(paragraph: Paragraph, state: State, words: Lexicon, is_first: bool) -> tuple[Section, State]:
    """The section of this paragraph, and the state it leaves behind."""
    text = paragraph.text
    cues = frozenset(hit.code for hit in section_cues(text, words))
    if is_dateline(text, words) or is_furniture_line(text, is_first):
        return Section.NAVIGATION, state
    if "navigation" in cues:
        return Section.NAVIGATION, state
    if is_first:
        return Section.HEADLINE, LETTER if greets(text, words) else OUTSIDE
    if state.section is Section.COMMENTS or cues & {"comments", "comments_title"}:
        return Section.COMMENTS, State(Section.COMMENTS)
    if "donation" in cues and not any(is_case_fund(part, words) for part in paragraph):
        return Section.DONATION, State(Section.DONATION)
    return _of_content(paragraph, state, cues, words)


def _of_content(
    paragraph: Paragraph, state: State, cues: frozenset[str], words: Lexicon
) -> tuple[Section, State]:
    text = paragraph.text
    if "copies" in cues:
        return Section.COPIES, OUTSIDE
    if "letter_start" in cues and not greets_readers(text, words):
        return Section.QUOTED_LETTER, LETTER
    if state.in_letter and "letter_end" in cues:
        return Section.QUOTED_LETTER, OUTSIDE
    if _opens_demands(paragraph, state, cues, words):
        return Section.DEMANDS, state.lasting(Section.DEMANDS, _announces(text))
    if state.is_announced and _answers(text, words):
        return Section.DEMANDS, state.lasting(Section.DEMANDS)
    state = state._replace(is_announced=False)
    if state.section in (Section.DEMANDS, Section.ASK) and ITEM.match(text):
        return _of_item(text, state, words), state
    if state.section is Section.DEMANDS and is_act(text, words):
        return Section.DEMANDS, state
    if state.in_letter:
        return Section.QUOTED_LETTER, LETTER
    return _outside_lists(text, state.section, cues, words)


def _opens_demands(paragraph: Paragraph, state: State, cues: frozenset[str], words: Lexicon) -> bool:
    if "demands" in cues and not state.in_letter:
        return True
    return state.section is not Section.ASK and tells_what_follows(*paragraph, words)


def _announces(text: str) -> bool:
    """'What do they want?', 'Our conditions:': the next lines are demands, whatever they begin with."""
    bare = text.rstrip("*_ ")
    return bare.endswith((":", "：", "?", "？")) or (is_unfinished(bare) and len(bare) < LONGEST_TITLE)


def _answers(text: str, words: Lexicon) -> bool:
    return (
        len(text) < LONGEST_ANSWER
        and words.cues("demand_acts").first(text) is not None
        and not is_address(text)
        and not ITEM.match(text)
        and not asks_reader(text, words, among_demands=False)
    )


def _of_item(text: str, state: State, words: Lexicon) -> Section:
    """Among things to do only what begins as a demand is one, among demands all but what readers are asked."""
    if state.section is Section.DEMANDS:
        return Section.ASK if asks_reader(text, words, among_demands=True) else Section.DEMANDS
    return Section.DEMANDS if leaves_the_reader(text, words) else Section.ASK


def _outside_lists(text: str, state: Section, cues: frozenset[str], words: Lexicon) -> tuple[Section, State]:
    if "ask" in cues or (state is Section.ASK and text.endswith(":") and not is_address(text)):
        return Section.ASK, State(Section.ASK)
    if is_address(text):
        return Section.CONTACTS, OUTSIDE
    if state is Section.ASK and words.cues("asks").first(text):
        return Section.ASK, OUTSIDE
    if "background" in cues or state is Section.BACKGROUND:
        return Section.BACKGROUND, State(Section.BACKGROUND)
    is_box = len(text) < LONGEST_BOX and not ITEM.match(text)
    if state is Section.DONATION and is_box and not is_case_fund(text, words):
        return state, State(state)
    return Section.NARRATIVE, OUTSIDE
