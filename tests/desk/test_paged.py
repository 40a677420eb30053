"""Long logs of a case by pages: a link that names a record leads to the page on which it stands."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests.cases.asking import a_case
from tests.desk.test_inquiries import at, page_of
from tocsin.cases.models import Case, Deadline, DeadlineKind, Inquiry, InquiryOutcome, Remedy, RemedyKind
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db
MANY = 60


@pytest.fixture
def case(dana: Member) -> Case:
    return a_case(dana)


def keys(page: BeautifulSoup, kind: str) -> list[int]:
    return [int(str(row["id"]).removeprefix(f"{kind}-")) for row in page.select(f"li[id^={kind}-]")]


def some_deadlines(case: Case) -> list[int]:
    today = timezone.now().date()
    rows = (
        Deadline(case=case, kind=DeadlineKind.HEARING, due_on=today + timedelta(days=n)) for n in range(MANY)
    )
    return [row.pk for row in Deadline.objects.bulk_create(rows)]


def some_remedies(case: Case) -> list[int]:
    rows = (
        Remedy(case=case, kind=RemedyKind.COURT, office_name="Court", asked_for="release", tried_on=f"20{n}")
        for n in range(10, 10 + MANY)
    )
    return [row.pk for row in Remedy.objects.bulk_create(rows)]


def some_inquiries(case: Case) -> list[int]:
    """The latest first, as the log shows them."""
    now = timezone.now()
    rows = (
        Inquiry(case=case, office_name=f"Office {n}", asked_at=now - timedelta(hours=n), asked_by="Dana",
                channel="phone", outcome=InquiryOutcome.REFUSED)
        for n in range(MANY)
    )  # fmt: skip
    return [row.pk for row in Inquiry.objects.bulk_create(rows)]


MADE = {"deadline": some_deadlines, "remedy": some_remedies, "inquiry": some_inquiries}
PAGES = {"deadline": "deadlines", "remedy": "remedies", "inquiry": "inquiries"}


@pytest.mark.parametrize("kind", MADE)
def test_each_record_stands_on_one_page_in_order(kind: str, case: Case, dana_at_desk: Client) -> None:
    made, address = MADE[kind](case), at(case, PAGES[kind])
    shown = [keys(page_of(dana_at_desk, f"{address}?page={n}"), kind) for n in (1, 2, 3)]
    assert [len(page) for page in shown] == [25, 25, 10]
    assert [key for page in shown for key in page] == made


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("word", ["at", "correct"])
def test_a_link_to_a_record_opens_its_page(kind: str, word: str, case: Case, dana_at_desk: Client) -> None:
    made, address = MADE[kind](case), at(case, PAGES[kind])
    assert made[30] in keys(page_of(dana_at_desk, f"{address}?{word}={made[30]}"), kind)
    assert keys(page_of(dana_at_desk, f"{address}?{word}=0"), kind) == made[:25]


def test_offices_that_owe_an_answer_have_pages_of_their_own(case: Case, dana_at_desk: Client) -> None:
    some_inquiries(case)
    address = at(case, "inquiries")
    first = page_of(dana_at_desk, address).select(".office-days > li")
    last = page_of(dana_at_desk, f"{address}?offices=3").select(".office-days > li")
    assert (len(first), len(last)) == (25, 10)
