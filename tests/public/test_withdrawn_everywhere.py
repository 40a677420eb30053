"""However a name is taken back, nothing that we serve, keep as a file or mirror holds it: pages, feeds, letters, programs' pages, copies."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client, TestCase
from django.utils import timezone
from pytest_django import Settings
from tests import cast
from tests.api.conftest import Program, partner, program
from tests.cases.exchange.test_write import words_of
from tests.cases.told import person
from tests.delivery.scene import Scene
from tests.public.mirror.copies import FEW
from tests.public.test_withdrawn_consent import CYRILLIC, LATIN, everything_public, heard, named, relay

from tocsin.actions.asks.stances.models import Stance
from tocsin.actions.models import CalledDay
from tocsin.cases.consent import withdraw_consent
from tocsin.cases.minors import set_minor
from tocsin.cases.models import Case, Claim, PersonAtRisk
from tocsin.cases.name_person import withhold_name
from tocsin.cases.seal import seal_report
from tocsin.cases.withdraw import withdraw_claim
from tocsin.followup.models import Outcome, Update, UpdateText
from tocsin.members.models import Member
from tocsin.public.mirror.write_mirror import write_mirror
from tocsin.public.stored.settle import settle_action, settle_case, settle_pictures
from tocsin.site.urls_api import urlpatterns as for_programs

__all__ = ["named", "partner", "program", "relay"]  # fixtures

PICKET = "oslo-picket"


def _elsewhere(her: PersonAtRisk, by: Member) -> None:
    """Somebody of her name in a case that nobody here knows of is a child."""
    other = Case.objects.create(slug="elsewhere", title="Elsewhere", country="KZ")
    cast.put_on(other, "Rustam")
    set_minor(person(other, LATIN, her.case.reports.get()), True, by)


WAYS: dict[str, Callable[[PersonAtRisk, Member], object]] = {
    "consent": lambda her, by: withdraw_consent(her.consents.get(), "2011-07-01", "by phone", by),
    "withheld": withhold_name,
    "claim": lambda her, by: withdraw_claim(Claim.objects.get(subject=her, predicate="name"), by),
    "child": lambda her, by: set_minor(her, True, by),
    "child elsewhere": _elsewhere,
    "sealed": lambda her, by: seal_report(her.case.reports.get(), by, "the source asked for it"),
}


def _told_of_her(scene: Scene) -> None:
    """What organisers, hosts and organisations wrote beside the action: a day, a gathering, a stance, an outcome, an update."""
    action, later = scene.action, timezone.now() + timedelta(days=9)
    CalledDay.objects.create(
        action=action, first_day=later, last_day=later, kinds=["picket"], words=f"Stand up for {LATIN}."
    )
    action.gatherings.create(
        kind="picket", where="outdoors", country="NO", city="Oslo", place=f"The bench of {LATIN}", on=later,
        starts="17:00", zone="Europe/Oslo", starts_at=later, ends_at=later + timedelta(hours=1),
        bring=f"A picture of {CYRILLIC}", state="shown", code=PICKET, shown_at=timezone.now(),
    )  # fmt: skip
    said = {"link": "https://paper.example/1", "recorded_at": timezone.now()}
    Stance.objects.create(
        case=action.case, organisation=f"Friends of {LATIN}", kind="supports", words=f"With {LATIN}!", **said
    )
    Outcome.objects.create(
        action=action, kind="other", happened_on=timezone.localdate(), text=f"{LATIN} was moved", **said
    )
    update = Update.objects.create(action=action, state="sent", sent_at=timezone.now())
    UpdateText.objects.create(update=update, language="en", subject=f"News of {LATIN}", body=f"{CYRILLIC}.")


def everything(scene: Scene, token: str, her: PersonAtRisk, program: Program) -> Iterator[tuple[str, bytes]]:
    """(where, bytes) of every public page, of the gathering's, and of every page for programs."""
    for path, answer in everything_public(scene, token, her):
        yield path, answer.content + str(answer.headers).encode()
    for page in ("", "/calendar.ics", "/poster.pdf"):
        yield f"g/x{page}", Client().get(f"/g/{PICKET}{page}").content
    given = {"slug": scene.action.slug, "country": "NO"}
    for route in for_programs:
        path = re.sub(r"<\w+:(\w+)>", lambda found: given[found[1]], str(route.pattern))
        said = program.get(f"/{path}").content.decode()
        yield f"api/v1/{path}", re.sub(r"\\u([0-9a-f]{4})", lambda c: chr(int(c[1], 16)), said).encode()


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield from ((str(file), file.read_bytes()) for file in sorted(folder.rglob("*")) if file.is_file())


def telling(found: Iterator[tuple[str, bytes]]) -> set[str]:
    return {where for where, data in found if heard("\n".join(words_of(data))) or heard(where)}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_told_before_and_nowhere_after(
    way: str, scene: Scene, named: PersonAtRisk, relay: str, program: Program, rustam: Member, settings: Settings,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("tocsin.public.mirror.country_pages.country_choices", lambda language: FEW)
    # Within the transaction of a test SQLite's journal cannot be written back.
    monkeypatch.setattr("tocsin.jobs.journal._write_back", lambda: None)
    slug, kept = scene.action.slug, Path(settings.PAGES_FOLDER)
    _told_of_her(scene)
    settle_action(slug)
    settle_case(slug)
    settle_pictures(slug)
    pictures = {file: file.read_bytes() for file in kept.rglob("*.png")}
    write_mirror(tmp_path / "before")
    before = telling(everything(scene, relay, named, program)) | telling(files_in(kept))
    assert before >= {
        "", f"a/{slug}", f"c/{slug}", f"c/{slug}/chronicle", "feed", f"a/{slug}/feed", f"embed/{slug}",
        f"api/v1/actions/{slug}", "api/v1/actions", f"api/v1/cases/{slug}", f"a/{slug}/gatherings",
        f"a/{slug}/gatherings.ics", "g/x", "g/x/calendar.ics", "g/x/poster.pdf",
    }  # fmt: skip
    assert telling(files_in(tmp_path / "before"))
    with TestCase.captureOnCommitCallbacks(execute=True):
        WAYS[way](named, rustam)
    assert telling(everything(scene, relay, named, program)) == set()
    assert telling(files_in(kept)) == set()
    assert pictures
    assert [file for file, was in pictures.items() if file.exists() and file.read_bytes() == was] == []
    write_mirror(tmp_path / "after")
    assert telling(files_in(tmp_path / "after")) == set()
