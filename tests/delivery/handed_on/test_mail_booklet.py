"""A booklet is mailed only to a contact of whom a member has made sure; whatever speaks against it stops it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests import cast
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, copied
from tests.printing.in_print import pages
from tests.public.test_write import words

from tocsin.actions.drop_target import drop_target
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Target, TargetRole
from tocsin.cases.freeze import freeze
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.delivery.handed_on.all_clear import give_all_clear, standing_clear, take_back_all_clear
from tocsin.delivery.handed_on.mail_booklet import KIND, ask_to_mail
from tocsin.delivery.handed_on.models import HOLDS
from tocsin.delivery.models import AllClear, BookletMail
from tocsin.directory.add_contact import add_contact
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.freeze_contact import freeze_contact, thaw_contact
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import Channel, ContactPoint
from tocsin.directory.report_dead import report_dead
from tocsin.directory.retire_contact import retire_contact
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db
HOW = "I spoke with the lawyer today"
CANARY = "Zhuldyzai Kanareeva"


@pytest.fixture
def lawyer(scene: Scene) -> Target:
    """Gets messages of solidarity; one is shown, and names somebody whom the case withholds."""
    person = PersonAtRisk.objects.create(case=scene.action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=CANARY, state="accepted")
    scene.action.messages.create(
        text=f"We are with you, {CANARY}.", first_name="Anna", country="NO", language="en", state="shown"
    )
    return copied(
        scene, "Strike committee", "committee@union.example", TargetRole.SOLIDARITY_TO, kind="union"
    )


def cleared(lawyer: Target) -> AllClear:
    return give_all_clear(lawyer, HOW, cast.member("Petra"))


def leave() -> list[object]:
    with mail_server() as postbox:
        for job in Job.objects.filter(kind=KIND, done_at=None):
            perform(job)
    return postbox.letters


def test_it_leaves_once_without_a_name_and_says_nothing_of_whom_it_is_about(lawyer: Target) -> None:
    [mail] = ask_to_mail(cleared(lawyer), cast.member("Petra"))
    [sent] = leave()
    assert leave() == []
    assert (sent["To"], sent["Subject"]) == ("committee@union.example", "A booklet")
    [booklet] = [part for part in sent.walk() if part.get_content_type() == "application/pdf"]
    assert booklet.get_filename() == "booklet.pdf"
    _cover, inside = pages(booklet.get_payload(decode=True))
    assert "We are with you" in inside
    assert "Kanareeva" not in inside
    mail.refresh_from_db()
    assert mail.left_at is not None


def test_nobody_but_a_publisher_who_says_how_makes_sure(lawyer: Target, scene: Scene) -> None:
    with pytest.raises(PermissionDenied):
        give_all_clear(lawyer, HOW, cast.member("Rustam"))
    with pytest.raises(CannotChange, match="Say how you made sure"):
        give_all_clear(lawyer, "  ", cast.member("Petra"))
    with pytest.raises(CannotChange, match="No e-mail address of it is confirmed"):
        give_all_clear(scene.london, HOW, cast.member("Petra"))
    clear = cleared(lawyer)
    assert (clear.how, clear.given_by, clear.holds_until) == (
        HOW,
        cast.member("Petra"),
        clear.given_at + HOLDS,
    )
    assert AuditEntry.objects.get(act="contact.all_clear").member == cast.member("Petra")


def test_it_lapses_and_is_given_anew(lawyer: Target) -> None:
    first = cleared(lawyer)
    AllClear.objects.update(given_at=timezone.now() - HOLDS - timedelta(minutes=1))
    with pytest.raises(CannotChange, match="Nobody has made sure of this contact lately"):
        ask_to_mail(first, cast.member("Petra"))
    assert standing_clear(lawyer.action, first.point, timezone.now()) is None
    again = cleared(lawyer)
    assert standing_clear(lawyer.action, first.point, timezone.now()) == again
    first.refresh_from_db()
    assert first.ended_by == cast.member("Petra")


STOPS: list[Callable[[AllClear], object]] = [
    lambda clear: freeze(clear.action.case, None),
    lambda clear: retire_contact(clear.point, cast.member("Petra")),
    lambda clear: report_dead(clear.point),
    lambda clear: take_back_all_clear(clear, cast.member("Rustam")),
    lambda clear: AllClear.objects.update(given_at=timezone.now() - HOLDS),
    lambda clear: clear.action.messages.update(state="left_out"),
]


@pytest.mark.parametrize(
    "stop", STOPS, ids=["frozen", "retired", "dead", "taken back", "lapsed", "no message"]
)
def test_what_speaks_against_it_stops_it_on_its_way_too(
    lawyer: Target, stop: Callable[[AllClear], object]
) -> None:
    clear = cleared(lawyer)
    [mail] = ask_to_mail(clear, cast.member("Petra"))
    stop(clear)
    assert leave() == []
    mail.refresh_from_db()
    assert (mail.left_at, bool(mail.refused)) == (None, True)
    with pytest.raises(CannotChange):
        ask_to_mail(clear, cast.member("Petra"))


def frozen_and_thawed(point: ContactPoint) -> None:
    thaw_contact(freeze_contact(point.value, cast.member("Rustam"), "arrested"), cast.member("Petra"))


SPOKE_AGAINST: list[Callable[[ContactPoint], object]] = [
    frozen_and_thawed,
    lambda point: mark_bounced(point, "550 no such user"),
    report_dead,
    lambda point: retire_contact(point, cast.member("Petra")),
]


@pytest.mark.parametrize("against", SPOKE_AGAINST, ids=["frozen", "bounced", "dead", "retired"])
def test_an_all_clear_from_before_is_over_once_the_contact_is_back_in_use(
    lawyer: Target, against: Callable[[ContactPoint], object]
) -> None:
    clear, petra = cleared(lawyer), cast.member("Petra")
    against(clear.point)
    confirm_contact(clear.point, petra, "the committee's page", "2026-11-01")
    with pytest.raises(CannotChange, match="Nobody has made sure of this contact lately"):
        ask_to_mail(clear, petra)
    assert standing_clear(lawyer.action, clear.point, timezone.now()) is None
    assert ask_to_mail(cleared(lawyer), petra)


DROPS: list[Callable[[Target], object]] = [
    lambda target: drop_target(target, cast.member("Petra")),
    lambda target: Target.objects.filter(pk=target.pk).update(role=TargetRole.COPY_TO),
    lambda target: add_contact(
        target.office, Channel.EMAIL, "new@union.example", "a call", "2026-11", cast.member("Petra")
    ),
]


@pytest.mark.parametrize("drop", DROPS, ids=["dropped", "another role", "another address"])
def test_whoever_gets_no_messages_any_more_gets_none_that_is_on_its_way(
    lawyer: Target, drop: Callable[[Target], object]
) -> None:
    clear = cleared(lawyer)
    [mail] = ask_to_mail(clear, cast.member("Petra"))
    drop(lawyer)
    assert leave() == []
    mail.refresh_from_db()
    assert "gets no messages of solidarity" in mail.refused
    with pytest.raises(CannotChange, match="gets no messages of solidarity"):
        ask_to_mail(clear, cast.member("Petra"))


def test_a_booklet_with_empty_boxes_does_not_leave(lawyer: Target) -> None:
    lawyer.action.messages.update(text="We are with you \U00010917.")
    [mail] = ask_to_mail(cleared(lawyer), cast.member("Petra"))
    assert leave() == []
    mail.refresh_from_db()
    assert "would print as empty boxes: \U00010917" in mail.refused


def test_one_is_on_its_way_at_a_time(lawyer: Target) -> None:
    clear = cleared(lawyer)
    ask_to_mail(clear, cast.member("Petra"))
    with pytest.raises(CannotChange, match="on its way there already"):
        ask_to_mail(clear, cast.member("Petra"))
    assert BookletMail.objects.count() == 1


def test_a_copy_leaves_to_whoever_gets_one_and_is_sure(lawyer: Target, scene: Scene) -> None:
    sure, unsure = (
        copied(scene, name, f"{name.lower()}@union.example", TargetRole.SOLIDARITY_COPY, kind="union")
        for name in ("Campaign", "Federation")
    )
    cleared(sure)
    clear, petra = cleared(lawyer), cast.desk_client("Petra")
    mail = f"/desk/actions/strike-in-aktau/all-clears/{clear.pk}/mail"
    assert "on its way, with a copy to: Campaign" in words(petra.post(mail, follow=True))
    assert sorted(sent["To"] for sent in leave()) == ["campaign@union.example", "committee@union.example"]
    ask_to_mail(cleared(unsure), cast.member("Petra"))
    assert [sent["To"] for sent in leave()] == ["federation@union.example"]


def test_at_the_desk(lawyer: Target) -> None:
    page, petra = "/desk/actions/strike-in-aktau/messages", cast.desk_client("Petra")
    assert "How did you make sure of committee@union.example?" in words(petra.get(page))
    assert "Nobody has made sure of it lately" in words(cast.desk_client("Rustam").get(page))
    give = f"/desk/actions/strike-in-aktau/targets/{lawyer.pk}/all-clear"
    assert "Say how you made sure" in words(petra.post(give, {"how": ""}, follow=True))
    assert "Petra made sure on" in words(petra.post(give, {"how": HOW}, follow=True))
    clear = f"/desk/actions/strike-in-aktau/all-clears/{AllClear.objects.get().pk}"
    assert "The booklet is on its way." in words(petra.post(f"{clear}/mail", follow=True))
    ended = words(cast.desk_client("Rustam").post(f"{clear}/end", follow=True))
    assert "Nothing more is mailed there" in ended
    assert leave() == []
    assert "did not leave" in words(petra.get(page))
