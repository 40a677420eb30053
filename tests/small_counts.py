"""What `make test` leaves to `make test-all`, that it stays at five minutes: more of a kind of which it does some."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

# Below tests/: what it is, and what of its kind `make test` keeps.
LEFT = {
    "benches/test_desk.py": "thousands of records for figures; the parts of a bench are tested beside it",
    "benches/test_restoring.py": "as above",
    "cases/exchange/test_kill.py": "killed in the middle; delivery/test_kill.py is kept",
    "cases/story": "a year of reports, read one by one; journeys/ reads the founding two",
    "cli/test_backup.py": "installations that are started and moved",
    "cli/test_rolling_restart.py": "as above",
    "cli/test_setup.py": "as above",
    "cli/test_up.py": "as above; every journey begins with `tocsin up`",
    "delivery/counting/test_count_new.py::test_killed": "killed again and again; delivery/dispatch is kept",
    "delivery/test_full_disk.py": "a disk of its own; cases/exchange/test_full_disk.py is kept",
    "directory/imports/test_bring_in.py::test_an_import_that_is_killed": "killed in the middle",
    "directory/imports/test_wikidata.py::test_a_refresh_that_is_killed": "killed in the middle",
    "jobs/test_worker.py": "workers that are started and killed; jobs/ is kept without processes",
    "journeys/test_a_coordinator_brings_in": "a way of one who works at the desk; those of the first action are kept",
    "journeys/test_a_host": "as above",
    "journeys/test_a_lawyer": "as above",
    "journeys/test_a_publisher": "as above",
    "journeys/test_a_researcher": "as above",
    "journeys/test_a_reviewer_asks": "as above",
    "journeys/test_a_reviewer_clears": "as above",
    "journeys/test_a_reviewer_loses": "as above",
    "journeys/test_a_reviewer_meets": "as above",
    "journeys/test_a_reviewer_reads": "as above",
    "journeys/test_every_page": "every page in turn; the pages on the way of each journey kept are looked at",
    "public/mirror/test_in_chromium.py": "in a browser; public/test_by_every_hand.py is kept",
    "public/test_by_phone_in_chromium.py": "as above",
    "public/test_counts_corrected.py": "as above",
    "public/test_crowded.py": "as above",
    "public/test_embed.py::test_in_a_browser": "as above",
    "public/test_every_language.py": "as above",
    "public/test_followed_up.py": "as above",
    "public/test_in_arabic.py": "as above",
    "public/test_in_chromium.py": "as above",
    "public/test_organisations_in_chromium.py": "as above",
    "public/test_many_gatherings.py": "two thousand of them; public/test_gatherings.py is kept",
    "reading/test_long_texts.py": "texts of a hundred thousand signs",
    "reading/test_spoilt.py": "hundreds of texts",
    "reports/arrivals/test_kill.py": "killed in the middle",
    "rules/test_headers.py::test_so_does_an_administrator": "every page of the desk, which rules/test_heads.py asks for too",
    "rules/test_no_trace.py": "an installation that is started and searched",
    "site/test_sqlite.py": "processes that write at once; delivery/dispatch is kept",
}  # fmt: skip
# Of one test's cases so many are done, evenly spread; of the rules each, for a new page must keep them all.
MOST_CASES = 24
RULES = "rules/"


def left_out(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """What only `make test-all` does."""
    cases = defaultdict[str, list[pytest.Item]](list)
    for item in items:
        path = item.nodeid.removeprefix("tests/")
        if path.startswith(tuple(LEFT)):
            yield item
        elif not path.startswith(RULES):
            cases[path.partition("[")[0]].append(item)
    for same in cases.values():
        yield from (item for place, item in enumerate(same) if not _is_chosen(place, len(same)))


def _is_chosen(place: int, among: int) -> bool:
    return among <= MOST_CASES or place * MOST_CASES // among != (place - 1) * MOST_CASES // among
