"""Every warning that a draft can carry is explained to coordinators."""

import re
from pathlib import Path

from tocsin.reading.flags import leads, sensitive
from tocsin.terms.flags import NEEDS_TWO

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "coordinators" / "what-the-reader-marks.md").read_text()
GIVEN = re.compile(r'(?:Warning|Note)\(\s*"([a-z_]+)"')
OF_A_CONTACT = re.compile(r'"([a-z_]+)": (?:entry|bool|not entry)|warnings=\(\*\w+\.warnings, "([a-z_]+)"')


def given() -> set[str]:
    sources = [
        path.read_text()
        for part in ("reading", "intake", "opinions")
        for path in (ROOT / "src/tocsin" / part).rglob("*.py")
    ]
    found = {code for text in sources for code in GIVEN.findall(text)}
    return (
        found
        | set(sensitive.MESSAGES)
        | set(leads.MESSAGES)
        | {code for text in sources for pair in OF_A_CONTACT.findall(text) for code in pair if code}
    )


def test_every_warning_is_explained() -> None:
    explained = set(re.findall(r"^\| `([a-z_]+)`", TOLD, re.MULTILINE))
    assert given() - explained == set()
    assert explained - given() <= {"repeated_office"}


def test_what_needs_two_people_is_listed_as_such() -> None:
    first = TOLD.split("## Look before you accept")[0]
    assert set(re.findall(r"^\| `([a-z_]+)`", first, re.MULTILINE)) == NEEDS_TWO
