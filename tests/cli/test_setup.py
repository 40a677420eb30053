"""`tocsin setup` as a script calls it; the questions themselves are tested in set_up/."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.running import tocsin

from tocsin.cli.backup import command as backup
from tocsin.cli.check import command as check
from tocsin.cli.setup import command as setup

pytestmark = pytest.mark.long
CANARY = "canary-password"


def test_setup_again_check_and_the_environment_over_it(fresh: Path, tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text(f"{CANARY}\n")
    mail = ("--mail-server", "127.0.0.1", "--mail-user", "post", "--mail-password-file", password)
    said = ("--domain", "appeals.example.org", "--administrator", "ada@example.org", *mail)
    first = tocsin("setup", "--data", fresh, "--yes", *said)
    assert first.returncode == 0, first.stderr
    assert "ada@example.org is administrator" in first.stdout
    assert "https://appeals.example.org/desk/link/" in first.stdout
    assert "/legal does not say who answers" in first.stdout

    second = tocsin("setup", "--data", fresh, "--yes", "--legal-notice", "Odd Hansen, Oslo")
    assert "is administrator" not in second.stdout
    assert "/legal" not in second.stdout
    shown = tocsin("setup", "--data", fresh, "--show", TOCSIN_ORGANISATION="Other")
    assert shown.stdout.splitlines() == [
        "TOCSIN_LEGAL_NOTICE = Odd Hansen, Oslo",
        "TOCSIN_MAIL_FROM = appeals@appeals.example.org",
        "TOCSIN_ORGANISATION = Tocsin  (the environment says otherwise, and wins)",
        "TOCSIN_PROXIES = 1",
        "TOCSIN_PUBLIC_URL = https://appeals.example.org",
        "TOCSIN_SMTP_URL = smtps://post:…@127.0.0.1:465",
    ]
    printed = [answer.stdout + answer.stderr for answer in (first, second, shown)]
    assert [text for text in printed if CANARY in text] == []
    assert CANARY in (fresh / "settings.toml").read_text()


def test_a_wrong_option_is_one_sentence_and_nothing_is_kept(tmp_path: Path) -> None:
    answer = tocsin("setup", "--data", tmp_path, "--yes", "--domain", "no domain")
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert "--domain: no domain is no host" in answer.stderr
    assert list(tmp_path.iterdir()) == []


def test_whoever_names_no_installation_is_told_of_none(tmp_path: Path) -> None:
    """And none is begun by asking."""
    for words in ("check", "upgrade"):
        answer = tocsin(words, "--data", tmp_path / "none")
        assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
        assert "There is no installation" in answer.stderr
    assert not (tmp_path / "none").exists()


def test_root_leaves_nothing_in_a_folder_of_another_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it wrote there could not be read by the services, which run as that account."""
    if os.geteuid() == 0:
        shutil.chown(tmp_path, "nobody")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    for command, words in ((setup, ["--yes"]), (check, []), (backup, [str(tmp_path / "b.tar.gz")])):
        answer = CliRunner().invoke(command, [*words, "--data", str(tmp_path)])
        assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)
        assert f"belongs to {tmp_path.owner()}" in answer.stderr
    assert list(tmp_path.iterdir()) == []
