"""The missions that count for every case: those that ship, and what is newer or checked in their place."""

from datetime import date

import pytest
from django.test import Client

from tests.directory.imports.lists import read
from tocsin.directory.add_contact import add_contact
from tocsin.directory.adopt import adopt, adoptable
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.imports.bring_in import bring_in
from tocsin.directory.imports.sheet import Given
from tocsin.directory.missions import known_mission, known_missions
from tocsin.directory.models import Office
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import Member
from tocsin.public.stored_offices import stored_offices
from tocsin.routing.shipped import missions_of, senders
from tocsin.routing.worldwide import worldwide
from tocsin.terms import offices as terms

GIVEN = Given("A newer list", "2026-05", "LV", "embassy", is_official=True)


def oslo() -> terms.Office:
    [found] = [m for m in known_missions("LV") if m.city == "Oslo" and m.kind == "embassy"]
    return found


@pytest.mark.django_db
def test_as_long_as_nothing_is_stored_they_are_those_that_ship() -> None:
    assert all(known_missions(code) is missions_of(code) for code in ("LV", "KZ", "XX"))


def test_what_a_person_confirmed_stands_in_the_place_of_what_ships(rustam: Member) -> None:
    before = known_missions("LV")
    [office] = adopt([oslo()], rustam)
    site = office.contact_points.get(channel="web")
    confirm_contact(site, rustam, "a look at it", "2026-01-05")
    assert [m.key for m in known_missions("LV")] == [m.key for m in before]
    assert [(r.value, r.is_confirmed) for r in oslo().reaches if r.channel == "web"] == [(site.value, True)]
    retire_contact(site, rustam)
    assert [r for r in oslo().reaches if r.channel == "web"] == []


def test_a_mission_of_a_newer_list_is_known_offered_and_routed_to(rustam: Member) -> None:
    bring_in(read("Country,City,Serves\nPeru,Lima,PE|BO\n", GIVEN), "newer.csv")
    [lima] = [m for m in adoptable("LV") if m.city == "Lima"]
    assert (lima.key, lima.told.kind, lima.told.date) == ("LV-PE-Lima", "official", "2026-05")
    [stored] = adopt([lima], rustam)
    assert stored == Office.objects.get(shipped_key="LV-PE-Lima")
    found = worldwide("LV", "BO", as_of=date(2026, 6, 1), overlay=stored_offices("LV"))
    assert (found.steps[0].office.city, found.steps[0].source) == ("Lima", "A newer list")
    assert "Lima" not in [step.office.city for step in worldwide("LV", "BO", as_of=date(2026, 6, 1)).steps]


def test_a_mission_that_its_source_lists_no_more_is_not_routed_to(db: None) -> None:
    rows = "".join(
        f"LV,{m.in_country},{m.city},{m.kind},{'|'.join(m.serves)},{m.key},Wikidata,2026-03-01\n"
        for m in missions_of("LV")
        if m.told.source.startswith("Wikidata") and m.in_country != "JP" and not m.doubt
    )
    bring_in(read(f"sender,host,city,kind,serves,wikidata,source,source_date\n{rows}"), "newer.csv")
    stored = stored_offices("LV")
    cities = {
        on: [s.office.city for s in worldwide("LV", "JP", as_of=on, overlay=stored).steps]
        for on in (date(2026, 2, 1), date(2026, 4, 1))
    }
    assert ("Tokyo" in cities[date(2026, 2, 1)], "Tokyo" in cities[date(2026, 4, 1)]) == (True, False)


def test_doubt_stays_until_somebody_has_said_something_since(rustam: Member) -> None:
    doubted = next(m for code in senders() for m in missions_of(code) if m.doubt and m.told.date)
    code, key = doubted.of_country or "", doubted.key
    [office] = adopt([doubted], rustam)
    stored = known_mission(code, key)
    assert stored
    assert stored.doubt == doubted.doubt
    add_contact(office, "email", "here@embassy.example", "a call", "2026-01-05", rustam)
    checked = known_mission(code, key)
    assert checked
    assert checked.doubt == ""


def test_the_public_page_tells_what_was_confirmed_at_once(rustam: Member) -> None:
    page = "/offices/LV/?from=NO"
    before = Client().get(page).content.decode()
    assert "oslo@embassy.example" not in before
    [office] = adopt([oslo()], rustam)
    add_contact(office, "web", "https://oslo.embassy.example/", "a call", "2026-01-05", rustam)
    assert "https://oslo.embassy.example/" in Client().get(page).content.decode()
