"""Whom to write to, in order: how each office answers to a country, what is known otherwise, what the ask admits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.routing.answers import Answer, answers_of
from tocsin.routing.asks import admitted
from tocsin.routing.cautions import cautions
from tocsin.routing.exceptional import rule
from tocsin.routing.order import in_order
from tocsin.routing.reasons import confidence_of, confidence_words, reason_words, warning_words
from tocsin.routing.same_office import joined
from tocsin.terms.offices import Exceptional, Office, Reach, Told


@dataclass(frozen=True)
class Step:
    """One office, and why it: `reason` and `confidence` are the words of their codes.

    `note` is what the source of an exception says; `also` are further sources that name the same office.
    """

    office: Office
    reason_code: str
    reason: str
    source: str
    source_date: str | None
    confidence_code: str
    confidence: str
    note: str = ""
    also: tuple[Told, ...] = ()

    @property
    def channels(self) -> dict[str, list[Reach]]:
        """Channel name -> ways to reach the office by it; confirmed ones first."""
        names = dict.fromkeys(reach.channel for reach in self.office.reaches)
        sort = sorted(self.office.reaches, key=lambda reach: not reach.is_confirmed)
        return {name: [reach for reach in sort if reach.channel == name] for name in names}


@dataclass(frozen=True)
class Caution:
    code: str
    message: str


@dataclass(frozen=True)
class Route:
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]


def route(
    of: str,
    supporter_country: str,
    offices: Sequence[Office],
    as_of: date | None = None,
    ask: str = "letter",
    language: str = "en",
    exceptions: Iterable[Exceptional] = (),
) -> Route:
    """Offices of country `of` (and of others that a demand is for) for a supporter in `supporter_country`.

    Countries are ISO 3166-1 alpha-2. `as_of` is the day spoken of, today by default: a source says nothing of the time
    before its own date, and a confirmation grows old. `ask` is one of `asks.ASKS`: for a picket only offices that
    stand in the supporter's country count. `exceptions` hold before what the directory's own rows say.
    """
    day = as_of or date.today()
    known = answers_of(of, supporter_country, offices, day)
    ruling = rule(of, supporter_country, exceptions, known.then, day)
    answers = _needed(joined(in_order(ruling.answers)))
    shown = admitted(ask, supporter_country, answers)
    told = cautions(of, supporter_country, ask, day, shown, known.later, ruling, offices)
    return Route(
        tuple(_step(answer, of, supporter_country, day, language) for answer in shown),
        tuple(dict.fromkeys(_caution(code, params, language) for code, params in told)),
    )


def _needed(answers: Sequence[Answer]) -> list[Answer]:
    """A generic step goes where a source names an office of that kind."""
    sourced = {(a.office.kind, a.code) for a in answers if a.told.kind != "generic"}
    return [a for a in answers if a.told.kind != "generic" or (a.office.kind, a.code) not in sourced]


def _step(answer: Answer, of: str, country: str, day: date, language: str) -> Step:
    told = answer.told
    confidence = confidence_of(told, day, answer.office.doubt)
    return Step(
        office=answer.office,
        reason_code=answer.code,
        reason=reason_words(answer.code, answer.office, told, country, language, of),
        source=told.source,
        source_date=told.date,
        confidence_code=confidence,
        confidence=confidence_words(confidence, told, language),
        note=answer.note or answer.office.doubt,
        also=answer.also,
    )


def _caution(code: str, params: Mapping[str, str | int | Told], language: str) -> Caution:
    return Caution(code, warning_words(code, params, language))
