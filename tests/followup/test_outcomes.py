"""What became of an action: recorded with its source, shown in public, and what follows from it."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.delivery.scene import Scene
from tests.followup.canary import CANARY, withheld
from tests.reports.drafts import a_report
from tocsin.actions.close import close
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import ActionState
from tocsin.cases.models import Inquiry
from tocsin.cases.publish import publish_case
from tocsin.cases.second_person import agree_in, fingerprint
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.desk.outcome_form import next_offices
from tocsin.directory.models import Office
from tocsin.followup.models import Effect, Outcome, Reply
from tocsin.followup.outcomes.record_outcome import Told, record_outcome
from tocsin.members.models import AuditEntry, SecondPersonRequest
from tocsin.members.second_person import CannotAgree
from tocsin.members.set_house_rules import set_house_rules

TODAY = timezone.localdate()


def page(client: Client, scene: Scene) -> str:
    return client.get(f"/a/{scene.action.slug}").content.decode()


def post(scene: Scene, **given: object) -> int:
    form = {"kind": "released", "happened_on": TODAY.isoformat(), "effect": "keeps", **given}
    address = f"/desk/actions/{scene.action.slug}/outcomes"
    return cast.desk_client("Petra").post(address, form).status_code


def taken(scene: Scene, days: int) -> None:
    """The embassy's server took a letter so many days ago."""
    Delivery.objects.create(
        action=scene.action,
        target=scene.london,
        contact_point=scene.email_of(scene.london),
        state=DeliveryState.ACCEPTED,
        message_id="<one@appeals.example>",
        changed_at=timezone.now() - timedelta(days=days),
    )


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
    taken(scene, days=30)
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


@pytest.mark.parametrize("days", [31, 30])
def test_silence_before_a_letter_has_waited_for_a_day_is_none(scene: Scene, days: int) -> None:
    taken(scene, days=30)
    with pytest.raises(CannotChange, match="no letter had waited"):
        record_outcome(scene.action, Told("no_answer", TODAY - timedelta(days=days)), cast.member("Petra"))
    told = Told("no_answer", TODAY - timedelta(days=29))
    assert record_outcome(scene.action, told, cast.member("Petra")).silent_days == 1


def test_while_a_mail_waits_to_be_read_nobody_says_that_no_answer_came(scene: Scene) -> None:
    taken(scene, days=30)
    mail = Reply.objects.create(action=scene.action, target=scene.london, way="mail", mark="a")
    with pytest.raises(CannotChange, match="nobody has read yet"):
        record_outcome(scene.action, Told("no_answer", TODAY), cast.member("Petra"))
    Reply.objects.filter(pk=mail.pk).update(state="dismissed")
    assert record_outcome(scene.action, Told("no_answer", TODAY), cast.member("Petra")).silent_days == 30


def test_an_outcome_waits_with_what_follows_from_it(scene: Scene) -> None:
    close(scene.action, cast.member("Petra"))
    set_house_rules(True, False, cast.member("Ada"))
    text, link = "Taken again.", "https://news.example/2"
    assert post(scene, kind="other", text=text, effect="reopens", link=link) == 302
    scene.action.refresh_from_db()
    assert (Outcome.objects.count(), scene.action.state) == (0, ActionState.CLOSED)
    request = SecondPersonRequest.objects.get()
    for who in ("Petra", "Ada"):
        page = cast.desk_client(who).get(f"/desk/actions/{scene.action.slug}/follow-up/").content.decode()
        assert "Petra asked for this" in page
        assert text in page
    agree_in(scene.action.case, request, cast.member("Ada"), fingerprint(request.wanted))
    scene.action.refresh_from_db()
    outcome = Outcome.objects.get()
    assert (outcome.text, outcome.link, str(outcome.recorded_by)) == (text, link, "Petra")
    assert scene.action.state == ActionState.PUBLISHED


def test_an_outcome_goes_on_to_further_offices_once_it_is_agreed_on(scene: Scene) -> None:
    set_house_rules(True, False, cast.member("Ada"))
    above = Office.objects.create(name="Working Group on Detention", kind="un_body", in_country="CH")
    given = {
        "kind": "other",
        "text": "Nothing came.",
        "effect": "escalates",
        "link": "https://news.example/3",
    }
    assert post(scene, **given, offices=[above.pk]) == 302
    assert not scene.action.targets.filter(office=above).exists()
    request = SecondPersonRequest.objects.get()
    agree_in(scene.action.case, request, cast.member("Ada"), fingerprint(request.wanted))
    assert scene.action.targets.filter(office=above).exists()


def test_an_outcome_that_was_recorded_meanwhile_falls_away(scene: Scene) -> None:
    post_it = {"kind": "released", "link": "https://news.example/free", "text": "She is home."}
    set_house_rules(True, False, cast.member("Ada"))
    post(scene, **post_it)
    request = SecondPersonRequest.objects.get()
    told = Told("released", TODAY, link="https://news.example/free", text="She is home.")
    record_outcome(scene.action, told, cast.member("Petra"), is_agreed=True)
    with pytest.raises(CannotAgree, match="recorded already"):
        agree_in(scene.action.case, request, cast.member("Ada"), fingerprint(request.wanted))
    assert Outcome.objects.count() == 1


def test_all_offices_may_be_next_those_above_all_countries_first(scene: Scene) -> None:
    for number in range(70):
        Office.objects.create(name=f"Embassy {number:02}", kind="embassy", of_country="NO", in_country="KZ")
    above = Office.objects.create(name="Working Group on Detention", kind="un_body", in_country="CH")
    taken(scene, days=30)
    offices = [office.pk for office in next_offices(scene.action)]
    assert offices[0] == above.pk
    assert len(offices) >= 71
    assert scene.london.office_id not in offices, "it was written to"
    assert scene.ministry.office_id in offices, "it is addressed, and nobody has written to it"
    shown = BeautifulSoup(
        cast.desk_client("Petra").get(f"/desk/actions/{scene.action.slug}/follow-up/").content, "lxml"
    )
    boxes = shown.select(".office-choice fieldset input[name=offices]")
    assert [int(box["value"]) for box in boxes] == offices
    assert [legend.get_text() for legend in shown.select(".office-choice legend")] == [
        "Above all countries",
        "Of the country, or in it",
    ]
    asked = {"kind": "no_answer", "effect": "escalates", "offices": [above.pk, scene.ministry.office_id]}
    assert post(scene, **asked) == 302
    assert scene.action.targets.filter(office=above).exists()
