"""By phone: when the office answers, and what to say."""

import html
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.delivery.scene import Scene

from tocsin.actions.translated.digest import of
from tocsin.directory.models import Channel, ContactPoint

from .test_write import letter, post, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(scene: Scene) -> Scene:
    """The embassy in London has a confirmed number."""
    ContactPoint.objects.filter(channel=Channel.PHONE).update(confirmed_at=timezone.now())
    return scene


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("NZ", ["By the clocks of your country:", "Auckland from ", "Chatham from "]),
        ("DE", ["by your clock from 10:00 to 18:00"]),
        ("ES", ["Madrid from 10:00 to 18:00", "Canary from 09:00 to 17:00"]),
        ("PT", ["Lisbon from 09:00 to 17:00", "Azores from 08:00 to 16:00"]),
    ],
)
def test_hours_are_told_by_each_clock_of_the_callers_country(
    called: Scene, olga: Client, country: str, said: list[str]
) -> None:
    called.london.office.accreditations.create(serves=country, source="the appeal", source_date="2011-06")
    page = words(post(olga, "ways", letter(called.london, country=country)))
    assert [part for part in said if part not in page] == []


def test_the_offices_own_hours_come_before_what_is_usual(called: Scene, olga: Client) -> None:
    assert "We do not know when it answers. Offices mostly answer from 9:00 to 17:00" in words(
        post(olga, "ways", letter(called.london))
    )
    office = called.london.office
    office.hours = "Mo–Th 10–12 <b>only</b>"
    office.save()
    answer = post(olga, "ways", letter(called.london))
    assert "<bdi>Mo–Th 10–12 &lt;b&gt;only&lt;/b&gt;</bdi>" in answer.content.decode()
    said = words(answer)
    assert said.index("It says that it answers:") < said.index("There it is")
    assert "Offices mostly answer" not in said


def script(answer: HttpResponse) -> str:
    found = re.search(
        r'<ol class="steps" lang="(\w+)" dir="auto">(.*?)</ol>', answer.content.decode(), re.DOTALL
    )
    assert found
    return f"{found[1]}: {html.unescape(found[2])}"


def test_what_to_say_is_in_one_language_from_the_first_line_to_the_last(called: Scene, olga: Client) -> None:
    action, norwegian = called.action, letter(called.london, language="nb")
    action.letters.create(language="nb", subject="Slipp henne fri", body="Kjære")
    said = script(post(olga, "ways", norwegian))
    assert said.startswith("en: <li>Good day.")
    assert "Free Natalia Sokolova" in said
    for source, text in (
        ("Free Natalia Sokolova", "Fri Natalia Sokolova"),
        ("Release Natalia Sokolova at once.", "Slipp Natalia Sokolova fri."),
    ):
        action.translated.create(language="nb", of=of("", source), text=text)
    said = script(post(olga, "ways", norwegian))
    assert said.startswith("nb: <li>")
    assert "Fri Natalia Sokolova" in said
    assert "Slipp Natalia Sokolova fri." in said
    assert "Good day" not in said


def test_a_language_without_the_words_of_a_call_has_no_script(called: Scene, olga: Client) -> None:
    called.action.language = "tr"
    called.action.save()
    answer = post(olga, "ways", letter(called.london))
    assert ("What to say" in words(answer), "tel:+442075814646" in answer.content.decode()) == (False, True)
