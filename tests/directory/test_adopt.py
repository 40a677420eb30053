"""Missions of the shipped directory, taken into the stored one."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tocsin.directory.add_contact import add_contact
from tocsin.directory.adopt import adopt, adopt_into, adoptable
from tocsin.directory.drop_accreditation import drop_accreditation
from tocsin.directory.models import Accreditation, Channel, ContactPoint, Office
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import AuditEntry, Member
from tocsin.routing.shipped import missions_of, senders
from tocsin.terms import offices as terms

LIST = terms.Told("official", "A ministry’s list", "2024-05")


STOCKHOLM = terms.Office(
    name="Embassy of Kazakhstan in Stockholm",
    kind="embassy",
    of_country="KZ",
    in_country="SE",
    city="Stockholm",
    told=LIST,
    accreditations=(
        terms.Accreditation("SE", LIST, "stated"),
        terms.Accreditation("DK", LIST, "covers", "2019", "2023-04"),
    ),
    reaches=(
        terms.Reach("phone", "+468123456", LIST, "(08) 12 34 56", "country code added"),
        terms.Reach("phone", "12 34", LIST, "12 34", "no number of this country"),
        terms.Reach("web", "https://stockholm.embassy.example/", LIST),
    ),
    key="KZ-SE-Stockholm",
    latitude=59.3,
    longitude=18.1,
)
HELSINKI = replace(STOCKHOLM, key="KZ-FI-Helsinki")


def test_an_office_is_stored_with_its_sources_and_nothing_of_it_is_confirmed(rustam: Member) -> None:
    [office] = adopt([STOCKHOLM], rustam)
    assert (office.name, office.city, office.latitude, office.in_directory) == (
        "Embassy of Kazakhstan in Stockholm",
        "Stockholm",
        59.3,
        True,
    )
    assert (office.shipped_key, office.confirmed_at) == ("KZ-SE-Stockholm", None)
    stated = office.accreditations.order_by("serves").values_list(
        "serves", "basis", "valid_from", "valid_to", "told_by", "source", "source_date", "confirmed_at"
    )
    assert list(stated) == [
        ("DK", "covers", "2019", "2023-04", "official", "A ministry’s list", "2024-05", None),
        ("SE", "stated", "", "", "official", "A ministry’s list", "2024-05", None),
    ]
    points = office.contact_points.values_list("channel", "value", "as_written", "repaired", "confirmed_at")
    assert list(points) == [
        ("phone", "+468123456", "(08) 12 34 56", "country code added", None),
        ("phone", "", "12 34", "no number of this country", None),
        ("web", "https://stockholm.embassy.example/", "https://stockholm.embassy.example/", "", None),
    ]


def test_adopting_twice_stores_once(rustam: Member) -> None:
    first = adopt([STOCKHOLM, HELSINKI], rustam)
    again = adopt([HELSINKI, STOCKHOLM], rustam)
    assert [o.pk for o in again] == [o.pk for o in reversed(first)]
    assert (Office.objects.count(), Accreditation.objects.count(), ContactPoint.objects.count()) == (2, 4, 6)
    [entry] = AuditEntry.objects.filter(act="directory.adopted")
    assert (entry.member, entry.detail) == (rustam, {"offices": [o.pk for o in first]})


def test_what_a_person_took_away_does_not_come_back(rustam: Member) -> None:
    [office] = adopt([STOCKHOLM], rustam)
    drop_accreditation(office.accreditations.get(serves="DK"), rustam)
    retire_contact(office.contact_points.get(channel=Channel.WEB), rustam)
    adopt([STOCKHOLM], rustam)
    assert [a.serves for a in office.accreditations.all()] == ["SE"]
    assert office.contact_points.get(channel=Channel.WEB).retired_at


def test_a_printed_office_gets_what_the_directory_knows_beside_what_stands_there(rustam: Member) -> None:
    printed = Office.objects.create(name="The embassy", kind="embassy", of_country="KZ", in_country="SE")
    confirmed = add_contact(printed, "phone", "+46 8 12 34 56", "a call", "2026-01-05", rustam)
    adopt_into(printed, STOCKHOLM, rustam)
    printed.refresh_from_db()
    assert (printed.name, printed.shipped_key, printed.longitude) == ("The embassy", "KZ-SE-Stockholm", 18.1)
    assert printed.contact_points.get(value="+468123456") == confirmed
    assert printed.contact_points.count() == 3
    assert adopt([STOCKHOLM], rustam) == [printed]


def test_two_entries_are_not_made_one(rustam: Member) -> None:
    [adopted] = adopt([STOCKHOLM], rustam)
    printed = Office.objects.create(name="The embassy", kind="embassy")
    assert adopt_into(printed, STOCKHOLM, rustam).shipped_key == ""
    assert (Office.objects.count(), adopted.contact_points.count()) == (2, 3)


def test_a_contributor_adopts_nothing(dana: Member) -> None:
    office = Office.objects.create(name="The embassy")
    for act in (lambda: adopt([STOCKHOLM], dana), lambda: adopt_into(office, STOCKHOLM, dana)):
        with pytest.raises(PermissionDenied):
            act()
    assert Office.objects.count() == 1


@pytest.mark.django_db
def test_private_people_closed_missions_and_doubtful_ones_are_not_offered() -> None:
    today = date(2026, 1, 1)
    for code in senders():
        offered = adoptable(code, today)
        left_out = {m.key for m in missions_of(code)} - {m.key for m in offered}
        assert not [m.name for m in offered if "onorary" in m.name or m.doubt]
        for m in missions_of(code):
            closed = all(a.valid_to and a.valid_to < "2026" for a in m.accreditations)
            assert (m.key in left_out) == bool(m.doubt or closed or "onorary" in m.name), m


def test_all_missions_of_a_country_fit_into_the_tables(rustam: Member) -> None:
    offered = adoptable("US")
    assert len(offered) > 150
    offices = adopt(offered, rustam)
    assert [o.shipped_key for o in offices] == [m.key for m in offered]
    assert not ContactPoint.objects.exclude(confirmed_at=None).exists()
