import pytest

from tocsin.language.lexicon import lexicon
from tocsin.reading.name_ends import trimmed


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Help Maria Kowalczyk", "Maria Kowalczyk"),
        ("AND MARIA KOWALCZYK", "MARIA KOWALCZYK"),
        ("Kowalczyk can", "Kowalczyk"),
        ("MP Maria Kowalczyk", "Maria Kowalczyk"),
        ("Rose Mary Kowalczyk", "Rose Mary Kowalczyk"),
        ("Juan de la Cruz", "Juan de la Cruz"),
        ("Kowalczyk", "Kowalczyk"),
    ],
)
def test_words_of_every_day_are_no_part_of_a_name(marked: str, name: str) -> None:
    start, end = trimmed(marked, 0, len(marked), lexicon("en"))
    assert marked[start:end] == name


def test_initials_before_it_are() -> None:
    text = "Free S K Kowalczyk now"
    start, end = trimmed(text, 9, 18, lexicon("en"))
    assert text[start:end] == "S K Kowalczyk"


def test_a_family_name_in_capitals_begins_the_line() -> None:
    text = "KOWALCZYK Maria Shizhang"
    start, end = trimmed(text, 10, len(text), lexicon("en"))
    assert text[start:end] == "KOWALCZYK Maria"
