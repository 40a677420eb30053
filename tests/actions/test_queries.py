"""What the public is told of an action."""

from dataclasses import asdict

from tests.actions.stage import draft_of, open_of
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view, is_open
from tocsin.cases.freeze import freeze
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.cases.name_person import withhold_name
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import Member


def test_a_name_withheld_after_publishing_is_gone_from_every_part(petra: Member) -> None:
    action = open_of(petra)
    assert action_view(action).demands[0] == "the release of Lina Marwede"
    Action.objects.filter(pk=action.pk).update(title="Free Lina Marwede", story="Marwede is gone.")
    withhold_name(PersonAtRisk.objects.get(case=action.case), petra)
    view = action_view(Action.objects.get(pk=action.pk))
    assert [part for part in ("Lina", "Marwede") if part in str(asdict(view))] == []
    assert view.demands[0] == "the release of [name withheld]"


def test_a_demand_withdrawn_from_the_case_is_gone(petra: Member) -> None:
    action = open_of(petra)
    for claim in Claim.objects.filter(subject=action.demands.get(text="an end to the beatings").subject):
        withdraw_claim(claim, petra)
    assert action_view(action).demands == ("the release of Lina Marwede",)


def test_an_action_of_a_frozen_case_is_not_open(petra: Member) -> None:
    action = open_of(petra)
    assert action_view(action).is_open
    freeze(action.case, petra)
    assert not action_view(Action.objects.get(pk=action.pk)).is_open


def test_the_letter_comes_in_the_language_asked_for_or_the_actions_own(rustam: Member) -> None:
    action = draft_of(rustam)
    action.letters.create(language="ru", subject="О", body="Текст")
    view = action_view(action)
    assert [view.letter(code).language for code in ("ru", "de", "")] == ["ru", "en", "en"]


def test_asks_come_in_words(rustam: Member) -> None:
    action = draft_of(rustam)
    action.asks.update(when="2031-06")
    [ask] = action_view(action).asks
    assert (ask.label, ask.audience, ask.when_words) == (
        "write a letter of protest",
        "everybody",
        "June 2031",
    )


def test_letters_are_taken_of_an_open_action_alone(petra: Member) -> None:
    action = open_of(petra)
    asked = [(action.pk, action.slug), (action.pk, "elsewhere"), (0, action.slug)]
    assert [is_open(*one) for one in asked] == [True, False, False]
    freeze(action.case, petra)
    assert not is_open(action.pk, action.slug)


def test_letters_of_a_draft_are_not_taken(rustam: Member) -> None:
    draft = draft_of(rustam)
    assert not is_open(draft.pk, draft.slug)
