"""What stood before comes back, from the history of each kind of record, by the page's own press."""

from datetime import timedelta

import pytest
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.cases.asking import a_case, a_number, an_office, attempt
from tests.cases.relay.test_relay import a_plan
from tocsin.cases.deadlines.finish import finish_deadline
from tocsin.cases.deadlines.set_deadline import correct_deadline, set_deadline
from tocsin.cases.inquiries.correct import correct_inquiry
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.withdraw import withdraw_inquiry
from tocsin.cases.models import Case, DeadlineKind
from tocsin.cases.relay.open_relay import open_relay, stop_relay
from tocsin.directory.edit_office import edit_office
from tocsin.directory.models import ContactPoint
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import HouseRules, Member, Revision, Role
from tocsin.members.record import name_of
from tocsin.members.set_house_rules import set_house_rules

SOON = timezone.now().date() + timedelta(days=9)


@pytest.fixture
def case(rustam: Member) -> Case:
    return a_case(rustam)


def bring_back(client: Client, record: Model) -> int:
    """What its latest change has changed, as its history offers it."""
    kind, pk = name_of(record).split()
    latest = Revision.objects.filter(record=f"{kind} {pk}").latest("pk")
    address = f"/desk/history/{kind}/{pk}/restore/{latest.pk}"
    assert address in client.get(f"/desk/history/{kind}/{pk}/").content.decode()
    assert client.get(address).status_code == 200
    return client.post(address).status_code


def test_of_an_office(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    office = an_office(case)
    edit_office(office, rustam, "its own site", "2026-03-01", name="Remand prison of the region")
    assert bring_back(rustam_at_desk, office) == 302
    office.refresh_from_db()
    assert office.name == "Remand prison, Aqtau"


def test_of_a_contact(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    point = a_number(an_office(case), rustam)
    ContactPoint.objects.filter(pk=point.pk).update(source_date="2026-03-01")
    retire_contact(point, rustam, "nobody answers")
    assert bring_back(rustam_at_desk, point) == 302
    point.refresh_from_db()
    assert (point.retired_at, point.confirmed_by) == (None, rustam)


def test_of_a_deadline(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    deadline = set_deadline(case, DeadlineKind.HEARING, SOON, rustam)
    correct_deadline(deadline, DeadlineKind.HEARING, SOON + timedelta(days=7), rustam)
    assert bring_back(rustam_at_desk, deadline) == 302
    deadline.refresh_from_db()
    assert deadline.due_on == SOON
    finish_deadline(deadline, rustam)
    bring_back(rustam_at_desk, deadline)
    deadline.refresh_from_db()
    assert deadline.done_at is None


def test_of_an_inquiry(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    office = an_office(case)
    inquiry = log_inquiry(case, attempt("answered", office=office, said="She is here"), rustam)
    inquiry = correct_inquiry(inquiry, attempt("hung_up", office=office), rustam)
    assert bring_back(rustam_at_desk, inquiry) == 302
    inquiry.refresh_from_db()
    assert inquiry.outcome == "answered"
    withdraw_inquiry(inquiry, rustam)
    bring_back(rustam_at_desk, inquiry)
    inquiry.refresh_from_db()
    assert inquiry.withdrawn_at is None


def test_of_a_relay_while_its_number_stands(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    point = a_number(an_office(case), rustam)
    relay = open_relay(case, a_plan(point), rustam)
    stop_relay(relay, rustam)
    assert bring_back(rustam_at_desk, relay) == 302
    relay.refresh_from_db()
    assert relay.stopped_at is None
    stop_relay(relay, rustam)
    retire_contact(point, rustam, "changed")
    assert bring_back(rustam_at_desk, relay) == 422


def test_a_relay_is_not_taken_up_beside_another(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    point = a_number(an_office(case), rustam)
    relay = open_relay(case, a_plan(point), rustam)
    stop_relay(relay, rustam)
    open_relay(case, a_plan(point), rustam)
    assert bring_back(rustam_at_desk, relay) == 422


def test_of_the_house_rules_and_never_around_the_second_administrator(
    ada: Member, ada_at_desk: Client, rustam_at_desk: Client
) -> None:
    set_house_rules(True, False, ada)
    rules = HouseRules.objects.get()
    assert bring_back(ada_at_desk, rules) == 302
    rules.refresh_from_db()
    assert rules.second_person_publishes is False
    assert rustam_at_desk.get(f"/desk/history/houserules/{rules.pk}/").status_code == 403
    set_house_rules(True, False, ada)
    Member.objects.filter(pk=cast.member("Petra").pk).update(role=Role.ADMINISTRATOR)
    assert bring_back(ada_at_desk, rules) == 422
    rules.refresh_from_db()
    assert rules.second_person_publishes is True
