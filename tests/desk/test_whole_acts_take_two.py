"""Where two people decide on publishing, stances wait whole for the second of them; what takes away goes at once."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.actions.stage import opened
from tocsin.actions.asks.stances.models import Stance
from tocsin.actions.models import Action
from tocsin.members.models import AuditEntry, Member, SecondPersonRequest
from tocsin.members.set_house_rules import set_house_rules


@pytest.fixture
def action(draft: Action, petra: Member, ada: Member) -> Action:
    """Open to the public; two people decide, Petra and Ada may publish."""
    action = opened(draft, petra)
    set_house_rules(True, False, ada)
    return Action.objects.select_related("case").get(pk=action.pk)


def asked(act: str) -> SecondPersonRequest:
    return SecondPersonRequest.objects.get(act=act, answered_at=None)


def answer(client: Client, act: str, press: str = "agree") -> int:
    at = reverse("second_person", args=[asked(act).pk])
    read = client.get(at).context["fingerprint"]
    return client.post(at, {press: "", "fingerprint": read}).status_code


def stance(client: Client, action: Action, organisation: str = "Union of Oil Workers") -> int:
    said = {"organisation": organisation, "kind": "for", "words": "We stand by them."}
    typed = {f"stance-{name}": value for name, value in {**said, "link": "https://example.org/1"}.items()}
    return client.post(reverse("stance_record", args=[action.slug]), typed).status_code


def test_a_stance_waits_and_is_recorded_as_it_was_asked(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert stance(petra_at_desk, action) == 302
    assert stance(petra_at_desk, action, "Miners’ League") == 302
    assert not Stance.objects.exists()
    page = ada_at_desk.get(reverse("action_organisations", args=[action.slug])).content.decode()
    assert "Petra asked for this" in page
    assert "Miners’ League" in page
    assert "It stands on the desk of: Ada" in page
    assert answer(petra_at_desk, "stance.recorded") == 403, "nobody agrees to what she asked for"
    assert answer(ada_at_desk, "stance.recorded") == 302
    assert {str(s.recorded_by) for s in Stance.objects.all()} == {"Petra"}
    assert sorted(Stance.objects.values_list("organisation", "words", "link")) == [
        ("Miners’ League", "We stand by them.", "https://example.org/1"),
        ("Union of Oil Workers", "We stand by them.", "https://example.org/1"),
    ]
    assert AuditEntry.objects.filter(act="second_person.used").count() == 1


def test_a_stance_that_was_declined_is_not_recorded(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stance(petra_at_desk, action)
    assert answer(ada_at_desk, "stance.recorded", "refuse") == 302
    assert not Stance.objects.exists()


def test_while_somebody_elses_stance_waits_what_was_typed_stays(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stance(petra_at_desk, action)
    assert stance(ada_at_desk, action, "Miners’ League") == 422
    assert len(asked("stance.recorded").wanted) == 1


def test_a_stance_is_taken_back_by_one_person(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stance(petra_at_desk, action)
    answer(ada_at_desk, "stance.recorded")
    petra_at_desk.post(reverse("stance_take_back", args=[action.slug, Stance.objects.get().pk]))
    assert Stance.objects.get().taken_back_at
