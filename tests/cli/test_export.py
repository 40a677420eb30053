"""`tocsin export` and `tocsin import`: what a case holds as a file, and back; what is wrong in one sentence."""

import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.cases.exchange.full_case import full_case
from tests.cases.exchange.packs import forget
from tests.cli.running import tocsin, up

from tocsin.cases.models import Case
from tocsin.cli import export, import_case
from tocsin.members.models import AuditEntry

SAMPLE = "kazakhstan-2011"
pytestmark = pytest.mark.django_db
# Format, for everybody, how the file begins, and how many records it holds: claims, incidents, entities, rows.
FILES = [
    ("bundle", False, b"PK", "38"),
    ("bundle", True, b"%PDF", "0"),
    ("csv", False, b"case,subject,kind", "38"),
    ("csv", True, b"case,subject,kind", "0"),
    ("acled", False, b"event_id_cnty,event_date", "2"),
    ("ftm", False, b'{"id": "tocsin-c', "30"),
    ("json", False, b'{\n"format": "tocsin-case"', "38"),
    ("json", True, b'{\n"format": "tocsin-case"', "0"),
    ("zip", False, b"PK", "137"),
]


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield full_case(cast.member("Rustam")).pk
        transaction.set_rollback(True)


@pytest.fixture
def case(made_once: int, db: None, monkeypatch: pytest.MonkeyPatch) -> Case:
    """The commands find the installation of the tests where they would load their own."""
    for command in (export, import_case):
        monkeypatch.setattr(command, "load", lambda data: None)
        monkeypatch.setattr(command, "prepare_database", lambda: None)
    return Case.objects.get(pk=made_once)


def exported(case: Case, *arguments: object) -> Result:
    return CliRunner().invoke(export.command, [case.slug, *map(str, arguments)])


@pytest.mark.parametrize(("kind", "public", "begins", "records"), FILES)
def test_each_format_is_written_and_noted(
    case: Case, tmp_path: Path, kind: str, public: bool, begins: bytes, records: str
) -> None:
    out = tmp_path / "file"
    done = exported(case, "--format", kind, "--out", out, *(["--public"] if public else []))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"{records} records.\n")
    assert out.read_bytes().startswith(begins)
    logged = AuditEntry.objects.get(act="case.exported")
    assert (logged.detail["kind"], logged.detail["public"], logged.detail["records"]) == (
        kind,
        public,
        int(records),
    )


def test_without_a_name_it_goes_to_stdout_and_the_telling_does_not(case: Case) -> None:
    done = exported(case, "--format", "json")
    assert json.loads(done.stdout)["slug"] == case.slug
    assert done.stderr == "38 records.\n"


def test_the_zip_comes_back(case: Case, tmp_path: Path) -> None:
    out, slug, title = tmp_path / "case.zip", case.slug, case.title
    exported(case, "--format", "zip", "--out", out)
    forget(case)
    done = CliRunner().invoke(import_case.command, [str(out)])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"“{title}” is here: 137 records, at /desk/cases/{slug}/.\n"
    assert Case.objects.get().slug == slug


def test_what_is_refused_is_said_in_a_sentence_and_leaves_no_file_and_no_line(
    case: Case, tmp_path: Path
) -> None:
    taken, nowhere = tmp_path / "taken", tmp_path / "nowhere" / "file"
    taken.write_bytes(b"mine")
    refusals = {
        "there already": exported(case, "--format", "csv", "--out", taken),
        "its folder is not there": exported(case, "--format", "csv", "--out", nowhere),
        "cannot be made public": exported(case, "--format", "zip", "--public"),
        "There is no case “elsewhere”": CliRunner().invoke(export.command, ["elsewhere", "--format", "csv"]),
    }
    for words, answer in refusals.items():
        assert (answer.exit_code, answer.stdout) == (2, "")
        assert words in answer.stderr
    assert taken.read_bytes() == b"mine"
    assert AuditEntry.objects.filter(act="case.exported").count() == 0


def test_a_case_that_is_here_is_not_made_twice(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "case.zip"
    exported(case, "--format", "zip", "--out", out)
    done = CliRunner().invoke(import_case.command, [str(out)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is on this server already" in done.stderr


@pytest.mark.soak
def test_from_a_shell_one_installation_gives_the_sample_to_another(tmp_path: Path) -> None:
    """Real processes with databases of their own: what the tests above take for granted."""
    here, there, bad = tmp_path / "here", tmp_path / "there", tmp_path / "bad.zip"
    with up(here):
        pass
    for kind in ("bundle", "ftm", "csv", "acled", "json", "zip"):
        done = tocsin("export", SAMPLE, "--format", kind, "--out", tmp_path / kind, "--data", here)
        assert (done.returncode, done.stdout) == (0, "")
    done = tocsin("import", tmp_path / "zip", "--data", there)
    assert (done.returncode, done.stdout) == (0, "")
    tocsin("export", SAMPLE, "--format", "zip", "--out", tmp_path / "again", "--data", there)
    assert tables(tmp_path / "again") == tables(tmp_path / "zip")
    bad.write_bytes(b"no zip at all")
    for arguments in (("export", "nowhere", "--format", "csv"), ("import", bad)):
        done = tocsin(*arguments, "--data", there)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("Error: ")


def tables(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist() if "/" in name}
