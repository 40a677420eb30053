"""All that the layouts of contacts look at: the page, what can be written to on it, and the words of its language."""

from dataclasses import dataclass

from tocsin.reading.contacts.entry import Bounds
from tocsin.reading.contacts.feet import find_feet
from tocsin.reading.contacts.marks import Mark, Marks, find_marks
from tocsin.reading.contacts.offices import ASKED, Office, find_offices
from tocsin.reading.contacts.page import Page, lay_page
from tocsin.reading.contacts.words import ContactWords, contact_words
from tocsin.reading.document import Document
from tocsin.reading.sections import Section


@dataclass(frozen=True)
class Sheet:
    """`prose` is the page's text with line feeds made blanks, letter for letter, `named` also without its marks; `feet` are lines of mail that name nobody."""

    page: Page
    marks: Marks
    words: ContactWords
    prose: str
    named: str
    feet: frozenset[int] = frozenset()

    def line(self, index: int) -> str:
        return self.page.lines[index].text

    def bounds(self, index: int) -> Bounds:
        return self.page.starts[index], self.page.end_of(index)

    def marks_in(self, index: int) -> list[Mark]:
        """Marks of a line."""
        return self.marks.within(*self.bounds(index))

    def offices_in(self, start: int, end: int) -> list[Office]:
        """Offices of a stretch, their offsets counted in the page."""
        return [office.moved(start) for office in find_offices(self.named[start:end], self.words)]

    def offices_asked(self, start: int, end: int, asked: frozenset[str] = ASKED) -> list[Office]:
        """Offices behind a request, where English writes 'the governor' small."""
        return [office.moved(start) for office in find_offices(self.named[start:end], self.words, asked)]

    def offices_of_line(self, index: int) -> list[Office]:
        return self.offices_in(*self.bounds(index))

    def is_letter(self, position: int) -> bool:
        """Inside a letter, whose requests are made to whoever gets it."""
        return self.page.lines[self.page.index_at(position)].section is Section.QUOTED_LETTER

    def is_furniture(self, position: int) -> bool:
        index = self.page.index_at(position)
        return index in self.feet or self.page.lines[index].section.is_furniture


def lay_sheet(document: Document) -> Sheet:
    page = lay_page(document)
    marks, words = find_marks(page.text), contact_words(document.language)
    prose, named = page.text.replace("\n", " "), marks.blotted.replace("\n", " ")
    return Sheet(page, marks, words, prose, named, find_feet(page, marks, words))
