"""How long a confirmation counts, and what is said against a contact."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tocsin.directory.add_accreditation import add_accreditation
from tocsin.directory.add_contact import add_contact
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.errors import CannotUse
from tocsin.directory.freshness import stale_before
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import ContactPoint, ContactState, Office
from tocsin.directory.queries import is_reached, offices, usable_points
from tocsin.directory.report_dead import report_dead
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import AuditEntry, Member
from tocsin.routing.reasons import confidence_of
from tocsin.terms.offices import Told


@pytest.fixture
def embassy(db: None) -> Office:
    return Office.objects.create(name="Embassy in Oslo", kind="embassy", of_country="LV", in_country="NO")


@pytest.fixture
def phone(embassy: Office, rustam: Member) -> ContactPoint:
    return add_contact(embassy, "phone", "+4722542280", "a call", "2026-01-05", rustam)


def confirmed_days_ago(point: ContactPoint, days: int) -> ContactPoint:
    point.confirmed_at = timezone.now() - timedelta(days=days)
    point.save()
    return point


def test_a_confirmation_is_fresh_for_ninety_days(phone: ContactPoint) -> None:
    phone.confirmed_at = datetime(2026, 1, 1, 23, 59, tzinfo=UTC)
    assert phone.confirmed_until == date(2026, 4, 1)
    assert phone.confirmed_at >= stale_before(date(2026, 4, 1))
    assert phone.confirmed_at < stale_before(date(2026, 4, 2))


@pytest.mark.parametrize("days", [0, 89, 90, 91, 400])
def test_a_route_and_the_desk_mean_the_same_days(phone: ContactPoint, days: int) -> None:
    confirmed_days_ago(phone, days)
    assert phone.confirmed_at
    told = Told("reviewer", "a call", phone.confirmed_at.date().isoformat())
    expired = confidence_of(told, timezone.now().date()) == "confirmed_long_ago"
    assert (phone.is_expired, expired) == (days > 90, days > 90)
    assert list(offices(state="expired")) == ([phone.office] if days > 90 else [])


def test_what_expired_may_still_be_used_and_waits_to_be_checked(
    phone: ContactPoint, embassy: Office, rustam: Member
) -> None:
    confirmed_days_ago(phone, 91)
    assert (phone.state, phone.needs_check, phone.is_usable) == (ContactState.EXPIRED, True, True)
    again = confirm_contact(phone, rustam, "a call", "2026-05-01")
    assert (again.state, again.needs_check) == (ContactState.CONFIRMED, False)


def test_a_report_flags_a_number_and_takes_it_from_nobody(phone: ContactPoint, embassy: Office) -> None:
    report_dead(phone, note=" nobody\nanswers ")
    report_dead(phone, note="a second voice")
    flagged = ContactPoint.objects.get()
    assert (flagged.state, flagged.dead_note) == (ContactState.REPORTED_DEAD, "nobody answers")
    assert usable_points(embassy) == [flagged]
    assert list(offices(state="reported_dead")) == [embassy]
    [entry] = AuditEntry.objects.filter(act="contact.reported_dead")
    assert (entry.member, entry.detail) == (None, {"note": "nobody answers"})


def test_a_check_answers_the_report(phone: ContactPoint, rustam: Member) -> None:
    report_dead(phone, rustam)
    confirm_contact(phone, rustam, "a call", "2026-05-01")
    phone.refresh_from_db()
    assert (phone.dead_reported_at, phone.dead_note, phone.state) == (None, "", ContactState.CONFIRMED)


def test_the_gravest_is_said_first(phone: ContactPoint, rustam: Member) -> None:
    told = []
    for act in (report_dead, lambda p: mark_bounced(p, "550"), lambda p: retire_contact(p, rustam)):
        act(phone)
        phone.refresh_from_db()
        told.append(phone.state)
    assert told == [ContactState.REPORTED_DEAD, ContactState.BOUNCED, ContactState.RETIRED]
    assert not phone.needs_check
    assert report_dead(phone, note="still dead").dead_note == ""


def test_words_alone_are_unreadable_and_print_alone_is_unconfirmed(embassy: Office) -> None:
    lost = ContactPoint.objects.create(office=embassy, channel="phone", as_written="22 5? 22")
    printed = ContactPoint.objects.create(office=embassy, channel="phone", value="+4722542280")
    assert (lost.state, printed.state) == (ContactState.UNREADABLE, ContactState.UNCONFIRMED)


def test_a_website_is_no_way_to_write(embassy: Office, rustam: Member) -> None:
    site = add_contact(embassy, "web", "oslo.embassy.example", "a search", "2026-01-05", rustam)
    assert site.value == "https://oslo.embassy.example"
    assert (is_reached(embassy), list(offices(state="confirmed"))) == (False, [])
    for wrong in ("javascript:alert(1)", "ftp://oslo.embassy.example", "not a site"):
        with pytest.raises(CannotUse, match="is not a web address"):
            add_contact(embassy, "web", wrong, "a search", "2026-01-05", rustam)


def test_an_accreditation_may_have_a_beginning_and_an_end(embassy: Office, rustam: Member) -> None:
    stated = add_accreditation(embassy, "IS", "a list", "2026", rustam, valid_from="2020", valid_to="2030-06")
    assert (stated.valid_from, stated.valid_to) == ("2020", "2030-06")
    with pytest.raises(CannotUse, match="is not a date"):
        add_accreditation(embassy, "IS", "a list", "2026", rustam, valid_to="soon")


def test_a_contributor_may_report_and_nobody_need_sign_in(phone: ContactPoint, dana: Member) -> None:
    assert report_dead(phone, dana).dead_reported_at
    with pytest.raises(PermissionDenied):
        retire_contact(phone, dana)
