"""Counts as reports give them: what is counted, how exactly, who says so and when."""

from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.cases.view import SubjectView, Value
from tocsin.language.lexicon import languages, lexicon

from .dating import dating
from .entry import CountClaim, CountShape
from .telling import Telling

# What the count of an incident counts, by its family; a reader must not take the detained for the dead.
MEASURES: dict[str, Any] = {
    "killing": gettext_lazy("killed"),
    "violence": gettext_lazy("hurt"),
    "health": gettext_lazy("taken to hospital"),
    "torture": gettext_lazy("ill-treated"),
    "arrest": gettext_lazy("detained"),
    "disappearance": gettext_lazy("disappeared"),
    "release": gettext_lazy("released"),
    "law": gettext_lazy("before a court"),
    "labour": gettext_lazy("dismissed or locked out"),
    "protest": gettext_lazy("took part"),
    "strike": gettext_lazy("on strike"),
    "hunger_strike": gettext_lazy("refused food"),
    "actors": gettext_lazy("did it"),
}
# What two incidents of one day may well be counting together; who did it, or was affected somehow, they do not.
SAME_ON_A_DAY = {
    "killing",
    "violence",
    "health",
    "arrest",
    "strike",
    "protest",
    "release",
    "labour",
    "hunger_strike",
}
AFFECTED = gettext_lazy("affected")
# Of the words that stand before a number, those that say that it comes on top of others, or sums them up.
ON_TOP = ("another ", "more ", "еще ", "ещё ", "weitere ", "otras ", "otros ", "d'autres ")
IN_ALL = ("a total of", "in all", "altogether", "всего", "итого", "insgesamt", "en total", "au total")


def measure_words(measure: str) -> str:
    return str(MEASURES.get(measure, AFFECTED))


def counts_of(view: SubjectView, family: str, telling: Telling) -> tuple[CountClaim, ...]:
    """All counts of an incident: of those affected, then of those who did it."""
    affected = (
        _count(value, family, telling) for value in view.all("count") if not _is_of_the_named(value, view)
    )
    actors = (_count(value, "actors", telling) for value in view.all("actors_count"))
    return tuple(count for count in (*affected, *actors) if count)


def _is_of_the_named(value: Value, view: SubjectView) -> bool:
    """One, and she is named beside it: nobody counted."""
    raw = value.raw if isinstance(value.raw, dict) else {}
    return raw.get("low") == raw.get("high") == 1 and bool(view.all("affected"))


def _count(value: Value, measure: str, telling: Telling) -> CountClaim | None:
    raw = value.raw
    if not isinstance(raw, dict) or not isinstance(raw.get("low"), int):
        return None
    return CountClaim(
        measure=measure,
        words=value.text,
        low=raw["low"],
        high=raw.get("high"),
        shape=_shape(raw),
        who=value.asserted_by or _publishers(value),
        said=dating(telling.said_at(value)),
        sources=telling.sources(value),
        remarks=(*telling.remarks(value), *_running(raw)),
    )


def _shape(raw: dict[str, Any]) -> CountShape:
    said, low, high = str(raw.get("text", "")), raw["low"], raw.get("high")
    if not any(letter.isdigit() for letter in said) and low != high:
        return CountShape.VAGUE
    if high is None:
        return CountShape.AT_LEAST
    if low != high:
        return CountShape.RANGE
    return CountShape.ABOUT if said.casefold().startswith(_about()) else CountShape.EXACT


def _running(raw: dict[str, Any]) -> tuple[str, ...]:
    said = str(raw.get("text", ""))
    if said.casefold().startswith(ON_TOP):
        return (_("on top of others"),)
    return (_("a running total"),) if any(words in said.casefold() for words in IN_ALL) else ()


@cache
def _about() -> tuple[str, ...]:
    """'About ', 'almost ', 'около ': what stands before a number and does not bound it, in every language that we read."""
    known = map(lexicon, sorted(languages()))
    hedges = {
        f"{hedge} "
        for words in known
        for hedge in set(words.words("at_least")) - set(words.words("open_above"))
    }
    return tuple(sorted(hedges - set(ON_TOP) - {f"{words} " for words in IN_ALL}))


def _publishers(value: Value) -> str:
    return ", ".join(dict.fromkeys(s.publisher or s.label for s in value.sources))
