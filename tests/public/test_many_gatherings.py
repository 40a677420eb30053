"""A day that two thousand gatherings are held on: page after page, each light; the map and the totals count all."""

import random
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.desk.test_inquiries import words
from tests.public.gathered import DAY, A, page
from tests.public.mirror.copies import FEW
from tests.public.test_weight import MOST, russian, weight

from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.language.place_index import city_points
from tocsin.public.gathering_list import MOST_LINES
from tocsin.public.gathering_map import MOST_CIRCLES
from tocsin.public.mirror.addresses import file_of
from tocsin.public.mirror.site_pages import site_pages

MANY = 2000
IN_THE_NORTH = {"NO": "Oslo", "SE": "Stockholm", "DK": "Copenhagen"}


def cities(chance: random.Random, number: int) -> list[tuple[str, str]]:
    """(name, ISO country) of cities that we can show on the map."""
    known = ((name, point[:2]) for name, point in city_points() if "|" not in point)
    return chance.sample([each for each in known if each[1] not in ("KZ", "BY")], number)


def held(day: CalledDay, city: str, country: str, **told: object) -> Gathering:
    starts_at = datetime.combine(DAY, time(12), UTC)
    ends_at = starts_at + timedelta(hours=1)
    hours = {"on": DAY, "starts": time(12), "zone": "UTC", "starts_at": starts_at, "ends_at": ends_at}
    fixed = {"kind": "picket", "where": "elsewhere", "state": "shown", "shown_at": timezone.now()}
    return Gathering(action=day.action, city=city, country=country, **{**hours, **fixed, **told})


def fill(day: CalledDay, number: int = MANY, is_over: bool = False) -> None:
    """No two have the same words, nor the same city."""
    chance = random.Random(7)
    over = {"ends_at": timezone.now(), "report_state": "shown", "turnout": 10} if is_over else {}
    Gathering.objects.bulk_create(
        held(day, *place, place=russian(chance, 200), told=russian(chance, 300), **over)
        for place in cities(chance, number)
    )


@pytest.mark.parametrize("is_over", [False, True])
def test_each_page_of_two_thousand_is_light(day: CalledDay, is_over: bool) -> None:
    fill(day, is_over=is_over)
    client = Client()
    first = page(client, A)
    assert 0 < len(first.select(".map circle")) <= MOST_CIRCLES
    last = -(-MANY // MOST_LINES)
    assert f"page 1 of {last}" in words(first)
    counted = 0
    for asked in (A, f"{A}?page=2", f"{A}?page={last}", f"{A}?country=NO&city=Oslo"):
        answer = client.get(asked)
        assert answer.status_code == 200
        assert weight(answer.content) < MOST, asked
        found = page(client, asked).select(".gathering-list > li")
        assert 0 < len(found) <= MOST_LINES
        counted += len(found)
    assert counted == 3 * MOST_LINES + MANY - (last - 1) * MOST_LINES
    if is_over:
        assert f"{10 * MANY} people in all" in words(first)
        assert f"So say the hosts of {MANY} gatherings." in words(page(client, f"{A}?page=2"))


@pytest.fixture
def in_the_north(day: CalledDay) -> CalledDay:
    """Of each country as many as fill a page, one short, and one online."""
    for country, city in IN_THE_NORTH.items():
        Gathering.objects.bulk_create(
            held(day, city, country, place=f"Square {n}") for n in range(MOST_LINES - 1)
        )
    held(day, "", "NO", where="online", link="https://meet.example/x").save()
    return day


def test_every_gathering_stands_on_one_page_and_every_country_is_found(in_the_north: CalledDay) -> None:
    client = Client()
    first = page(client, A)
    assert first.select_one("#list").text == f"Gatherings by country {3 * MOST_LINES - 2}"
    index = [(words(link), link["href"]) for link in first.select("#list ~ details a")]
    assert index == [
        (f"Denmark {MOST_LINES - 1}", "?page=1#in-DK"),
        (f"Norway {MOST_LINES - 1}", "?page=1#in-NO"),
        (f"Sweden {MOST_LINES - 1}", "?page=2#in-SE"),
        ("Online 1", "?page=3#in-online"),
    ]
    for _said, href in index:
        asked, _mark, anchor = href.partition("#")
        assert page(client, A + asked).find(id=anchor).name == "h3"
    pages = [page(client, f"{A}?page={n}") for n in (1, 2, 3)]
    told = [link["href"] for each in pages for link in each.select(".gathering-list a")]
    assert len(told) == len(set(told)) == 3 * MOST_LINES - 2
    assert [link["href"] for link in pages[1].select("nav a[rel]")] == ["?page=1#list", "?page=3#list"]
    assert "page 2 of 3" in pages[1].title.text
    assert [len(each.select(".map circle")) for each in pages] == [3, 0, 0]


def test_a_page_that_is_none_leads_to_the_first(in_the_north: CalledDay) -> None:
    assert Client().get(f"{A}?page=4").headers["Location"] == A
    assert Client().get(f"{A}?page=x").status_code == 200


def test_the_nearest_is_found_on_whichever_page_it_stands(in_the_north: CalledDay) -> None:
    near = page(Client(), f"{A}?country=Sweden&city=Stockholm").select("#list ~ ul li")
    assert len(near) == MOST_LINES
    assert "about 0 km away" in words(near[0])
    assert "in Stockholm" in words(near[0])


def test_a_copy_of_the_site_holds_every_page(
    in_the_north: CalledDay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.public.mirror.country_pages.country_choices", lambda language: FEW)
    monkeypatch.setattr("tocsin.public.mirror.site_pages._gatherings", lambda action: ())
    held_there = {file_of(address, "en"): text for address, text in site_pages("en") if A in address}
    names = [f"a/strike-in-aktau/gatherings{n}.html" for n in ("", "-2", "-3")]
    assert [name for name in held_there if name and name.endswith(".html")] == names
    assert file_of(f"{A}?page=1", "en") == names[0]
    told = [code for name in names for code in re.findall(r"/g/(\w+)\"", held_there[name])]
    assert len(set(told)) == len(told) == 3 * MOST_LINES - 2


def test_what_is_over_goes_on_after_what_is_to_come(in_the_north: CalledDay) -> None:
    Gathering.objects.filter(country="DK").update(
        starts_at=timezone.now() - timedelta(hours=2), ends_at=timezone.now(), on=date.today()
    )
    client = Client()
    first, second, third = (page(client, f"{A}?page={n}") for n in (1, 2, 3))
    assert [words(link) for link in first.select("#list ~ details a")][-1] == f"How it went {MOST_LINES - 1}"
    lines = [[words(line) for line in each.select("#went-head ~ ul li")] for each in (first, second, third)]
    assert [len(each) for each in lines] == [0, 1, MOST_LINES - 2]
    assert lines[1] == ["Picket in Copenhagen , Denmark: no number reported"]
