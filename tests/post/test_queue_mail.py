"""One-off mail goes through the outbox and arrives once."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.post.mail_server import Behaviour, free_port, running

from tocsin.jobs import lease
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.post.header_words import HeaderRefused
from tocsin.post.queue_mail import queue_mail


@pytest.fixture(autouse=True)
def mail_folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MAIL_FOLDER = tmp_path / "mail"
    return tmp_path / "mail"


def work() -> None:
    for job in lease.take(10):
        perform(job)


@pytest.mark.django_db
def test_without_a_server_it_lies_in_the_folder(mail_folder: Path) -> None:
    queue_mail("kari@example.no", "Bekreft brevet ditt – nå", "Hei!\n", key="confirm 1")
    assert queue_mail("kari@example.no", "Bekreft", "Hei!", key="confirm 1") is None
    work()
    (file,) = mail_folder.iterdir()
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (message["To"], message["Subject"]) == ("kari@example.no", "Bekreft brevet ditt – nå")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().strip() == "Hei!"


@pytest.mark.django_db
def test_with_a_server_it_leaves_and_is_forgotten(settings: Settings) -> None:
    behaviour = Behaviour()
    with running(behaviour) as port:
        settings.SMTP_URL, settings.MAIL_FROM = f"smtp://127.0.0.1:{port}", "Röst <post@tocsin.example>"
        queue_mail("kari@example.no", "Confirm", "Press here")
        work()
    ((sender, recipients, content),) = behaviour.letters
    assert (sender, recipients) == ("post@tocsin.example", ["kari@example.no"])
    message = message_from_bytes(content, policy=policy.default)
    assert message["From"].addresses[0].display_name == "Röst"
    assert "kari" not in str(Job.objects.values_list())


@pytest.mark.django_db
def test_a_temporary_error_keeps_it_under_the_same_message_id(settings: Settings) -> None:
    settings.SMTP_URL, settings.MAIL_FROM = f"smtp://127.0.0.1:{free_port()}", "post@tocsin.example"
    job = queue_mail("kari@example.no", "Confirm", "Press here")
    assert job is not None
    before = job.payload["message_id"]
    work()
    job.refresh_from_db()
    assert (job.done_at, job.failed_at, job.payload["message_id"]) == (None, None, before)
    assert "could not be reached" in job.error


@pytest.mark.django_db
def test_a_refused_recipient_is_given_up(settings: Settings) -> None:
    with running(Behaviour(recipients={"kari@example.no": "550 unknown"})) as port:
        settings.SMTP_URL, settings.MAIL_FROM = f"smtp://127.0.0.1:{port}", "post@tocsin.example"
        job = queue_mail("kari@example.no", "Confirm", "Press here")
        work()
    assert job is not None
    job.refresh_from_db()
    assert job.failed_at is not None
    assert "550 unknown" in job.error


@pytest.mark.django_db
def test_what_cannot_stand_in_a_header_is_refused_before_it_is_stored() -> None:
    for to, subject in [("kari@example.no", "Hi\nBcc: all@example.org"), ("no address", "Hi")]:
        with pytest.raises(HeaderRefused):
            queue_mail(to, subject, "text")
    assert not Job.objects.exists()
