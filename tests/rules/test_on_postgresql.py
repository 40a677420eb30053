"""What `make test` tries on PostgreSQL is all there, and holds whatever speaks to a database in words of its own."""

import re
from pathlib import Path

from tests.on_postgresql import COULD_DIFFER, WITHOUT_STORAGE

import tocsin

TESTS, SOURCE = Path(__file__).parents[1], Path(tocsin.__file__).parent
OWN_WORDS = re.compile(r"\.cursor\(|\.vendor\b|RawSQL|skip_locked")
# Benches run on PostgreSQL in the soak; migrations lay out the database of each run. What moves a database is tried
# in the soak with a PostgreSQL of its own (tests/cli/test_move_database.py); restore.py only counts rows by itself.
ELSEWHERE = {"benches", "migrations", "database", "two_databases.py", "restore.py"}
TESTED_IN = {"reports/seal.py": "cases/test_seal.py"}


def test_every_place_named_is_there() -> None:
    assert [place for place in {*COULD_DIFFER, *WITHOUT_STORAGE} if not (TESTS / place).exists()] == []


def test_sql_of_our_own_is_tried_there() -> None:
    spoken = [
        path.relative_to(SOURCE)
        for path in SOURCE.rglob("*.py")
        if not ELSEWHERE & set(path.parts) and OWN_WORDS.search(path.read_text(encoding="utf-8"))
    ]
    mirrors = {path: TESTED_IN.get(str(path), f"{path.parent}/test_{path.name}") for path in spoken}
    assert [path for path, mirror in mirrors.items() if not mirror.startswith(tuple(COULD_DIFFER))] == []
    assert len(spoken) >= 3
