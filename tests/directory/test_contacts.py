"""What a person vouches for, and what is taken out of use."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from tocsin.directory.add_accreditation import add_accreditation
from tocsin.directory.add_contact import add_contact
from tocsin.directory.add_office import add_office
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.errors import CannotUse
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import Channel, ContactPoint, Office
from tocsin.directory.queries import look_alikes, offices, usable_email, usable_points
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import AuditEntry, Member


@pytest.fixture
def embassy(db: None) -> Office:
    return Office.objects.create(
        name="Embassy in Oslo", kind="embassy", of_country="LV", in_country="NO", city="Oslo"
    )


@pytest.fixture
def printed(embassy: Office) -> ContactPoint:
    return ContactPoint.objects.create(
        office=embassy,
        channel=Channel.PHONE,
        value="+4722542280",
        as_written="22 54 22 80",
        source="Report of 8 May 2015",
        source_date="2015-05-08",
    )


def test_what_was_printed_is_not_used_before_somebody_confirms_it(
    printed: ContactPoint, embassy: Office, rustam: Member
) -> None:
    assert usable_points(embassy) == []
    confirm_contact(printed, rustam, "a call to the embassy", "2026-02")
    [point] = usable_points(Office.objects.get(pk=embassy.pk))
    assert (point.source, point.source_date, point.confirmed_by) == (
        "a call to the embassy",
        "2026-02",
        rustam,
    )


def test_the_audit_keeps_where_it_was_printed(printed: ContactPoint, rustam: Member) -> None:
    confirm_contact(printed, rustam, "a call", "2026-02-01")
    [entry] = AuditEntry.objects.filter(act="contact.confirmed")
    assert (entry.member, entry.detail) == (
        rustam,
        {
            "source": "a call",
            "date": "2026-02-01",
            "printed_in": "Report of 8 May 2015",
            "printed_on": "2015-05-08",
        },
    )


@pytest.mark.parametrize(
    ("source", "date", "sentence"),
    [
        ("", "2026-02-01", "Say where you checked it"),
        ("a call", "", "is not a date"),
        ("a call", "yesterday", "is not a date"),
        ("a call", "2026-13", "is not a date"),
        ("a call", "2026-02-01-05", "is not a date"),
        ("a call", "2999-01-01", "lies in the future"),
    ],
)
def test_without_source_and_date_nothing_is_confirmed(
    printed: ContactPoint, rustam: Member, source: str, date: str, sentence: str
) -> None:
    with pytest.raises(CannotUse, match=sentence):
        confirm_contact(printed, rustam, source, date)
    printed.refresh_from_db()
    assert (printed.confirmed_at, AuditEntry.objects.count()) == (None, 0)


def test_what_cannot_be_read_cannot_be_confirmed(embassy: Office, rustam: Member) -> None:
    lost = ContactPoint.objects.create(office=embassy, channel="phone", as_written="(99412)-90652?")
    with pytest.raises(CannotUse, match="Add the address instead"):
        confirm_contact(lost, rustam, "a call", "2026-01-01")


@pytest.mark.parametrize(
    ("channel", "given", "stored"),
    [
        ("email", " oslo@embassy.example ", "oslo@embassy.example"),
        ("phone", "22 54 22 80", "+4722542280"),
        ("fax", "+44 20 7581 4646", "+442075814646"),
        ("post", " Bygdoy alle 76 \n\n 0265 Oslo ", "Bygdoy alle 76\n0265 Oslo"),
    ],
)
def test_each_channel_has_one_form(
    embassy: Office, rustam: Member, channel: str, given: str, stored: str
) -> None:
    point = add_contact(embassy, channel, given, "its own site", "2026-01-01", rustam)
    assert (point.value, point.is_usable, point.confirmed_by) == (stored, True, rustam)


@pytest.mark.parametrize(
    ("channel", "given", "sentence"),
    [
        ("email", "oslo at embassy", "is not an e-mail address"),
        ("email", "a@b.example\nBcc: c@d.example", "is not an e-mail address"),
        ("phone", "none", "cannot be|is not a number"),
        ("phone", "+47 123", "too few or too many digits"),
        ("post", "  \n ", "Write the address"),
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(
    embassy: Office, rustam: Member, channel: str, given: str, sentence: str
) -> None:
    with pytest.raises(CannotUse, match=sentence):
        add_contact(embassy, channel, given, "its own site", "2026-01-01", rustam)
    assert ContactPoint.objects.count() == 0


def test_an_address_without_source_is_refused(embassy: Office, rustam: Member) -> None:
    with pytest.raises(CannotUse, match="where you found it"):
        add_contact(embassy, "email", "oslo@embassy.example", " ", "2026-01-01", rustam)


def test_the_same_address_is_stored_once_and_confirmed_anew(embassy: Office, rustam: Member) -> None:
    first = add_contact(embassy, "email", "oslo@embassy.example", "its site", "2025-01-01", rustam)
    mark_bounced(first, "550 no such user")
    again = add_contact(embassy, "email", "Oslo@Embassy.example", "a call", "2026-01-01", rustam)
    assert (again.pk, again.is_usable, again.source) == (first.pk, True, "a call")


def test_a_retired_address_is_used_for_nothing(embassy: Office, rustam: Member) -> None:
    point = add_contact(embassy, "email", "oslo@embassy.example", "its site", "2026-01-01", rustam)
    assert usable_email(embassy) == point
    retire_contact(point, rustam, "read by the police")
    retire_contact(point, rustam)
    assert usable_email(Office.objects.get(pk=embassy.pk)) is None
    [entry] = AuditEntry.objects.filter(act="contact.retired")
    assert entry.detail == {"reason": "read by the police"}


def test_a_bounced_address_is_used_for_nothing_until_confirmed_anew(embassy: Office, rustam: Member) -> None:
    point = add_contact(embassy, "email", "oslo@embassy.example", "its site", "2026-01-01", rustam)
    mark_bounced(point, "550 no such user")
    assert usable_points(Office.objects.get(pk=embassy.pk)) == []
    confirm_contact(point, rustam, "a call", "2026-02-01")
    assert usable_points(Office.objects.get(pk=embassy.pk)) == [point]


def test_the_latest_confirmed_address_comes_first(embassy: Office, rustam: Member) -> None:
    old = add_contact(embassy, "email", "old@embassy.example", "its site", "2026-01-01", rustam)
    new = add_contact(embassy, "email", "new@embassy.example", "its site", "2026-01-02", rustam)
    assert usable_points(embassy) == [new, old]


def test_entries_of_the_same_office_know_each_other(embassy: Office) -> None:
    again = Office.objects.create(
        name="The embassy, Oslo", kind="embassy", of_country="LV", in_country="NO", city="oslo"
    )
    Office.objects.create(name="Consulate", kind="consulate", of_country="LV", in_country="NO", city="Oslo")
    assert look_alikes(embassy) == [again]
    assert look_alikes(Office.objects.create(name="Somewhere")) == []


def test_an_office_added_by_hand_says_whom_it_serves(rustam: Member) -> None:
    office = add_office(
        "Embassy in London",
        rustam,
        "the ministry’s list",
        "2026",
        "embassy",
        "KZ",
        "GB",
        "London",
        ["GB", "NO"],
    )
    served = office.accreditations.order_by("serves").values_list("serves", "source", "source_date")
    assert list(served) == [
        ("GB", "the ministry’s list", "2026"),
        ("NO", "the ministry’s list", "2026"),
    ]
    with pytest.raises(CannotUse, match="needs its name"):
        add_office(" ", rustam, "a list", "2026")


def test_offices_are_found_by_country_words_and_state(embassy: Office, rustam: Member) -> None:
    london = add_office("Mission", rustam, "a list", "2026", "embassy", "KZ", "GB", "London", ["NO"])
    bounced = add_contact(embassy, "email", "oslo@embassy.example", "its site", "2026-01-01", rustam)
    assert list(offices(country="NO")) == [embassy, london]
    assert list(offices(country="GB")) == [london]
    assert list(offices(words="lond")) == [london]
    assert list(offices(state="confirmed")) == [embassy]
    assert list(offices(state="unconfirmed")) == [london]
    mark_bounced(bounced, "550")
    assert list(offices(state="bounced")) == [embassy]
    assert list(offices(state="confirmed")) == []


def test_a_contributor_vouches_for_nothing(printed: ContactPoint, embassy: Office, dana: Member) -> None:
    acts: list[Callable[[], object]] = [
        lambda: add_contact(embassy, "email", "oslo@embassy.example", "its site", "2026-01-01", dana),
        lambda: confirm_contact(printed, dana, "a call", "2026-01-01"),
        lambda: retire_contact(printed, dana),
        lambda: add_office("Mission", dana, "a list", "2026"),
        lambda: add_accreditation(embassy, "IS", "a list", "2026", dana),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    assert AuditEntry.objects.count() == 0
