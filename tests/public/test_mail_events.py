"""The mail provider tells what came of our letters; nobody else is believed."""

import pytest
from django.conf import settings as installed
from django.test import Client
from pytest_django import Settings
from tests.delivery.leaving import attempt
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene
from tests.delivery.test_send import confirmed
from tests.post.provider.calls import ADDRESS, KEY, PASSWORD, Call, call, post, with_password

from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.post.provider.names import PROVIDERS, ProviderName
from tocsin.post.return_path import Kind, token
from tocsin.supporters.silence import may_write

pytestmark = pytest.mark.django_db
URL = f"{installed.PUBLIC_URL}{ADDRESS}"
BECOMES = {
    "hard": DeliveryState.BOUNCED,
    "soft": DeliveryState.FAILED,
    "late": DeliveryState.ACCEPTED,
    "arrived": DeliveryState.ACCEPTED,
    "spam": DeliveryState.ACCEPTED,
}
# Mailgun has no word of its own for an address that does not exist: the server's code says it.
WORDS = {"hard": "550 5.1.1 no such user", "soft": "452 4.2.2 mailbox full"}


@pytest.fixture(autouse=True)
def _set_up(settings: Settings) -> None:
    settings.BOUNCES = "bounces@tocsin.example"
    settings.ANYMAIL = {
        "WEBHOOK_SECRET": PASSWORD,
        "MAILGUN_WEBHOOK_SIGNING_KEY": KEY,
        "MANDRILL_WEBHOOK_KEY": KEY,
        "MANDRILL_WEBHOOK_URL": URL,
    }


def accepted(scene: Scene) -> Delivery:
    with mail_server():
        return attempt(confirmed(scene))


def about(delivery: Delivery) -> str:
    return token(Kind.DELIVERY, delivery.pk)


def send(client: Client, settings: Settings, provider: ProviderName, made: Call) -> int:
    """Mailgun and Mandrill sign; that they show the password besides is as an administrator likes."""
    settings.MAIL_PROVIDER = provider
    return post(client, made._replace(headers={**with_password(), **made.headers}))


@pytest.mark.parametrize("kind", BECOMES)
@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_each_provider_tells_is_understood(
    scene: Scene, client: Client, settings: Settings, provider: ProviderName, kind: str
) -> None:
    delivery = accepted(scene)
    made = call(provider, kind, about(delivery), URL, WORDS.get(kind, ""))
    assert send(client, settings, provider, made) == 200
    delivery.refresh_from_db()
    assert delivery.state == BECOMES[kind]
    assert scene.email_of(scene.london).is_usable == (kind != "hard")
    assert bool(delivery.contact_point.dead_reported_at) == (kind == "spam")


@pytest.mark.parametrize("provider", [name for name in PROVIDERS if name != "mailgun"])
@pytest.mark.parametrize("kind", ["hard", "soft"])
def test_without_a_servers_words_the_providers_own_kind_decides(
    scene: Scene, client: Client, settings: Settings, provider: ProviderName, kind: str
) -> None:
    delivery = accepted(scene)
    assert send(client, settings, provider, call(provider, kind, about(delivery), URL)) == 200
    delivery.refresh_from_db()
    assert delivery.state == BECOMES[kind]


def test_the_same_call_twice_changes_nothing_the_second_time(
    scene: Scene, client: Client, settings: Settings
) -> None:
    delivery = accepted(scene)
    made = call("brevo", "hard", about(delivery), URL)
    assert [send(client, settings, "brevo", made) for _ in range(2)] == [200, 200]
    assert delivery.changes.filter(became=DeliveryState.BOUNCED).count() == 1


def test_a_supporter_who_complains_is_written_to_no_more(
    scene: Scene, client: Client, settings: Settings
) -> None:
    letter = accepted(scene).letter
    assert letter is not None
    spam = call("postmark", "spam", token(Kind.SUPPORTER, letter.supporter.pk), URL)
    assert send(client, settings, "postmark", spam) == 200
    assert not may_write(letter.supporter.email)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_call_that_shows_no_password_and_no_signature_changes_nothing(
    scene: Scene, client: Client, settings: Settings, provider: ProviderName
) -> None:
    delivery = accepted(scene)
    settings.MAIL_PROVIDER = provider
    made = call(provider, "hard", about(delivery), f"{URL}-of-another")
    forged = made._replace(body=made.body.replace(b'"signature": "', b'"signature": "0'), headers={})
    assert post(client, forged) == 403
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.ACCEPTED


def test_a_token_that_we_did_not_give_is_about_nothing(
    scene: Scene, client: Client, settings: Settings
) -> None:
    delivery = accepted(scene)
    forged = call("mailjet", "hard", f"d{delivery.pk}-{'a' * 16}", URL)
    assert send(client, settings, "mailjet", forged) == 200
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.ACCEPTED


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"[1]", b'{"event": 1}', b"\xff\xfe", b'{"msys": 1}']
)
@pytest.mark.parametrize("provider", [name for name in PROVIDERS if name not in ("mailgun", "mandrill")])
def test_what_cannot_be_read_is_refused_or_passed_over(
    client: Client, settings: Settings, provider: ProviderName, body: bytes
) -> None:
    made = Call(body, "application/json", {})
    assert send(client, settings, provider, made) in (200, 400)


def test_where_no_provider_is_set_there_is_no_such_page(client: Client) -> None:
    assert post(client, call("brevo", "hard", "", URL)) == 404
    assert client.head(ADDRESS).status_code == 404


def test_a_provider_may_try_the_address(client: Client, settings: Settings) -> None:
    settings.MAIL_PROVIDER = "mandrill"
    assert (client.head(ADDRESS).status_code, client.get(ADDRESS).status_code) == (200, 405)
