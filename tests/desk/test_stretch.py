"""Very long lists by stretches that begin where another ended."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tocsin.desk.stretch import Stretch, stretch
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db
MOST = 10


@pytest.fixture
def entries() -> list[int]:
    """Keys of 34 entries, newest first; many of them of one and the same moment."""
    begin = datetime(2015, 5, 8, tzinfo=UTC)
    rows = AuditEntry.objects.bulk_create(
        AuditEntry(act="case.edited", subject=f"case {n}", at=begin + timedelta(hours=n % 4))
        for n in range(34)
    )
    return [row.pk for row in sorted(rows, key=lambda row: (row.at, row.pk), reverse=True)]


def asked(oldest_first: bool = False, **given: int | str | None) -> Stretch:
    words = {name: str(value) for name, value in given.items() if value}
    return stretch(AuditEntry.objects.filter(act="case.edited"), "at", words, MOST, oldest_first)


def keys(page: Stretch) -> list[int]:
    return [row.pk for row in page.rows]


@pytest.mark.parametrize("oldest_first", [False, True])
def test_forth_and_back_each_stands_once_and_in_order(entries: list[int], oldest_first: bool) -> None:
    wanted = entries[::-1] if oldest_first else entries
    pages = [asked(oldest_first)]
    while pages[-1].after:
        pages.append(asked(oldest_first, after=pages[-1].after))
    assert [key for page in pages for key in keys(page)] == wanted
    assert [len(page.rows) for page in pages] == [10, 10, 10, 4]
    back = [pages[-1]]
    while back[-1].before:
        back.append(asked(oldest_first, before=back[-1].before))
    assert [keys(page) for page in back] == [keys(page) for page in pages[::-1]]


@pytest.mark.parametrize("given", [{"after": "x"}, {"after": "0"}, {"before": "9" * 40}, {}])
def test_what_names_no_record_is_the_beginning(entries: list[int], given: dict[str, str]) -> None:
    assert (keys(asked(**given)), asked(**given).before) == (entries[:MOST], None)


def test_the_end_of_the_list_offers_the_way_back(entries: list[int]) -> None:
    last = asked(after=entries[-1])
    assert (last.rows, last.has_others) == ([], False)
    page = asked(after=entries[-5])
    assert (keys(page), page.before, page.after) == (entries[-4:], entries[-4], None)


def test_the_audit_goes_on_where_it_ended(entries: list[int], petra_at_desk: Client) -> None:
    AuditEntry.objects.bulk_create(AuditEntry(act="case.edited", subject=f"case {n}") for n in range(60))
    first = BeautifulSoup(petra_at_desk.get("/desk/audit/?act=case.edited").content, "lxml")
    assert (len(first.select(".audit > li")), "94 entries" in first.get_text()) == (60, True)
    onward = first.find("a", rel="next")["href"]
    assert "act=case.edited" in onward
    second = BeautifulSoup(petra_at_desk.get(f"/desk/audit/{onward}").content, "lxml")
    assert len(second.select(".audit > li")) == 34
    assert second.find("a", rel="prev") is not None
