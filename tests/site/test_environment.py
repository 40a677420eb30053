"""Settings as an administrator writes them."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tocsin.site import environment


def test_the_key_is_made_once_and_is_for_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOCSIN_SECRET_KEY")
    data = tmp_path / "data"
    key = environment.secret_key(data)
    assert len(key) >= 50
    assert environment.secret_key(data) == key
    assert stat.S_IMODE((data / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in data.iterdir()] == ["secret.key"]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    program = f"from pathlib import Path; from tocsin.site import environment as e; print(e.secret_key(Path({str(tmp_path)!r})))"
    children = [
        subprocess.Popen([sys.executable, "-c", program], env={}, stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    assert len({child.communicate()[0] for child in children}) == 1
    assert [child.returncode for child in children] == [0] * 6


def test_a_postgresql_address_is_taken_apart_and_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_DATABASE_URL", "postgresql://us%40er:p%2Fw@db.example:5433/tocsin")
    found = environment.database(Path("/nowhere"))
    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "tocsin",
        "USER": "us@er",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "5433",
    }


@pytest.mark.parametrize("url", ["mysql://db/tocsin", "postgresql://db.example", "tocsin"])
def test_another_database_address_is_refused_with_the_form_it_should_have(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("TOCSIN_DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="postgresql://user:password@host:port/database"):
        environment.database(Path("/nowhere"))


def test_the_public_host_and_loopback_are_answered() -> None:
    assert environment.hosts("https://appeals.example.org:8443") == [
        "appeals.example.org",
        "127.0.0.1",
        "localhost",
        "[::1]",
    ]
    with pytest.raises(ImproperlyConfigured, match=r"https://appeals\.example\.org"):
        environment.hosts("appeals.example.org")


@pytest.mark.parametrize(
    ("written", "reader"),
    [("", None), ("none", None), ("natasha", "natasha"), (" Endpoint ", "endpoint"), ("spacy", "spacy")],
)
def test_no_second_reader_unless_one_is_named(
    monkeypatch: pytest.MonkeyPatch, written: str, reader: str | None
) -> None:
    monkeypatch.setenv("TOCSIN_SECOND_OPINION", written)
    assert environment.second_opinion() == reader


@pytest.mark.parametrize(
    ("name", "written"), [("TOCSIN_SECOND_OPINION", "oracle"), ("TOCSIN_ENDPOINT_URL", "my server")]
)
def test_a_wrong_second_reader_is_said_with_its_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, written: str
) -> None:
    monkeypatch.setenv(name, written)
    read = environment.endpoint if "ENDPOINT" in name else environment.second_opinion
    with pytest.raises(ImproperlyConfigured, match=name):
        read()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, None),
        ({"": "none"}, None),
        ({"": "Brevo", "_SECRET": "a:b"}, "brevo"),
        ({"": "mailgun", "_KEY": "k"}, "mailgun"),
    ],
)
def test_the_mail_provider(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], named: str | None) -> None:
    monkeypatch.setenv("TOCSIN_BOUNCES", "bounces@tocsin.example")
    for end, value in given.items():
        monkeypatch.setenv(f"TOCSIN_MAIL_PROVIDER{end}", value)
    assert environment.mail_provider() == named


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"": "pigeon"}, "must be none, brevo, mailgun"),
        (
            {"": "brevo"},
            "TOCSIN_MAIL_PROVIDER is brevo: set TOCSIN_MAIL_PROVIDER_SECRET and TOCSIN_BOUNCES too",
        ),
        ({"": "mandrill", "_SECRET": "a:b"}, "set TOCSIN_MAIL_PROVIDER_KEY and TOCSIN_BOUNCES too"),
    ],
)
def test_a_provider_needs_what_proves_it(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], said: str
) -> None:
    for end, value in given.items():
        monkeypatch.setenv(f"TOCSIN_MAIL_PROVIDER{end}", value)
    with pytest.raises(ImproperlyConfigured, match=said):
        environment.mail_provider()
