"""Addressing an action to the missions of the directory, from its Offices step."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.desk.test_action_edit import words
from tocsin.actions.models import Action
from tocsin.directory.models import ContactPoint, Office


@pytest.fixture
def action(draft: Action) -> Action:
    """Of a case in Latvia, addressed to its embassy in Oslo as printed."""
    return draft


def page(client: Client, action: Action) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("action_directory", args=[action.slug])).content, "lxml")


def keys(shown: BeautifulSoup, ticked: bool = True) -> list[str]:
    return [box["value"] for box in shown.select("input[name=mission]") if box.has_attr("checked") == ticked]


def add(client: Client, action: Action, wanted: list[str]) -> str:
    address = reverse("action_directory_add", args=[action.slug])
    return words(client.post(address, {"mission": wanted}, follow=True).content.decode())


def test_the_offices_step_says_how_many_there_are(rustam_at_desk: Client, action: Action) -> None:
    shown = words(rustam_at_desk.get(reverse("action_contacts", args=[action.slug])).content.decode())
    count = len(keys(page(rustam_at_desk, action)))
    assert count > 20
    assert f"The directory knows {count} more missions of Latvia. 1 seems to be listed here already." in shown


def test_they_are_looked_at_with_source_and_date_and_then_added_unconfirmed(
    rustam_at_desk: Client, action: Action
) -> None:
    shown = page(rustam_at_desk, action)
    assert "Wikidata, 16 November 2022" in shown.get_text()
    wanted = keys(shown)[:3]
    assert "3 offices are added, unconfirmed." in add(rustam_at_desk, action, wanted)
    assert set(action.targets.values_list("office__shipped_key", flat=True)) == {"", *wanted}
    assert not ContactPoint.objects.exclude(confirmed_at=None).exists()
    assert not set(wanted) & set(keys(page(rustam_at_desk, action)))


def test_one_that_is_listed_already_is_not_ticked_and_gets_the_directory_beside_it(
    rustam_at_desk: Client, action: Action
) -> None:
    [oslo] = keys(page(rustam_at_desk, action), ticked=False)
    told = add(rustam_at_desk, action, [oslo])
    assert "What the directory knows stands beside 1 that was listed already." in told
    assert action.targets.get().office.shipped_key == oslo


def test_an_office_of_ours_that_counts_for_every_case_is_offered_too(
    rustam_at_desk: Client, action: Action
) -> None:
    ours = Office.objects.create(
        name="Legation in Quito", kind="embassy", of_country="LV", in_country="EC", in_directory=True
    )
    shown = page(rustam_at_desk, action)
    assert "Ours, for every case 1" in words(str(shown))
    add(rustam_at_desk, action, [f"office-{ours.pk}"])
    assert action.targets.filter(office=ours).exists()


def test_nothing_ticked_adds_nothing_and_says_so(rustam_at_desk: Client, action: Action) -> None:
    assert "Tick at least one office." in add(rustam_at_desk, action, ["Q-no-such-mission"])
    assert action.targets.count() == 1


def test_a_case_without_country_leads_to_where_it_is_named(rustam_at_desk: Client, action: Action) -> None:
    type(action.case).objects.update(country="")
    assert "The case names no country" in page(rustam_at_desk, action).get_text()


def test_a_contributor_looks_and_adds_nothing(dana_at_desk: Client, action: Action) -> None:
    shown = page(dana_at_desk, action)
    assert shown.select("input[name=mission]")
    assert not shown.select("form.directory-form button")
    assert dana_at_desk.post(reverse("action_directory_add", args=[action.slug])).status_code == 403
