"""What `tocsin check` says, each with a mend."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings
from tests import cast
from tests.post.mail_server import Behaviour, free_port, running
from tests.site.dns_server import SIGNS_ELSEWHERE, SOUND, answering

from tocsin.jobs.enqueue import enqueue
from tocsin.members.chain import link_entries
from tocsin.members.models import AuditEntry, Member
from tocsin.members.record import record
from tocsin.opinions.endpoint_settings import EndpointSettings
from tocsin.site.checks import Finding, findings


@pytest.fixture(scope="module")
def sound_dns() -> Iterator[str]:
    with answering(SOUND) as server:
        yield server


@pytest.fixture
def sound(settings: Settings, tmp_path: Path, db: None, sound_dns: str) -> Settings:
    """An installation with nothing to say about it, but for what a test breaks; its mail server is not asked."""
    tmp_path.chmod(0o700)
    settings.DATA = tmp_path
    settings.SECRET_KEY = "k" * 50
    settings.PUBLIC_URL, settings.IS_HTTPS = "https://appeals.example.org", True
    settings.DNS = sound_dns
    settings.AUDIT_WITNESS = "keeper@elsewhere.example"
    settings.LEGAL_NOTICE, settings.PRIVACY_CONTACT = "Odd Hansen, Oslo", "data@tocsin.example"
    cast.desk_client("Ada")
    return settings


def said(grade: str, about: str) -> list[Finding]:
    return [finding for finding in findings() if finding.grade == grade and about in finding.what]


def test_a_sound_installation_needs_no_mend(sound: Settings) -> None:
    with running(Behaviour()) as port:
        sound.SMTP_URL, sound.MAIL_FROM = f"smtp://127.0.0.1:{port}", "post@tocsin.example"
        assert [finding.what for finding in findings()] == [SIGNS_ELSEWHERE]


@pytest.mark.parametrize(
    ("changes", "grade", "about"),
    [
        ({"PUBLIC_URL": "http://appeals.example.org", "IS_HTTPS": False}, "unsafe", "not encrypted"),
        ({"PUBLIC_URL": "http://127.0.0.1:8000", "IS_HTTPS": False}, "unfinished", "only this machine"),
        ({"SECRET_KEY": "short"}, "unsafe", "TOCSIN_SECRET_KEY"),
        ({"SMTP_URL": ""}, "unfinished", "Mail is not set up"),
        ({"LEGAL_NOTICE": ""}, "unfinished", "/legal"),
        ({"PRIVACY_CONTACT": ""}, "unfinished", "/privacy"),
        ({"SMTP_URL": "mail.example.org", "MAIL_FROM": "a@b.example"}, "unsafe", "TOCSIN_SMTP_URL"),
        ({"SMTP_URL": "smtp://127.0.0.1", "MAIL_FROM": "nobody"}, "unsafe", "TOCSIN_MAIL_FROM"),
        (
            {"SMTP_URL": f"smtp://127.0.0.1:{free_port()}", "MAIL_FROM": "a@b.example"},
            "unfinished",
            "No mail leaves",
        ),
    ],
)
def test_each_fault_is_named_with_its_mend(
    sound: Settings, changes: dict[str, str], grade: str, about: str
) -> None:
    for name, value in changes.items():
        setattr(sound, name, value)
    (finding,) = said(grade, about)
    assert finding.mend


def test_a_folder_that_others_may_read_is_unsafe(sound: Settings, tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    (finding,) = said("unsafe", "can read")
    assert finding.mend == f"chmod go-rwx {tmp_path}"


def test_a_member_without_second_factor_is_named(sound: Settings, rustam: Member) -> None:
    (finding,) = said("unfinished", "second factor")
    assert finding.mend.endswith("tocsin members link rustam@desk.example")


def test_jobs_that_nobody_does_are_counted(sound: Settings) -> None:
    enqueue("letters.count", run_after=timezone.now() - timedelta(minutes=6))
    (finding,) = said("unfinished", "nobody does them")
    assert finding.what == "Jobs wait and nobody does them: 1."


def test_nobody_to_administer(sound: Settings) -> None:
    Member.objects.update(is_active=False)
    (finding,) = said("unfinished", "no administrator")
    assert finding.mend.startswith("Run: tocsin members add")


def test_a_database_of_another_version_is_unsafe_and_not_asked_further(
    sound: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.site.checks.MigrationExecutor.migration_plan", lambda *_: ["something"])
    (finding,) = said("unsafe", "database")
    assert finding.mend == "Run: tocsin upgrade"
    Member.objects.update(is_active=False)
    assert said("unfinished", "no administrator") == []


ON_THIS_MACHINE = EndpointSettings("http://127.0.0.1:8080/v1", "small")
ELSEWHERE = EndpointSettings("https://llm.example/v1", "small", elsewhere=True)


@pytest.mark.parametrize(
    ("reader", "endpoint", "grade", "about"),
    [
        ("endpoint", EndpointSettings(), "unfinished", "No endpoint is set up"),
        ("endpoint", replace(ELSEWHERE, elsewhere=False), "unfinished", "nothing is sent there"),
        ("endpoint", replace(ELSEWHERE, url="http://llm.example/v1"), "unfinished", "not encrypted"),
        (
            "endpoint",
            ELSEWHERE,
            "note",
            "Texts can leave this server: reports marked 'may leave this server'",
        ),
    ],
)
def test_a_second_reader_that_cannot_be_asked_or_stands_elsewhere_is_named(
    sound: Settings, reader: str, endpoint: EndpointSettings, grade: str, about: str
) -> None:
    sound.SECOND_OPINION, sound.ENDPOINT = reader, endpoint
    (finding,) = said(grade, about)
    assert finding.mend


@pytest.mark.parametrize(("reader", "endpoint"), [(None, ELSEWHERE), ("endpoint", ON_THIS_MACHINE)])
def test_a_reader_on_this_machine_or_none_needs_no_word(
    sound: Settings, reader: str | None, endpoint: EndpointSettings
) -> None:
    sound.SECOND_OPINION, sound.ENDPOINT = reader, endpoint
    assert [finding for finding in findings() if "reader" in finding.what or "leave" in finding.what] == []


def test_a_reader_that_is_not_installed_is_named_with_its_mend(
    sound: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    sound.SECOND_OPINION = "natasha"
    (finding,) = said("unfinished", "natasha is not installed")
    assert "pip install natasha" in finding.mend


def test_a_changed_trail_is_unsafe(sound: Settings) -> None:
    record("tried", "record 1", None)
    place = link_entries() + 1
    AuditEntry.objects.create(act="forged", link=place, hash="0" * 64)
    (finding,) = said("unsafe", "The audit trail was changed")
    assert finding.mend


def test_a_trail_that_nobody_outside_keeps_is_unfinished(sound: Settings) -> None:
    sound.AUDIT_WITNESS = ""
    (finding,) = said("unfinished", "Nobody outside keeps the state of the audit trail")
    assert "TOCSIN_AUDIT_WITNESS" in finding.mend
