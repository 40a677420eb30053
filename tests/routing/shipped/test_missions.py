"""Missions as shipped: the traps of the raw tables, each held by a case of them."""

import pytest

from tocsin.routing.shipped import missions_of, senders
from tocsin.terms.offices import Office


def serving(sender: str, country: str, kind: str = "embassy") -> list[Office]:
    return [
        office
        for office in missions_of(sender)
        if office.kind == kind and any(a.serves == country for a in office.accreditations)
    ]


def places(offices: list[Office]) -> list[tuple[str | None, str | None]]:
    return [(office.in_country, office.city) for office in offices]


def test_the_whole_world_sends() -> None:
    assert len(senders()) > 200
    assert sum(len(missions_of(code)) for code in senders()) > 9_500


def test_nothing_is_known_of_a_sender_without_missions() -> None:
    assert missions_of("EH") != ()
    assert missions_of("ZZ") == ()


def test_a_mission_knows_who_told_it_and_when() -> None:
    (oslo,) = serving("KZ", "NO")
    assert (oslo.name, oslo.city, oslo.key) == ("Embassy of Kazakhstan in Oslo", "Oslo", "Q19377010")
    assert (oslo.told.kind, oslo.told.date) == ("directory", "2022-11-16")
    assert oslo.accreditations[0].told == oslo.told


@pytest.mark.parametrize("country", ["GB", "IE", "IS"])
def test_one_embassy_serves_several_countries(country: str) -> None:
    assert places(serving("KZ", country)) == [("GB", "London")]


@pytest.mark.parametrize("sender", ["AL", "DE", "FR", "JP", "US", "BE", "IT"])
def test_an_embassy_to_the_holy_see_does_not_serve_italy(sender: str) -> None:
    to_the_holy_see = serving(sender, "VA")
    assert places(to_the_holy_see) == [("IT", "Rome")]
    assert not [o for o in to_the_holy_see if any(a.serves == "IT" for a in o.accreditations)]


def test_embassies_that_work_from_a_neighbour_serve_the_country_they_are_for() -> None:
    assert places(serving("JP", "LY")) == [("TN", "La Marsa")] or places(serving("JP", "LY")) == [
        ("TN", "Tunis")
    ]
    assert places(serving("PL", "SY")) == [("LB", "Beirut")]
    assert places(serving("NL", "YE")) == [("JO", "Amman")]
    assert "LY" not in {a.serves for office in serving("JP", "TN") for a in office.accreditations}


def test_a_host_that_the_coordinates_contradict_is_mended() -> None:
    assert places(serving("BY", "KE")) == [("KE", "Nairobi")]
    assert places(serving("PA", "PE")) == [("PE", "Lima")]
    assert places(serving("AU", "TR")) == [("TR", "Ankara")]


def test_coordinates_in_another_country_are_left_out() -> None:
    (havana,) = serving("BE", "CU")
    assert (havana.city, havana.latitude) == ("Havana", None)


def test_territories_with_a_code_of_their_own_are_hosts() -> None:
    hong_kong = [o for o in missions_of("JP") if o.in_country == "HK"]
    assert places(hong_kong) == [("HK", "Hong Kong")]
    assert [o.city for o in missions_of("AU") if o.in_country == "NC"] == ["Noumea"]
    assert any(o.in_country == "PR" for o in missions_of("ES"))


@pytest.mark.parametrize(
    ("sender", "country", "city", "label"),
    [
        ("BF", "BE", "Brussels", "Uccle"),
        ("AL", "GB", "London", "City of Westminster"),
        ("PS", "NO", "Oslo", "Oslo municipality"),
        ("PS", "GR", "Athens", "Psychiko"),
        ("TW", "SE", "Stockholm", "Stockholm Municipality"),
        ("US", "HT", "Port-au-Prince", "Tabarre"),
    ],
)
def test_units_are_shown_as_the_city_with_the_label_kept(
    sender: str, country: str, city: str, label: str
) -> None:
    found = serving(sender, country) or serving(sender, country, "representative_office")
    assert [(o.city, o.label) for o in found] == [(city, label)]


def test_consulates_in_arrondissements_stand_in_the_city() -> None:
    lyon = [o for c in senders() for o in missions_of(c) if "arrondissement of Lyon" in o.label]
    assert lyon
    assert {o.city for o in lyon} == {"Lyon"}


def test_two_rows_of_one_mission_are_one() -> None:
    (dublin,) = serving("RU", "IE")
    assert dublin.key == "Q104773502"
    (sofia,) = serving("CN", "BG")
    assert sofia.label == "Sofia / Sofia Capital Municipality"
    assert {r.value for r in sofia.reaches} == {
        "http://www.chinaembassy.bg",
        "http://bg.china-embassy.gov.cn/",
    }


def test_two_embassies_under_one_roof_stay_two() -> None:
    rome = [o for o in missions_of("GB") if o.city == "Rome" and o.kind == "embassy"]
    assert sorted(tuple(a.serves for a in o.accreditations) for o in rome) == [("IT", "SM"), ("VA",)]


def test_a_mission_that_two_sources_state_has_both() -> None:
    (washington,) = serving("KZ", "US")
    assert [(a.serves, a.told.kind) for a in washington.accreditations] == [
        ("US", "official"),
        ("US", "directory"),
    ]
    assert washington.told.kind == "official"


def test_contacts_of_the_factbook_are_ready_for_use() -> None:
    (washington,) = serving("KZ", "US")
    reach = {r.channel: r for r in washington.reaches}
    assert reach["phone"].value == "+12022325488"
    assert reach["phone"].as_written == "[1] (202) 232-5488"
    assert reach["fax"].value == "+12022325845"
    assert reach["email"].value == "washington@mfa.kz"
    assert reach["post"].value == "1401 16th Street NW, Washington, DC 20036"
    assert {r.told.date for r in washington.reaches} == {"2026-01-22"}


def test_typing_forms_are_repaired_and_told() -> None:
    (port_au_prince,) = serving("US", "HT")
    phone = next(r for r in port_au_prince.reaches if r.channel == "phone")
    assert (phone.value, phone.as_written) == ("+50922298000", "[011] (509) 2229-8000")
    assert phone.repaired == "dialling prefix taken away"
    (georgetown,) = serving("US", "GY")
    phone = next(r for r in georgetown.reaches if r.channel == "phone")
    assert (phone.value, phone.repaired) == ("+5922254900", "first of a range of numbers")


def test_what_is_not_valid_stays_as_stated_and_is_marked() -> None:
    (conakry,) = serving("US", "GN")
    phone = next(r for r in conakry.reaches if r.channel == "phone")
    assert (phone.value, phone.repaired) == ("[224] 65-10-40-00", "not a valid number as stated")
    (yaounde,) = serving("CM", "US")
    assert [r.repaired for r in yaounde.reaches if r.channel == "email"] == ["not a valid address as stated"]


def test_a_closed_embassy_serves_until_the_day_that_is_stated() -> None:
    (london,) = serving("SY", "IE")
    assert [(a.serves, a.valid_to) for a in london.accreditations] == [("GB", "2012-08"), ("IE", "2012-08")]
    (khartoum,) = [o for o in serving("US", "SD") if o.in_country == "SD"]
    assert {a.valid_to for a in khartoum.accreditations if a.told.kind == "directory"} == {"2023-04-22"}


def test_de_facto_offices_are_no_embassies() -> None:
    assert serving("TW", "IE") == []
    assert [o.kind for o in missions_of("TW") if o.in_country == "IE"] == ["representative_office"]
    assert places(serving("PS", "IE", "representative_office")) == [("IE", "Dublin")]
    assert ("TW", "Taipei") in places(serving("US", "TW", "representative_office"))


def test_kinds_that_are_no_missions_of_a_state_are_left_out() -> None:
    names = {o.name for c in ("CA", "AU") for o in missions_of(c)}
    assert not [name for name in names if "Quebec" in name or name.startswith("Trade office")]
    assert [o.name for o in serving("GB", "AU")] == ["High commission of the United Kingdom in Canberra"]


def test_doubt_is_said() -> None:
    doubtful = {(o.of_country, o.in_country) for c in senders() for o in missions_of(c) if o.doubt}
    assert {("PS", "US"), ("US", "YE"), ("RS", "IR"), ("EG", "MA")} <= doubtful
    assert len(doubtful) < 50


def test_a_mission_to_the_united_nations_that_is_also_the_embassy() -> None:
    (new_york,) = [o for o in missions_of("TV") if o.kind == "permanent_mission"]
    assert new_york.city == "New York"
    assert {a.serves for a in new_york.accreditations} == {"UN", "US"}
    assert any(r.channel == "email" and r.value == "tuvalumission.un@gmail.com" for r in new_york.reaches)


def test_consulates_general_in_the_united_states_are_listed() -> None:
    assert {o.city for o in missions_of("AU") if o.in_country == "US"} >= {"Honolulu", "Houston", "Chicago"}
    assert [o.in_country for o in missions_of("PH") if o.city == "Tamuning"] == ["GU"]
