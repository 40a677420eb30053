"""What was said, as lines. Statements that contradict each other say so of each other."""

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.cases.view import StatementThread, StatementView

from .dating import dating
from .entry import Entry, EntryKind
from .named_people import NamedPeople
from .telling import Telling

LANE = "statements"


def statement_entries(
    threads: Iterable[StatementThread], telling: Telling, named: NamedPeople
) -> Iterator[Entry]:
    for thread in threads:
        keys = tuple(_key(statement) for statement in thread.statements)
        for statement in thread.statements:
            against = tuple(key for key in keys if key != _key(statement))
            yield _entry(statement, telling, named, against)


def _key(statement: StatementView) -> str:
    return f"statement-{statement.pk}"


def _entry(statement: StatementView, telling: Telling, named: NamedPeople, against: tuple[str, ...]) -> Entry:
    [gist, *_rest] = statement.all("gist")
    refused = (_("refused to answer"),) if statement.refused else ()
    return Entry(
        key=_key(statement),
        kind=EntryKind.STATEMENT,
        lane=LANE,
        what=EntryKind.STATEMENT,
        dating=dating(telling.said_at(gist)),
        title=capfirst(statement.speaker),
        text=statement.gist,
        who=statement.speaker,
        people=named.spoken_of(statement.speaker, statement.gist, statement.text("about")),
        remarks=tuple(dict.fromkeys((*refused, *telling.remarks(gist)))),
        sources=telling.sources(gist),
        quotes=telling.quotes(gist),
        against=against,
    )
