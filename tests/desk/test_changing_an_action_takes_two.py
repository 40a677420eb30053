"""Where two people decide on publishing, what the public reads of an action is not changed by one of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.actions.stage import opened
from tests.actions.translated.test_translated import in_arabic
from tests.desk.test_action_edit import rows
from tocsin.actions.asks.gather.call_day import call_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.models import CalledDay
from tocsin.actions.asks.gather.queries import day_view
from tocsin.actions.close import close
from tocsin.actions.edit_story import edit_story
from tocsin.actions.models import Action, ActionState, TranslationLink
from tocsin.actions.queries import action_view
from tocsin.actions.restore import restore_action
from tocsin.actions.set_capacity import set_capacity
from tocsin.actions.translated.open_link import open_link
from tocsin.actions.translated.type_in import keep_typed, send_typed
from tocsin.actions.withdraw import withdraw
from tocsin.actions.words_wait.ask import ask_to_change
from tocsin.actions.words_wait.gate import WordsNeedAnother
from tocsin.actions.write_letter import write_letter
from tocsin.directory.add_office import add_office
from tocsin.members.models import AuditEntry, Member, Revision, SecondPersonRequest
from tocsin.members.set_house_rules import set_house_rules

STORY = "She was taken away.\n\nNobody knows where she is."


@pytest.fixture
def action(draft: Action, petra: Member, ada: Member) -> Action:
    """Open to the public; two people decide, Petra and Ada may publish."""
    action = opened(draft, petra)
    edit_story(action, petra, title="Free her", story=STORY, organiser="We", deadline=None)
    set_house_rules(True, False, ada)
    return Action.objects.get(pk=action.pk)


def story(client: Client, action: Action, **changed: str) -> HttpResponse:
    given = {"title": "Free her", "story": STORY, "organiser": "We", "deadline": "", **changed}
    return client.post(reverse("action_story", args=[action.slug]), given)


def demands(client: Client, action: Action, *texts: str) -> HttpResponse:
    stands = list(action.demands.all())
    keys = [d.pk for d in stands] + [""] * len(texts)
    given = [
        {"pk": pk, "text": text, "goes_into_letter": "on"} for pk, text in zip(keys, texts, strict=False)
    ]
    return client.post(
        reverse("action_demands", args=[action.slug]), rows("demands", *given, stored=len(stands))
    )


def asked() -> SecondPersonRequest:
    return SecondPersonRequest.objects.get(act="action.words_changed", answered_at=None)


def answer(client: Client, press: str = "agree") -> int:
    at = reverse("second_person", args=[asked().pk])
    read = client.get(at).context["fingerprint"]
    return client.post(at, {press: "", "fingerprint": read}).status_code


def public(action: Action, language: str = "en") -> Any:
    with translation.override(language):
        return action_view(Action.objects.select_related("case").get(pk=action.pk))


def editor(client: Client, action: Action) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("action_edit", args=[action.slug])).content, "lxml")


def test_headline_and_story_wait_and_the_public_reads_those_before(
    action: Action, petra_at_desk: Client, ada_at_desk: Client, client: Client
) -> None:
    led = story(petra_at_desk, action, title="Punish her", story=STORY + "\n\nShe did it.")
    assert led["Location"] == reverse("second_person", args=[asked().pk])
    assert (public(action).title, public(action).story) == ("Free her", STORY)
    assert answer(petra_at_desk) == 403, "nobody agrees to what she asked for"
    assert public(action).title == "Free her"
    assert answer(ada_at_desk) == 302
    assert (public(action).title, public(action).story) == ("Punish her", STORY + "\n\nShe did it.")
    done = AuditEntry.objects.get(act="action.words_changed")
    assert str(done.member) == "Petra"
    assert set(Revision.objects.get(entry=done).after) == {"title", "story"}


def test_the_page_of_the_action_says_what_waits_and_for_whom(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Punish her for all that she has done")
    for client in (petra_at_desk, ada_at_desk):
        told = editor(client, action).select_one("section[aria-labelledby=waits]")
        assert told is not None
        assert "Petra wants to change this" in told.get_text()
        assert "It stands on the desk of: Ada" in told.get_text()
        assert "Punish her" in " ".join(come.get_text() for come in told.select("ins"))
        assert told.select_one(f"a[href='{reverse('second_person', args=[asked().pk])}']")
    page = BeautifulSoup(ada_at_desk.get(reverse("second_person", args=[asked().pk])).content, "lxml")
    assert page.h1.get_text() == "Change an action that is public"
    assert "Free her" in " ".join(gone.get_text() for gone in page.main.select("del"))


def test_demands_wait_and_one_that_is_taken_out_goes_at_once(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    first, *others = public(action).demands
    demands(petra_at_desk, action, first + " today", *others)
    assert public(action).demands == (first, *others)
    subjects = list(action.demands.values_list("subject", flat=True))
    answer(ada_at_desk)
    assert public(action).demands == (first + " today", *others)
    assert list(action.demands.values_list("subject", flat=True)) == subjects
    assert others
    demands(petra_at_desk, action, "", *others)
    assert public(action).demands == tuple(others)
    assert not SecondPersonRequest.objects.filter(answered_at=None).exists()


def test_that_a_demand_leaves_the_letter_waits_and_is_told(
    action: Action, petra: Member, ada_at_desk: Client, petra_at_desk: Client
) -> None:
    given = [{"pk": d.pk, "text": d.text} for d in action.demands.all()]
    given[0]["goes_into_letter"] = "on"
    at = reverse("action_demands", args=[action.slug])
    petra_at_desk.post(at, rows("demands", *given, stored=len(given)))
    page = BeautifulSoup(ada_at_desk.get(reverse("second_person", args=[asked().pk])).content, "lxml")
    assert "not in the letter" in " ".join(come.get_text() for come in page.main.select("ins"))


def test_a_new_ask_waits(action: Action, petra_at_desk: Client, ada_at_desk: Client) -> None:
    before = public(action).asks
    kept = [{"pk": a.pk, "kind": a.kind, "audience": a.audience, "text": a.text} for a in action.asks.all()]
    new = {"kind": "own_government", "audience": "Everyone", "text": "Write to your minister."}
    at = reverse("action_asks", args=[action.slug])
    petra_at_desk.post(at, rows("asks", *kept, new, stored=len(kept)))
    assert public(action).asks == before
    answer(ada_at_desk)
    assert [ask.text for ask in public(action).asks][-1] == "Write to your minister."


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_letter_waits_in_every_language(
    action: Action, language: str, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    before = {letter.language: letter.body for letter in public(action).letters}
    at = reverse("action_letter", args=[action.slug, language])
    words = "Dear Sir,\n\nKeep her for good."
    assert petra_at_desk.post(at, {"subject": "Keep her", "body": words}).status_code == 302
    assert {letter.language: letter.body for letter in public(action).letters} == before
    assert "Keep her for good." in petra_at_desk.get(at).content.decode()
    assert "Keep her for good." not in ada_at_desk.get(at).content.decode()
    answer(ada_at_desk)
    assert public(action).letter(language).body == words


def test_a_paragraph_of_a_letter_and_a_whole_letter_are_taken_out_at_once(
    action: Action, petra: Member, petra_at_desk: Client, ada: Member
) -> None:
    set_house_rules(False, False, ada)
    write_letter(action, petra, "ru", "О ней", "Один.\n\nДва.")
    set_house_rules(True, False, ada)
    write_letter(action, petra, "ru", "О ней", "Один.")
    assert public(action).letter("ru").body == "Один."
    petra_at_desk.post(reverse("action_letter_drop", args=[action.slug, "ru"]))
    assert [letter.language for letter in public(action).letters] == ["en"]


def test_a_translation_waits_and_its_link_with_it(
    action: Action, petra: Member, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    open_link(action, "ar", petra)
    link = TranslationLink.objects.select_related("action__case").get()
    keep_typed(link, in_arabic(action))
    send_typed(link)
    led = petra_at_desk.post(reverse("translation_take", args=[action.slug, link.pk]))
    assert led["Location"] == reverse("second_person", args=[asked().pk])
    assert public(action, "ar").language == "en"
    assert TranslationLink.objects.get().taken_at is None
    assert "نص 0" in ada_at_desk.get(led["Location"]).content.decode()
    answer(ada_at_desk)
    assert (public(action, "ar").language, public(action, "ar").title) == ("ar", "نص 0")
    assert TranslationLink.objects.get().taken_at


def test_offices_wait_one_beside_the_other_and_one_that_goes_goes_at_once(
    action: Action, petra: Member, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stood = list(action.targets.values_list("office", flat=True))
    told = {"kind": "company", "of_country": "KZ", "source": "the register", "source_date": "2026-01-05"}
    new = [add_office(name=name, by=petra, **told).pk for name in ("One", "Two")]
    for office in new:
        petra_at_desk.post(reverse("action_target_add", args=[action.slug]), {"office": office})
    assert list(action.targets.values_list("office", flat=True)) == stood
    answer(ada_at_desk)
    assert list(action.targets.values_list("office", flat=True)) == stood + new
    target = action.targets.get(office=new[0])
    with pytest.raises(WordsNeedAnother):
        set_capacity(target, "employer", petra)
    petra_at_desk.post(reverse("action_target_drop", args=[action.slug, target.pk]))
    assert not action.targets.filter(pk=target.pk).exists()


DAY = {
    "first_day": "2095-06-08", "last_day": "2095-06-08", "kinds": ["picket", "vigil"], "words": "Stand up for her.",
    "dangerous": "Belarus", "words_there": "",
}  # fmt: skip


def called(client: Client, action: Action, **changed: Any) -> HttpResponse:
    return client.post(reverse("day_call", args=[action.slug]), {**DAY, **changed})


def called_words(action: Action) -> tuple[str, ...]:
    day = day_view(Action.objects.select_related("case").get(pk=action.pk))
    return day.words if day else ()


def test_a_day_that_is_called_waits_and_so_does_another_call(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    led = called(petra_at_desk, action)
    assert led["Location"] == reverse("second_person", args=[asked().pk])
    assert called_words(action) == ()
    read = BeautifulSoup(ada_at_desk.get(led["Location"]).content, "lxml").main.get_text()
    assert all(words in read for words in ("First day", "2095-06-08", "picket, vigil", "Belarus"))
    assert answer(ada_at_desk) == 302
    assert called_words(action) == ("Stand up for her.",)
    called(petra_at_desk, action, words="Lie down for her.")
    assert called_words(action) == ("Stand up for her.",)
    at = reverse("day_of_action", args=[action.slug])
    typed = [BeautifulSoup(c.get(at).content, "lxml") for c in (petra_at_desk, ada_at_desk)]
    fields = [page.select_one("[name=words]").get_text(strip=True) for page in typed]
    assert fields == ["Lie down for her.", "Stand up for her."]
    assert "Petra wants to change this" in typed[1].get_text()
    answer(ada_at_desk)
    assert called_words(action) == ("Lie down for her.",)


def test_a_country_is_barred_at_once_beside_words_that_wait(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    called(petra_at_desk, action)
    answer(ada_at_desk)
    called(petra_at_desk, action, words="Lie down.", dangerous="Belarus, Russia", kinds=["vigil"])
    assert CalledDay.objects.get().dangerous == ["BY", "RU"]
    assert set(asked().wanted[0]) == {"called words", "called kinds"}
    called(ada_at_desk, action, words="Sit.", dangerous="Belarus, Russia, China")
    assert CalledDay.objects.get().dangerous == ["BY", "CN", "RU"], "also while another’s words wait"
    assert called_words(action) == ("Stand up for her.",)


def test_a_day_is_called_off_by_one_and_what_waited_of_it_is_not_agreed_to(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    called(petra_at_desk, action)
    answer(ada_at_desk)
    called(petra_at_desk, action, words="Lie down.")
    petra_at_desk.post(reverse("day_call_off", args=[action.slug]))
    assert called_words(action) == ()
    answer(ada_at_desk)
    assert called_words(action) == ()
    assert asked().answered_at is None


def test_an_earlier_call_of_a_day_is_brought_back(action: Action, petra: Member, ada: Member) -> None:
    set_house_rules(False, False, ada)
    call = Call(date(2095, 6, 8), date(2095, 6, 8), ("vigil",), "One.")
    call_day(action, call, petra)
    call_day(action, replace(call, words="Two."), petra)
    then = Revision.objects.get(entry=AuditEntry.objects.filter(act="action.day_called").latest("pk"))
    assert then.before == {"called words": "One."}
    restore_action(action.pk, then.before, petra)
    assert called_words(action) == ("One.",)


def test_she_goes_on_from_what_she_asked_for_and_can_take_it_back_by_writing(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Free her now")
    demands(petra_at_desk, action, "An end to it")
    assert set(asked().wanted[0]) == {"title", "demands"}
    typed = [editor(c, action).select_one("[name=title]")["value"] for c in (petra_at_desk, ada_at_desk)]
    assert typed == ["Free her now", "Free her"]
    assert "An end to it" in editor(petra_at_desk, action).select_one("[name=demands-0-text]").get_text()
    story(petra_at_desk, action)
    assert set(asked().wanted[0]) == {"demands"}
    demands(petra_at_desk, action, *[d.text for d in action.demands.all()])
    assert not SecondPersonRequest.objects.filter(answered_at=None).exists()


def test_another_who_writes_while_it_waits_keeps_what_she_typed(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Free her now")
    refused = story(ada_at_desk, action, title="Words of Ada’s")
    assert refused.status_code == 422
    assert "Petra has asked for a second person" in refused.content.decode()
    assert "Words of Ada’s" in refused.content.decode()


def test_words_that_changed_since_she_read_are_shown_anew(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Free her now")
    at = reverse("second_person", args=[asked().pk])
    read = ada_at_desk.get(at).context["fingerprint"]
    Action.objects.filter(pk=action.pk).update(title="Something else")
    assert ada_at_desk.post(at, {"agree": "", "fingerprint": read}).status_code == 409
    assert public(action).title == "Something else"


def test_what_may_not_be_shown_any_more_is_not_agreed_to(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Free her now")
    wanted = asked()
    wanted.wanted = [{"title": ""}]
    wanted.save()
    answer(ada_at_desk)
    assert public(action).title == "Free her"
    assert asked().answered_at is None


def test_a_refusal_leaves_the_words_before(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Free her now")
    answer(ada_at_desk, "refuse")
    assert public(action).title == "Free her"
    assert editor(petra_at_desk, action).select_one("section[aria-labelledby=waits]") is None


def test_what_is_taken_out_of_the_story_beside_a_new_headline_goes_at_once(
    action: Action, petra_at_desk: Client
) -> None:
    story(petra_at_desk, action, title="Free her now", story="She was taken away.")
    assert (public(action).title, public(action).story) == ("Free her", "She was taken away.")
    assert asked().wanted == [{"title": "Free her now"}]


def test_an_earlier_state_waits_as_a_whole(action: Action, petra: Member) -> None:
    before = {"title": "Older words", "demands": [["Older demand", True]]}
    with pytest.raises(WordsNeedAnother) as needs:
        restore_action(action.pk, before, petra)
    ask_to_change(action, needs.value.wish, needs.value.says, petra)
    assert set(asked().wanted[0]) == {"title", "demands"}


@pytest.mark.parametrize("act", [withdraw, close])
def test_one_is_enough_to_withdraw_and_to_close(
    act: Callable[[Action, Member], Action], action: Action, petra: Member
) -> None:
    assert act(action, petra).state != ActionState.PUBLISHED


@pytest.mark.parametrize("is_ruled", [True, False])
def test_where_nothing_is_public_or_one_decides_one_is_enough(
    is_ruled: bool, action: Action, ada: Member, petra_at_desk: Client
) -> None:
    if is_ruled:
        Action.objects.filter(pk=action.pk).update(state=ActionState.DRAFT)
    else:
        set_house_rules(False, False, ada)
    story(petra_at_desk, action, title="Free her now")
    assert Action.objects.get(pk=action.pk).title == "Free her now"
