"""A long answer stands in full in a file of its own, as long as the public may read it at all."""

import pytest
from django.test import Client
from tests.delivery.scene import Scene
from tests.followup.canary import CANARY, withheld

from tocsin.actions.models import Action, ActionState
from tocsin.cases.freeze import freeze
from tocsin.followup.replies.models import Reply, ReplyState, Way
from tocsin.followup.replies.told import ON_PAGE, replies_told

pytestmark = pytest.mark.django_db
A = "/a/strike-in-aktau"
LONG = "We have looked into it. " * 100


def answered(scene: Scene, text: str, state: str = ReplyState.PUBLISHED) -> str:
    reply = Reply.objects.create(
        action=scene.action, target=scene.london, way=Way.PAPER, shown_text=text, state=state, mark="1"
    )
    return f"{A}/answers/{reply.pk}.txt"


def test_the_page_shows_the_beginning_and_leads_to_the_whole(scene: Scene, olga: Client) -> None:
    address = answered(scene, LONG)
    page = olga.get(A).content.decode()
    assert (address in page, LONG in page) == (True, False)
    [told] = replies_told(scene.action)
    assert (len(told.text), told.text[:40]) == (ON_PAGE, LONG[:40])
    whole = olga.get(address)
    assert (whole.content.decode(), whole["Content-Type"]) == (LONG, "text/plain; charset=utf-8")


def test_a_short_one_needs_no_file(scene: Scene, olga: Client) -> None:
    address = answered(scene, "No.")
    assert address not in olga.get(A).content.decode()


def test_it_names_nobody_whom_the_case_withholds(scene: Scene, olga: Client) -> None:
    withheld(scene.action.case)
    address = answered(scene, LONG + CANARY)
    assert CANARY not in olga.get(address).content.decode()


def test_what_is_kept_frozen_or_withdrawn_is_not_there(scene: Scene, olga: Client) -> None:
    address = answered(scene, LONG, ReplyState.KEPT)
    assert olga.get(address).status_code == 404
    Reply.objects.update(state=ReplyState.PUBLISHED)
    assert olga.get(address).status_code == 200
    freeze(scene.action.case, None)
    assert olga.get(address).status_code == 404
    Action.objects.filter(pk=scene.action.pk).update(state=ActionState.WITHDRAWN)
    assert olga.get(address).status_code == 410
