"""What became of letters, the mail folder, and the audit."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.actions.stage import confirmed_email, open_of
from tests.desk.test_action_edit import words
from tocsin.actions.models import Action
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.supporters.models import Supporter

REFUSAL = "550 5.7.1 <oslo@embassy.example>: message content rejected"


@pytest.fixture
def action(petra: Member) -> Action:
    return open_of(petra)


def delivery_of(action: Action, state: str, error: str = "", erased: bool = False) -> Delivery:
    number = Delivery.objects.count()
    target = action.targets.get()
    point = target.office.contact_points.filter(channel="email").first()
    supporter = Supporter.objects.create(
        fingerprint=str(number), name="Sam", email="sam@supporters.example", country="NO", language="en"
    )
    letter = Letter.objects.create(
        action=action, supporter=supporter, language="en", subject="Free her", body="Free her."
    )
    return Delivery.objects.create(
        action=action,
        target=target,
        contact_point=point or confirmed_email(target.office, action.created_by),
        letter=None if erased else letter,
        state=state,
        error=error,
        message_id=f"<{number}@desk.example>",
    )


def shown(client: Client, name: str, *args: object, **asked: object) -> str:
    return words(client.get(reverse(name, args=args), asked).content.decode())


def test_an_empty_page_says_so(petra_at_desk: Client) -> None:
    assert "Nobody has asked us to send a letter yet." in shown(petra_at_desk, "deliveries")


def test_errors_stand_in_the_servers_own_words(petra_at_desk: Client, action: Action) -> None:
    delivery_of(action, DeliveryState.FAILED, REFUSAL)
    page = shown(petra_at_desk, "deliveries")
    assert "550 5.7.1 &lt;oslo@embassy.example&gt;: message content rejected" in page
    assert "Mail is not set up." in page


def test_no_supporter_stands_on_the_page(petra_at_desk: Client, action: Action) -> None:
    delivery_of(action, DeliveryState.ACCEPTED)
    page = shown(petra_at_desk, "deliveries")
    assert ("Sam" in page, "sam@supporters.example" in page) == (False, False)


def test_states_are_counted_apart_and_filtered(petra_at_desk: Client, action: Action) -> None:
    for state in ["accepted", "accepted", "failed", "unconfirmed"]:
        delivery_of(action, state)
    count_new()
    page = shown(petra_at_desk, "deliveries", action=action.slug)
    assert "handed over 0" in page
    assert "confirmed 3 given to us to send accepted 2 by the target’s server" in page
    only = shown(petra_at_desk, "deliveries", state="failed")
    assert only.count("oslo@embassy.example") == 1
    assert "No letter is in this state." in shown(petra_at_desk, "deliveries", state="sending")


def test_a_letter_that_was_given_up_is_tried_again(petra_at_desk: Client, action: Action) -> None:
    failed = delivery_of(action, DeliveryState.FAILED, REFUSAL)
    petra_at_desk.post(reverse("delivery_retry", args=[failed.pk]))
    failed.refresh_from_db()
    assert failed.state == DeliveryState.QUEUED


def test_an_erased_letter_cannot_be_tried_again(petra_at_desk: Client, action: Action) -> None:
    erased = delivery_of(action, DeliveryState.FAILED, REFUSAL, erased=True)
    answer = petra_at_desk.post(reverse("delivery_retry", args=[erased.pk]), follow=True)
    assert "cannot be sent again" in words(answer.content.decode())


def test_all_that_were_given_up_or_foldered_are_tried_again(petra_at_desk: Client, action: Action) -> None:
    for state in ["failed", "foldered", "accepted"]:
        delivery_of(action, state)
    petra_at_desk.post(reverse("deliveries_retry"), {"action": action.slug})
    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["accepted", "queued", "queued"]


def test_a_reviewer_sees_deliveries_without_the_buttons(rustam_at_desk: Client, action: Action) -> None:
    delivery_of(action, DeliveryState.FAILED, REFUSAL)
    assert "Try again" not in shown(rustam_at_desk, "deliveries")


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.MAIL_FOLDER.mkdir()
    return settings.MAIL_FOLDER


def test_the_folder_is_empty_or_not_there(petra_at_desk: Client, folder: Path) -> None:
    assert "The folder is empty." in shown(petra_at_desk, "mail_folder")
    folder.rmdir()
    assert "The folder is empty." in shown(petra_at_desk, "mail_folder")


def test_a_mail_is_shown_as_text(petra_at_desk: Client, folder: Path) -> None:
    raw = (
        "From: Sam <letters@desk.example>\r\nTo: petra@desk.example\r\nReply-To: sam@supporters.example\r\n"
        "Subject: =?utf-8?b?0J4g0YHQstC+0LHQvtC00LU=?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\nОсвободите <b>её</b>.\r\n"
    )
    (folder / "abc123.eml").write_bytes(raw.encode())
    assert "О свободе" in shown(petra_at_desk, "mail_folder")
    page = petra_at_desk.get(reverse("mail_folder_one", args=["abc123"])).content.decode()
    assert "Освободите &lt;b&gt;её&lt;/b&gt;." in page
    assert "sam@supporters.example" in page


def test_a_broken_mail_does_not_break_the_page(petra_at_desk: Client, folder: Path) -> None:
    (folder / "broken.eml").write_bytes(
        b"To: petra@desk.example\r\nSubject: =?x?q?\xff\r\nContent-Type: text/plain; charset=no\r\n\r\n\xff\xfe"
    )
    assert petra_at_desk.get(reverse("mail_folder")).status_code == 200
    assert petra_at_desk.get(reverse("mail_folder_one", args=["broken"])).status_code == 200


@pytest.mark.parametrize("name", ["../secret", "..%2Fsecret", "no-such-mail", "secret.key"])
def test_nothing_else_can_be_read_through_the_folder(petra_at_desk: Client, folder: Path, name: str) -> None:
    (folder.parent / "secret.eml").write_text("Subject: secret\n\nsecret")
    assert petra_at_desk.get(f"/desk/mail/{name}").status_code == 404


def test_the_audit_is_filtered_by_act_member_and_record(petra_at_desk: Client, petra: Member) -> None:
    record("case.opened", "case 1", petra, title="One")
    record("action.published", "action 7", None)
    assert "case.opened case 1 History title One" in shown(petra_at_desk, "audit")
    of_nobody = shown(petra_at_desk, "audit", act="action.published")
    assert "the installation action.published action 7" in of_nobody
    assert "title One" not in of_nobody
    assert "title One" in shown(petra_at_desk, "audit", member=petra.pk)
    assert "title One" not in shown(petra_at_desk, "audit", subject="action")
    assert "No entry fits." in shown(petra_at_desk, "audit", subject="nothing")
