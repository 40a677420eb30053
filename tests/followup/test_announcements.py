"""A new action is told to the list once, paced, in each one's language, and every mail takes her off it."""

import re
from collections import Counter

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.delivery.leaving import at_full_speed
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene
from tests.followup.canary import CANARY, withheld
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.freeze import freeze
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.models import Lane
from tocsin.delivery.returned.take import take
from tocsin.directory.freeze_contact import freeze_contact
from tocsin.followup.announcements.announce import announce, go_on
from tocsin.followup.announcements.mail import words
from tocsin.followup.models import Announcement
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.members.models import AuditEntry
from tocsin.post.return_path import Kind, token
from tocsin.post.returned.notice import Notice, Verdict
from tocsin.supporters.address import fingerprint
from tocsin.supporters.models import Follower
from tocsin.supporters.silence import may_write, silence

pytestmark = pytest.mark.django_db


def followers(many: int, country: str = "NO", confirmed: bool = True) -> list[Follower]:
    return [
        Follower.objects.create(
            fingerprint=fingerprint(f"f{n}@{country.lower()}.example", "followers"),
            email=f"f{n}@{country.lower()}.example",
            country=country,
            language="en",
            confirmed_at=timezone.now() if confirmed else None,
        )
        for n in range(many)
    ]


def do_all() -> None:
    while jobs := list(
        Job.objects.filter(kind__startswith="followup.announcement", done_at=None, failed_at=None)
    ):
        for job in jobs:
            perform(job)


def test_everybody_on_the_list_gets_it_once_and_leaves_by_one_press(scene: Scene) -> None:
    listed = followers(25)
    followers(3, "SE", confirmed=False)
    followers(2, "KZ")
    at_full_speed()
    with mail_server() as postbox:
        announce(scene.action, cast.member("Petra"))
        do_all()
    assert Counter(str(mail["To"]) for mail in postbox.letters) == Counter(each.email for each in listed)
    assert Announcement.objects.get().queued == 25
    mailbox = Client(enforce_csrf_checks=True)
    for mail in postbox.letters:
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        found = re.fullmatch(r"<(\S+)>", mail["List-Unsubscribe"])
        assert found is not None
        assert found[1] in mail.get_content()
        assert "http://127.0.0.1:8000/a/strike-in-aktau" in mail.get_content().splitlines()
        path = found[1].removeprefix(settings.PUBLIC_URL)
        assert mailbox.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Follower.objects.filter(country="NO").exists()


def test_a_mailbox_in_the_wrong_hands_gets_none(scene: Scene) -> None:
    """Frozen after the mail to it was queued, too."""
    taken, other = followers(2)
    petra = cast.member("Petra")
    announce(scene.action, petra)
    perform(Job.objects.get(kind="followup.announcement"))
    freeze_contact(taken.email, petra, "she was arrested")
    with mail_server() as postbox:
        do_all()
    assert [mail["To"] for mail in postbox.letters] == [other.email]


def test_it_is_done_once_and_stands_in_the_audit(scene: Scene) -> None:
    petra = cast.member("Petra")
    announce(scene.action, petra)
    with pytest.raises(CannotChange, match="once for each action"):
        announce(scene.action, petra)
    assert AuditEntry.objects.filter(act="action.announced").count() == 1


@pytest.mark.parametrize("why", ["closed", "sample", "frozen"])
def test_what_is_not_open_is_not_announced(why: str, scene: Scene) -> None:
    petra = cast.member("Petra")
    if why == "frozen":
        freeze(scene.action.case, petra)
    else:
        change = {"state": "closed"} if why == "closed" else {"is_sample": True}
        Action.objects.update(**change)
    with pytest.raises(CannotChange):
        announce(Action.objects.get(), petra)


def test_only_a_publisher_may(scene: Scene) -> None:
    with pytest.raises(PermissionDenied):
        announce(scene.action, cast.member("Rustam"))


def test_it_is_paced_and_what_is_done_twice_is_the_same_mail(scene: Scene) -> None:
    followers(8)
    Lane.objects.create(key=lanes.INSTALLATION, per_hour=3 * 120)
    announce(scene.action, cast.member("Petra"))
    first = Job.objects.get(kind="followup.announcement").payload
    go_on(first)
    go_on(first)
    assert Job.objects.filter(kind="followup.announcement_mail").count() == 3
    assert Job.objects.filter(kind="followup.announcement", run_after__gt=timezone.now()).count() == 1


def test_who_left_or_complained_or_an_action_closed_meanwhile_gets_nothing(scene: Scene) -> None:
    left, complained, _third = followers(3)
    announce(scene.action, cast.member("Petra"))
    perform(Job.objects.get(kind="followup.announcement"))
    left.delete()
    silence(complained.email)
    with mail_server() as postbox:
        do_all()
    assert [str(mail["To"]) for mail in postbox.letters] == ["f2@no.example"]


def test_a_withheld_name_does_not_stand_in_it(scene: Scene) -> None:
    Action.objects.update(title=f"Free {CANARY}", story=f"{CANARY} was taken.")
    withheld(scene.action.case)
    assert CANARY not in "".join(words(Action.objects.get(), "en", "link"))


@pytest.mark.parametrize("verdict", [Verdict.NO_SUCH_ADDRESS, Verdict.COMPLAINT])
def test_a_mailbox_that_is_gone_or_complains_is_off_the_list(verdict: Verdict) -> None:
    (follower,) = followers(1)
    notice = Notice(verdict, "gone", token(Kind.FOLLOWER, follower.pk))
    assert take(notice)
    assert not Follower.objects.exists()
    assert may_write(follower.email) == (verdict is Verdict.NO_SUCH_ADDRESS)


def test_at_the_desk_it_is_looked_at_asked_once_more_and_sent(scene: Scene, petra_at_desk: Client) -> None:
    followers(2)
    page = "/desk/actions/strike-in-aktau/announcement"
    shown = petra_at_desk.get(page).content.decode()
    assert "Free Natalia Sokolova" in shown
    assert "f0@no.example" not in shown
    assert "Yes, send it to 2 addresses" in petra_at_desk.post(page).content.decode()
    assert not Announcement.objects.exists()
    assert petra_at_desk.post(page, {"sure": "yes"}).status_code == 302
    assert Announcement.objects.exists()
    assert petra_at_desk.post(page, {"sure": "yes"}).status_code == 422
