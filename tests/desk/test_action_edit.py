"""The editor: from a case to an open action."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.actions.stage import confirmed_email, made_ready, opened
from tests.cast import desk_client
from tocsin.actions.models import Action, ActionState
from tocsin.jobs.models import Job
from tocsin.members.models import Member


@pytest.fixture
def action(draft: Action) -> Action:
    return draft


def page(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return words(response.content.decode())


def words(html: str) -> str:
    """What a reader sees, blanks made one."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(prefix: str, *given: dict[str, object], stored: int) -> dict[str, object]:
    """A formset as the browser posts it."""
    data: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": stored}
    for number, row in enumerate(given):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_from_the_case_to_an_open_action(draft: Action, petra_at_desk: Client) -> None:
    made = petra_at_desk.post(reverse("action_new", args=[draft.case.slug]))
    action = Action.objects.latest("pk")
    assert made.headers["Location"] == reverse("action_edit", args=[action.slug])
    assert "A name that the case withholds stands in" in page(petra_at_desk, "action_edit", action.slug)
    petra_at_desk.post(
        reverse("action_demands", args=[action.slug]),
        rows("demands", {"text": "Free her", "goes_into_letter": "on"}, stored=0),
    )
    petra_at_desk.post(
        reverse("action_letter", args=[action.slug, "en"]), {"subject": "Free her", "body": "Free her."}
    )
    assert "Publish now" in page(petra_at_desk, "action_edit", action.slug)
    petra_at_desk.post(reverse("action_publish", args=[action.slug]))
    assert Action.objects.latest("pk").state == ActionState.PUBLISHED


def test_what_is_missing_is_said_when_publishing_is_pressed_all_the_same(
    action: Action, petra_at_desk: Client
) -> None:
    answer = petra_at_desk.post(reverse("action_publish", args=[action.slug]), follow=True)
    assert "A name that the case withholds stands in “the release of Lina Marwede”" in words(
        answer.content.decode()
    )
    assert Action.objects.get().state == ActionState.DRAFT


def test_the_next_step_is_an_address_then_publishing(
    draft: Action, petra_at_desk: Client, petra: Member
) -> None:
    action = made_ready(draft, petra)
    assert "Confirm an address" in page(petra_at_desk, "action_edit", action.slug)
    confirmed_email(action.targets.get().office, petra)
    shown = page(petra_at_desk, "action_edit", action.slug)
    assert "1 of 1 office can be written to" in shown
    assert "Everything is there. Look at the preview, then publish." in shown


def test_a_reviewer_is_told_that_a_publisher_opens_it(
    draft: Action, rustam_at_desk: Client, rustam: Member
) -> None:
    shown = page(rustam_at_desk, "action_edit", made_ready(draft, rustam).slug)
    assert "A publisher opens it; your role may not." in shown
    assert "Publish now" not in shown


def test_a_wrong_story_comes_back_as_it_was_written(action: Action, rustam_at_desk: Client) -> None:
    answer = rustam_at_desk.post(
        reverse("action_story", args=[action.slug]),
        {"title": "", "story": "Half an hour of work", "organiser": "We", "deadline": "soon"},
    )
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Half an hour of work" in shown
    assert ("This field is required." in shown, "Enter a valid date." in shown) == (True, True)
    assert Action.objects.get().title == action.title


def test_an_open_action_keeps_its_demands_and_says_why(
    draft: Action, petra_at_desk: Client, petra: Member
) -> None:
    action = opened(draft, petra)
    answer = petra_at_desk.post(
        reverse("action_demands", args=[action.slug]), rows("demands", {"text": ""}, stored=0)
    )
    assert (answer.status_code, action.demands.count()) == (422, 2)
    assert "There is no demand" in words(answer.content.decode())


def test_asks_are_saved_with_audience_and_date(action: Action, rustam_at_desk: Client) -> None:
    picket = {"kind": "picket", "audience": "people near an embassy", "when": "2031-06-16", "text": "At noon"}
    rustam_at_desk.post(reverse("action_asks", args=[action.slug]), rows("asks", picket, stored=0))
    [ask] = action.asks.values("kind", "audience", "when", "text")
    assert ask == picket
    assert "16 June 2031" in page(rustam_at_desk, "action_edit", action.slug)


def test_a_letter_is_drafted_again_only_when_saved(draft: Action, rustam_at_desk: Client) -> None:
    action = draft
    action.letters.update(body="By hand")
    letter = reverse("action_letter", args=[action.slug, "en"])
    assert "By hand" in rustam_at_desk.get(letter).content.decode()
    again = rustam_at_desk.get(letter + "?draft=new").content.decode()
    assert "- an end to the beatings" in again
    assert action.letters.get().body == "By hand"


def test_a_letter_in_a_language_that_does_not_exist_is_not_found(
    action: Action, rustam_at_desk: Client
) -> None:
    assert rustam_at_desk.get(reverse("action_letter", args=[action.slug, "qq"])).status_code == 404


def test_a_language_is_added_and_taken_away(action: Action, rustam_at_desk: Client) -> None:
    chosen = rustam_at_desk.get(reverse("action_letter_new", args=[action.slug]), {"language": "ru"})
    letter = reverse("action_letter", args=[action.slug, "ru"])
    assert chosen.headers["Location"] == letter
    rustam_at_desk.post(letter, {"subject": "О свободе", "body": "Освободите"})
    assert "Edit the letter in Russian" in page(rustam_at_desk, "action_edit", action.slug)
    rustam_at_desk.post(reverse("action_letter_drop", args=[action.slug, "ru"]))
    assert [each.language for each in action.letters.all()] == ["en"]


def test_an_empty_letter_is_refused(action: Action, rustam_at_desk: Client) -> None:
    answer = rustam_at_desk.post(
        reverse("action_letter", args=[action.slug, "en"]), {"subject": "x", "body": " "}
    )
    assert answer.status_code == 422


def test_a_test_goes_to_the_one_who_asks(action: Action, rustam_at_desk: Client, rustam: Member) -> None:
    answer = rustam_at_desk.post(reverse("action_test", args=[action.slug]), follow=True)
    assert "the test to rustam@desk.example goes into the mail folder" in words(answer.content.decode())
    assert [
        mail["to"] for mail in Job.objects.filter(kind="post.mail").values_list("payload", flat=True)
    ] == ["rustam@desk.example"]


def test_closing_and_withdrawing_from_the_editor(draft: Action, petra_at_desk: Client, petra: Member) -> None:
    action = opened(draft, petra)
    assert "Close the action" in page(petra_at_desk, "action_edit", action.slug)
    petra_at_desk.post(reverse("action_close", args=[action.slug]))
    assert Action.objects.get().state == ActionState.CLOSED
    petra_at_desk.post(reverse("action_withdraw", args=[action.slug]), {"reason": "a mistake"})
    assert Action.objects.get().state == ActionState.WITHDRAWN
    again = petra_at_desk.post(reverse("action_close", args=[action.slug]), follow=True)
    assert "Only an open action can be closed." in words(again.content.decode())


def test_a_sample_is_offered_as_history_alone(draft: Action, petra_at_desk: Client, petra: Member) -> None:
    action = made_ready(draft, petra)
    Action.objects.update(is_sample=True)
    shown = page(petra_at_desk, "action_edit", action.slug)
    assert ("Show as history" in shown, "Publish now" in shown) == (True, False)
    petra_at_desk.post(reverse("action_history", args=[action.slug]))
    assert Action.objects.get().state == ActionState.CLOSED


def test_the_list_is_empty_with_a_way_on(petra_at_desk: Client) -> None:
    Action.objects.all().delete()
    assert "There is no action yet." in page(petra_at_desk, "action_list")


def test_the_list_is_grouped(draft: Action, petra_at_desk: Client, petra: Member) -> None:
    opened(draft, petra)
    shown = page(petra_at_desk, "action_list")
    assert "Open 1 Free the dockers’ lawyer" in shown


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("IS", "The appeal of May 2015 lists the Oslo embassy for Iceland. not confirmed since"),
        ("BR", "No office of Latvia is known that answers to Brazil."),
    ],
)
def test_the_preview_says_whom_a_country_would_write_to(
    action: Action, rustam_at_desk: Client, country: str, told: str
) -> None:
    answer = rustam_at_desk.get(reverse("action_preview", args=[action.slug]), {"country": country})
    assert told in words(answer.content.decode())


def test_the_preview_leaves_withheld_names_out(draft: Action, rustam_at_desk: Client) -> None:
    shown = page(rustam_at_desk, "action_preview", draft.slug)
    assert ("Marwede" in shown, "the release of [name withheld]" in shown) == (False, True)


def test_a_contributor_sees_the_action_without_any_form(action: Action, db: None) -> None:
    shown = page(desk_client("Dana"), "action_edit", action.slug)
    assert ("Save the story" in shown, "Demands" in shown) == (False, True)
