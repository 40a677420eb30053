"""Mails of a real mailbox become arrivals, once each, and stay where they are."""

from collections.abc import Iterator
from email.message import EmailMessage
from functools import partial

import pytest
from pytest_django import Settings

from tests.fetching.imap_servers import ADDRESS, PASSWORD, Mailbox, lying_mailbox, real_mailbox
from tests.reports.drafts import TEXT
from tocsin.fetching.mailbox import new_mails
from tocsin.jobs.worker import Worker
from tocsin.members.models import Member
from tocsin.reports.arrivals.sources import mailbox
from tocsin.reports.models import Arrival, IntakeSource, Report

from .looking import added, look

pytestmark = pytest.mark.django_db
VARIABLE = "TOCSIN_MAILBOX_PASSWORD_APPEALS_MAIL_EXAMPLE"


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    with real_mailbox() as running:
        yield running


@pytest.fixture
def source(ada: Member, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> IntakeSource:
    settings.ONLINE = True
    monkeypatch.setenv(VARIABLE, PASSWORD)
    return added("mailbox", ADDRESS)


def leads_to(box: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    there = partial(new_mails, resolver=box.resolver, connector=box.connector, context=box.context)
    monkeypatch.setattr(mailbox, "new_mails", there)


def appeal(subject: str, words: str, attachment: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "union@port.example", "appeals@mail.example", subject
    message["Date"] = "Fri, 08 May 2015 10:00:00 +0200"
    message["Received"] = "from port.example by mail.example; Fri, 08 May 2015 10:00:01 +0200"
    message.set_content(words)
    if attachment:
        message.add_attachment(attachment.encode(), maintype="text", subtype="plain", filename="appeal.txt")
    return message.as_bytes()


def test_mails_with_attachments_become_reports_and_come_in_once(
    source: IntakeSource, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    leads_to(box, monkeypatch)
    box.put(
        appeal("Докеры избиты", "See the file.", TEXT), b"\r\n", appeal("A second one", "Nobody slept. " * 9)
    )
    for _time in range(3):
        look(source)
        Worker().run_until_idle()
    assert source.trouble == ""
    assert list(Arrival.objects.order_by("pk").values_list("name", "way", "state")) == [
        ("Докеры избиты", "mail", "read"),
        ("A second one", "mail", "read"),
    ]
    first = Report.objects.get(name="Докеры избиты")
    assert "police beat nine dockers" in first.text
    assert (first.published, first.media_type) == ("2015-05-08", "message/rfc822")
    assert not any(b"Seen" in row or b"Deleted" in row for row in box.flags())


def test_without_its_password_or_the_network_nothing_is_asked(
    source: IntakeSource, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "new_mails", lambda *_given: pytest.fail("asked"))
    monkeypatch.delenv(VARIABLE)
    assert look(source).trouble == f"Its password is not set: {VARIABLE}."
    settings.ONLINE = False
    assert "may not reach the network" in look(source).trouble


def test_a_mailbox_that_lies_is_asked_less_and_less_often(
    source: IntakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = []
    for _time in range(3):
        with lying_mailbox(lambda line: line.sendall(b"rubbish\r\n"), encrypted=False) as liar:
            leads_to(liar, monkeypatch)
            look(source)
        pauses.append(round((source.look_next_at - source.looked_at).total_seconds()))
    assert (pauses, source.failures) == ([240, 480, 960], 3)
    assert "did not answer as a mailbox should" in source.trouble
