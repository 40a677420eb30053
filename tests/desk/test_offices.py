"""Finding offices in any language, correcting one, and what the directory knows beside it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.desk.test_action_edit import words
from tocsin.desk.offices import countries_meant
from tocsin.directory.adopt import adopt, adoptable
from tocsin.directory.edit_office import edit_office
from tocsin.directory.errors import CannotUse
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.directory.report_dead import report_dead
from tocsin.directory.restore import restore_office
from tocsin.members.models import AuditEntry, Member

SITE = {"source": "its own site", "source_date": "2026-01-05"}


@pytest.fixture
def oslo(db: None) -> Office:
    office = Office.objects.create(
        name="Embassy of Latvia", kind="embassy", of_country="LV", in_country="NO", city="Oslo"
    )
    Accreditation.objects.create(office=office, serves="IS", source="Report of 8 May 2015")
    ContactPoint.objects.create(office=office, channel="phone", value="+4722542280", source="Report of 8 May")
    return office


@pytest.fixture
def works(db: None) -> Office:
    return Office.objects.create(name="Brick Works", kind="company", in_country="LV")


def found(client: Client, **asked: str) -> str:
    return words(client.get(reverse("offices"), asked).content.decode())


def edit(client: Client, office: Office, **changed: object) -> int:
    stands = {
        "name": office.name, "kind": office.kind, "of_country": office.of_country,
        "in_country": office.in_country, "city": office.city, **SITE,
    }  # fmt: skip
    return client.post(reverse("office_edit", args=[office.pk]), stands | changed).status_code


@pytest.mark.parametrize(
    "typed", ["Латвия", "Lettland", "Oslo", "Исландия", "embassy of", "Norvège", "拉脱维亚"]
)
def test_an_office_is_found_by_its_city_or_a_country_in_any_language(
    rustam_at_desk: Client, oslo: Office, works: Office, typed: str
) -> None:
    assert "Embassy of Latvia" in found(rustam_at_desk, words=typed)


def test_a_name_of_two_countries_finds_both_and_a_city_no_country() -> None:
    assert set(countries_meant("Korea")) == {"KP", "KR"}
    assert countries_meant("Oslo") == countries_meant(" ") == ()


def test_what_the_directory_knows_stands_beside_and_is_taken_in(rustam_at_desk: Client, oslo: Office) -> None:
    count = len(adoptable("LV"))
    assert f"{count} missions of Latvia in the directory, none of our offices yet" in found(
        rustam_at_desk, country="LV"
    )
    tokyo = next(m for m in adoptable("LV") if m.city == "Tokyo")
    answer = rustam_at_desk.post(reverse("office_adopt"), {"country": "LV", "key": tokyo.key}, follow=True)
    assert "Taken from the directory, unconfirmed." in words(answer.content.decode())
    assert f"{count - 1} missions of Latvia" in found(rustam_at_desk, country="LV")


def test_what_the_directory_does_not_offer_is_not_taken_in(rustam_at_desk: Client) -> None:
    answer = rustam_at_desk.post(reverse("office_adopt"), {"country": "LV", "key": "Q1"}, follow=True)
    assert "The directory offers no such office." in words(answer.content.decode())
    assert not Office.objects.exists()


def test_offices_are_filtered_by_what_is_reported_dead(rustam_at_desk: Client, oslo: Office) -> None:
    assert "No office fits." in found(rustam_at_desk, state="reported_dead")
    report_dead(oslo.contact_points.get())
    assert "phone: reported dead" in found(rustam_at_desk, state="reported_dead")


def test_a_correction_is_signed_and_what_stood_there_is_in_the_audit(
    rustam_at_desk: Client, oslo: Office, rustam: Member
) -> None:
    assert edit(rustam_at_desk, oslo, name="Embassy of Latvia in Bergen", city="Bergen") == 302
    oslo.refresh_from_db()
    assert (oslo.name, oslo.city, oslo.confirmed_by) == ("Embassy of Latvia in Bergen", "Bergen", rustam)
    entry = AuditEntry.objects.get(act="office.edited")
    assert entry.detail["was"] == {"name": "Embassy of Latvia", "city": "Oslo"}
    assert entry.detail["source"] == "its own site"


def test_its_hours_are_noted_with_a_source_and_hold_no_import_back(
    rustam_at_desk: Client, oslo: Office
) -> None:
    assert edit(rustam_at_desk, oslo, hours="x" * 101) == 422
    assert edit(rustam_at_desk, oslo, hours="Monday to Thursday 10–12") == 302
    oslo.refresh_from_db()
    assert (oslo.hours, oslo.confirmed_at) == ("Monday to Thursday 10–12", None)
    shown = words(rustam_at_desk.get(reverse("office", args=[oslo.pk])).content.decode())
    assert "When it answers Monday to Thursday 10–12" in shown
    entry = AuditEntry.objects.get(act="office.edited")
    assert (entry.detail["was"], entry.detail["source"]) == ({"hours": ""}, "its own site")
    history = words(rustam_at_desk.get(reverse("history", args=["office", oslo.pk])).content.decode())
    assert "when it answers" in history
    restore_office(oslo.pk, {"hours": ""}, cast.member("Rustam"))
    oslo.refresh_from_db()
    assert oslo.hours == ""


def test_its_hours_are_told_as_it_is_added(rustam_at_desk: Client, oslo: Office) -> None:
    told = {"name": "Consulate of Latvia", "kind": "consulate", "in_country": "NO", "city": "Bergen", **SITE}
    address = reverse("office_new")
    too_long = rustam_at_desk.post(address, {**told, "hours": "x" * 101})
    assert (too_long.status_code, "x" * 101 in too_long.content.decode()) == (422, True)
    assert rustam_at_desk.post(address, {**told, "hours": "Tuesday 9–11"}).status_code == 302
    assert list(Office.objects.exclude(pk=oslo.pk).values_list("name", "hours")) == [
        ("Consulate of Latvia", "Tuesday 9–11")
    ]
    asked = [
        BeautifulSoup(rustam_at_desk.get(page).content, "lxml").find("input", attrs={"name": "hours"}).attrs
        for page in (address, reverse("office", args=[oslo.pk]))
    ]
    assert asked[0] == asked[1]


def test_saving_what_stands_there_changes_nothing(rustam_at_desk: Client, oslo: Office) -> None:
    assert edit(rustam_at_desk, oslo) == 302
    oslo.refresh_from_db()
    assert oslo.confirmed_at is None


def test_without_a_source_nothing_is_corrected(rustam_at_desk: Client, oslo: Office) -> None:
    assert edit(rustam_at_desk, oslo, city="Bergen", source="") == 422
    assert edit(rustam_at_desk, oslo, city="Bergen", source_date="soon") == 422
    oslo.refresh_from_db()
    assert oslo.city == "Oslo"


def test_a_company_gets_its_owner_and_never_owns_itself(
    rustam_at_desk: Client, works: Office, rustam: Member
) -> None:
    holding = Office.objects.create(name="Holding", kind="company", in_country="NL")
    assert edit(rustam_at_desk, works, owner=holding.pk) == 302
    works.refresh_from_db()
    assert works.owner == holding
    shown = rustam_at_desk.get(reverse("office", args=[works.pk])).content.decode()
    assert "Owned by Holding" in words(shown)
    with pytest.raises(CannotUse, match="cannot own itself"):
        edit_office(holding, rustam, owner=works, **SITE)


def test_an_office_counts_for_every_case_once_somebody_says_so(rustam_at_desk: Client, oslo: Office) -> None:
    for counts in (True, False):
        given = {"counts": "all" if counts else "own"}
        rustam_at_desk.post(reverse("office_counts", args=[oslo.pk]), given)
        oslo.refresh_from_db()
        assert oslo.in_directory == counts


def test_an_office_that_seems_to_be_known_gets_what_is_missing_unconfirmed(
    rustam_at_desk: Client, oslo: Office
) -> None:
    address = reverse("office", args=[oslo.pk])
    assert "In the directory, it seems" in words(rustam_at_desk.get(address).content.decode())
    mission = next(m for m in adoptable("LV") if m.city == "Oslo")
    rustam_at_desk.post(reverse("office_take", args=[oslo.pk]), {"key": mission.key})
    oslo.refresh_from_db()
    assert oslo.shipped_key == mission.key
    assert [(p.channel, p.confirmed_at) for p in oslo.contact_points.filter(told_by="directory")] == [
        ("web", None)
    ]
    assert "All of it stands here." in words(rustam_at_desk.get(address).content.decode())


def test_the_same_mission_is_not_offered_to_a_second_entry(
    rustam_at_desk: Client, oslo: Office, rustam: Member
) -> None:
    mission = next(m for m in adoptable("LV") if m.city == "Oslo")
    adopt([mission], rustam)
    answer = rustam_at_desk.post(reverse("office_take", args=[oslo.pk]), {"key": mission.key}, follow=True)
    assert "Look again." in words(answer.content.decode())
    oslo.refresh_from_db()
    assert oslo.shipped_key == ""


def test_whom_it_serves_is_stated_with_its_time(rustam_at_desk: Client, oslo: Office) -> None:
    given = {"country": "FO", "valid_from": "2019", "valid_to": "2024-05", **SITE}
    rustam_at_desk.post(reverse("accreditation_add", args=[oslo.pk]), given)
    shown = words(rustam_at_desk.get(reverse("office", args=[oslo.pk])).content.decode())
    assert "Faroe Islands confirmed since 2019 until May 2024" in shown


def test_a_contributor_corrects_nothing(dana_at_desk: Client, oslo: Office) -> None:
    assert edit(dana_at_desk, oslo, city="Bergen") == 403
    assert "Correct it" not in dana_at_desk.get(reverse("office", args=[oslo.pk])).content.decode()


def test_without_offices_the_page_says_where_they_come_from(rustam_at_desk: Client) -> None:
    assert "No office is known yet." in words(rustam_at_desk.get(reverse("offices")).content.decode())
