"""Days and moments as a page writes them."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils import timezone, translation

AT = datetime(2011, 12, 16, 9, 5, 7, tzinfo=UTC)


def written(at: object, kind: str, language: str) -> str:
    template = engines["django"].from_string(f'{{{{ at|moment:"{kind}" }}}}')
    with translation.override(language):
        return template.render({"at": at})


@pytest.mark.parametrize(
    ("language", "kind", "words"),
    [
        ("en", "day", "16 December 2011"),
        ("en", "minute", "16 December 2011, 09:05"),
        ("en", "full-day", "Friday, 16 December 2011"),
        ("en", "short-minute", "16 Dec 2011, 09:05"),
        ("ru", "day", "16 декабря 2011"),
        ("ru", "full-day", "пятница, 16 декабря 2011"),
        ("ru", "weekday", "пятница"),
        ("ru", "short-second", "16 дек. 2011, 09:05:07"),
        ("kk", "day", "2011\u202fж. 16 желтоқсан"),
        ("de", "day", "16. Dezember 2011"),
        ("es", "day", "16 de diciembre de 2011"),
        ("ar", "minute", "16 ديسمبر 2011، 09:05"),
    ],
)
def test_a_moment_is_written_as_its_language_does(language: str, kind: str, words: str) -> None:
    assert written(AT, kind, language) == words


def test_it_is_told_by_the_readers_clock() -> None:
    with timezone.override("Asia/Tokyo"):
        assert written(datetime(2011, 12, 16, 23, 0, tzinfo=UTC), "minute", "en") == "17 December 2011, 08:00"


def test_a_day_has_no_clock_and_no_day_has_no_words() -> None:
    assert written(date(2011, 12, 16), "minute", "en") == "16 December 2011"
    assert written(None, "day", "en") == written("", "day", "en") == ""
