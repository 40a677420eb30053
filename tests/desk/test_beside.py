"""The contacts of a report beside the directory: the page, each choice, and what becomes of it in a case."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.desk.test_action_edit import words
from tests.reports.drafts import a_report
from tocsin.cases.accept import accept_report
from tocsin.directory.models import ContactPoint, Office
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.decide import accept
from tocsin.reports.models import Report, ReviewField, ReviewItem, Section
from tocsin.reports.open_review import open_review


@pytest.fixture
def report(rustam: Member) -> Report:
    """It prints the embassy of Latvia in Oslo, listed for Norway and Iceland, with an e-mail address lost."""
    report = a_report()
    open_review(report, rustam)
    return report


@pytest.fixture
def contact(report: Report) -> ReviewItem:
    return ReviewItem.objects.get(report=report, section=Section.CONTACTS)


def at(report: Report, name: str = "report_beside", *more: object) -> str:
    return reverse(name, args=[report.public_id, *more])


def page_of(client: Client, report: Report) -> BeautifulSoup:
    return BeautifulSoup(client.get(at(report)).content, "lxml")


def key_of(client: Client, report: Report) -> str:
    return str(page_of(client, report).select_one("input[name=key]")["value"])


def choose(client: Client, contact: ReviewItem, choice: str, **more: object) -> Any:
    given = {"choice": choice, "key": key_of(client, contact.report), **more}
    return client.post(at(contact.report, "report_beside_choose", contact.pk), given, follow=True)


def taken(report: Report, by: Member) -> Office:
    accept(ReviewField.objects.filter(item__report=report).exclude(decision="added"), by)
    accept_report(report, by)
    return Office.objects.get(of_country="LV")


def test_both_sides_stand_with_source_and_date(rustam_at_desk: Client, report: Report) -> None:
    shown = words(rustam_at_desk.get(at(report)).content.decode())
    assert "0 of 1 contact compared" in shown
    assert "As printed Oslo, Norway for Norway, Iceland" in shown
    assert "In the directory Oslo, Norway for Iceland, Norway" in shown
    assert "Wikidata, 16 November 2022" in shown


def test_the_alarm_names_the_countries_without_an_office(rustam_at_desk: Client, contact: ReviewItem) -> None:
    ReviewField.objects.filter(item=contact, name="serves").update(value=["NO", "NR"])
    for address in (at(contact.report), at(contact.report, "report")):
        shown = words(rustam_at_desk.get(address).content.decode())
        assert "1 of the 2 countries that this appeal names has no office in the directory: Nauru." in shown


def test_the_same_office_gets_what_the_directory_says_once_the_case_takes_it(
    rustam_at_desk: Client, contact: ReviewItem, rustam: Member
) -> None:
    key = key_of(rustam_at_desk, contact.report)
    choose(rustam_at_desk, contact, "same")
    assert Office.objects.count() == 0
    office = taken(contact.report, rustam)
    assert office.shipped_key == key
    assert {a.source for a in office.accreditations.filter(serves="NO")} >= {"Wikidata"}
    assert (office.in_directory, office.contact_points.exclude(confirmed_at=None).exists()) == (False, False)
    assert not office.contact_points.filter(told_by="directory").exists()


def test_what_the_directory_adds_is_taken_unconfirmed_and_for_every_case(
    rustam_at_desk: Client, contact: ReviewItem, rustam: Member
) -> None:
    choose(rustam_at_desk, contact, "candidate", for_all="on")
    office = taken(contact.report, rustam)
    added = office.contact_points.filter(told_by="directory")
    assert [(p.channel, p.confirmed_at) for p in added] == [("web", None)]
    assert office.in_directory
    assert AuditEntry.objects.get(act="directory.counts_for_all").member == rustam


def test_kept_as_printed_the_directory_stays_out(
    rustam_at_desk: Client, contact: ReviewItem, rustam: Member
) -> None:
    shown = words(choose(rustam_at_desk, contact, "printed", for_all="on").content.decode())
    assert "kept as printed" in shown
    assert "1 of 1 contact compared" in shown
    office = taken(contact.report, rustam)
    assert (office.shipped_key, office.in_directory) == ("", False)
    assert {p.told_by for p in office.contact_points.all()} == {"appeal"}


def test_a_choice_can_be_changed_until_the_case_holds_it(
    rustam_at_desk: Client, contact: ReviewItem, rustam: Member
) -> None:
    choose(rustam_at_desk, contact, "same")
    choose(rustam_at_desk, contact, "printed")
    chosen = ReviewField.objects.get(item=contact, name="directory")
    assert chosen.value["choice"] == "printed"
    taken(contact.report, rustam)
    refused = rustam_at_desk.post(
        at(contact.report, "report_beside_choose", contact.pk), {"choice": "printed"}, follow=True
    )
    assert "The case holds this already" in words(refused.content.decode())


def test_a_choice_made_after_the_case_took_the_contact_is_taken_along_later(
    rustam_at_desk: Client, contact: ReviewItem, rustam: Member
) -> None:
    office = taken(contact.report, rustam)
    choose(rustam_at_desk, contact, "candidate")
    accept_report(contact.report, rustam)
    office.refresh_from_db()
    assert office.shipped_key
    assert ContactPoint.objects.filter(office=office, told_by="directory").exists()


def test_all_of_the_same_city_are_noted_in_one_press(rustam_at_desk: Client, contact: ReviewItem) -> None:
    twin = ReviewItem.objects.create(report=contact.report, section=Section.CONTACTS, position=9, spans=[])
    for field in contact.fields.all():
        field.pk, field.item = None, twin
        field.save()
    assert "The 2 in the same city" in page_of(rustam_at_desk, contact.report).get_text()
    rustam_at_desk.post(at(contact.report, "report_beside_all"))
    values = ReviewField.objects.filter(name="directory").values_list("value__choice", flat=True)
    assert list(values) == ["same", "same"]


def test_a_key_that_the_page_did_not_show_is_refused(rustam_at_desk: Client, contact: ReviewItem) -> None:
    answer = choose(rustam_at_desk, contact, "same", key="Q1")
    assert "Look again." in words(answer.content.decode())
    assert not ReviewField.objects.filter(name="directory").exists()


def test_the_same_office_in_a_second_report_is_stored_once(
    rustam_at_desk: Client, contact: ReviewItem, rustam: Member
) -> None:
    choose(rustam_at_desk, contact, "same")
    first = taken(contact.report, rustam)
    second = a_report(sha256="0" * 64)
    open_review(second, rustam)
    again = ReviewItem.objects.get(report=second, section=Section.CONTACTS)
    ReviewField.objects.filter(item=again, name="office").update(value="The Latvian embassy in Norway")
    choose(rustam_at_desk, again, "same")
    assert taken(second, rustam) == first


def test_a_contributor_sees_it_and_chooses_nothing(dana_at_desk: Client, contact: ReviewItem) -> None:
    assert not page_of(dana_at_desk, contact.report).select("button[name=choice]")
    answer = dana_at_desk.post(at(contact.report, "report_beside_choose", contact.pk), {"choice": "printed"})
    assert answer.status_code == 403


def test_before_the_review_begins_there_is_nothing_to_compare(rustam_at_desk: Client) -> None:
    report = a_report()
    assert rustam_at_desk.get(at(report)).headers["Location"] == reverse("report", args=[report.public_id])


def test_where_to_look_is_a_guess_and_said_to_be_one(rustam_at_desk: Client, contact: ReviewItem) -> None:
    ReviewField.objects.filter(item=contact, name="serves").update(value=["NO", "HT"])
    shown = words(rustam_at_desk.get(at(contact.report)).content.decode())
    assert "It is a guess" in shown
    assert "Haiti Canada" in shown
