"""Two tabs that correct one record: the second is told what stands now, and keeps what she typed."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.cases.asking import a_case, an_office, attempt
from tests.desk.test_deadlines_and_remedies import note_day
from tests.desk.test_inquiries import at, filled, page_of, words
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Case, Deadline
from tocsin.cases.remedies.note_remedy import Tried, note_remedy
from tocsin.members.models import Member


def a_remedy(case: Case, dana: Member, _client: Client) -> int:
    tried = Tried(kind="court", office_name="City court", asked_for="release", tried_on="2011-06-05")
    return note_remedy(case, tried, dana).pk


def an_inquiry(case: Case, dana: Member, _client: Client) -> int:
    return log_inquiry(case, attempt("answered", office=an_office(case)), dana).pk


def a_day(case: Case, _dana: Member, client: Client) -> int:
    note_day(client, case, 2)
    return Deadline.objects.get().pk


@pytest.mark.parametrize(
    ("noted", "page", "act", "field"),
    [
        (a_remedy, "remedies", "remedy_correct", "reason_given"),
        (an_inquiry, "inquiries", "inquiry_correct", "spoke_with"),
        (a_day, "deadlines", "deadline_correct", "note"),
    ],
)
def test_the_second_of_two_tabs_overwrites_nothing_unseen(
    noted: Callable[[Case, Member, Client], int],
    page: str,
    act: str,
    field: str,
    dana: Member,
    dana_at_desk: Client,
) -> None:
    case = a_case(dana)
    pk = noted(case, dana, dana_at_desk)
    address = at(case, act, pk)
    opened = filled(page_of(dana_at_desk, f"{at(case, page)}?correct={pk}"), address)
    assert dana_at_desk.post(address, opened | {field: "by one tab"}).status_code == 302
    late = dana_at_desk.post(address, opened | {field: "by the other"})
    shown = BeautifulSoup(late.content, "lxml")
    assert (late.status_code, "Somebody has changed this meanwhile" in words(shown)) == (422, True)
    assert "by one tab" in words(shown)
    again = filled(shown, address)
    assert again[field] == "by the other"
    assert dana_at_desk.post(address, again).status_code == 302
    assert "by the other" in words(page_of(dana_at_desk, at(case, page)))
