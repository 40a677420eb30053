"""An office answers: caught by the seal in the address, read at the desk, published by a publisher or not."""

import hashlib
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests import cast
from tests.delivery.scene import Scene
from tests.followup.answered import EMAIL, NAME, answer, left
from tests.followup.canary import CANARY, withheld
from tests.post.returned.reports import bounce
from tocsin.actions.errors import CannotChange
from tocsin.delivery.models import Letter
from tocsin.followup.models import Reply, ReplyMail, ReplyState
from tocsin.followup.replies.any_mail import take_any_mail
from tocsin.followup.replies.decide import decide
from tocsin.followup.replies.erase import erase_from_replies
from tocsin.followup.replies.take_reply import KEPT, KEPT_UNLINKED, MOST_A_LETTER
from tocsin.followup.scoreboard import scores_told
from tocsin.post.reply_address import VALID, reply_address
from tocsin.post.return_path import Kind, return_path, token
from tocsin.reports.models import Report, ReportState

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mailboxes(settings: Settings) -> None:
    settings.REPLIES, settings.BOUNCES = "replies@appeals.example", "bounces@appeals.example"


def test_an_answer_is_caught_and_published_in_full_in_part_or_not(scene: Scene, client: Client) -> None:
    withheld(scene.action.case)
    delivery, address = left(scene)
    words = f"Dear {NAME} <{EMAIL}>,\n\n{CANARY} is in good health.\nWe shall not say more.\n"
    mail = answer(address, words, subject=f"To Mrs {NAME.split()[1]}")
    mail.add_attachment(b"%PDF-1.4 nothing", maintype="application", subtype="pdf", filename="letter.pdf")
    assert take_any_mail(mail.as_bytes())
    assert not take_any_mail(mail.as_bytes()), "the same mail twice is one answer"
    reply = Reply.objects.get()
    assert (reply.delivery, reply.target, reply.state) == (delivery, scene.london, ReplyState.NEW)
    assert NAME.split()[1] not in reply.text + reply.subject
    assert EMAIL not in reply.text
    [file] = reply.attachments
    assert (file["name"], file["size"]) == ("letter.pdf", 16)
    assert file["sha256"] == hashlib.sha256(b"%PDF-1.4 nothing").hexdigest()
    assert bytes(reply.mail.data) == mail.as_bytes(), "it is kept whole"
    page = f"/a/{scene.action.slug}"
    assert "good health" not in client.get(page).content.decode()
    petra, desk = cast.desk_client("Petra"), f"/desk/actions/{scene.action.slug}/replies/{reply.pk}/"
    assert file["sha256"] in petra.get(desk).content.decode()
    invented = {"how": "in_part", "words": "She will be freed."}
    assert petra.post(f"{desk}decide", invented).status_code == 422
    chosen = {"how": "in_part", "words": "[…] is in good health.\r\n[…]"}
    assert petra.post(f"{desk}decide", chosen).status_code == 302
    assert "We shall not say more" not in client.get(page).content.decode()
    assert petra.post(f"{desk}decide", {"how": "published"}).status_code == 302
    shown = client.get(page).content.decode()
    assert "[name withheld] is in good health.\nWe shall not say more." in shown
    assert "Kanarkova" not in shown
    assert petra.post(f"{desk}decide", {"how": "kept"}).status_code == 302
    assert "good health" not in client.get(page).content.decode()


def test_answers_go_to_her_alone_if_she_wishes(scene: Scene) -> None:
    assert left(scene, wants_answers=True)[1] == EMAIL


def test_a_spoofed_token_with_thirty_megabytes_is_kept_apart_and_cut(scene: Scene, client: Client) -> None:
    delivery, address = left(scene)
    forged = address.replace(f"+r{delivery.pk}t", f"+r{delivery.pk + 1}t")
    mail = answer(forged, "I am the embassy.")
    mail.add_attachment(b"x" * 30 * 2**20, maintype="application", subtype="zip", filename="all.zip")
    whole = mail.as_bytes()
    assert take_any_mail(whole[:KEPT], len(whole))
    reply = Reply.objects.get()
    assert (reply.action, reply.delivery, reply.unlinked) == (None, None, "forged")
    assert (reply.text, reply.size, reply.kept) == ("I am the embassy.", len(whole), KEPT_UNLINKED)
    assert [(f["name"], f["sha256"]) for f in reply.attachments] == [("all.zip", "")]
    assert "I am the embassy" not in client.get(f"/a/{scene.action.slug}").content.decode()
    assert cast.desk_client("Petra").get("/desk/stray-replies/").status_code == 403
    ada = cast.desk_client("Ada")
    shown = ada.get("/desk/stray-replies/").content.decode()
    assert "I am the embassy." in shown
    assert "under a seal that is not ours" in shown
    assert len(ada.get(f"/desk/stray-replies/{reply.pk}/mail").content) == KEPT_UNLINKED
    assert ada.post(f"/desk/stray-replies/{reply.pk}/link", {"target": scene.london.pk}).status_code == 302
    reply.refresh_from_db()
    assert (reply.action, reply.target, reply.unlinked) == (scene.action, scene.london, "")
    petra = cast.desk_client("Petra")
    desk = petra.get(f"/desk/actions/{scene.action.slug}/replies/{reply.pk}/").content.decode()
    assert "It was cut: the first" in desk
    assert "its hash is not known" in desk


def test_what_names_no_letter_or_an_old_one_is_trusted_with_nothing(scene: Scene) -> None:
    delivery, _address = left(scene)
    old = reply_address(delivery.pk, timezone.localdate() - VALID - timedelta(days=1))
    gone = reply_address(delivery.pk + 1, timezone.localdate())
    for address in ("replies@appeals.example", old, gone):
        assert take_any_mail(answer(address, f"to {address}").as_bytes())
    assert list(Reply.objects.order_by("pk").values_list("unlinked", "delivery")) == [
        ("no_token", None),
        ("expired", None),
        ("gone", None),
    ]
    assert erase_from_replies(timezone.now() + timedelta(days=91)) == 6
    assert not Reply.objects.exists()


def test_what_programs_write_is_set_aside_and_a_notice_is_no_answer(scene: Scene) -> None:
    delivery, address = left(scene)
    away = answer(address, "I am away.", Auto_Submitted="auto-replied")
    to_return_path = answer(return_path(token(Kind.DELIVERY, delivery.pk)), "Ticket 17 was opened.")
    for mail in (away, to_return_path):
        assert take_any_mail(mail.as_bytes())
    assert set(Reply.objects.values_list("state", "is_automatic", "kept")) == {("dismissed", True, 0)}
    assert take_any_mail(bounce(to=return_path(token(Kind.DELIVERY, delivery.pk))))
    assert not take_any_mail(bounce(to=return_path(token(Kind.DELIVERY, delivery.pk))))
    assert Reply.objects.count() == 2
    desk, petra = f"/desk/actions/{scene.action.slug}/follow-up/", cast.desk_client("Petra")
    assert "I am away." not in petra.get(desk).content.decode()
    assert "I am away." in petra.get(f"{desk}?set-aside=1").content.decode()


def test_a_flood_to_one_letter_is_counted(scene: Scene) -> None:
    _delivery, address = left(scene)
    for number in range(MOST_A_LETTER + 3):
        take_any_mail(answer(address, f"Answer {number}").as_bytes())
    assert (Reply.objects.count(), Reply.objects.latest("pk").more) == (MOST_A_LETTER, 3)


def test_a_letter_of_paper_is_typed_in_once(scene: Scene) -> None:
    form = {"target": scene.ministry.pk, "way": "paper", "came_on": "2026-06-01", "text": "We received it."}
    rustam, address = cast.desk_client("Rustam"), f"/desk/actions/{scene.action.slug}/replies"
    assert rustam.post(address, form).status_code == 302
    assert rustam.post(address, form).status_code == 422
    reply = Reply.objects.get()
    assert (reply.target, reply.way, reply.came_at.date().isoformat()) == (
        scene.ministry,
        "paper",
        "2026-06-01",
    )
    with pytest.raises(CannotChange, match="Choose the words"):
        decide(reply, ReplyState.IN_PART, cast.member("Petra"), " […] ")


def test_the_mail_goes_with_the_supporter_whom_it_quotes(scene: Scene) -> None:
    _delivery, address = left(scene)
    take_any_mail(answer(address, f"Dear {NAME}, no.").as_bytes())
    assert erase_from_replies() == 0
    Letter.objects.all().delete()
    assert erase_from_replies() == 1
    assert not ReplyMail.objects.exists()
    assert NAME not in Reply.objects.get().text


def linked(scene: Scene, writer: str) -> Reply:
    """A mail without a seal that quotes her, after Ada has said which office it is from."""
    left(scene)
    words = f"Dear {NAME} <{EMAIL}>, no."
    take_any_mail(answer("replies@appeals.example", words, subject=f"To {NAME}").as_bytes())
    stray = Reply.objects.get()
    assert NAME in cast.desk_client("Ada").get("/desk/stray-replies/").content.decode()
    form = {"target": scene.london.pk, "writer": writer}
    assert cast.desk_client("Ada").post(f"/desk/stray-replies/{stray.pk}/link", form).status_code == 302
    stray.refresh_from_db()
    return stray


@pytest.mark.parametrize("writer", [EMAIL.upper(), f" {NAME}"])
def test_whom_a_mail_linked_by_hand_quotes_is_taken_out_and_takes_the_mail_along(
    scene: Scene, writer: str
) -> None:
    reply = linked(scene, writer)
    assert reply.delivery == Letter.objects.get().deliveries.get()
    assert NAME not in reply.text + reply.subject
    assert EMAIL not in reply.text
    desk = cast.desk_client("Petra").get(f"/desk/actions/{scene.action.slug}/replies/{reply.pk}/")
    assert "said by hand what it answers" in desk.content.decode()
    assert erase_from_replies(timezone.now() + timedelta(days=400)) == 0
    Letter.objects.all().delete()
    assert erase_from_replies() == 1
    reply.refresh_from_db()
    assert (reply.text, reply.kept) != ("", 0)


def test_where_nobody_knows_whom_it_quotes_what_is_not_published_goes_after_90_days(scene: Scene) -> None:
    reply = linked(scene, "")
    page = f"/desk/actions/{scene.action.slug}/replies/{reply.pk}/"
    assert "Whose letter that was is not known" in cast.desk_client("Petra").get(page).content.decode()
    decide(reply, ReplyState.IN_PART, cast.member("Petra"), "[…] no.")
    assert erase_from_replies() == 0
    assert erase_from_replies(timezone.now() + timedelta(days=91)) == 1
    reply.refresh_from_db()
    assert (reply.text, reply.subject, reply.kept) == ("[…] no.", "", 0)
    decide(reply, ReplyState.KEPT, cast.member("Petra"))
    erase_from_replies(timezone.now() + timedelta(days=91))
    reply.refresh_from_db()
    assert reply.text == ""


def test_what_was_typed_in_from_paper_stays(scene: Scene) -> None:
    form = {"target": scene.ministry.pk, "way": "paper", "came_on": "2026-06-01", "text": "We received it."}
    cast.desk_client("Rustam").post(f"/desk/actions/{scene.action.slug}/replies", form)
    erase_from_replies(timezone.now() + timedelta(days=400))
    assert Reply.objects.get().text == "We received it."


def test_a_mail_counts_as_an_answer_once_somebody_has_read_it(scene: Scene) -> None:
    _delivery, address = left(scene)
    take_any_mail(answer(address, "I sell vitamins.").as_bytes())
    assert [score.answers for score, _days in scores_told(scene.action)] == [0]
    decide(Reply.objects.get(), ReplyState.KEPT, cast.member("Petra"))
    assert [score.answers for score, _days in scores_told(scene.action)] == [1]


def test_an_answer_that_nobody_has_read_waits_in_the_inbox_of_those_who_decide(scene: Scene) -> None:
    _delivery, address = left(scene)
    take_any_mail(answer(address, "No.").as_bytes())
    take_any_mail(answer("replies@appeals.example", "Yes.").as_bytes())
    assert waiting("Rustam") == (0, [])
    assert waiting("Petra") == (1, [scene.action.title])
    cast.put_on(scene.action.case, "Ada", role="viewer")
    assert waiting("Ada") == (1, ["Mails that name no letter"])
    decide(Reply.objects.get(action=scene.action), ReplyState.KEPT, cast.member("Petra"))
    assert waiting("Petra") == (0, [])


def waiting(name: str) -> tuple[int, list[str]]:
    """The number at the head of the desk, beyond the reports, and what is named in the inbox."""
    page = BeautifulSoup(cast.desk_client(name).get("/desk/").content, "lxml")
    reports = Report.objects.filter(state=ReportState.RECEIVED).count()
    count = page.select_one('nav a[href="/desk/"] .quiet')
    return int(count.get_text() if count else 0) - reports, [
        a.get_text() for a in page.select("#unread-head + ul a")
    ]
