"""A word on a sentence that the reader could not place."""

import pytest

from tests.reports.drafts import TEXT, a_report, span
from tocsin.members.models import Member
from tocsin.reports.add import add_item
from tocsin.reports.errors import CannotReview
from tocsin.reports.mark_sentence import mark_sentence
from tocsin.reports.models import Report, Section, SentenceMark
from tocsin.reports.open_review import open_review
from tocsin.reports.queries import sentences

RAIN = span("It rained all night.")


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def unplaced(report: Report) -> list[str]:
    return [s.text for s in sentences(report) if s.use == "unplaced"]


def test_every_sentence_has_its_place_in_order(report: Report) -> None:
    assert [s.text for s in sentences(report)] == [line for line in TEXT.splitlines() if line]
    assert unplaced(report) == ["It rained all night."]


def test_a_mark_places_a_sentence_and_a_later_one_replaces_it(report: Report, rustam: Member) -> None:
    mark_sentence(report, RAIN[0], "background", rustam)
    assert unplaced(report) == []
    mark_sentence(report, RAIN[0], "unplaced", rustam)
    assert (unplaced(report), SentenceMark.objects.count()) == (["It rained all night."], 1)


def test_an_item_made_of_a_sentence_uses_it(report: Report, rustam: Member) -> None:
    add_item(report, Section.INCIDENTS, "other", rustam, [tuple(RAIN)])
    assert unplaced(report) == []


@pytest.mark.parametrize(("start", "use"), [(1, "opinion"), (RAIN[0], "nonsense")])
def test_what_is_no_sentence_or_no_use_is_refused(
    report: Report, rustam: Member, start: int, use: str
) -> None:
    with pytest.raises(CannotReview):
        mark_sentence(report, start, use, rustam)
    assert SentenceMark.objects.count() == 0
