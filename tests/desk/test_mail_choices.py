"""The page on which a publisher lays down who sends the letters."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.delivery.scene import Scene, open_action
from tocsin.delivery.mail_choice.models import By, MailChoice

CHOOSE = "mail_choose"


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


@pytest.fixture
def petra_at_desk(scene: Scene) -> Client:
    return cast.desk_client("Petra")


def test_nothing_is_laid_down_at_first(petra_at_desk: Client) -> None:
    assert "every supporter chooses" in petra_at_desk.get(reverse("mail_choices")).content.decode()


def test_a_choice_is_made_shown_and_taken_back(scene: Scene, petra_at_desk: Client) -> None:
    form = {"action": scene.action.slug, "domain": "mfa.example", "by": "own", "why": "They bounce ours"}
    assert petra_at_desk.post(reverse(CHOOSE), form).status_code == 302
    page = petra_at_desk.get(reverse("mail_choices")).content.decode()
    assert "mfa.example" in page
    assert "They bounce ours" in page
    [kept] = MailChoice.objects.all()
    assert (kept.action, kept.by) == (scene.action, By.OWN)
    undo = reverse("mail_leave_open", args=[kept.pk])
    assert [petra_at_desk.post(undo).status_code for _ in range(2)] == [302, 302]
    assert not MailChoice.objects.exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"domain": "mfa", "by": "own", "why": "kept words"}, "is no mail domain"),
        ({"domain": "", "by": "own"}, "Choose an action, or name a mail domain"),
        ({"domain": "mfa.example", "by": "pigeon"}, "Choose by whom"),
    ],
)
def test_what_cannot_be_taken_comes_back_with_the_reason(
    petra_at_desk: Client, form: dict[str, str], said: str
) -> None:
    answer = petra_at_desk.post(reverse(CHOOSE), form)
    page = answer.content.decode()
    assert (answer.status_code, said in page, form.get("why", "") in page) == (422, True, True)
    assert not MailChoice.objects.exists()


def test_of_an_action_in_a_case_that_is_not_hers_nothing_is_seen(scene: Scene, petra_at_desk: Client) -> None:
    MailChoice.objects.create(action=scene.action, by=By.OWN, why="canary")
    scene.action.case.members.all().delete()
    assert "canary" not in petra_at_desk.get(reverse("mail_choices")).content.decode()
    answer = petra_at_desk.post(reverse(CHOOSE), {"action": scene.action.slug, "by": "own"})
    assert answer.status_code == 404
