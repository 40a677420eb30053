"""Who may open and press what: strangers see nothing, and no role does more than it may."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.actions.stage import confirmed_email, ready_of
from tocsin.actions.models import Action

PAGES = {
    "action_list": "Dana",
    "action_edit": "Dana",
    "action_contacts": "Dana",
    "action_preview": "Dana",
    "offices": "Dana",
    "office": "Dana",
    "deliveries": "Dana",
    "action_letter": "Rustam",
    "action_letter_new": "Rustam",
    "office_new": "Rustam",
    "mail_folder": "Petra",
    "audit": "Petra",
}
ACTS = {
    "action_new": "Rustam",
    "action_story": "Rustam",
    "action_demands": "Rustam",
    "action_asks": "Rustam",
    "action_target_add": "Rustam",
    "action_target_role": "Rustam",
    "action_target_drop": "Rustam",
    "action_letter_drop": "Rustam",
    "action_test": "Rustam",
    "contact_add": "Rustam",
    "contact_confirm": "Rustam",
    "contact_retire": "Rustam",
    "accreditation_add": "Rustam",
    "accreditation_drop": "Rustam",
    "action_publish": "Petra",
    "action_close": "Petra",
    "action_history": "Petra",
    "action_withdraw": "Petra",
    "deliveries_retry": "Petra",
}
RANKS = ["Dana", "Rustam", "Petra", "Ada"]


@pytest.fixture(scope="module")
def made(once: None) -> int:
    rustam = cast.member("Rustam")
    action = ready_of(rustam)
    confirmed_email(action.targets.get().office, rustam)
    return action.pk


@pytest.fixture
def action(made: int, db: None) -> Action:
    return Action.objects.get(pk=made)


def address(name: str, action: Action) -> str:
    target = action.targets.get()
    arguments = {
        "action_list": [],
        "action_new": [action.case.slug],
        "offices": [],
        "office_new": [],
        "deliveries": [],
        "deliveries_retry": [],
        "mail_folder": [],
        "audit": [],
        "office": [target.office_id],
        "contact_add": [target.office_id],
        "accreditation_add": [target.office_id],
        "accreditation_drop": [target.office.accreditations.first().pk],
        "contact_confirm": [target.office.contact_points.first().pk],
        "contact_retire": [target.office.contact_points.first().pk],
        "action_target_role": [action.slug, target.pk],
        "action_target_drop": [action.slug, target.pk],
        "action_letter": [action.slug, "en"],
        "action_letter_drop": [action.slug, "en"],
    }
    return reverse(name, args=arguments.get(name, [action.slug]))


def press(client: Client, name: str, action: Action) -> HttpResponse:
    return client.post(address(name, action)) if name in ACTS else client.get(address(name, action))


def test_a_stranger_sees_nothing_of_the_desk(action: Action, client: Client) -> None:
    answers = {name: press(client, name, action) for name in PAGES | ACTS}
    nowhere = client.get("/desk/actions/no-such-action/")
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 404)
    assert {body(answer) for answer in answers.values()} == {body(nowhere)}


def body(answer: HttpResponse) -> str:
    """The page without its token against forged requests, which is never the same twice."""
    return re.sub(r"csrfmiddlewaretoken[^>]+", "", answer.content.decode())


@pytest.mark.parametrize("who", RANKS)
def test_a_page_opens_to_its_role_and_to_none_below(who: str, action: Action) -> None:
    client = cast.desk_client(who)
    opened = {name: press(client, name, action).status_code != 403 for name in PAGES}
    assert opened == {name: RANKS.index(who) >= RANKS.index(least) for name, least in PAGES.items()}


@pytest.mark.parametrize("who", ["Dana", "Rustam"])
def test_an_act_is_refused_below_its_role(who: str, action: Action) -> None:
    client = cast.desk_client(who)
    above = [name for name, least in ACTS.items() if RANKS.index(who) < RANKS.index(least)]
    assert {name: press(client, name, action).status_code for name in above} == dict.fromkeys(above, 403)


def test_no_act_is_done_by_following_a_link(action: Action) -> None:
    client = cast.desk_client("Ada")
    assert {name: client.get(address(name, action)).status_code for name in ACTS} == dict.fromkeys(ACTS, 405)
