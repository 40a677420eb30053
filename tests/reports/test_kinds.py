"""What a person types into a field, and what a page says of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.reports.fields import FIELDS, field
from tocsin.reports.kinds.kind import CannotRead, Kind
from tocsin.reports.kinds.measured import Count, Date, Whole
from tocsin.reports.kinds.numbers import Numbers
from tocsin.reports.kinds.places import Countries, Country, Place
from tocsin.reports.models import Section


@pytest.mark.parametrize(
    ("kind", "typed", "value", "words"),
    [
        (Kind(), "  lawyer ", "lawyer", "lawyer"),
        (Date(), "2011-06-05?", "2011-06-05?", "5 June 2011 (inferred)"),
        (Date(), "XXXX-06-16", "XXXX-06-16", "16 June, year unknown"),
        (Count(), "9", {"low": 9, "high": 9, "text": "9"}, "9"),
        (Count(), "200+", {"low": 200, "high": None, "text": "200+"}, "200+"),
        (Count(), "4-7", {"low": 4, "high": 7, "text": "4-7"}, "4-7"),
        (Whole(), "0", 0, "0"),
        (Country(), "Norway", "NO", "Norway"),
        (Country(), "NO", "NO", "Norway"),
        (Countries(), "Norway\nIceland", ["NO", "IS"], "Norway, Iceland"),
        (
            Place(),
            "Aktau, Kazakhstan",
            {"name": "Aktau", "country": "KZ", "latitude": None, "longitude": None},
            "Aktau, Kazakhstan",
        ),
        (
            Place(),
            "the harbour",
            {"name": "the harbour", "country": None, "latitude": None, "longitude": None},
            "the harbour",
        ),
        (field(Section.PEOPLE, "status").kind, "On strike", "on_strike", "on strike"),
        (
            field(Section.PEOPLE, "also").kind,
            "injured\ndetained",
            ["injured", "detained"],
            "injured, detained",
        ),
        (field(Section.INCIDENTS, "planned").kind, "yes", True, "yes"),
        (
            Numbers(),
            "+47 22 54 22 80",
            [{"as_written": "+47 22 54 22 80", "e164": "+4722542280", "valid": True, "repaired": None}],
            "+47 22 54 22 80 → +4722542280",
        ),
        (
            Numbers(),
            "ask the porter",
            [{"as_written": "ask the porter", "e164": None, "valid": False, "repaired": None}],
            "ask the porter",
        ),
    ],
)
def test_reading_and_saying(kind: Kind, typed: str, value: Any, words: str) -> None:
    assert (kind.read(typed), kind.words(value)) == (value, words)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind(), "  "),
        (Date(), "June"),
        (Date(), "2011-06-31"),
        (Count(), "many"),
        (Count(), "7-4"),
        (Whole(), "-1"),
        (Whole(), "²"),
        (Country(), "Korea"),
        (field(Section.PEOPLE, "status").kind, "asleep"),
        (field(Section.STATEMENTS, "contradicts").kind, "first"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(kind: Kind, typed: str) -> None:
    with pytest.raises(CannotRead) as refusal:
        kind.read(typed)
    assert str(refusal.value).endswith(".")


def test_a_count_keeps_the_words_of_the_report() -> None:
    assert Count().words({"low": 200, "high": None, "text": "hundreds"}) == "hundreds (200+)"


@given(st.text(max_size=60))
def test_any_typing_is_read_or_refused(typed: str) -> None:
    for fields in FIELDS.values():
        for each in fields:
            try:
                value = each.kind.read(typed)
            except CannotRead:
                continue
            assert isinstance(each.kind.words(value), str)


def test_each_section_has_one_main_field() -> None:
    assert [sum(f.is_main for f in fields) for fields in FIELDS.values()] == [1] * len(Section)
