"""The page offers the ways that a coordinator laid down for this office, and no letter takes another."""

import pytest
from django.test import Client
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene

from tocsin.delivery.mail_choice.models import By, MailChoice
from tocsin.delivery.models import Delivery

from .test_send import send
from .test_ways_to_mail import order, told, ways
from .test_write import MINE, words

pytestmark = pytest.mark.django_db
BY_MAIL = ["mailto", "webmail", "server", "eml", "copy"]


def choose(by: By) -> None:
    MailChoice.objects.create(domain="embassy.example", by=by)


def ways_by_mail(olga: Client, scene: Scene) -> list[str]:
    return [way for way in order(ways(olga, scene)) if way in BY_MAIL]


@pytest.mark.parametrize(
    ("by", "offered"),
    [(By.EITHER, BY_MAIL), (By.OWN, ["mailto", "webmail", "eml", "copy"]), (By.SERVER, ["server"])],
)
def test_only_what_was_laid_down_is_offered(scene: Scene, olga: Client, by: By, offered: list[str]) -> None:
    choose(by)
    with mail_server():
        assert ways_by_mail(olga, scene) == offered


def test_while_no_mail_can_leave_this_site_her_own_program_stays_a_way(scene: Scene, olga: Client) -> None:
    choose(By.SERVER)
    assert sorted(ways_by_mail(olga, scene)) == sorted(BY_MAIL)


def test_the_page_says_why_and_bears_no_stamp(scene: Scene, olga: Client) -> None:
    choose(By.OWN)
    page = ways(olga, scene)
    assert "takes no mail from campaign sites" in page.text
    assert page.select("[name=stamp]") == []
    assert told(page, "server") is None


def test_a_letter_posted_without_a_stamp_is_kept_and_told_where_to_go(scene: Scene, olga: Client) -> None:
    choose(By.OWN)
    answer = send(olga, scene, stamp="")
    assert answer.status_code == 422
    assert "by your own mail program now" in words(answer)
    assert MINE.split("\n")[0] in words(answer)
    assert not Delivery.objects.exists()
