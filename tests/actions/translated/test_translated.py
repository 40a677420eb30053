"""An action's texts in another language: by whom, how they are held to the original, and when they are shown."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone, translation

from tests import cast
from tests.delivery.scene import Scene, open_action
from tocsin.actions.asks.gather.queries import day_view
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, ActionDemand, CalledDay, TranslationLink
from tocsin.actions.queries import action_view
from tocsin.actions.translated.check import faults_in
from tocsin.actions.translated.links import LIFE, link_of
from tocsin.actions.translated.open_link import end_link, open_link
from tocsin.actions.translated.parts import Part, parts_of
from tocsin.actions.translated.take import give_back, take
from tocsin.actions.translated.type_in import keep_typed, send_typed
from tocsin.actions.translated.typed_words import words_for
from tocsin.cases.names import case_mask
from tocsin.members.models import AuditEntry, Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return open_action()


def opened(action: Action, by: Member, language: str = "ar") -> tuple[str, TranslationLink]:
    token = open_link(action, language, by)
    link = link_of(token, timezone.now())
    assert link
    return token, link


def in_arabic(action: Action) -> dict[str, str]:
    """Every text said in Arabic letters, with what it holds."""
    return {
        part.of: f"نص {number} " + " ".join(re.findall(r"\{\w+\}", part.source))
        for number, part in enumerate(parts_of(action))
    }


def shown(action: Action, language: str) -> tuple[str, str]:
    with translation.override(language):
        view = action_view(Action.objects.get(pk=action.pk))
    return view.language, view.title


def test_it_is_shown_when_the_coordinator_takes_all_of_it(scene: Scene, petra: Member) -> None:
    _token, link = opened(scene.action, petra)
    keep_typed(link, in_arabic(scene.action))
    assert send_typed(link) == {}
    assert shown(scene.action, "ar") == ("en", scene.action.title)
    take(link, petra)
    assert shown(scene.action, "ar") == ("ar", "نص 0")
    assert shown(scene.action, "ru") == ("en", scene.action.title)
    letter = scene.action.letters.get(language="ar")
    assert letter.subject
    assert letter.body
    acts = list(
        AuditEntry.objects.filter(act__startswith="translation.").order_by("pk").values_list("act", flat=True)
    )
    assert acts == ["translation.opened", "translation.sent", "translation.taken"]


def test_a_text_that_was_changed_since_hides_all_of_it(scene: Scene, petra: Member) -> None:
    """A page is never half in one language and half in another."""
    _token, link = opened(scene.action, petra)
    keep_typed(link, in_arabic(scene.action))
    send_typed(link)
    take(link, petra)
    Action.objects.update(story="Something else happened.")
    assert shown(scene.action, "ar") == ("en", scene.action.title)


def test_without_its_letter_a_language_is_not_shown(scene: Scene, petra: Member) -> None:
    _token, link = opened(scene.action, petra)
    keep_typed(link, in_arabic(scene.action))
    send_typed(link)
    take(link, petra)
    scene.action.letters.filter(language="ar").delete()
    assert shown(scene.action, "ar")[0] == "en"


def test_what_is_not_whole_is_kept_and_not_sent(scene: Scene, petra: Member) -> None:
    _token, link = opened(scene.action, petra)
    part, *others = parts_of(scene.action)
    keep_typed(link, {part.of: "بداية", "nothing of ours": "x"})
    assert set(send_typed(link)) == {other.of for other in others}
    stored = TranslationLink.objects.get()
    assert (words_for(stored, part), stored.sent_at, len(stored.typed)) == ("بداية", None, 1)
    with pytest.raises(CannotChange, match="not sent"):
        take(link, petra)


def test_what_was_sent_before_a_change_is_given_back(scene: Scene, petra: Member) -> None:
    _token, link = opened(scene.action, petra)
    keep_typed(link, in_arabic(scene.action))
    send_typed(link)
    Action.objects.update(story="Something else happened.")
    with pytest.raises(CannotChange, match="changed since"):
        take(link, petra)
    with pytest.raises(CannotChange, match="Say in a sentence"):
        give_back(link, " ", petra)
    give_back(link, "The story is new.", petra)
    stored = TranslationLink.objects.get()
    assert (stored.note, stored.sent_at) == ("The story is new.", None)


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        ("Dear {name}, write to a@b.org", "عزيزي {name}، a@b.org", ""),
        ("Dear {name}", "Cher {nom}", "“{name}” must stand in it"),
        ("Dear {name}", "Cher {nom}", "“{nom}” does not stand in the original"),
        ("Dear {name}", "Cher {name", "A brace is left alone"),
        ("See https://example.org/a.", "Voir example.org/a", "“https://example.org/a” must stand"),
        ("%(n)s came", "sont venus", "“%(n)s” must stand"),
        ("Dear {name}", "", ""),
    ],
)
def test_a_translation_holds_what_its_original_holds(source: str, text: str, fault: str) -> None:
    found = faults_in(source, text)
    assert any(fault in sentence for sentence in found) if fault else found == []


def test_who_may(scene: Scene, petra: Member, dana: Member) -> None:
    with pytest.raises(PermissionDenied):
        open_link(scene.action, "ar", dana)
    with pytest.raises(CannotChange, match="written in this language"):
        open_link(scene.action, "en", petra)


def test_a_link_ends(scene: Scene, petra: Member) -> None:
    token, link = opened(scene.action, petra)
    assert link_of(token, timezone.now() + LIFE) is None
    assert link_of(token + "x", timezone.now()) is None
    scene.action.case.frozen_at = timezone.now()
    scene.action.case.save()
    assert link_of(token, timezone.now()) is None
    scene.action.case.frozen_at = None
    scene.action.case.save()
    end_link(link, petra)
    assert link_of(token, timezone.now()) is None


def test_a_volunteer_works_by_her_link_alone(scene: Scene, petra: Member) -> None:
    body = scene.action.letters.get()
    body.body += "\n{name}"
    body.save()
    token, link = opened(scene.action, petra)
    browser, address = Client(enforce_csrf_checks=True), f"/translate/{token}/"
    page = browser.get(address)
    assert (page.status_code, page.cookies, page.headers["Cache-Control"]) == (200, {}, "no-store")
    typed = {f"of-{of}": text for of, text in in_arabic(scene.action).items()}
    letter = next(part for part in parts_of(scene.action) if part.name == "body")
    broken = browser.post(address, {**typed, f"of-{letter.of}": "كلماتي {nam}", "act": "send"})
    told = broken.content.decode()
    assert broken.status_code == 422
    assert "“{name}” must stand in it as in the original, letter for letter." in told
    assert "كلماتي {nam}" in told
    assert "كلماتي {nam}" in browser.get(address).content.decode()
    sent = browser.post(address, {**typed, "act": "send"})
    assert (sent.status_code, "Sent. Thank you." in sent.content.decode()) == (200, True)
    desk = cast.desk_client("Petra")
    review = desk.get(f"/desk/actions/strike-in-aktau/translations/{link.pk}/")
    assert "نص 0" in review.content.decode()
    desk.post(f"/desk/actions/strike-in-aktau/translations/{link.pk}/take")
    assert shown(scene.action, "ar") == ("ar", "نص 0")
    assert browser.get(address).status_code == 410


def test_a_coordinator_makes_a_link_and_sees_it_once(scene: Scene) -> None:
    desk, address = cast.desk_client("Petra"), "/desk/actions/strike-in-aktau/translations"
    made = desk.post(f"{address}/new", {"language": "ar"}).content.decode()
    token = re.search(r"/translate/([\w-]+)/", made)
    assert token
    assert token[1] not in desk.get(address).content.decode()
    assert Client().get(token[0]).status_code == 200
    assert desk.post(f"{address}/new", {"language": "en"}).status_code == 422


def test_a_withheld_name_is_shown_to_no_volunteer(draft: Action, rustam: Member) -> None:
    token, _link = opened(draft, rustam)
    page = Client().get(f"/translate/{token}/").content.decode()
    assert "[name withheld]" in page
    assert not case_mask(draft.case).touches(page)


def part_named(action: Action, name: str) -> Part:
    return next(part for part in parts_of(Action.objects.get(pk=action.pk)) if part.name == name)


def beside(page: bytes) -> dict[str, list[str]]:
    """What the page shows as her earlier words, by the field that they stand beside."""
    rows = BeautifulSoup(page, "lxml").select(".translated")
    return {
        row.textarea["name"]: [words.get_text() for words in row.select(".earlier .quote")] for row in rows
    }


def test_words_for_a_text_that_was_changed_stand_beside_the_new_one(scene: Scene, petra: Member) -> None:
    token, link = opened(scene.action, petra)
    before = part_named(scene.action, "body")
    keep_typed(link, {before.of: "رسالة كاملة"})
    letter = scene.action.letters.get()
    letter.body += "."
    letter.save()
    browser, address = Client(), f"/translate/{token}/"
    after = part_named(scene.action, "body")
    title = part_named(scene.action, "title")
    shown_first = beside(browser.get(address).content)
    assert (shown_first[f"of-{after.of}"], shown_first[f"of-{title.of}"]) == (["رسالة كاملة"], [])
    late = browser.post(address, {"act": "keep", f"of-{before.of}": "رسالة أطول", f"of-{title.of}": "عنوان"})
    assert beside(late.content)[f"of-{after.of}"] == ["رسالة أطول"], (
        "she had the page open when it was changed"
    )
    mended = browser.post(address, {"act": "keep", f"of-{after.of}": "رسالة"})
    assert beside(mended.content)[f"of-{after.of}"] == ["رسالة أطول"], (
        "until it is sent she may go on mending"
    )
    stored = TranslationLink.objects.get()
    assert sorted(stored.typed.values()) == sorted(["رسالة أطول", "عنوان", "رسالة"])


def test_of_several_of_a_kind_they_stand_beside_those_that_are_empty(scene: Scene, petra: Member) -> None:
    token, link = opened(scene.action, petra)
    ActionDemand.objects.create(action=scene.action, text="Let her go.", position=9)
    demands = [part for part in parts_of(scene.action) if part.name == "demand"]
    keep_typed(link, {part.of: f"طلب {number}" for number, part in enumerate(demands)})
    ActionDemand.objects.filter(text=demands[-1].source).update(text="Release her.")
    page = beside(Client().get(f"/translate/{token}/").content)
    changed = part_named(scene.action, "demand")
    new = next(part for part in parts_of(scene.action) if part.source == "Release her.")
    assert page[f"of-{new.of}"] == [f"طلب {len(demands) - 1}"]
    assert page[f"of-{changed.of}"] == []


def test_what_was_typed_before_names_were_stored_is_found(scene: Scene, petra: Member) -> None:
    _token, link = opened(scene.action, petra)
    part = part_named(scene.action, "title")
    link.typed = {part.of: "عنوان"}
    link.save()
    keep_typed(link, {})
    assert words_for(link, part) == "عنوان"


def test_a_link_that_ended_shows_once_more_what_was_typed(scene: Scene, petra: Member) -> None:
    token, link = opened(scene.action, petra)
    end_link(link, petra)
    ended = Client().post(f"/translate/{token}/", {"act": "send", "of-1": "<كلماتي>", "of-2": " "})
    assert (ended.status_code, "&lt;كلماتي&gt;" in ended.content.decode()) == (410, True)
    assert "What you typed just now" not in Client().get(f"/translate/{token}/").content.decode()


def test_what_is_too_long_is_kept_and_said(scene: Scene, petra: Member) -> None:
    token, _link = opened(scene.action, petra)
    title = part_named(scene.action, "title")
    page = Client().post(f"/translate/{token}/", {f"of-{title.of}": "ا" * 201}).content.decode()
    assert "at most 200 characters have room here" in page
    assert "ا" * 201 in page


def test_the_call_of_a_day_and_the_letters_to_others_are_translated_too(scene: Scene, petra: Member) -> None:
    CalledDay.objects.create(
        action=scene.action,
        first_day="2095-06-08",
        last_day="2095-06-08",
        kinds=["picket"],
        words="Come.\nAll.",
    )
    scene.action.letters.create(capacity="employer", language="en", subject="To you", body="Dear employer")
    with translation.override("ru"):
        day = day_view(scene.action)
    assert day is not None
    assert (day.language, day.words) == ("en", ("Come.", "All.")), "until it is translated, as what it is"
    _token, link = opened(scene.action, petra)
    assert {"day", "subject:employer", "body:employer"} <= {part.name for part in parts_of(scene.action)}
    assert part_named(scene.action, "body:employer").label == "Letter to: the employer"
    keep_typed(link, in_arabic(scene.action))
    assert send_typed(link) == {}
    take(link, petra)
    letter = scene.action.letters.get(language="ar", capacity="employer")
    assert letter.body == in_arabic(scene.action)[part_named(scene.action, "body:employer").of].strip()
    assert scene.action.letters.filter(language="ar").count() == 2
    with translation.override("ar"):
        day = day_view(scene.action)
    assert day is not None
    assert (day.language, day.words[0][:3]) == ("ar", "نص ")
