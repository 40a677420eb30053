"""Answers come by a provider's call, over IMAP, or both: each is one reply, and nobody else is believed."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import SMTP
from functools import partial

import pytest
from django.conf import settings as installed
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from tests import cast
from tests.delivery.scene import Scene
from tests.fetching.imap_servers import ADDRESS as MAILBOX
from tests.fetching.imap_servers import PASSWORD, Mailbox, real_mailbox
from tests.followup.answered import EMAIL, NAME, answer, left
from tests.followup.hostile import hostile
from tests.post.provider.calls import KEY, with_password
from tests.post.provider.calls import PASSWORD as SECRET
from tests.post.provider.inbound_calls import ADDRESS, MAKERS, handed_over
from tocsin.delivery.models import Delivery
from tocsin.delivery.returned import fetch as fetching
from tocsin.delivery.returned.fetch import VARIABLE, fetch
from tocsin.fetching.mailbox import new_mails
from tocsin.followup.models import Reply, ReplyMail
from tocsin.followup.replies.any_mail import take_any_mail
from tocsin.members.models import AuditEntry
from tocsin.post.provider.names import ProviderName

pytestmark = pytest.mark.django_db
URL = f"{installed.PUBLIC_URL}{ADDRESS}"
WORDS = f"Dear {NAME}, we have looked into it."


@pytest.fixture(autouse=True)
def _set_up(settings: Settings) -> None:
    settings.REPLIES, settings.BOUNCES = "replies@appeals.example", "bounces@appeals.example"
    settings.ANYMAIL = {
        "WEBHOOK_SECRET": SECRET,
        "MAILGUN_WEBHOOK_SIGNING_KEY": KEY,
        "MANDRILL_WEBHOOK_KEY": KEY,
        "MANDRILL_WEBHOOK_URL": f"{installed.PUBLIC_URL}/mail-events",
    }


def call(client: Client, provider: ProviderName, mail: bytes, to: str, **headers: str) -> int:
    made = handed_over(provider, mail, to, URL)
    sent = {**with_password(), **made.headers, **headers}
    return client.post(ADDRESS, made.body, content_type=made.content_type, headers=sent).status_code


@pytest.mark.parametrize("provider", MAKERS)
def test_what_each_provider_hands_over_is_linked_to_its_letter(
    scene: Scene, client: Client, settings: Settings, provider: ProviderName
) -> None:
    settings.MAIL_PROVIDER = provider
    delivery, address = left(scene)
    mail = answer("Those who write <office@appeals.example>", WORDS, Message_ID="<1@embassy.example>")
    assert call(client, provider, mail.as_bytes(), address) == 200
    assert call(client, provider, mail.as_bytes(), address) == 200
    reply = Reply.objects.get()
    assert (reply.delivery, reply.sender) == (delivery, "Embassy <london@embassy.example>")
    assert "we have looked into it." in reply.text
    assert NAME not in reply.text


@pytest.mark.parametrize("provider", ["postmark", "mailgun"])
def test_nobody_else_is_believed(
    scene: Scene, client: Client, settings: Settings, provider: ProviderName
) -> None:
    settings.MAIL_PROVIDER = provider
    _delivery, address = left(scene)
    made = handed_over(provider, answer(address, WORDS).as_bytes(), address, URL)
    body = made.body.replace(b"signature=", b"signature=0")
    wrong = with_password("tocsin:guessed") if provider == "postmark" else {}
    assert client.post(ADDRESS, body, content_type=made.content_type, headers=wrong).status_code == 403
    assert Reply.objects.count() == 0


def test_what_is_no_mail_is_said_to_be_none(client: Client, settings: Settings) -> None:
    settings.MAIL_PROVIDER = "sparkpost"
    for body in (b"[1]", b"7", b"<xml>", b'[{"msys": {"message_event": {}}}]'):
        said = client.post(ADDRESS, body, content_type="application/json", headers=with_password())
        assert said.status_code == 400
    assert Reply.objects.count() == 0


@pytest.mark.parametrize("provider", [None, "brevo"])
def test_there_is_no_such_address_where_nobody_hands_mail_over(
    client: Client, settings: Settings, provider: ProviderName | None
) -> None:
    settings.MAIL_PROVIDER = provider
    assert client.post(ADDRESS, b"{}", content_type="application/json").status_code == 404


def test_a_call_that_is_too_large_is_refused_with_words(client: Client, settings: Settings) -> None:
    settings.MAIL_PROVIDER, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = "postmark", 1000
    made = handed_over("postmark", b"x" * 2000, "replies@appeals.example", URL)
    refused = client.post(ADDRESS, made.body, content_type=made.content_type, headers=made.headers)
    assert (refused.status_code, b"too large" in refused.content) == (413, True)


def test_to_her_and_to_us_and_by_two_ways_it_is_one_reply(scene: Scene) -> None:
    _delivery, address = left(scene)
    mail = answer(f"{EMAIL}, {address}", WORDS, Message_ID="<1@embassy.example>").as_bytes()
    assert take_any_mail(mail)
    assert not take_any_mail(b"Received: from elsewhere by mail.example\r\n" + mail)
    assert not take_any_mail(f"Delivered-To: {address}\n".encode() + mail)
    assert Reply.objects.count() == 1


def test_of_two_letters_or_without_a_seal_the_same_name_takes_nobody_s_place(scene: Scene) -> None:
    _first, address = left(scene)
    stray = answer("replies@appeals.example", "I was first", Message_ID="<1@embassy.example>")
    assert take_any_mail(stray.as_bytes())
    assert take_any_mail(answer(address, WORDS, Message_ID="<1@embassy.example>").as_bytes())
    assert take_any_mail(answer(address, "Another answer.", Message_ID="<2@embassy.example>").as_bytes())
    assert take_any_mail(answer(address, "A third, without a name.").as_bytes())
    assert take_any_mail(answer(address, "A fourth, without a name.").as_bytes())
    assert Reply.objects.count() == 5


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    with real_mailbox() as running:
        yield running


@pytest.fixture
def ours(box: Mailbox, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Mailbox:
    """The mailbox that answers are fetched from."""
    there = partial(new_mails, resolver=box.resolver, connector=box.connector, context=box.context)
    monkeypatch.setattr(fetching, "new_mails", there)
    monkeypatch.setenv(VARIABLE, PASSWORD)
    settings.ONLINE, settings.BOUNCE_MAILBOX = True, MAILBOX
    return box


def test_it_is_fetched_from_a_real_mailbox_once_and_stays_there(scene: Scene, ours: Mailbox) -> None:
    delivery, address = left(scene)
    ours.put(answer(address, WORDS, Message_ID="<1@embassy.example>").as_bytes(policy=SMTP))
    for _time in range(2):
        fetch(take_any_mail)
    [reply] = Reply.objects.all()
    assert (reply.delivery, reply.way) == (delivery, "mail")
    assert NAME not in reply.text
    assert len(ours.flags()) == 1


def test_the_mail_as_it_came_is_for_publishers_and_noted(scene: Scene) -> None:
    _delivery, address = left(scene)
    mail = answer(address, WORDS).as_bytes()
    take_any_mail(mail)
    reply = Reply.objects.get()
    page = f"/desk/actions/strike-in-aktau/replies/{reply.pk}/"
    assert "Get the mail as it came" in cast.desk_client("Petra").get(page).content.decode()
    assert "Get the mail as it came" not in cast.desk_client("Rustam").get(page).content.decode()
    assert cast.desk_client("Rustam").get(f"{page}mail").status_code == 403
    assert not AuditEntry.objects.filter(act="reply.mail_taken").exists()
    taken = cast.desk_client("Petra").get(f"{page}mail")
    assert taken.content == mail
    assert taken.headers["Content-Type"] == "application/octet-stream"
    assert taken.headers["Content-Disposition"].startswith("attachment;")
    assert message_from_bytes(taken.content)["From"] == "Embassy <london@embassy.example>"
    assert AuditEntry.objects.get(act="reply.mail_taken").member == cast.member("Petra")
    ReplyMail.objects.all().delete()
    assert cast.desk_client("Petra").get(f"{page}mail").status_code == 404


HOSTILE = list(hostile(""))


def is_taken(delivery: Delivery) -> bool:
    """As the answer to the letter, with words that PostgreSQL stores, too, or without any."""
    reply = Reply.objects.get()
    said = f"{reply.text}{reply.subject}{reply.attachments}"
    is_clean = "\0" not in said and said.isascii() == ("\ufffd" not in said)
    return reply.delivery == delivery and is_clean and bool(ReplyMail.objects.get().data)


@pytest.mark.parametrize("what", [what for what in HOSTILE if "parts" not in what])
@pytest.mark.parametrize("provider", MAKERS)
def test_a_hostile_mail_that_a_provider_hands_over_is_taken(
    scene: Scene, client: Client, settings: Settings, provider: ProviderName, what: str
) -> None:
    settings.MAIL_PROVIDER = provider
    delivery, address = left(scene)
    assert call(client, provider, hostile(address)[what], address) == 200
    assert is_taken(delivery)


def test_one_that_the_provider_s_reader_cannot_take_apart_stands_in_the_provider_s_log(
    scene: Scene, client: Client, settings: Settings
) -> None:
    settings.MAIL_PROVIDER = "postmark"
    _delivery, address = left(scene)
    assert call(client, "postmark", hostile(address)["parts within parts"], address) == 400


def test_hostile_mails_in_the_mailbox_hold_up_nothing(scene: Scene, ours: Mailbox) -> None:
    _delivery, address = left(scene)
    # The server of the tests holds neither NUL nor what is nested so deep.
    mails = hostile(address)
    for what in ("an unknown marked section", "half a letter"):
        ours.put(mails[what].replace(b"\n", b"\r\n"))
    ours.put(answer(address, WORDS).as_bytes(policy=SMTP))
    fetch(take_any_mail)
    assert "we have looked into it." in Reply.objects.latest("pk").text
    taken = Reply.objects.count()
    fetch(take_any_mail)
    assert Reply.objects.count() == taken


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_mail_through_the_pipe_is_taken(scene: Scene, what: str) -> None:
    delivery, address = left(scene)
    assert take_any_mail(hostile(address)[what])
    assert is_taken(delivery)


def test_a_mail_that_meets_a_fault_of_ours_is_kept_as_it_came(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _delivery, address = left(scene)
    mail = answer(address, WORDS).as_bytes()

    def stumbles(*_given: object) -> None:
        raise UnicodeEncodeError("utf-8", WORDS, 0, 1, "half a letter")

    monkeypatch.setattr("tocsin.followup.replies.any_mail.take_reply", stumbles)
    assert take_any_mail(mail)
    assert not take_any_mail(mail), "the same mail twice is one"
    reply = Reply.objects.get()
    assert (reply.unlinked, reply.text, bytes(reply.mail.data)) == ("unreadable", "", mail)
    assert NAME not in caplog.text


def test_what_the_database_cannot_store_now_is_asked_for_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_away(*_given: object) -> None:
        raise OperationalError("the disk is full")

    monkeypatch.setattr("tocsin.followup.replies.any_mail.take_reply", is_away)
    with pytest.raises(OperationalError):
        take_any_mail(answer("replies@appeals.example", WORDS).as_bytes())
    assert not Reply.objects.exists()
