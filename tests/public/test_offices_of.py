"""Who represents a country where people live: map and table say the same, and neither says more than is known."""

import re
from collections import Counter
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene

from tocsin.directory.adopt import adopt, adoptable
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.models import Accreditation, Channel, Office
from tocsin.look.world import world
from tocsin.public.countries import country_choices
from tocsin.public.reach import Reach
from tocsin.public.whole_world import Row, whole_world
from tocsin.public.world_map import world_map
from tocsin.routing.shipped import missions_of

DAY = date(2026, 2, 1)
PAGE = "/offices/KZ/"
pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer
    return unescape(answer.content.decode())


def rows_of(of: str) -> dict[str, Row]:
    return {row.country: row for row in whole_world(of, "en", DAY).rows}


def told_in_table(html: str) -> set[str]:
    return set(re.findall(r'<(?:tr role="row"|li) id="([A-Z]{2})"', html))


def test_every_country_but_the_one_itself_has_one_row(olga: Client) -> None:
    expected = {code for code, _ in country_choices("en")} - {"KZ"}
    html = page(olga, PAGE)
    assert told_in_table(html) == expected
    assert all(count == 1 for count in Counter(re.findall(r'id="([A-Z]{2})"', html)).values())


def test_map_and_table_say_the_same(olga: Client) -> None:
    html = page(olga, PAGE)
    drawn = set(re.findall(r'<a href="#([A-Z]{2})" tabindex="-1">', html))
    assert drawn == told_in_table(html) & (world().shapes | world().points.keys())
    for reach, code in re.findall(r'class="([\w-]+)"><title>([^<:]+)', html):
        assert reach in set(Reach) | {"own"}, code


def test_every_office_on_the_map_leads_to_a_row_that_tells_of_it() -> None:
    known = whole_world("KZ", "en", DAY)
    rows = {row.country: row for row in known.rows}
    dots = world_map(known, "en").dots
    assert len(dots) >= 40
    assert len({(dot.x, dot.y, dot.office) for dot in dots}) == len(dots)
    for dot in dots:
        cities = [step.office.city for step in rows[dot.country].missions]
        assert any(city and city in dot.office for city in cities), dot


def test_an_embassy_in_the_country_and_one_that_is_listed_for_it() -> None:
    rows = rows_of("KZ")
    norway, malta = rows["NO"], rows["MT"]
    assert (norway.reach, norway.office, norway.why) == (
        Reach.HERE,
        "Embassy in Oslo",
        "stands in the country",
    )
    assert (malta.reach, malta.office, malta.why) == (
        Reach.ELSEWHERE,
        "Embassy in Rome",
        "listed for this country",
    )
    assert (norway.first.source, norway.source_date) == ("Wikidata", "November 2022")
    assert norway.first.confidence == "may have changed since November 2022"


def test_an_office_that_is_no_embassy_is_not_shown_as_one() -> None:
    rows = rows_of("US")
    assert {code: rows[code].reach for code in ("IR", "KP", "TW", "AF", "SD")} == {
        "IR": Reach.NO_EMBASSY,
        "KP": Reach.NO_EMBASSY,
        "TW": Reach.NO_EMBASSY,
        "AF": Reach.ELSEWHERE,
        "SD": Reach.NONE,
    }
    assert "suspended on 22 April 2023" in rows["SD"].said_beside[0]


def test_what_is_in_doubt_is_drawn_and_listed_as_such(olga: Client) -> None:
    washington = rows_of("PS")["US"]
    assert washington.first.confidence_code == "in_doubt"
    assert washington.reach == Reach.IN_DOUBT
    assert "An office that may be gone, or may not answer" in page(olga, "/offices/PS/")


def test_a_territory_answers_through_the_state_that_speaks_for_it() -> None:
    anguilla = rows_of("KZ")["AI"]
    assert anguilla.reach == Reach.ELSEWHERE
    assert anguilla.why == "answers to the United Kingdom, which speaks for it abroad"


def test_where_no_office_is_known_what_remains_is_named(olga: Client) -> None:
    niger = rows_of("KZ")["NE"]
    assert niger.reach == Reach.NONE
    assert niger.last == (
        "Permanent Mission to the United Nations in Geneva",
        "Ministry of Foreign Affairs",
        "Office of the head of state",
    )
    assert "That may be a gap in what we know." in page(olga, PAGE)


def test_the_way_from_one_country_stands_on_top(olga: Client) -> None:
    html = page(olga, f"{PAGE}?from=US")
    answer = html[html.index('id="answer"') : html.index('id="map-head"')]
    assert "Embassy of Kazakhstan in Washington" in answer
    assert "1401 16th Street NW, Washington, DC 20036" in answer
    assert "The World Factbook (January 2026)" in answer
    assert answer.index("in Washington") < answer.index("Ministry of Foreign Affairs of Kazakhstan")


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}?from=US"])
def test_numbers_and_mailboxes_that_nobody_confirmed_are_not_shown(olga: Client, path: str) -> None:
    html = page(olga, path)
    reaches = [reach for office in missions_of("KZ") for reach in office.reaches]
    hidden = {reach.value for reach in reaches if reach.channel in ("phone", "fax", "email")}
    assert "washington@mfa.kz" in hidden
    assert [value for value in hidden if value in html] == []


def adopted(city: str) -> Office:
    wanted = [m for m in adoptable("KZ") if m.city == city and m.kind == "embassy"]
    return adopt(wanted, cast.member("Rustam"))[0]


def test_what_a_person_confirmed_is_shown_with_its_day(olga: Client) -> None:
    rustam, washington = cast.member("Rustam"), adopted("Washington")
    mailbox = washington.contact_points.get(channel=Channel.EMAIL)
    assert mailbox.value not in page(olga, f"{PAGE}?from=US")
    confirm_contact(mailbox, rustam, "the embassy’s own page", "2026-01-20")
    html = page(olga, f"{PAGE}?from=US")
    answer = html[html.index('id="answer"') : html.index('id="map-head"')]
    assert mailbox.value in answer
    assert "Our own check of" in answer
    assert answer.count("Embassy of Kazakhstan in Washington") == 1
    assert "+12022325488" not in html


def test_what_a_person_took_away_does_not_come_back_from_what_ships(olga: Client) -> None:
    washington = adopted("Washington")
    washington.contact_points.update(retired_at=timezone.now())
    washington.accreditations.all().delete()
    html = page(olga, f"{PAGE}?from=US")
    assert "1401 16th Street" not in html
    assert "Embassy of Kazakhstan in Washington" not in html


def test_an_honorary_consul_is_named_to_nobody(olga: Client) -> None:
    values = {"of_country": "KZ", "in_country": "NO", "city": "Bergen", "in_directory": True}
    consul = Office.objects.create(name="Honorary consulate of Kazakhstan", kind="consulate", **values)
    Accreditation.objects.create(office=consul, serves="NO", source="a list", told_by="directory")
    assert "Honorary" not in page(olga, f"{PAGE}?from=NO")


def test_what_only_an_appeal_says_is_not_told_to_everybody(scene: Scene, olga: Client) -> None:
    Office.objects.update(in_directory=True)
    Accreditation.objects.filter(office=scene.london.office).update(told_by="appeal")
    html = page(olga, f"{PAGE}?from=NO")
    assert "33 Thurloe Square" not in html
    assert "the appeal" not in html


def test_from_the_country_itself_no_office_is_named_but_the_danger(olga: Client) -> None:
    html = page(olga, f"{PAGE}?from=Qazaqstan")
    answer = html[html.index('id="answer"') : html.index('id="map-head"')]
    assert "can put you and others in danger" in answer
    assert "Ministry" not in answer


@pytest.mark.parametrize("path", ["/offices/kz/", "/offices/QQ/", "/offices/UN/", "/offices/AQ/"])
def test_what_is_no_country_has_no_page(olga: Client, path: str) -> None:
    assert olga.get(path).status_code == 404


def test_it_may_be_kept_for_an_hour(olga: Client) -> None:
    assert olga.get(PAGE).headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize("of", ["US", "FR", "VA", "TW", "XK", "KI", "GL", "IL", "PS"])
def test_pages_of_very_different_countries_stand(olga: Client, of: str) -> None:
    assert len(told_in_table(page(olga, f"/offices/{of}/"))) == len(country_choices("en")) - 1
