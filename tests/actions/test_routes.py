"""Whom a supporter writes to, from the stored offices."""

import pytest

from tests.actions.stage import confirmed_email
from tocsin.actions.draft_action import draft_action
from tocsin.actions.models import Action
from tocsin.actions.routes import route_for
from tocsin.cases.freeze import freeze, thaw
from tocsin.directory.add_accreditation import add_accreditation
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.drop_accreditation import drop_accreditation
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import AuditEntry, Member


@pytest.fixture
def action(draft: Action) -> Action:
    return draft


@pytest.fixture
def embassy(action: Action) -> Office:
    return action.targets.get().office


def channels(action: Action, country: str) -> dict[str, list[str]]:
    [step] = route_for(action, country).steps
    return {name: [reach.value for reach in reaches] for name, reaches in step.channels.items()}


def again(action: Action) -> Action:
    return Action.objects.get(pk=action.pk)


def test_the_office_is_named_with_the_appeal_as_its_source(action: Action) -> None:
    [step] = route_for(action, "NO").steps
    assert (step.office.target, step.office.city, step.reason_code) == (
        action.targets.get().pk,
        "Oslo",
        "resident",
    )
    assert (step.confidence_code, step.source, step.source_date) == (
        "as_printed",
        "Report of 8 May 2015, Harbour Bulletin",
        "2015-05-08",
    )


def test_a_country_served_from_elsewhere_is_told_so(action: Action) -> None:
    [step] = route_for(action, "IS").steps
    assert step.reason == "The appeal of May 2015 lists the Oslo embassy for Iceland."
    assert step.confidence == "not confirmed since"


def test_a_country_that_nobody_serves_has_no_route(action: Action) -> None:
    found = route_for(action, "BR")
    assert (found.steps, [caution.code for caution in found.warnings]) == (
        (),
        ["no_mission", "nothing_known"],
    )


def test_a_printed_number_is_not_shown_before_it_is_confirmed(
    action: Action, embassy: Office, rustam: Member
) -> None:
    assert channels(action, "NO") == {"post": ["Bygdoy alle 76, Oslo, Norway"]}
    confirm_contact(embassy.contact_points.get(channel="phone"), rustam, "a call", "2026-01-05")
    assert channels(again(action), "NO")["phone"] == ["+4722542280"]


def test_a_retired_or_bounced_contact_is_gone_at_once(
    action: Action, embassy: Office, rustam: Member
) -> None:
    email = confirmed_email(embassy, rustam)
    assert channels(again(action), "NO")["email"] == ["oslo@embassy.example"]
    mark_bounced(email, "550 no such user")
    assert "email" not in channels(again(action), "NO")
    retire_contact(ContactPoint.objects.get(channel="post"), rustam)
    assert channels(again(action), "NO") == {}


def test_a_frozen_case_has_no_route(action: Action, rustam: Member, petra: Member) -> None:
    freeze(action.case, rustam)
    found = route_for(again(action), "NO")
    assert (found.steps, [caution.code for caution in found.warnings]) == ((), ["frozen"])
    thaw(action.case, petra)
    assert len(route_for(again(action), "NO").steps) == 1


def test_redacted_addresses_are_counted_until_one_is_added(
    action: Action, embassy: Office, rustam: Member
) -> None:
    assert "unreadable" in [caution.code for caution in route_for(action, "NO").warnings]
    confirmed_email(embassy, rustam)
    assert "unreadable" not in [caution.code for caution in route_for(again(action), "NO").warnings]


def test_what_a_person_checked_goes_before_what_was_printed(
    action: Action, embassy: Office, rustam: Member
) -> None:
    assert "nothing_confirmed" in [caution.code for caution in route_for(action, "IS").warnings]
    add_accreditation(embassy, "IS", "the ministry’s list", "2026-01", rustam)
    [step] = route_for(again(action), "IS").steps
    assert (step.confidence_code, step.source) == ("confirmed", "the ministry’s list")


def test_once_an_address_is_confirmed_nobody_says_that_nothing_is(
    action: Action, embassy: Office, rustam: Member
) -> None:
    confirmed_email(embassy, rustam)
    [step] = route_for(again(action), "NO").steps
    assert (step.confidence_code, route_for(again(action), "NO").warnings) == ("as_printed", ())


def test_an_accreditation_taken_back_leaves_its_trace(
    embassy: Office, rustam: Member, action: Action
) -> None:
    drop_accreditation(Accreditation.objects.get(serves="IS"), rustam)
    assert route_for(again(action), "IS").steps == ()
    [entry] = AuditEntry.objects.filter(act="accreditation.dropped")
    assert entry.detail["serves"] == "IS"


def test_only_offices_of_the_role_are_written_to(action: Action) -> None:
    action.targets.update(role="solidarity_to")
    assert route_for(action, "NO").steps == ()
    assert len(route_for(action, "NO", role="solidarity_to").steps) == 1


def test_a_case_without_country_is_about_the_country_of_its_offices(action: Action, rustam: Member) -> None:
    case = action.case
    case.country = ""
    case.save()
    assert len(route_for(draft_action(case, rustam), "NO").steps) == 1
