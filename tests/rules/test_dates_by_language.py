"""Names of months and weekdays go through one filter: Django's own bends no month, and puts it in one order in all languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/tocsin"
TEMPLATES = [path for ending in ("html", "txt") for path in SOURCE.glob(f"*/templates/**/*.{ending}")]
PROGRAMS = sorted(SOURCE.glob("**/*.py"))

# Clock, zone, and what a program reads: no letter of these is a word, and none leaves the order to the language.
WORDLESS = {"c", "H:i", "T", "Y-m-d"}
DATE = re.compile(r"\|\s*(?:date|time)\b(?::(?:\"([^\"]*)\"|'([^']*)'))?")
NOW = re.compile(r"{%\s*now\s[^%]*%}")
MOMENT = re.compile(r"\|moment\b(?::\"([^\"]*)\")?")
# Files that write dates for programs or hold the one way.
BY_PROGRAM = re.compile(r"\b(?:date_format|format_date|format_skeleton)\b|strftime\([^)]*%[aAbB]")
THE_ONE_WAY = SOURCE / "language/calendar_words.py"


def past_the_filter(template: str) -> Iterator[str]:
    """What writes the name of a month or a weekday by itself."""
    for found in DATE.finditer(template):
        if (found[1] or found[2]) not in WORDLESS:
            yield found[0]
    yield from (found[0] for found in NOW.finditer(template))


def test_no_template_names_a_month_by_itself() -> None:
    found = {path: list(past_the_filter(path.read_text())) for path in TEMPLATES}
    assert {path: dates for path, dates in found.items() if dates} == {}


def test_templates_ask_for_what_the_filter_knows() -> None:
    from tocsin.site.templatetags.moments import KINDS

    asked = {found[1] for path in TEMPLATES for found in MOMENT.finditer(path.read_text())}
    assert asked == set(KINDS)


def test_no_program_names_a_month_by_itself() -> None:
    found = [path for path in PROGRAMS if BY_PROGRAM.search(path.read_text())]
    assert found == [THE_ONE_WAY]


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('{{ at|date:"j F Y" }}', ['|date:"j F Y"']),
        ("{{ at|date:'D' }}{{ at|date }}", ["|date:'D'", "|date"]),
        ('{{ at|date:"SHORT_DATE_FORMAT" }}', ['|date:"SHORT_DATE_FORMAT"']),
        ('{% now "j F" %}', ['{% now "j F" %}']),
        ('{{ at|date:"H:i" }}{{ at|date_words }}{{ at|moment:"day" }}', []),
    ],
)
def test_the_rule_finds_them(template: str, found: list[str]) -> None:
    assert list(past_the_filter(template)) == found
