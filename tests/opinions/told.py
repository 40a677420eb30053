"""An invented report, its draft, and a reader that says whatever a test wants it to say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tocsin.opinions.finding import Finding
from tocsin.terms.draft import Draft, Placed, Source
from tocsin.terms.people import Person
from tocsin.terms.span import Span

TEXT = """Latvia: dock lawyer Lina Marwede arrested

On 3 May 2015 police arrested the lawyer Lina Marwede at the gate of the port of Riga.
Her clerk Tavo Elmbrin has not been seen since.
The harbour master Odra Kelm would not comment.
The Brotherhood of Tallymen  called a meeting in the hall of the Brotherhood of Tallymen.
It rained all night. It rained all night.
Write to the Embassy of Latvia, Bygdoy alle 76, Oslo, tel. +47 22 54 22 80, embassy@latvia.example
"""
CLERK = "Her clerk Tavo Elmbrin has not been seen since."
MASTER = "The harbour master Odra Kelm would not comment."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def draft(text: str = TEXT) -> Draft:
    """As if the rules had found the lawyer and been silent on everybody else."""
    source = Source("0" * 64, "marwede.txt", "text/plain", len(text), "en", "2015-05-08", text)
    lines = tuple(Placed(span(line, text), "used") for line in dict.fromkeys(text.split("\n")) if line)
    lawyer = "Lina Marwede"
    people = (Person(lawyer, "lawyer", "detained", (span(lawyer, text),)),) if lawyer in text else ()
    return Draft(source, people=people, coverage=lines)


def person(name: str, quote: str = CLERK, status: str | None = None, role: str | None = None) -> Finding:
    return Finding("person", name, quote, status, role)


@dataclass
class Teller:
    """Says the same of every text; `asked` counts how often."""

    says: Iterable[Finding] | Callable[[], Iterable[Finding]] = ()
    name: str = "teller"
    stays_here: bool = True
    asked: int = 0

    def read(self, text: str, language: str | None) -> list[Finding]:
        self.asked += 1
        said = self.says() if callable(self.says) else self.says
        return list(said)
