"""Every way that a letter can take carries its copies, and the page says who gets them."""

import html
import re
from email import message_from_bytes, policy

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.delivery.scene import Scene, copied

from tocsin.delivery.models import Delivery

from .test_send import confirmation_path, send
from .test_write import letter, post, words

pytestmark = pytest.mark.django_db
FOREIGN, LABOUR = "foreign@ministry.example", "labour@office.example"


@pytest.fixture
def copies(scene: Scene) -> Scene:
    copied(scene, "Foreign Ministry", FOREIGN)
    copied(scene, "Labour Office in Geneva", LABOUR, of_country="", in_country="CH")
    return scene


def ways(olga: Client, scene: Scene) -> HttpResponse:
    return post(olga, "ways", letter(scene.london))


def way(response: HttpResponse, name: str) -> str:
    [found] = re.findall(
        rf'<details class="way" id="way_{name}".*?</details>', response.content.decode(), re.S
    )
    return html.unescape(found)


def test_the_page_says_who_gets_copies(copies: Scene, olga: Client) -> None:
    assert "Copies go to: Foreign Ministry; Labour Office in Geneva" in words(ways(olga, copies))


def test_who_sees_the_name_is_said_before_the_letter_is_written(copies: Scene, olga: Client) -> None:
    said = words(olga.get("/a/strike-in-aktau/write?country=NO&ties=no"))
    assert "Copies to Foreign Ministry; Labour Office in Geneva" in said
    assert "The office does, and so do those that get a copy." in said


def test_without_copies_nothing_is_said_of_any(scene: Scene, olga: Client) -> None:
    page = ways(olga, scene)
    assert "Copies" not in words(page)
    assert "cc=" not in page.content.decode()


def test_a_mail_link_holds_the_first_and_the_page_hands_over_the_others(copies: Scene, olga: Client) -> None:
    shown = way(ways(olga, copies), "mailto")
    assert "mailto:london@embassy.example?cc=foreign@ministry.example&subject=" in shown
    assert "The copy to Foreign Ministry is in it already." in shown
    assert re.findall(r'readonly value="([^"]+)"', shown) == [LABOUR]


def test_a_single_copy_needs_nothing_by_hand(scene: Scene, olga: Client) -> None:
    copied(scene, "Foreign Ministry", FOREIGN)
    shown = way(ways(olga, scene), "mailto")
    assert "cc=foreign@ministry.example" in shown
    assert "readonly" not in shown


def test_webmail_gets_all_in_one_field(copies: Scene, olga: Client) -> None:
    shown = way(ways(olga, copies), "copy")
    assert f'id="copy_cc" readonly value="{FOREIGN}, {LABOUR}"' in shown


def test_the_draft_carries_all(copies: Scene, olga: Client) -> None:
    answer = post(olga, "letter.eml", letter(copies.london))
    draft = message_from_bytes(answer.content, policy=policy.default)
    assert [str(a.addr_spec) for a in draft["Cc"].addresses] == [FOREIGN, LABOUR]


def test_the_sheet_says_below_the_letter_who_gets_one(copies: Scene, olga: Client) -> None:
    said = words(post(olga, "letter", letter(copies.ankara)))
    assert "Copy to: Foreign Ministry Copy to: Labour Office in Geneva" in said
    assert FOREIGN in said


def test_the_unsigned_sheet_promises_none(copies: Scene, olga: Client) -> None:
    said = words(olga.get("/a/strike-in-aktau/letter?country=TR&unsigned=1"))
    assert "Foreign Ministry" not in said


def test_sent_by_us_each_copy_is_kept_with_the_letter(copies: Scene, olga: Client) -> None:
    send(olga, copies)
    found = Delivery.objects.order_by("is_copy", "target__position")
    assert [(d.contact_point.value, d.is_copy) for d in found] == [
        ("london@embassy.example", False),
        (FOREIGN, True),
        (LABOUR, True),
    ]


def test_an_office_that_shares_the_mailbox_written_to_gets_none(scene: Scene, olga: Client) -> None:
    copied(scene, "Consular section", "London@embassy.example")
    assert "Consular section" not in words(ways(olga, scene))


def test_who_confirms_reads_who_gets_one(copies: Scene, olga: Client) -> None:
    send(olga, copies)
    said = words(olga.get(confirmation_path()))
    assert "Copy to Foreign Ministry Copy to Labour Office in Geneva" in said
