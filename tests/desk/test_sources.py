"""Ways in at the desk."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import Settings

from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.reports.models import IntakeSource

ADDRESS = "/desk/sources/"


def said(client: Client) -> str:
    return " ".join(BeautifulSoup(client.get(ADDRESS).content, "lxml").find("main").get_text(" ").split())


def add(client: Client, kind: str, address: str) -> int:
    return client.post(ADDRESS, {"kind": kind, "name": "The scanner", "address": address}).status_code


def test_a_folder_is_added_looked_at_and_switched(
    ada_at_desk: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    assert "No way in has been added." in said(ada_at_desk)
    assert add(ada_at_desk, "folder", "scanner") == 302
    assert "being looked at" in said(ada_at_desk)
    Worker().run_until_idle()
    page = said(ada_at_desk)
    assert str(tmp_path / "incoming" / "scanner") in page
    assert "being looked at" not in page
    assert (tmp_path / "incoming" / "scanner" / "done").is_dir()
    source = IntakeSource.objects.get()
    ada_at_desk.post(f"{ADDRESS}{source.pk}/look")
    assert Job.objects.filter(kind="reports.look_at_source", done_at=None).count() == 1
    ada_at_desk.post(f"{ADDRESS}{source.pk}/switch", {"is_on": "no"})
    Worker().run_until_idle()
    assert "Switch on" in said(ada_at_desk)
    ada_at_desk.post(f"{ADDRESS}{source.pk}/look")
    assert "It is switched off." in said(ada_at_desk)


@pytest.mark.parametrize(
    ("kind", "address", "sentence"),
    [
        ("folder", "../secret", "plain name of a folder"),
        ("mailbox", "imaps://a:secret@mail.example/INBOX", "Leave the password out"),
        ("feed", "http://user:pass@a.example/feed", "name or password in it"),
        ("feed", "a.example/feed", "Only addresses that begin with"),
    ],
)
def test_a_wrong_address_is_told_with_the_form_as_filled_in(
    ada_at_desk: Client, kind: str, address: str, sentence: str
) -> None:
    answer = ada_at_desk.post(ADDRESS, {"kind": kind, "name": "N", "address": address})
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 422
    assert sentence in page.get_text()
    assert page.find(id="id_address")["value"] == address
    assert IntakeSource.objects.count() == 0


def test_what_a_mailbox_needs_is_said_and_no_password_shown(
    ada_at_desk: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ada_at_desk, "mailbox", "imaps://appeals@mail.example/INBOX")
    assert "TOCSIN_ONLINE=yes" in said(ada_at_desk)
    settings.ONLINE = True
    variable = "TOCSIN_MAILBOX_PASSWORD_APPEALS_MAIL_EXAMPLE"
    assert variable in said(ada_at_desk)
    monkeypatch.setenv(variable, "a canary")
    page = said(ada_at_desk)
    assert (variable in page, "a canary" in page) == (False, False)


def test_the_same_way_in_is_added_once(ada_at_desk: Client) -> None:
    assert [add(ada_at_desk, "folder", "scanner") for _time in range(2)] == [302, 422]


def test_others_than_administrators_are_refused(petra_at_desk: Client) -> None:
    assert petra_at_desk.get(ADDRESS).status_code == 403
    assert add(petra_at_desk, "folder", "scanner") == 403
    assert "Ways in" not in petra_at_desk.get("/desk/").content.decode()
