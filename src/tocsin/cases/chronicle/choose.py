"""Which lines a reader asked for: by person, by what it is, by source, by time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.reports.incident_words import incident_words

from .entry import Chronicle, Entry, EntryKind

KINDS = {str(kind) for kind in EntryKind}


@dataclass(frozen=True)
class Choice:
    """What was asked for; empty fields leave nothing out. `wrong` are sentences on what could not be read."""

    person: str = ""
    what: str = ""
    source: str = ""
    since: date | None = None
    until: date | None = None
    wrong: tuple[str, ...] = ()

    def takes(self, entry: Entry) -> bool:
        return (
            (not self.person or int(self.person) in entry.people)
            and (not self.what or self.what in (entry.kind, entry.what))
            and (not self.source or int(self.source) in entry.sources)
            and self._is_in_time(entry)
        )

    @property
    def is_narrowed(self) -> bool:
        return any((self.person, self.what, self.source, self.since, self.until))

    def _is_in_time(self, entry: Entry) -> bool:
        """What has no date is left out as soon as a time is asked for."""
        if not self.since and not self.until:
            return True
        if not entry.dating.is_dated:
            return False
        return entry.dating.ends >= (self.since or date.min) and entry.dating.begins <= (
            self.until or date.max
        )


@dataclass(frozen=True)
class Option:
    """One value of a filter, and how many lines it would leave beside the other filters."""

    value: str
    words: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Filters:
    people: tuple[Option, ...]
    whats: tuple[Option, ...]
    sources: tuple[Option, ...]


def read_choice(given: Mapping[str, str], told: Chronicle) -> Choice:
    """From the address. What is not there to be chosen is told, and leaves nothing out."""
    people = {str(person.pk) for person in told.people}
    sources = {str(source.number) for source in told.sources}
    wrong: list[str] = []
    return Choice(
        person=_known(given.get("person", ""), people, _("This case has no such person."), wrong),
        what=_known(
            given.get("what", ""),
            KINDS | {e.what for e in told.entries},
            _("There is no such kind of line."),
            wrong,
        ),
        source=_known(given.get("source", ""), sources, _("This case has no source of that number."), wrong),
        since=_day(given.get("from", ""), wrong),
        until=_day(given.get("to", ""), wrong),
        wrong=tuple(wrong),
    )


def chosen(told: Chronicle, choice: Choice) -> tuple[Entry, ...]:
    return tuple(entry for entry in told.entries if choice.takes(entry))


def filters(told: Chronicle, choice: Choice) -> Filters:
    return Filters(
        people=_options(
            told, choice, "person", ((str(p.pk), p.name) for p in told.people), lambda e: map(str, e.people)
        ),
        whats=_options(told, choice, "what", _whats(told.entries), lambda e: {str(e.kind), e.what}),
        sources=_options(
            told,
            choice,
            "source",
            ((str(s.number), f"[{s.number}] {s.label}") for s in told.sources),
            lambda e: map(str, e.sources),
        ),
    )


def words_of(choice: Choice, told: Chronicle) -> tuple[str, ...]:
    """The filters in words, as a printed sheet names them."""
    is_narrowed = choice.person or choice.what or choice.source
    known = filters(told, choice) if is_narrowed else Filters((), (), ())
    picked = [
        o.words for options in (known.people, known.whats, known.sources) for o in options if o.is_chosen
    ]
    since = [_("from %(day)s") % {"day": choice.since.isoformat()}] if choice.since else []
    until = [_("to %(day)s") % {"day": choice.until.isoformat()}] if choice.until else []
    return (*picked, *since, *until)


def _options(
    told: Chronicle,
    choice: Choice,
    name: str,
    values: Iterable[tuple[str, str]],
    of: Callable[[Entry], Iterable[str]],
) -> tuple[Option, ...]:
    """Only values that some line has; each with its number beside the other filters."""
    others: dict[str, Any] = {name: ""}
    left = Counter(value for entry in chosen(told, replace(choice, **others)) for value in set(of(entry)))
    used = {value for entry in told.entries for value in of(entry)}
    now = getattr(choice, name)
    return tuple(
        Option(value, words or _("without a name"), left[value], value == now)
        for value, words in values
        if value in used
    )


def _whats(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """The kinds of lines, and under what happened each type of incident."""
    types = {e.what for e in entries if e.kind == EntryKind.INCIDENT}
    named = sorted((incident_words(code), code) for code in types)
    pairs: list[tuple[str, str]] = []
    for kind in EntryKind:
        pairs.append((str(kind.value), capfirst(str(kind.label))))
        if kind == EntryKind.INCIDENT:
            pairs += [(code, f"– {words}") for words, code in named]
    return pairs


def _known(value: str, known: set[str], sentence: str, wrong: list[str]) -> str:
    if value and value not in known:
        wrong.append(sentence)
        return ""
    return value


def _day(typed: str, wrong: list[str]) -> date | None:
    try:
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        wrong.append(_("“%(typed)s” is not a day. Write it as 2011-12-16.") % {"typed": typed})
        return None
