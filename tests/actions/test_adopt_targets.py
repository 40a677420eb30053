"""What the shipped directory adds to an action, and to whom a supporter writes then."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tocsin.actions.add_target import add_target
from tocsin.actions.adopt_targets import adopt_targets, missions_beside, missions_to_add
from tocsin.actions.models import Action
from tocsin.actions.routes import route_for
from tocsin.actions.targets import targets_by_reach
from tocsin.directory.add_contact import add_contact
from tocsin.directory.add_office import add_office
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.members.models import AuditEntry, Member


@pytest.fixture
def action(draft: Action) -> Action:
    """Of a case in Latvia, addressed to the embassy in Oslo as printed."""
    return draft


def test_the_missions_that_the_directory_knows_become_targets_once(action: Action, rustam: Member) -> None:
    missions = missions_to_add(action)
    assert len(missions) > 20
    added = adopt_targets(action, missions, rustam)
    assert [t.position for t in added] == list(range(1, len(missions) + 1))
    assert (missions_to_add(action), adopt_targets(action, missions, rustam)) == ([], [])
    entries = AuditEntry.objects.filter(act="action.targets_adopted")
    assert [e.detail["count"] for e in entries] == [len(missions), len(missions)]


def test_one_may_add_embassies_alone(action: Action) -> None:
    embassies = missions_to_add(action, ["embassy"])
    assert {m.kind for m in embassies} == {"embassy"}
    assert len(embassies) <= len(missions_to_add(action))


def test_a_supporter_elsewhere_now_has_an_office_with_its_source_and_date(
    action: Action, rustam: Member
) -> None:
    assert route_for(action, "JP").steps == ()
    adopt_targets(action, missions_to_add(action), rustam)
    [step] = route_for(action, "JP").steps
    assert (step.office.city, step.reason_code, step.confidence_code) == (
        "Tokyo",
        "resident",
        "from_directory",
    )
    assert step.source_date == "2022-11-16"
    assert set(step.channels) <= {"post", "web"}
    assert [t.office.city for t in targets_by_reach(action)[1] if t.office.city == "Tokyo"] == ["Tokyo"]


def test_what_the_directory_says_of_a_printed_office_is_put_beside_it(action: Action, rustam: Member) -> None:
    [oslo] = missions_beside(action)
    assert oslo.city == "Oslo"
    assert adopt_targets(action, [oslo], rustam) == []
    [step] = route_for(action, "NO").steps
    assert (step.office.target, step.source_date) == (action.targets.get().pk, "2022-11-16")
    assert step.channels["post"][0].told.date == "2015-05-08"
    assert set(step.channels) <= {"post", "web"}
    assert (missions_beside(action), oslo.key in [m.key for m in missions_to_add(action)]) == ([], False)


def test_an_embassy_whose_city_is_written_otherwise_is_not_added_a_second_time(action: Action) -> None:
    Office.objects.update(in_country="UA", city="Kiev")
    assert [m.city for m in missions_beside(action)] == ["Kyiv"]
    Office.objects.update(of_country="EE")
    assert missions_beside(action) == []


def test_a_contributor_adds_nothing(action: Action, dana: Member) -> None:
    missions = missions_to_add(action)
    with pytest.raises(PermissionDenied):
        adopt_targets(action, missions, dana)
    assert (Office.objects.count(), action.targets.count()) == (1, 1)


def test_a_case_without_country_is_offered_nothing(action: Action) -> None:
    action.case.country = ""
    assert missions_to_add(action) == []


def test_a_confirmation_grows_old_in_the_route_and_stays_usable(action: Action, rustam: Member) -> None:
    embassy = action.targets.get().office
    stated = Accreditation.objects.get(office=embassy, serves="NO")
    stated.confirmed_at = timezone.now() - timedelta(days=100)
    stated.save()
    phone = confirm_contact(embassy.contact_points.get(channel="phone"), rustam, "a call", "2026-01-05")
    ContactPoint.objects.filter(pk=phone.pk).update(confirmed_at=timezone.now() - timedelta(days=100))
    [step] = route_for(action, "NO").steps
    assert step.confidence_code == "confirmed_long_ago"
    assert "phone" in step.channels


def test_an_accreditation_that_has_ended_sends_nobody_there(action: Action) -> None:
    Accreditation.objects.filter(serves="IS").update(valid_to="2020-01")
    assert route_for(action, "IS").steps == ()


def test_an_exception_that_ships_is_told(rustam: Member, action: Action) -> None:
    """The Factbook of January 2026: Iran's interests section in Washington is in Pakistan's embassy."""
    action.case.country = "IR"
    action.case.save()
    embassy = add_office("Embassy of Iran", rustam, "a list", "2026", "embassy", "IR", "TR", "Ankara", ["TR"])
    add_target(action, embassy, rustam)
    found = route_for(Action.objects.get(pk=action.pk), "US")
    [step] = [s for s in found.steps if s.reason_code == "interests_section"]
    assert (step.office.city, step.office.target) == ("Washington", None)


def test_a_parent_company_is_told_as_such(action: Action, rustam: Member) -> None:
    works = add_office("Brick Works", rustam, "its site", "2026", "company", "LV", "LV", "Riga")
    parent = add_office("Holding", rustam, "its report", "2026", "company", "", "NL", "Amsterdam")
    Office.objects.filter(pk=works.pk).update(owner=parent)
    for office in (works, parent):
        add_target(action, Office.objects.get(pk=office.pk), rustam)
    steps = route_for(action, "BR", ask="company").steps
    assert [(s.office.name, s.reason_code, s.office.owns) for s in steps] == [
        ("Brick Works", "at_home", ""),
        ("Holding", "parent", "Brick Works"),
    ]


def test_a_website_is_shown_unconfirmed_and_a_number_is_not(action: Action, rustam: Member) -> None:
    embassy = action.targets.get().office
    add_contact(embassy, "web", "https://oslo.embassy.example/", "a search", "2026-01-05", rustam)
    ContactPoint.objects.filter(channel="web").update(confirmed_at=None)
    [step] = route_for(action, "NO").steps
    assert set(step.channels) == {"post", "web"}
