"""Asking Wikidata again, one country after another: paced, and going on where it was stopped."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from tocsin.fetching.answer import TABLES
from tocsin.fetching.page import fetch_page
from tocsin.intake.errors import Unreadable
from tocsin.routing.shipped import missions_of

from ..models import WikidataAnswer
from .bring_in import bring_in, compare
from .changes import Changes
from .wikidata import SOURCE, address_of, listing_of_rows, rows_of

KEPT = timedelta(days=3)
PAUSES = (2.0, 10.0, 60.0)  # before each try: the service asks for few questions at a time
MOST_FAILURES = 3
ENOUGH = 0.5


@dataclass(frozen=True)
class Refreshed:
    """`changes` of one country, or why there are none. `is_done`: it was written before, in this run or the last."""

    of_country: str
    changes: Changes | None = None
    failure: str = ""
    is_done: bool = False
    is_short: bool = False


def fetched(address: str) -> bytes:
    """Raises `Unreadable`."""
    return fetch_page(address, wanted=TABLES)[0]


def refresh(
    codes: Iterable[str],
    apply: bool,
    keep_missing: bool = False,
    ask: Callable[[str], bytes] = fetched,
    pause: Callable[[float], None] = time.sleep,
    today: date | None = None,
) -> Iterator[Refreshed]:
    """Country by country (ISO 3166-1 alpha-2). Each answer is stored as it comes, and written in a transaction of its own.

    An answer of the last days is not asked for again. Ends after three countries in a row that could not be asked.
    """
    failures = 0
    for code in codes:
        try:
            answer = _answer(code, ask, pause, today or timezone.localdate())
        except Unreadable as error:
            failures += 1
            yield Refreshed(code, failure=str(error))
            if failures == MOST_FAILURES:
                return
            continue
        failures = 0
        yield _taken(answer, apply, keep_missing)


def _answer(
    code: str, ask: Callable[[str], bytes], pause: Callable[[float], None], today: date
) -> WikidataAnswer:
    kept = WikidataAnswer.objects.filter(of_country=code, asked_on__gt=today - KEPT).first()
    if kept is not None:
        return kept
    rows = _asked(code, ask, pause)
    answer, _is_new = WikidataAnswer.objects.update_or_create(
        of_country=code, defaults={"asked_on": today, "rows": rows, "applied_at": None}
    )
    return answer


def _asked(code: str, ask: Callable[[str], bytes], pause: Callable[[float], None]) -> list[list[str]]:
    for position, seconds in enumerate(PAUSES, 1):
        pause(seconds)
        try:
            return rows_of(ask(address_of(code)), code)
        except Unreadable:
            if position == len(PAUSES):
                raise
    raise AssertionError("there is at least one try")


def _taken(answer: WikidataAnswer, apply: bool, keep_missing: bool) -> Refreshed:
    if answer.applied_at:
        return Refreshed(answer.of_country, is_done=True)
    listing = listing_of_rows(answer.rows, answer.asked_on)
    is_short = len(listing.rows) < ENOUGH * _listed_before(answer.of_country)
    keep_missing = keep_missing or is_short
    if not apply:
        return Refreshed(answer.of_country, compare(listing, keep_missing), is_short=is_short)
    name = f"{SOURCE}, {answer.of_country}, {answer.asked_on.isoformat()}"
    changes = bring_in(listing, name, keep_missing=keep_missing)
    answer.applied_at = timezone.now()
    answer.save(update_fields=["applied_at"])
    return Refreshed(answer.of_country, changes, is_short=is_short)


def _listed_before(code: str) -> int:
    """How many missions of the country rest on Wikidata in the tables that ship: fewer than half is no list."""
    return sum(mission.told.source.startswith(SOURCE) for mission in missions_of(code))
