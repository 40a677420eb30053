"""What `make test` leaves to `make test-all`, that it stays at five minutes: more of a kind of which it does some."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from .on_postgresql import is_a_race

# What of its kind `make test` keeps -> what it leaves out, below tests/.
LEFT_FOR = {
    "journeys of the founding appeals and of who answers them; each begins with `tocsin up`": (
        "cli/test_up.py",
        "journeys/test_a_coordinator_brings_in",
        "journeys/test_a_host",
        "journeys/test_a_lawyer",
        "journeys/test_a_publisher",
        "journeys/test_a_researcher",
        "journeys/test_a_reviewer_asks",
        "journeys/test_a_reviewer_clears",
        "journeys/test_a_reviewer_loses",
        "journeys/test_a_reviewer_meets",
        "journeys/test_a_reviewer_reads",
        "journeys/test_every_page",
    ),
    "public pages in Chromium: public/test_by_every_hand.py": (
        "public/mirror/test_in_chromium.py",
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
# Of one test's cases so many are done, evenly spread; of the rules each, for a new page must keep them all.
MOST_CASES = 24
RULES = "rules/"
# On PostgreSQL, where all that could differ was tried on SQLite before: so many of a file, and every race
# that is not named above.
MOST_OF_A_FILE = 4


def left_out(items: Iterable[pytest.Item], on_postgresql: bool) -> Iterator[pytest.Item]:
    """What only `make test-all` does."""
    alike = defaultdict[str, list[pytest.Item]](list)
    for item in items:
        path = item.nodeid.removeprefix("tests/")
        if path.startswith(LEFT):
            yield item
        elif on_postgresql and not is_a_race(item):
            alike[path.partition("::")[0]].append(item)
        elif not on_postgresql and not path.startswith(RULES):
            alike[path.partition("[")[0]].append(item)
    most = MOST_OF_A_FILE if on_postgresql else MOST_CASES
    for same in alike.values():
        yield from (item for place, item in enumerate(same) if not _is_chosen(place, len(same), most))


def _is_chosen(place: int, among: int, most: int) -> bool:
    return among <= most or place * most // among != (place - 1) * most // among
