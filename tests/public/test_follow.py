"""The list for the next appeal: by one's own tick and mailbox, and off it by one press, erased."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene

from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.public.against_abuse.admit import FROM_ONE_NETWORK
from tocsin.public.against_abuse.stamp import OF_NO_ACTION, Where
from tocsin.supporters.followers.leave import erase_unconfirmed
from tocsin.supporters.followers.tokens import join_token, leave_token
from tocsin.supporters.mailbox_limit import TO_ONE_MAILBOX
from tocsin.supporters.models import Follower, Supporter

from .stamped import NORWAY, solved, stamp

pytestmark = pytest.mark.django_db
GIVEN = {"email": cast.SAM, "country": "NO", "language": "en", "name": "", "wants": "on", "website": ""}
OF_THE_LIST = Where(OF_NO_ACTION, "", type(NORWAY.to)(0, 0))


def ask(olga: Client, **changed: str) -> HttpResponse:
    given = {**GIVEN, "stamp": stamp(where=OF_THE_LIST), **changed}
    return olga.post("/follow", given)


def links() -> list[str]:
    """In the mails that ask whether it was she, the oldest first."""
    for job in Job.objects.filter(kind="followers.ask", done_at=None, run_after__lte=timezone.now()):
        perform(job)
        job.refresh_from_db()
        assert job.done_at, job.error
    mails = Job.objects.filter(kind="post.mail").order_by("pk")
    return [urlsplit(re.search(r"http\S+/follow/\S+", mail.payload["text"])[0]).path for mail in mails]


def press(olga: Client, path: str) -> HttpResponse:
    olga.get(path)
    return olga.post(path, {"csrfmiddlewaretoken": olga.cookies["csrftoken"].value})


def test_from_the_page_to_the_list_and_off_it(olga: Client) -> None:
    assert ask(olga).headers["Location"] == "/follow/asked"
    assert Follower.objects.get().confirmed_at is None
    (path,) = links()
    assert "Yes, put me on the list" in olga.get(path).content.decode()
    assert Follower.objects.get().confirmed_at is None, "to look changes nothing"
    assert "You are on the list" in press(olga, path).content.decode()
    follower = Follower.objects.get(confirmed_at__isnull=False)
    assert "You are on the list" in press(olga, path).content.decode()
    away = f"/leave/{leave_token(follower.public_id)}"
    assert olga.get(away).status_code == 200
    assert Follower.objects.exists(), "to look changes nothing"
    # As a mailbox does it: no cookie, no page before (RFC 8058, 3.1).
    mailbox = Client(enforce_csrf_checks=True)
    assert mailbox.post(away, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Follower.objects.exists()
    assert mailbox.post(away, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert olga.get(path).status_code == 410


def test_who_is_on_it_and_who_is_not_get_the_same_answer_and_the_last_word_counts(olga: Client) -> None:
    first = ask(olga)
    press(olga, links()[-1])
    again = ask(olga, country="SE", email="S.A.M+x@supporters.example".replace("S.A.M", "sam"))
    assert (first.status_code, first.headers["Location"]) == (again.status_code, again.headers["Location"])
    assert Follower.objects.get(confirmed_at__isnull=False).country == "NO"
    press(olga, links()[-1])
    assert list(Follower.objects.values_list("country", flat=True)) == ["SE"]


def test_no_mailbox_is_filled_through_us(olga: Client) -> None:
    answers = [ask(olga) for _ in range(TO_ONE_MAILBOX + 2)]
    assert {answer.headers["Location"] for answer in answers} == {"/follow/asked"}
    assert len(links()) == 3


def test_a_program_that_fills_in_every_field_gets_the_same_answer_and_nothing_happens(olga: Client) -> None:
    assert ask(olga, website="x").headers["Location"] == "/follow/asked"
    assert not Follower.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"wants": ""}, "Without this tick we do not write to you."),
        ({"email": "nobody"}, "This does not look like an e-mail address."),
        ({"email": "a@b.example\nBcc: c@d.example"}, "This does not look like an e-mail address."),
        ({"country": "QQ"}, "QQ"),
        ({"stamp": "forged"}, "press once more"),
    ],
)
def test_a_mistake_is_said_and_nothing_stored(changed: dict[str, str], said: str, olga: Client) -> None:
    answer = ask(olga, **changed)
    assert answer.status_code == 422
    assert said in BeautifulSoup(answer.content, "html.parser").get_text()
    assert not Follower.objects.exists()


def test_a_whole_network_waits_its_turn_and_no_alarm_of_an_action_is_raised(olga: Client) -> None:
    for n in range(FROM_ONE_NETWORK + 2):
        given = stamp(where=OF_THE_LIST)
        olga.defaults["REMOTE_ADDR"] = "198.51.100.7".replace("198.51.100", "8.8.4")
        answer = ask(olga, email=f"sam{n}@supporters.example", stamp=given, solved=solved(given))
        assert answer.status_code == 302
    late = Job.objects.filter(kind="followers.ask", run_after__gt=timezone.now() + timedelta(seconds=30))
    assert late.count() == 2


def test_who_does_not_confirm_is_erased_and_her_link_ends(olga: Client) -> None:
    ask(olga)
    (path,) = links()
    later = timezone.now() + timedelta(hours=73)
    Follower.objects.update(created_at=timezone.now() - timedelta(hours=73))
    assert olga.get(path).status_code == 410
    assert erase_unconfirmed(later) == 1


def test_a_link_does_one_thing(olga: Client) -> None:
    ask(olga)
    follower = Follower.objects.get()
    assert olga.get(f"/leave/{join_token(follower.public_id)}").status_code == 410
    assert olga.get(f"/follow/{leave_token(follower.public_id)}").status_code == 410


def test_the_mail_names_nobody(olga: Client) -> None:
    ask(olga, name="Buy Cheap Watches")
    links()
    assert "Watches" not in str(Job.objects.filter(kind="post.mail").values_list("payload", flat=True))


def test_nobody_who_wrote_a_letter_is_on_the_list(scene: Scene) -> None:
    Supporter.objects.create(fingerprint="x", name="Sam", email=cast.SAM, country="NO", language="en")
    assert not Follower.objects.exists()
