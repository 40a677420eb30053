"""A printed contact beside the directory. Offices and numbers are invented."""

from dataclasses import replace
from datetime import date

from tocsin.routing.beside import beside, without_office
from tocsin.terms.offices import Accreditation, Office, Reach, Told

TODAY = date(2026, 5, 1)
APPEAL = Told("appeal", "An appeal", "2011-06-15")
LIST = Told("directory", "A list", "2022-11")
OLD_LIST = Told("directory", "An old list", "2003")


def mission(city, country, *serves, told=LIST, kind="embassy", **more):
    stated = tuple(Accreditation(code, told, "stated") for code in serves or (country,))
    return Office(
        f"Embassy of Kazakhstan in {city}", kind, "KZ", country, city, told, stated, key=city, **more
    )


def reaches(told, **values):
    return tuple(Reach(channel, value, told) for channel, value in values.items())


LONDON = mission("London", "GB", "GB", "IE")
OSLO = mission("Oslo", "NO")
KYIV = mission("Kyiv", "UA")


def printed(city, country, *serves, **more):
    return replace(mission(city, country, *serves, told=APPEAL, **more), key="")


def verdicts(found):
    return [(pair.channel, pair.verdict) for pair in found.pairs]


def test_an_office_in_the_same_city_is_the_same():
    found = beside(printed("london", "GB", "GB"), [OSLO, LONDON], TODAY)
    assert (found.finding, found.mission, found.elsewhere) == ("same", LONDON, ())


def test_a_heading_of_another_country_is_set_against_who_is_named_for_it():
    """The founding list of 2011 names London for Norway; a directory of 2022 has an embassy in Oslo."""
    found = beside(printed("London", "GB", "NO", "IE", "SE"), [OSLO, LONDON], TODAY)
    assert (found.finding, found.mission) == ("same", LONDON)
    assert [(e.country, e.missions) for e in found.elsewhere] == [("NO", (OSLO,)), ("SE", ())]


def test_another_name_of_the_city_is_told_and_left_to_a_person():
    found = beside(printed("Lviv", "UA"), [KYIV], TODAY)
    assert (found.finding, found.mission) == ("other_city", KYIV)
    assert beside(printed("Lviv", "UA"), [replace(KYIV, label="Lviv")], TODAY).finding == "same"
    assert beside(printed("Kiev", "UA"), [KYIV], TODAY).finding == "same"


def test_a_consulate_is_no_embassy_and_two_embassies_are_not_guessed_between():
    assert beside(printed("Kyiv", "UA", kind="consulate"), [KYIV], TODAY).finding == "unknown"
    lviv = replace(KYIV, city="Lviv", key="Lviv")
    assert beside(printed("Odesa", "UA"), [KYIV, lviv], TODAY).finding == "unknown"


def test_where_none_stands_it_is_said_who_serves_the_countries():
    found = beside(printed("Dublin", "IE", "IE"), [LONDON], TODAY)
    assert (found.finding, found.mission) == ("unknown", None)
    assert [(e.country, e.missions) for e in found.elsewhere] == [("IE", (LONDON,))]


def test_what_both_have_agrees_however_it_is_written():
    ours = printed(
        "London", "GB", reaches=reaches(APPEAL, email="A@b.example", post="33 Long Row, London W1")
    )
    theirs = replace(LONDON, reaches=reaches(LIST, email="a@B.example", post="33, Long row, london"))
    found = beside(ours, [theirs], TODAY)
    assert verdicts(found) == [("email", "agrees"), ("post", "agrees")]
    assert not found.has_more


def test_a_number_of_a_younger_source_is_newer_and_of_an_older_one_older():
    ours = printed("London", "GB", reaches=reaches(APPEAL, phone="+442079460001"))
    for told, verdict in ((LIST, "newer"), (OLD_LIST, "older"), (Told("directory", "No date"), "newer")):
        known = replace(LONDON, reaches=reaches(told, phone="+442079460002"))
        assert verdicts(beside(ours, [known], TODAY)) == [("phone", verdict)]


def test_an_address_that_cannot_be_read_gets_a_candidate_with_its_source():
    known = replace(LONDON, reaches=reaches(LIST, email="a@b.example", web="https://b.example/"))
    found = beside(printed("London", "GB", redacted_emails=1), [known], TODAY)
    assert verdicts(found) == [("email", "candidate"), ("web", "further")]
    assert (found.pairs[0].known.told, found.has_more) == (LIST, True)
    assert verdicts(beside(printed("London", "GB"), [known], TODAY))[0] == ("email", "further")


def test_what_only_the_appeal_has_stays():
    ours = printed("London", "GB", reaches=reaches(APPEAL, fax="+442079460003"))
    found = beside(ours, [LONDON], TODAY)
    assert (verdicts(found), found.has_more) == ([("fax", "printed_only")], False)


def test_closed_and_doubtful_missions_and_those_of_others_are_passed_over():
    closed = replace(LONDON, accreditations=(Accreditation("GB", LIST, "stated", None, "2020"),))
    for other in (closed, replace(LONDON, doubt="two sources differ"), replace(LONDON, of_country="UZ")):
        assert beside(printed("London", "GB"), [other], TODAY).finding == "unknown"


def test_a_ministry_is_compared_with_nothing():
    ministry = replace(printed("Astana", "KZ"), kind="ministry")
    assert beside(ministry, [LONDON], TODAY).finding == "no_mission"


def test_countries_without_an_office_are_counted_once():
    closed = replace(OSLO, accreditations=(Accreditation("NO", LIST, "stated", None, "2020"),))
    assert without_office(["IE", "NO", "SE", "NO", "UN"], [LONDON, closed], TODAY) == ("NO", "SE")
