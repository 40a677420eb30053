"""What became of an action: recorded with its source, shown in public, and what follows from it."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.delivery.scene import Scene
from tests.followup.canary import CANARY, withheld
from tests.reports.drafts import a_report
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import ActionState
from tocsin.cases.models import Inquiry
from tocsin.cases.publish import publish_case
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.directory.models import Office
from tocsin.followup.models import Effect, Outcome
from tocsin.followup.outcomes.record_outcome import Told, record_outcome
from tocsin.members.models import AuditEntry

TODAY = timezone.localdate()


def page(client: Client, scene: Scene) -> str:
    return client.get(f"/a/{scene.action.slug}").content.decode()


def post(scene: Scene, **given: object) -> int:
    form = {"kind": "released", "happened_on": TODAY.isoformat(), "effect": "keeps", **given}
    address = f"/desk/actions/{scene.action.slug}/outcomes"
    return cast.desk_client("Petra").post(address, form).status_code


def test_she_is_free_which_closes_the_action_until_she_is_held_again(scene: Scene, client: Client) -> None:
    assert post(scene, effect="closes", link="https://news.example/free", text="She is home.") == 302
    scene.action.refresh_from_db()
    shown = page(client, scene)
    assert scene.action.state == ActionState.CLOSED
    assert "She is home." in shown
    assert 'href="https://news.example/free"' in shown
    assert "This action is closed." in shown
    assert (
        post(
            scene, kind="other", text="She was taken again.", effect="reopens", link="https://news.example/2"
        )
        == 302
    )
    scene.action.refresh_from_db()
    assert (scene.action.state, scene.action.closed_at) == (ActionState.PUBLISHED, None)
    acts = AuditEntry.objects.filter(about_case=scene.action.case_id).values_list("act", flat=True)
    assert {"outcome.recorded", "action.closed", "action.reopened"} <= set(acts)


def test_nobody_answers_so_it_goes_on_to_a_further_office(scene: Scene, client: Client) -> None:
    further = Office.objects.create(
        name="Prosecutor General", kind="prosecutor", of_country="KZ", in_country="KZ"
    )
    asked = {"kind": "no_answer", "effect": "escalates", "offices": further.pk}
    assert post(scene, **asked) == 422, "no letter has arrived yet"
    Delivery.objects.create(
        action=scene.action,
        target=scene.london,
        contact_point=scene.email_of(scene.london),
        state=DeliveryState.ACCEPTED,
        message_id="<one@appeals.example>",
        changed_at=timezone.now() - timedelta(days=30),
    )
    assert post(scene, **asked) == 302
    assert scene.action.targets.filter(office=further).exists()
    assert "after 30 days" in page(client, scene)


def test_what_is_taken_back_leaves_the_public_page(scene: Scene, client: Client) -> None:
    post(scene, link="https://news.example/rumour", text="They say that she is free.")
    outcome = Outcome.objects.get()
    back = f"/desk/actions/{scene.action.slug}/outcomes/{outcome.pk}/take-back"
    petra = cast.desk_client("Petra")
    assert petra.post(back, {"why": ""}).status_code == 422
    assert petra.post(back, {"why": "A rumour."}).status_code == 302
    assert "They say" not in page(client, scene)
    assert "A rumour." in petra.get(f"/desk/actions/{scene.action.slug}/follow-up/").content.decode()


def test_a_report_and_an_inquiry_are_sources_on_the_page_of_the_case_too(
    scene: Scene, client: Client
) -> None:
    case, petra = scene.action.case, cast.member("Petra")
    report = a_report()
    case.reports.add(report)
    inquiry = Inquiry.objects.create(
        case=case, office_name="Embassy", channel="phone", asked_at=timezone.now(), outcome="answered"
    )
    publish_case(case, petra)
    record_outcome(scene.action, Told("released", TODAY, report=report), petra)
    record_outcome(scene.action, Told("charge_dropped", TODAY, inquiry=inquiry), petra)
    for shown in (page(client, scene), client.get(f"/c/{case.slug}").content.decode()):
        assert "our inquiry at Embassy (phone)" in shown
        assert "Charge dropped" in shown


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Say where it is known from"),
        ({"happened_on": TODAY + timedelta(days=2), "link": "https://a.example"}, "has not come yet"),
        ({"kind": "other", "link": "https://a.example"}, "in words"),
        ({"link": "https://a.example", "effect": Effect.ESCALATES}, "Choose the offices"),
        ({"link": "https://a.example", "effect": Effect.REOPENS}, "Only an action that was open"),
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_is_stored(
    scene: Scene, given: dict[str, object], why: str
) -> None:
    told = Told(**{"kind": "released", "happened_on": TODAY, **given})
    with pytest.raises(CannotChange, match=why):
        record_outcome(scene.action, told, cast.member("Petra"))
    assert not Outcome.objects.exists()


@pytest.mark.parametrize(
    "written", [CANARY.replace(" ", "-"), quote(CANARY), CANARY.replace(" ", "").lower()]
)
def test_a_withheld_name_stays_out_of_outcomes(scene: Scene, client: Client, written: str) -> None:
    withheld(scene.action.case)
    post(scene, link=f"https://news.example/{written}", text=f"{CANARY} is home.")
    shown = page(client, scene)
    assert "[name withheld] is home." in shown
    assert "a page on the web" in shown
    assert "kanarkova" not in unquote(shown).lower()
