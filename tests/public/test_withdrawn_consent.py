"""Consent withdrawn: not one byte that we serve to anybody holds the name, in either script."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import reverse
from pytest_django import Settings
from tests.cases.asking import a_number, an_office
from tests.cases.exchange.test_write import PUBLIC, words_of
from tests.cases.relay.test_relay import a_plan
from tests.cases.told import incident, person, told
from tests.delivery.scene import Scene
from tests.reports.drafts import a_report

from tocsin.actions.models import LetterText
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.exchange.ask_export import ask_export
from tocsin.cases.exchange.make_export import make_export
from tocsin.cases.exchange.write import write_export
from tocsin.cases.models import Case, Claim, PersonAtRisk, Relay
from tocsin.cases.name_person import show_name
from tocsin.cases.names import namesakes
from tocsin.cases.queries import case_view
from tocsin.cases.relay.invite import invite
from tocsin.cases.relay.open_relay import open_relay
from tocsin.followup.replies.models import Reply
from tocsin.members.models import Member
from tocsin.public.stored.settle import settle_action as settle
from tocsin.site.urls_public import urlpatterns

LATIN, CYRILLIC = "Zulfiya Qanarova", "Зульфия Канарова"
SIGNS = ("zulfiya", "qanarov", "зульфи", "канаров")


@pytest.fixture
def named(scene: Scene, settings: Settings, tmp_path: Path, rustam: Member) -> PersonAtRisk:
    """She stands in reports, claims, wording, an action with letters in two languages; all of it is public."""
    settings.DATA = tmp_path
    case = scene.action.case
    report = a_report(text=f"{LATIN} was held.\n{CYRILLIC} задержана.", name=f"{LATIN}.txt", draft={},
                      publisher=f"Friends of {LATIN}", source_url="https://paper.example/zulfiya-qanarova")  # fmt: skip
    case.reports.add(report)
    her = person(case, LATIN, report, aliases=[CYRILLIC], charge=f"the case of {CYRILLIC}", liberty="held")
    incident(case, "detention", "2011-06-05", report=report, said_by=LATIN, affected=[LATIN, CYRILLIC])
    told(case, "statement", report, speaker=f"Head of the prison on {LATIN}", gist=f"{CYRILLIC} is not here")
    told(case, "demand", report, text=f"Release {LATIN}")
    told(case, "link", report, url="https://paper.example/Zulfiya_Qanarova")
    Claim.objects.filter(subject__case=case).exclude(predicate__in=("name", "aliases")).update(
        may_be_shown=True
    )
    Case.objects.filter(pk=case.pk).update(
        is_public=True, title=f"Free {LATIN}", assessment=f"{LATIN} ({CYRILLIC}) was held."
    )
    _call_for_her(scene)
    record_consent(her, "family", "her sister", "2011-06-09", "phone", "", rustam)
    show_name(her, "full", "family", "her sister, 9 June 2011", rustam)
    return her


def _call_for_her(scene: Scene) -> None:
    action = scene.action
    action.title, action.organiser = f"Free {LATIN}", f"Friends of {CYRILLIC}"
    action.story = f"{LATIN} was held.\n{CYRILLIC} задержана; судят Канарову."
    action.save()
    action.demands.update(text=f"Release {LATIN} at once.")
    action.asks.update(text=f"Say her name: {LATIN}.", audience=f"friends of {CYRILLIC}")
    action.letters.update(subject=f"Release {LATIN}", body=f"Release {LATIN}.\n\nYours,")
    Reply.objects.create(
        action=action, way="paper", shown_text=f"{LATIN} is not here. " * 100, state="published", mark="1"
    )
    LetterText.objects.create(action=action, language="ru", subject=CYRILLIC, body=f"Освободите {CYRILLIC}!")


def withdraw(her: PersonAtRisk, by: Member) -> None:
    withdraw_consent(her.consents.get(), "2011-07-01", "by phone", by)
    for slug in her.case.actions.values_list("slug", flat=True):
        settle(slug)


def heard(said: str | bytes) -> list[str]:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    plain = re.sub(r"[\s+_-]+", " ", unquote(text)).casefold()
    return [sign for sign in SIGNS if sign in plain]


def letter(scene: Scene, language: str) -> dict[str, str]:
    """What the write page itself hands on: nothing of it is typed by a supporter."""
    return {"country": "NO", "to": str(scene.london.pk), "language": language, "subject": "s", "body": "b"}


def everything_public(scene: Scene, relay: str, her: PersonAtRisk) -> Iterator[tuple[str, HttpResponse]]:
    """Every address of the public site, by the list of its addresses: one that is added must be added here."""
    slug = scene.action.slug
    more = {
        "write": [f"?country=NO&ties=no&language={code}" for code in ("en", "ru")],
        "chronicle": ["", "?print=1", f"?person={her.pk}", "?type=detention"],
        "feed": [""], "offices_of": [""],
    }  # fmt: skip
    answer = str(Reply.objects.get().pk)
    given = {"slug": slug, "token": relay, "code": "KZ", "language": "en", "number": answer}
    for route in urlpatterns:
        path = re.sub(r"<\w+:(\w+)>", lambda found: given[found[1]], str(route.pattern))
        for query in more.get(str(route.name), [""]):
            yield path, Client().get(f"/{path}{query}")
        if str(route.name) in ("ways", "letter_eml", "letter_print", "handed_over", "send"):
            for code in ("en", "ru"):
                yield path, Client().post(f"/{path}", letter(scene, code))


@pytest.fixture
def relay(named: PersonAtRisk, rustam: Member) -> str:
    case = named.case
    made = open_relay(case, a_plan(a_number(an_office(case), rustam)), rustam)
    Relay.objects.filter(pk=made.pk).update(question=f"Where is {LATIN}, {CYRILLIC}?", callers_see_names=True)
    return invite(made, "Vera", rustam)


def test_the_name_is_served_before_and_nowhere_after(
    scene: Scene, named: PersonAtRisk, relay: str, rustam: Member, settings: Settings
) -> None:
    settle(scene.action.slug)
    before = {path for path, answer in everything_public(scene, relay, named) if heard(answer.content)}
    slug = scene.action.slug
    assert before >= {
        f"a/{slug}/answers/{Reply.objects.get().pk}.txt",
        "", f"a/{slug}", f"a/{slug}/write", f"c/{slug}", f"c/{slug}/chronicle", "feed",
    }  # fmt: skip
    withdraw(named, rustam)
    for path, answer in everything_public(scene, relay, named):
        assert (path, heard(answer.content), heard(str(answer.headers))) == (path, [], [])
    files = [file for file in Path(settings.PAGES_FOLDER).rglob("*") if file.is_file()]
    assert len(files) > 1
    assert [f for f in files if heard(f.read_bytes()) or heard(f.name)] == []


@pytest.mark.parametrize("kind", PUBLIC)
def test_no_public_export_holds_it(named: PersonAtRisk, rustam: Member, kind: str) -> None:
    withdraw(named, rustam)
    out = io.BytesIO()
    write_export(named.case, kind, True, out)
    assert heard("\n".join(words_of(out.getvalue()))) == []


def test_what_was_exported_for_the_public_is_dead_and_deleted(
    named: PersonAtRisk, ada: Member, ada_at_desk: Client, settings: Settings
) -> None:
    made = ask_export(named.case, "json", True, ada)
    make_export({"export": made.pk})
    made.refresh_from_db()
    link = reverse("export_file", args=[named.case.slug, made.public_id], urlconf="tocsin.site.urls")
    file = Path(settings.DATA) / "exports" / made.stored_as
    assert (ada_at_desk.get(link).status_code, heard(file.read_bytes()) != []) == (200, True)
    with TestCase.captureOnCommitCallbacks(execute=True):
        withdraw(named, ada)
    assert (ada_at_desk.get(link).status_code, file.exists()) == (404, False)


def test_somebody_else_of_the_same_name_does_not_keep_it_shown(named: PersonAtRisk, rustam: Member) -> None:
    other = person(named.case, "КАНАРОВА Зульфия", named.case.reports.get(), charge="theft")
    Claim.objects.filter(subject=other).update(may_be_shown=True)
    show_name(other, "full", "published", "in a paper", rustam)
    assert namesakes(named) == [other]
    withdraw(named, rustam)
    view = case_view(Case.objects.get(pk=named.case.pk), public=True)
    assert heard(repr(view)) == []
    assert {p.name for p in view.people} == {"[name withheld]"}


def test_somebody_of_the_same_family_name_stays_shown(named: PersonAtRisk, rustam: Member) -> None:
    brother = person(named.case, "Timur Qanarov", named.case.reports.get())
    show_name(brother, "full", "published", "in a paper", rustam)
    assert namesakes(named) == []
    withdraw(named, rustam)
    view = case_view(Case.objects.get(pk=named.case.pk), public=True)
    assert "Timur Qanarov" in {p.name for p in view.people}


def test_a_new_consent_lets_it_be_shown_again(named: PersonAtRisk, rustam: Member) -> None:
    withdraw(named, rustam)
    record_consent(named, "family", "her sister", "2012-01-01", "phone", "", rustam)
    her = PersonAtRisk.objects.get(pk=named.pk)
    show_name(her, "full", "family", "her sister, 1 January 2012", rustam)
    assert heard(case_view(Case.objects.get(pk=her.case_id), public=True).title) != []
