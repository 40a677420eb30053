"""`tocsin receive`: what a mail server's pipe hands over is stored, or kept by the mail server."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from tests import processes
from tests.patience import PATIENCE
from tests.reports.drafts import TEXT

from tocsin.followup.models import Reply
from tocsin.jobs.worker import Worker
from tocsin.reports.models import Arrival, Report

MAIL = (
    b"Return-Path: <union@port.example>\r\nReceived: from port.example by mail.example; Fri, 8 May 2015 10:00:00 +0200\r\n"
    b"From: union@port.example\r\nSubject: =?utf-8?b?0JTQvtC60LXRgNGL?=\r\n\r\n" + TEXT.encode()
)


def receive(*arguments: object, given: bytes = b"", **more: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tocsin.cli.main", "receive", *map(str, arguments)],
        input=given,
        env=processes.environment(**more),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.django_db(transaction=True)
def test_a_piped_mail_is_stored_and_read_by_a_worker(tmp_path: Path) -> None:
    assert receive("--data", settings.DATA, given=MAIL) == (0, "", "")
    arrival = Arrival.objects.get()
    assert (arrival.name, arrival.way, arrival.state, bytes(arrival.data)) == (
        "Докеры",
        "command",
        "waiting",
        MAIL,
    )
    Worker().run_until_idle()
    assert TEXT.splitlines()[0] in Report.objects.get().text
    (tmp_path / "appeal.txt").write_text(TEXT + "Another.")
    assert receive(tmp_path / "appeal.txt", "--data", settings.DATA)[0] == 0
    assert Arrival.objects.filter(name="appeal.txt").count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_answer_of_thirty_megabytes_is_cut_and_kept() -> None:
    head = (
        b"From: office@embassy.example\nTo: replies+r1t20000-aaaaaaaaaaaaaaaa@appeals.example\nSubject: No\n"
    )
    body = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWe shall not answer.\n--b\nContent-Type: image/png\n\n"
    mail = head + body + b"x" * (30 * 2**20)
    assert receive("--bounce", "--data", settings.DATA, given=mail) == (0, "", "")
    reply = Reply.objects.get()
    assert (reply.text, reply.size, reply.unlinked) == ("We shall not answer.", len(mail), "forged")


@pytest.mark.soak
def test_a_database_that_does_not_answer_is_waited_for_and_then_the_sender_keeps_it(tmp_path: Path) -> None:
    """Half a minute: as long as the pool of connections tries."""
    silent = "postgresql://nobody@127.0.0.1:1/none"
    code, out, err = receive("--data", tmp_path, given=MAIL, TOCSIN_DATABASE_URL=silent)
    assert (code, out, "Traceback" in err) == (75, "", False), err


def test_without_a_database_the_sender_keeps_it(tmp_path: Path) -> None:
    for more in ({}, {"TOCSIN_DATABASE_URL": "nonsense"}):
        code, out, err = receive(
            "--data", tmp_path / "data", given=MAIL, **({"TOCSIN_DATABASE_URL": ""} | more)
        )
        assert (code, out, "Traceback" in err) == (75, "", False), err
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "tocsin.sqlite3").touch()
    assert receive("--data", tmp_path / "data", given=MAIL, TOCSIN_DATABASE_URL="")[0] == 75, (
        "tables are missing"
    )


@pytest.mark.parametrize(("given", "words"), [(b"", "empty"), (b"a" * (10 * 2**20 + 1), "more than 10 MB")])
def test_what_can_never_be_taken_goes_back(given: bytes, words: str, tmp_path: Path) -> None:
    code, _out, err = receive("--data", tmp_path, given=given)
    assert (code, words in err) == (65, True)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    code, _out, err = receive(tmp_path / "none.eml", "--data", tmp_path)
    assert (code, "none.eml: there is no such file" in err) == (66, True)
