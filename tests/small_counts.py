"""What `make test` leaves to `make test-all`, that it stays at five minutes: more of a kind of which it does some."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import pytest

from .on_postgresql import is_a_race, is_only_there, touches_storage

# What of its kind `make test` keeps -> what it leaves out, below tests/.
LEFT_FOR = {
    "journeys of the founding appeals and of who answers them; each begins with `tocsin up`": (
        "cli/test_up.py",
        "journeys/test_a_coordinator_brings_in",
        "journeys/test_a_coordinator_turns_two_appeals_into_one_action.py::test_what_she_withdraws",
        "journeys/test_a_host",
        "journeys/test_a_lawyer",
        "journeys/test_a_publisher",
        "journeys/test_a_researcher",
        "journeys/test_a_reviewer_asks",
        "journeys/test_a_reviewer_clears",
        "journeys/test_a_reviewer_loses",
        "journeys/test_a_reviewer_meets",
        "journeys/test_a_reviewer_reads",
        "journeys/test_a_reviewer_reviews",
        "journeys/test_a_supporter_in_norway_sends_a_letter.py::test_every_page",
        "journeys/test_a_volunteer",
        "journeys/test_every_page",
    ),
    "public pages in Chromium: a picket in public/test_by_every_hand.py": (
        "public/mirror/test_in_chromium.py",
        "public/test_by_every_hand.py::test_a_union",
        "public/test_by_phone_in_chromium.py",
        "public/test_counts_corrected.py",
        "public/test_crowded.py",
        "public/test_embed.py::test_in_a_browser",
        "public/test_every_language.py",
        "public/test_followed_up.py",
        "public/test_in_arabic.py",
        "public/test_in_chromium.py",
        "public/test_organisations_in_chromium.py",
    ),
    "processes that are killed: delivery/test_kill.py, delivery/dispatch/test_killed_over_and_over.py": (
        "cases/exchange/test_kill.py",
        "delivery/counting/test_count_new.py::test_killed",
        "directory/imports/test_bring_in.py::test_an_import_that_is_killed",
        "directory/imports/test_wikidata.py::test_a_refresh_that_is_killed",
        "jobs/test_worker.py",
        "reports/arrivals/test_kill.py",
        "site/test_sqlite.py",
    ),
    "what an installation is put through: cli/test_receive.py, delivery/test_full_disk.py": (
        "cli/test_backup.py",
        "cli/test_rolling_restart.py",
        "cli/test_setup.py",
        "rules/test_no_trace.py",
        "site/database/test_laid_out_at_once.py",
    ),
    "small numbers of the same: public/test_gatherings.py, reading/test_corpus.py, the parts of a bench": (
        "benches/test_desk.py",
        "benches/test_restoring.py",
        "public/test_many_gatherings.py",
        "reading/test_long_texts.py",
        "reading/test_spoilt.py",
    ),
    "every page of the desk once: rules/test_heads.py": (
        "rules/test_headers.py::test_so_does_an_administrator",
    ),
}  # fmt: skip
LEFT = tuple(place for places in LEFT_FOR.values() for place in places)
# Done on one of the two databases alone.
NOT_ON_SQLITE = (
    "delivery/dispatch/test_killed_over_and_over.py",
    "rules/test_heads.py::test_no_rendered_desk_page_has_a_stranger_in_its_head",
)
NOT_ON_POSTGRESQL = (
    "cli/test_receive.py",
    "delivery/dispatch/test_a_third_comes_back.py",
    "delivery/dispatch/test_server_down_for_an_hour.py",
)
# Below tests/, done whole: what must never go wrong, and where.
WHOLE = {
    "rules/": "a new page keeps them all: who may, who may not, and what nobody is told",
    "cases/membership/": "who is on a case",
    "cases/protection/": "what is sealed for a few",
    "cases/test_consent.py": "no name without consent",
    "cases/test_mask.py": "no name without consent",
    "cases/test_nobody_loses_sight.py": "no case without anybody",
    "cases/test_seal.py": "words that are taken out for good",
    "delivery/": "one letter of a person, once, and none lost",
    "desk/test_action_roles.py": "who may do what with an action",
    "desk/test_changing_words_takes_two.py": "no one person alone",
    "desk/test_confidential.py": "who sees a report",
    "desk/test_held_names.py": "a name that is withheld in one case is held back in the others",
    "desk/test_seen_of_cases.py": "who sees a case",
    "desk/test_showing_more_takes_two.py": "no one person alone",
    "desk/test_sign_in.py": "who gets in",
    "jobs/": "nothing done twice, and nothing forgotten",
    "members/": "who gets in, and what is written down of it",
    "post/": "one letter of a person, once, and none lost",
    "public/against_abuse/": "no crowd of one",
    "public/test_gatherings_barred.py": "no gathering where it is dangerous",
    "public/test_stores_nothing.py": "no trace of who reads",
    "public/test_withdrawn_consent.py": "no name without consent",
    "reports/arrivals/": "nothing that comes in is lost",
    "reports/test_guard.py": "the words of a report stay as they came",
    "supporters/": "one person counts once",
}  # fmt: skip
# And a test anywhere whose name speaks of it.
SPEAKS_OF_IT = re.compile(
    "stranger|withheld|withdrawn|sealed|consent|other_case|not_on_|twice|_lose|_lost|of_reach|names_nobody|country_of_.*events"
)
# Of any other test so many cases are done, evenly spread.
MOST_CASES = 6
# Of those that need the database, each as dear as a hundred of those that do not, so many a file.
MOST_WITH_STORAGE = 2
# On PostgreSQL, where all that could differ was tried on SQLite before: so many of a file, and so many races.
MOST_OF_A_FILE = 4
MOST_RACES_OF_A_FILE = 8


def left_out(items: Iterable[pytest.Item], on_postgresql: bool) -> Iterator[pytest.Item]:
    """What only `make test-all` does."""
    kept = list[pytest.Item]()
    elsewhere = LEFT + (NOT_ON_POSTGRESQL if on_postgresql else NOT_ON_SQLITE)
    for item in items:
        if _path(item).startswith(elsewhere):
            yield item
        elif not _runs_elsewhere(item, on_postgresql):
            kept.append(item)
    if on_postgresql:
        yield from _too_many([item for item in kept if not is_a_race(item)], _file, MOST_OF_A_FILE)
        yield from _too_many([item for item in kept if is_a_race(item)], _file, MOST_RACES_OF_A_FILE)
        return
    some = [item for item in kept if not _is_whole(item)]
    left = set(_too_many(some, _test, MOST_CASES))
    yield from left
    dear = [item for item in some if item not in left and touches_storage(item)]
    yield from _too_many(dear, _file, MOST_WITH_STORAGE)


def _runs_elsewhere(item: pytest.Item, on_postgresql: bool) -> bool:
    """In the soak, or on PostgreSQL alone: it takes the place of none that runs here."""
    return bool(item.get_closest_marker("soak")) or (not on_postgresql and is_only_there(item))


def _too_many(
    items: Iterable[pytest.Item], kind: Callable[[pytest.Item], str], most: int
) -> Iterator[pytest.Item]:
    """All but so many of each kind, which are spread evenly, the first among them."""
    alike = defaultdict[str, list[pytest.Item]](list)
    for item in items:
        alike[kind(item)].append(item)
    for same in alike.values():
        yield from (item for place, item in enumerate(same) if not _is_chosen(place, len(same), most))


def _is_chosen(place: int, among: int, most: int) -> bool:
    return among <= most or place * most // among != (place - 1) * most // among


def _is_whole(item: pytest.Item) -> bool:
    return bool(_path(item).startswith(tuple(WHOLE)) or SPEAKS_OF_IT.search(_test(item)))


def _path(item: pytest.Item) -> str:
    return item.nodeid.removeprefix("tests/")


def _file(item: pytest.Item) -> str:
    return _path(item).partition("::")[0]


def _test(item: pytest.Item) -> str:
    return _path(item).partition("[")[0]
