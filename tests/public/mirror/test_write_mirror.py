"""The site as plain files: every link leads somewhere, letters leave without a server, and a copy can be checked."""

import re
import subprocess
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from click.testing import CliRunner
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene, open_action
from tests.public.mirror.copies import ACTION

from tocsin.actions.asks.messages.decide import decide
from tocsin.actions.asks.messages.models import MessageState
from tocsin.actions.withdraw import withdraw
from tocsin.cases.models import Case
from tocsin.cli.mirror import command
from tocsin.directory.freeze_contact import freeze_contact
from tocsin.public.mirror import write_mirror as writing
from tocsin.public.mirror.check_mirror import faults_of, withdrawn_since
from tocsin.public.mirror.lists import about_in, mark_of
from tocsin.public.mirror.rewrite import Place, rewritten
from tocsin.public.mirror.write_mirror import CHECK_WITHOUT_US, CannotMirror, write_mirror


def links(page: Path) -> list[str]:
    return [unescape(link) for link in re.findall(r'(?:href|src)="([^"]+)"', page.read_text())]


def test_every_link_leads_to_a_file_or_says_that_it_leaves(written: Path) -> None:
    own, elsewhere = set(), set()
    for page in written.rglob("*.html"):
        for link in links(page):
            if urlsplit(link).scheme and "offices" not in page.parts:
                elsewhere.add(urlsplit(link).scheme + ":" + urlsplit(link).netloc)
            elif not urlsplit(link).scheme and not link.startswith("#"):
                path = urlsplit(link).path
                own.add((page.parent / path).resolve().relative_to(written.resolve()))
    assert [path for path in own if not (written / path).is_file()] == []
    assert Path(f"{ACTION}/NO-letter.html") in own
    assert {each for each in elsewhere if each.startswith("http:")} == {"http:127.0.0.1:8000"}


def test_the_pages_of_a_chronicle_lead_to_one_another() -> None:
    page = '<a href="?page=2">2</a><a href="?page=1#line-3">3</a><a href="?print=1">p</a><a href="?person=7">7</a>'
    held = {"c/strike/chronicle.html", "c/strike/chronicle-2.html", "c/strike/print.html"}
    place = Place("c/strike/chronicle.html", "/c/strike/chronicle", "en")
    found = re.findall(r'"([^"]+)"', rewritten(page, place, "", held))
    elsewhere = "http://127.0.0.1:8000/c/strike/chronicle?person=7"
    assert found == ["chronicle-2.html", "chronicle.html#line-3", "print.html", elsewhere]


def test_nothing_asks_a_server(written: Path) -> None:
    pages = [page.read_text() for page in written.rglob("*.html")]
    assert [page for page in pages if "<form" in page or "csrfmiddlewaretoken" in page] == []


def test_a_letter_leaves_from_the_reader_s_own_mail_program(written: Path) -> None:
    letter = written / ACTION / "NO-letter.html"
    [mail] = [link for link in links(letter) if link.startswith("mailto:")][:1]
    asked = parse_qs(urlsplit(mail).query)
    assert unquote(urlsplit(mail).path) == "london@embassy.example"
    assert asked["subject"] == ["Release Natalia Sokolova"]
    assert asked["body"][0].endswith("\r\n\r\nYours sincerely,")
    assert 'class="sheet-of-paper printed"' in (written / ACTION / "TR-unsigned.html").read_text()


def test_a_map_carries_its_shapes(written: Path) -> None:
    page = (written / ACTION / "organisations.html").read_text()
    assert 'href="#world-NO"' in page
    assert '<path id="world-NO"' in page
    assert "world.svg" not in page


def test_a_gathering_has_its_page_and_its_calendar_entry(written: Path) -> None:
    page = written / "g/oslo-picket.html"
    assert "the square" in page.read_text()
    assert "Count me in" not in page.read_text()
    assert "http://127.0.0.1:8000/g/oslo-picket" in links(page)
    assert "oslo-picket.ics" in links(page)
    assert "BEGIN:VEVENT" in (written / "g/oslo-picket.ics").read_text()
    assert "../g/oslo-picket.html" in " ".join(links(written / ACTION / "gatherings.html"))


def test_who_represents_the_country_of_the_events_stands_in_it_and_others_on_the_site(written: Path) -> None:
    page = written / "offices/KZ.html"
    assert "Who represents Kazakhstan where you live?" in page.read_text()
    assert 'href="#world-NO"' in page.read_text()
    assert "http://127.0.0.1:8000/offices/KZ/?from=NO#answer" in links(page)
    door = links(written / "offices.html")
    assert "offices/KZ.html" in door
    assert "http://127.0.0.1:8000/offices/NO/" in door
    assert not (written / "offices/NO.html").exists()


def test_who_lives_there_is_asked_not_to_write(written: Path) -> None:
    there = (written / ACTION / "KZ.html").read_text()
    assert "Please do not write from there" in there
    assert not (written / ACTION / "KZ-letter.html").exists()


def test_what_is_gone_is_not_in_it_and_named_by_a_mark_alone(written: Path) -> None:
    assert not (written / "a/gone.html").exists()
    about = about_in(written)
    assert about
    assert about.withdrawn == sorted(map(mark_of, ("a/gone", "c/gone")))
    assert "gone" not in (written / "mirror.json").read_text()


def test_it_is_real_and_whole(written: Path) -> None:
    assert list(faults_of(written, timezone.now())) == []


def test_others_can_check_it_too(written: Path) -> None:
    for line in CHECK_WITHOUT_US.splitlines():
        subprocess.run(line.split(), cwd=written, check=True)
    assert CHECK_WITHOUT_US in (written / "verify.html").read_text()


def test_the_command_says_so(written: Path, copy: Path) -> None:
    checked = CliRunner().invoke(command, [str(written), "--check"])
    assert (checked.exit_code, "Real, whole and not ended." in checked.output) == (0, True)
    (copy / "safety.html").unlink()
    checked = CliRunner().invoke(command, [str(copy), "--check"])
    assert (checked.exit_code, checked.output) == (2, "Error: safety.html is missing.\n")


def test_three_weeks_later_it_says_that_it_has_ended(written: Path) -> None:
    [fault] = faults_of(written, timezone.now() + timedelta(days=21))
    assert fault.startswith("It ended on ")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda copy: (copy / "safety.html").write_text("Write from home."), "safety.html was changed."),
        (lambda copy: (copy / "legal.html").unlink(), "legal.html is missing."),
        (lambda copy: (copy / "pay-here.html").write_text("x"), "pay-here.html was added by somebody."),
        (lambda copy: (copy / "SHA256SUMS.sig").write_bytes(b"0" * 64), "SHA256SUMS was not signed"),
        (lambda copy: (copy / "mirror-key.pem").write_text("no key"), "SHA256SUMS was not signed"),
        (lambda copy: (copy / "mirror-key.pem").unlink(), "mirror-key.pem is missing"),
        (lambda copy: (copy / "mirror.json").write_text("{"), "mirror.json is missing or cannot be read"),
    ],
)
def test_what_somebody_changed_is_told(copy: Path, spoil: object, told: str) -> None:
    assert callable(spoil)
    spoil(copy)
    assert any(told in fault for fault in faults_of(copy, timezone.now()))


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(CannotMirror, match="holds something else"):
        write_mirror(tmp_path)
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_newer_one_takes_the_place_of_the_old(
    db: None, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "site_pages", lambda language: iter([("/safety", "<head></head>")]))
    Case.objects.update(is_public=False)
    write_mirror(copy)
    assert not (copy / f"{ACTION}.html").exists()
    assert (copy / "safety.html").exists()
    assert [path.name for path in copy.parent.iterdir()] == ["copy"]


def test_a_newer_one_names_what_an_older_copy_must_delete(
    scene: Scene, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "site_pages", lambda language: iter([("/safety", "<head></head>")]))
    newer = tmp_path / "newer"
    withdraw(scene.action, cast.member("Petra"))
    write_mirror(newer)
    assert list(faults_of(copy, timezone.now())) == []
    asked = CliRunner().invoke(command, [str(copy), "--check", "--newer", str(newer)])
    assert (asked.exit_code, f"{ACTION}.html was withdrawn: delete it." in asked.output) == (2, True)
    assert list(withdrawn_since(newer, newer)) == []
    (newer / "safety.html").write_text("x")
    assert "no real copy" in next(withdrawn_since(copy, newer))
    assert (
        "--newer goes with --check" in CliRunner().invoke(command, [str(copy), "--newer", str(copy)]).output
    )


def test_an_older_copy_is_told_what_was_taken_back_since(
    scene: Scene, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "site_pages", lambda language: iter([("/safety", "<head></head>")]))
    shown = scene.action.messages.create(text="Courage", country="NO", language="en", state="shown")
    scene.action.gatherings.create(
        kind="picket", where="online", on="2095-06-08", starts="17:00", zone="Europe/Oslo",
        starts_at="2095-06-08T15:00Z", ends_at="2095-06-08T16:00Z",
        state="withdrawn", code="oslo-picket", shown_at=timezone.now(),
    )  # fmt: skip
    decide(scene.action, [shown.pk], MessageState.LEFT_OUT, cast.member("Petra"))
    write_mirror(tmp_path / "newer")
    told = list(withdrawn_since(copy, tmp_path / "newer"))
    assert "g/oslo-picket.html was withdrawn: delete it." in told
    assert f"{ACTION}.html holds what was taken back since: delete it, and take the newer one." in told
    assert list(withdrawn_since(tmp_path / "newer", tmp_path / "newer")) == []


def test_an_address_that_was_frozen_since_may_stand_on_any_page(
    db: None, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "site_pages", lambda language: iter([("/safety", "<head></head>")]))
    open_action()
    freeze_contact("london@embassy.example", cast.member("Petra"), "her mailbox was taken")
    write_mirror(tmp_path / "newer")
    told = list(withdrawn_since(copy, tmp_path / "newer"))
    assert (
        f"{ACTION}/NO-letter.html holds what was taken back since: delete it, and take the newer one." in told
    )
