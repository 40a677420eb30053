"""Until mail is set up, messages lie in a folder: whole, private, and once each."""

import stat
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from pytest_django import Settings

from tocsin.post.folder import FolderPostOffice
from tocsin.post.tidy_folder import tidy_folder

LETTER = b"Message-ID: <1@tocsin.example>\r\nSubject: s\r\n\r\nFree them.\r\n"


def test_a_repeated_letter_is_the_same_file(tmp_path: Path) -> None:
    office = FolderPostOffice(tmp_path / "mail")
    office.send("a@tocsin.example", ["b@example.org"], LETTER)
    office.send("a@tocsin.example", ["b@example.org"], LETTER)
    office.send("a@tocsin.example", ["b@example.org"], LETTER.replace(b"<1@", b"<2@"))
    files = sorted((tmp_path / "mail").iterdir())
    assert len(files) == 2
    assert {file.suffix for file in files} == {".eml"}
    assert LETTER in {file.read_bytes() for file in files}


def test_nobody_else_on_the_machine_can_read_it(tmp_path: Path) -> None:
    FolderPostOffice(tmp_path / "mail").send("a@tocsin.example", ["b@example.org"], LETTER)
    (file,) = (tmp_path / "mail").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_messages_are_forgotten_after_three_days(tmp_path: Path, settings: Settings) -> None:
    settings.MAIL_FOLDER = tmp_path / "mail"
    FolderPostOffice(settings.MAIL_FOLDER).send("a@tocsin.example", ["b@example.org"], LETTER)
    tidy_folder({}, now=timezone.now() + timedelta(hours=71))
    assert len(list(settings.MAIL_FOLDER.iterdir())) == 1
    tidy_folder({}, now=timezone.now() + timedelta(hours=73))
    assert list(settings.MAIL_FOLDER.iterdir()) == []


def test_no_folder_is_no_fault(tmp_path: Path, settings: Settings) -> None:
    settings.MAIL_FOLDER = tmp_path / "mail"
    tidy_folder({})
    assert not settings.MAIL_FOLDER.exists()
