"""Vouching for addresses, at an action's list and at the office itself."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.actions.stage import confirmed_email
from tests.desk.test_action_edit import words
from tocsin.actions.models import Action
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.members.models import Member

FOUND = {
    "channel": "email",
    "value": "oslo@embassy.example",
    "source": "its own site",
    "source_date": "2026-01-05",
}


@pytest.fixture
def action(draft: Action) -> Action:
    return draft


@pytest.fixture
def embassy(action: Action) -> Office:
    return action.targets.get().office


def contacts(client: Client, action: Action, **asked: object) -> str:
    return words(client.get(reverse("action_contacts", args=[action.slug]), asked).content.decode())


def test_an_address_is_added_with_its_source_and_leads_back_to_the_action(
    rustam_at_desk: Client, action: Action, embassy: Office
) -> None:
    here = f"{reverse('action_contacts', args=[action.slug])}?office={embassy.pk}#office-{embassy.pk}"
    answer = rustam_at_desk.post(reverse("contact_add", args=[embassy.pk]), {**FOUND, "next": here})
    assert answer.headers["Location"] == here
    assert embassy.contact_points.get(channel="email").is_usable
    shown = contacts(rustam_at_desk, action)
    assert "1 of 1 office has a confirmed address." in shown
    assert "e-mail: confirmed" in shown


def test_before_that_the_list_says_what_was_printed_and_what_is_lost(
    rustam_at_desk: Client, action: Action
) -> None:
    shown = contacts(rustam_at_desk, action)
    assert "0 of 1 office has a confirmed address." in shown
    assert "post: as printed phone: as printed 1 e-mail address was printed but cannot be read" in shown
    assert "for Iceland, Norway" in shown


def test_a_form_never_leads_to_another_site(rustam_at_desk: Client, embassy: Office) -> None:
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        answer = rustam_at_desk.post(reverse("contact_add", args=[embassy.pk]), {**FOUND, "next": elsewhere})
        assert answer.headers["Location"] == reverse("office", args=[embassy.pk])


def test_what_is_wrong_is_said_and_what_was_typed_stays(rustam_at_desk: Client, embassy: Office) -> None:
    answer = rustam_at_desk.post(
        reverse("contact_add", args=[embassy.pk]), {**FOUND, "value": "oslo at embassy"}
    )
    assert answer.status_code == 422
    assert "is not an e-mail address" in words(answer.content.decode())
    assert 'value="its own site"' in answer.content.decode()
    assert not embassy.contact_points.filter(channel="email").exists()


def test_a_printed_number_is_confirmed_and_retired(rustam_at_desk: Client, embassy: Office) -> None:
    phone = embassy.contact_points.get(channel="phone")
    given = {"source": "a call", "source_date": "2026-01-05"}
    rustam_at_desk.post(reverse("contact_confirm", args=[phone.pk]), given)
    phone.refresh_from_db()
    assert phone.is_usable
    rustam_at_desk.post(reverse("contact_retire", args=[phone.pk]))
    phone.refresh_from_db()
    assert not phone.is_usable


def test_confirming_without_a_source_is_refused(rustam_at_desk: Client, embassy: Office) -> None:
    phone = embassy.contact_points.get(channel="phone")
    answer = rustam_at_desk.post(
        reverse("contact_confirm", args=[phone.pk]), {"source": "a call", "source_date": "last year"}
    )
    assert answer.status_code == 422
    assert "“last year” is not a date" in words(answer.content.decode())
    phone.refresh_from_db()
    assert phone.confirmed_at is None


def test_the_same_address_goes_to_every_entry_of_the_same_office(
    rustam_at_desk: Client, embassy: Office
) -> None:
    twin, other = (
        Office.objects.create(name=name, kind="embassy", of_country="LV", in_country="NO", city=city)
        for name, city in (("The embassy, listed for Iceland", "Oslo"), ("Elsewhere", "Bergen"))
    )
    page = rustam_at_desk.get(reverse("office", args=[embassy.pk])).content.decode()
    assert "The embassy, listed for Iceland" in page
    rustam_at_desk.post(reverse("contact_add", args=[embassy.pk]), {**FOUND, "also": [twin.pk]})
    assert (twin.contact_points.count(), other.contact_points.count()) == (1, 0)
    refused = rustam_at_desk.post(reverse("contact_add", args=[embassy.pk]), {**FOUND, "also": [other.pk]})
    assert (refused.status_code, other.contact_points.count()) == (422, 0)


def test_forty_offices_are_filtered_by_country(rustam_at_desk: Client, action: Action) -> None:
    for number, country in enumerate(["SE", "FI", "DK"] * 13):
        office = Office.objects.create(name=f"Mission {number}", in_country=country)
        action.targets.create(office=office, position=number + 1)
    assert "0 of 40 offices have a confirmed address." in contacts(rustam_at_desk, action)
    shown = contacts(rustam_at_desk, action, country="DK")
    assert ("Mission 2 " in shown, "Mission 0 " in shown) == (True, False)
    assert "Without a confirmed address 13" in shown


def test_the_forms_stand_at_the_only_office_or_at_the_one_that_is_open(
    rustam_at_desk: Client, action: Action, embassy: Office
) -> None:
    assert "Add and confirm" in contacts(rustam_at_desk, action)
    action.targets.create(office=Office.objects.create(name="Ministry"))
    assert "Add and confirm" not in contacts(rustam_at_desk, action)
    assert "Add and confirm" in contacts(rustam_at_desk, action, office=embassy.pk)


def test_a_bounced_address_stands_out(rustam_at_desk: Client, action: Action, rustam: Member) -> None:
    mark_bounced(confirmed_email(action.targets.get().office, rustam), "550 no such user")
    assert "e-mail: bounced" in contacts(rustam_at_desk, action)


def test_an_office_is_added_to_the_action_and_taken_off(rustam_at_desk: Client, action: Action) -> None:
    ministry = Office.objects.create(name="Ministry")
    rustam_at_desk.post(reverse("action_target_add", args=[action.slug]), {"office": ministry.pk})
    target = action.targets.get(office=ministry)
    rustam_at_desk.post(reverse("action_target_role", args=[action.slug, target.pk]), {"role": "copy_to"})
    target.refresh_from_db()
    assert target.role == "copy_to"
    rustam_at_desk.post(reverse("action_target_drop", args=[action.slug, target.pk]))
    assert action.targets.count() == 1


def test_a_new_office_is_added_with_whom_it_serves(rustam_at_desk: Client, action: Action) -> None:
    given = {
        "name": "Embassy in Stockholm",
        "kind": "embassy",
        "of_country": "LV",
        "in_country": "SE",
        "city": "Stockholm",
        "serves": "SE",
        "source": "the ministry’s list",
        "source_date": "2026",
    }
    answer = rustam_at_desk.post(f"{reverse('office_new')}?action={action.slug}", given)
    office = Office.objects.get(name="Embassy in Stockholm")
    assert answer.headers["Location"] == reverse("office", args=[office.pk])
    assert action.targets.filter(office=office).exists()
    assert office.accreditations.filter(serves="SE", confirmed_at__isnull=False).count() == 1
    refused = rustam_at_desk.post(reverse("office_new"), {**given, "source_date": "x"})
    assert (refused.status_code, Office.objects.filter(name="Embassy in Stockholm").count()) == (422, 1)


def test_whom_an_office_answers_to_is_stated_and_taken_back(rustam_at_desk: Client, embassy: Office) -> None:
    serves = reverse("accreditation_add", args=[embassy.pk])
    rustam_at_desk.post(serves, {"country": "FO", "source": "a call", "source_date": "2026-01-05"})
    stated = Accreditation.objects.get(serves="FO")
    assert stated.confirmed_at is not None
    refused = rustam_at_desk.post(serves, {"country": "FO", "source": "a call", "source_date": "x"})
    assert refused.status_code == 422
    rustam_at_desk.post(reverse("accreditation_drop", args=[stated.pk]))
    assert not Accreditation.objects.filter(serves="FO").exists()


def test_offices_are_searched(rustam_at_desk: Client, embassy: Office) -> None:
    def found(**asked: str) -> str:
        return words(rustam_at_desk.get(reverse("offices"), asked).content.decode())

    assert "Embassy of Latvia in Oslo" in found(country="IS")
    assert "Embassy of Latvia in Oslo" in found(state="unconfirmed")
    assert "No office fits." in found(words="nowhere")


def test_an_unreadable_entry_offers_no_confirming(rustam_at_desk: Client, embassy: Office) -> None:
    ContactPoint.objects.all().delete()
    ContactPoint.objects.create(office=embassy, channel="fax", as_written="(99412)-90652?", source="Report")
    shown = words(rustam_at_desk.get(reverse("office", args=[embassy.pk])).content.decode())
    assert ("cannot be read" in shown, "It is right" in shown) == (True, False)


def test_forty_offices_cost_no_more_queries_than_one(
    rustam_at_desk: Client, action: Action, django_assert_max_num_queries: Any
) -> None:
    for number in range(40):
        office = Office.objects.create(name=f"Mission {number}", in_country="SE")
        office.contact_points.create(channel="phone", value=f"+4687654{number:03}", source="Report")
        office.accreditations.create(serves="SE", source="Report")
        action.targets.create(office=office, position=number + 1)
    with django_assert_max_num_queries(44):
        contacts(rustam_at_desk, action)
    with django_assert_max_num_queries(60):
        rustam_at_desk.get(reverse("action_edit", args=[action.slug]))
    with django_assert_max_num_queries(60):
        rustam_at_desk.get(reverse("action_preview", args=[action.slug]), {"country": "SE"})
