"""Sending through a real mail server that accepts, refuses, stalls, hangs up, wants TLS or a password."""

import logging
from typing import Any

import pytest
from tests.post.mail_server import CERTIFICATE, Behaviour, free_port, running, silent, tls

from tocsin.post.errors import PermanentError, PostError, TemporaryError
from tocsin.post.smtp import SmtpPostOffice

LETTER = "From: a@tocsin.example\r\nTo: b@example.org\r\nSubject: s\r\n\r\nSlobodu!\r\n.\r\nHør\r\n".encode()


def send(
    port: int, scheme: str = "smtp", account: str = "", timeout: float = 5, to: str = "b@example.org"
) -> None:
    office = SmtpPostOffice.from_url(f"{scheme}://{account}127.0.0.1:{port}", timeout)
    office.send("a@tocsin.example", to.split(), LETTER)


def refusal(port: int, **how: Any) -> PostError:
    with pytest.raises(PostError) as caught:
        send(port, **how)
    return caught.value


def test_a_letter_arrives_byte_for_byte() -> None:
    behaviour = Behaviour()
    with running(behaviour) as port:
        send(port)
    assert behaviour.letters == [("a@tocsin.example", ["b@example.org"], LETTER)]


@pytest.mark.parametrize(
    ("behaviour", "error", "reason"),
    [
        (
            Behaviour(recipients={"b@example.org": "550 no such mailbox"}),
            PermanentError,
            "550 no such mailbox",
        ),
        (Behaviour(recipients={"b@example.org": "452 mailbox full"}), TemporaryError, "452 mailbox full"),
        (Behaviour(mail="553 not from you"), PermanentError, "553 not from you"),
        (Behaviour(mail="451 later"), TemporaryError, "451 later"),
        (Behaviour(mail="530 authenticate first"), TemporaryError, "530 authenticate first"),
        (Behaviour(data="554 we do not want this"), PermanentError, "554 we do not want this"),
        (Behaviour(data="451 greylisted"), TemporaryError, "451 greylisted"),
    ],
)
def test_a_refusal_is_told_in_the_servers_words(
    behaviour: Behaviour, error: type[PostError], reason: str
) -> None:
    with running(behaviour) as port:
        told = refusal(port)
    assert type(told) is error
    assert reason in told.reason
    assert behaviour.letters == []


def test_hanging_up_before_the_answer_is_temporary() -> None:
    with running(Behaviour(data=None)) as port:
        told = refusal(port)
    assert isinstance(told, TemporaryError)


def test_a_silent_server_is_left_after_the_time_limit() -> None:
    with silent() as port, pytest.raises(TemporaryError, match=r"127\.0\.0\.1 could not be reached"):
        send(port, timeout=0.2)


def test_nobody_there_is_temporary() -> None:
    assert isinstance(refusal(free_port()), TemporaryError)


def test_one_of_two_recipients_refused_is_said_and_not_repeated() -> None:
    behaviour = Behaviour(recipients={"c@example.org": "550 unknown"})
    with running(behaviour) as port:
        told = refusal(port, to="b@example.org c@example.org")
    assert isinstance(told, PermanentError)
    assert told.reason == "accepted, but not for c@example.org: 550 unknown"
    assert behaviour.letters[0][1] == ["b@example.org"]


def test_a_server_without_eight_bits_gets_the_same_words_in_seven() -> None:
    behaviour = Behaviour(eight_bit=False)
    with running(behaviour) as port:
        send(port)
    body = behaviour.letters[0][2]
    assert body.isascii()
    assert b"H=C3=B8r" in body


def test_starttls_is_used_where_it_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    behaviour = Behaviour()
    with running(behaviour, tls_context=tls(), require_starttls=True) as port:
        send(port)
    assert behaviour.encrypted == [True]


def test_tls_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    behaviour = Behaviour()
    with running(behaviour, ssl_context=tls()) as port:
        send(port, scheme="smtps")
    assert len(behaviour.letters) == 1


def test_a_certificate_that_nobody_vouches_for_is_not_trusted() -> None:
    behaviour = Behaviour()
    with running(behaviour, tls_context=tls(), require_starttls=True) as port:
        told = refusal(port)
    assert isinstance(told, TemporaryError)
    assert "certificate" in told.reason
    assert behaviour.letters == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_user_and_password_are_decoded_and_never_shown(caplog: pytest.LogCaptureFixture) -> None:
    behaviour = Behaviour(accounts={b"us:er": b"pass/word"})
    options = {"authenticator": behaviour.authenticate, "auth_require_tls": False, "auth_required": True}
    caplog.set_level(logging.DEBUG, logger="tocsin")
    with running(behaviour, **options) as port:
        send(port, account="us%3Aer:pass%2Fword@")
        told = refusal(port, account="us%3Aer:wrong@")
    assert len(behaviour.letters) == 1
    assert isinstance(told, TemporaryError), "a wrong password is our fault, not the letter's"
    assert "pass/word" not in repr(SmtpPostOffice.from_url("smtp://us%3Aer:pass%2Fword@127.0.0.1"))
    assert "pass/word" not in caplog.text


def test_nothing_is_sent_in_clear_beyond_this_machine() -> None:
    behaviour = Behaviour()
    with running(behaviour) as port:
        office = SmtpPostOffice("ip6-localhost.invalid", port)
        with pytest.raises(TemporaryError):
            office.send("a@tocsin.example", ["b@example.org"], LETTER)


def test_check_says_whether_the_server_would_take_mail() -> None:
    with running(Behaviour()) as port:
        SmtpPostOffice.from_url(f"smtp://127.0.0.1:{port}").check()
    with pytest.raises(TemporaryError):
        SmtpPostOffice.from_url(f"smtp://127.0.0.1:{port}").check()


@pytest.mark.parametrize("url", ["", "127.0.0.1:25", "http://mail.example.org", "smtp://"])
def test_an_address_of_a_server_that_cannot_be_read_says_how_to_write_it(url: str) -> None:
    with pytest.raises(ValueError, match="smtp://user:password@host:587"):
        SmtpPostOffice.from_url(url)


@pytest.mark.parametrize(
    ("url", "port"), [("smtp://mail.example.org", 587), ("smtps://mail.example.org", 465)]
)
def test_ports_are_those_of_submission(url: str, port: int) -> None:
    assert SmtpPostOffice.from_url(url).port == port
