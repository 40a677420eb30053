"""What runs on PostgreSQL: `make test-all` whatever touches storage, `make test` some of what could differ there."""

import pytest

# Below tests/: why PostgreSQL could answer otherwise than SQLite.
COULD_DIFFER = {
    "actions/test_publish.py": "acts that lock their rows",
    "actions/test_queries.py": "statements in words of our own",
    "cases/exchange/test_pack.py": "rows written in bulk, and read back in another order",
    "cases/history": "JSON, and acts that lock",
    "cases/membership": "constraints, and the last administrator under a lock",
    "cases/protection": "bytes, and constraints",
    "cases/relay": "turns that two callers want at once",
    "cases/search": "an index of its own, in SQL of its own",
    "cases/test_accept.py": "every kind of record that a report becomes",
    "cases/test_queries.py": "JSON, grouping, and the order of rows",
    "cases/test_seal.py": "words that are taken out for good",
    "cli/test_receive.py": "a database that is not there",
    "delivery": "the outbox, and letters that are counted",
    "desk/test_inbox.py": "piles that the database sorts, cuts and counts",
    "desk/test_search.py": "the page above the search",
    "directory": "imports in bulk, and constraints",
    "followup/test_replies.py": "words that go by their date, and counts by action",
    "followup/test_replies_handed_over.py": "mails of strangers, of which PostgreSQL stores not all",
    "jobs": "locks and leases",
    "members": "triggers of the audit trail, and its hashes",
    "post": "the outbox",
    "reports/arrivals": "bytes, and two readers of one file",
    "reports/repeats": "prints that are looked up in bulk",
    "reports/test_decide.py": "acts that lock some of the rows that they join",
    "reports/test_guard.py": "triggers",
    "reports/test_undo.py": "acts that lock",
    "reports/test_version.py": "two people at once",
    "rules/test_heads.py": "each page of the desk once, with all its queries",
    "supporters": "constraints",
}
# Folders of the library that knows no storage; nothing of them is even collected there.
WITHOUT_STORAGE = {
    "benches", "fetching", "formats", "intake", "journeys", "language", "letters", "look", "opinions", "printing",
    "reading", "routing", "tools", "training",
}  # fmt: skip
# Processes of our own that are started: seconds each, so on PostgreSQL in the soak alone.
STARTED = ("/test_kill.py", "/test_full_disk.py")


def could_differ(item: pytest.Item) -> bool:
    """Races wherever they are tested, and what stands in the table."""
    path = item.nodeid.partition("::")[0].removeprefix("tests/")
    if path.endswith(STARTED):
        return False
    return path.startswith(tuple(COULD_DIFFER)) or is_a_race(item)


def is_a_race(item: pytest.Item) -> bool:
    """Whether it needs commits of its own."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in fixtures(item)


def touches_storage(item: pytest.Item) -> bool:
    """Whether a test would show something on another database; what pages look like does not change with it."""
    if item.get_closest_marker("sqlite") or "chromium" in fixtures(item):
        return False
    if "rules" in item.path.parts and not could_differ(item):
        return False
    return bool(item.get_closest_marker("django_db") or {"db", "transactional_db"} & fixtures(item))


def is_only_there(item: pytest.Item) -> bool:
    """Whether a test is about PostgreSQL alone."""
    return bool(item.get_closest_marker("only_postgresql"))


def fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))
