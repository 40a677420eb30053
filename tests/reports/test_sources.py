"""Which reports are one source."""

import pytest

from tests.reports.drafts import TEXT, a_report
from tocsin.reports.models import Report
from tocsin.reports.sources import count_sources, source_root, source_roots

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports() -> list[Report]:
    return [a_report(text=f"{TEXT}\nEdition {n}.") for n in range(5)]


def tie(later: Report, earlier: Report, by: str = "repeats") -> None:
    Report.objects.filter(pk=later.pk).update(**{by: earlier})


def test_a_report_that_nobody_judged_is_its_own_source(reports: list[Report]) -> None:
    keys = [r.pk for r in reports]
    assert source_roots(keys) == {key: key for key in keys}
    assert count_sources(keys) == 5


def test_a_copy_of_a_translation_of_a_new_version_leads_to_the_first(
    reports: list[Report], django_assert_num_queries
) -> None:
    first, revision, translation, copy, other = reports
    tie(revision, first, "revises")
    tie(translation, revision)
    tie(copy, translation)
    assert source_root(copy) == first.pk
    assert count_sources([r.pk for r in reports]) == 2
    with django_assert_num_queries(4):
        assert source_roots([copy.pk, other.pk]) == {copy.pk: first.pk, other.pk: other.pk}


def test_a_ring_has_one_root_and_ends(reports: list[Report]) -> None:
    one, two, three, outside, _ = reports
    tie(one, two)
    tie(two, three)
    tie(three, one)
    tie(outside, two)
    roots = source_roots([r.pk for r in (one, two, three, outside)])
    assert set(roots.values()) == {one.pk}
