"""A contact in the wrong hands: frozen by one act wherever it stands, and let go by a publisher alone."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from tests import cast
from tests.delivery.leaving import pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, copied, open_action, sam
from tocsin.actions.models import Target
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.directory.add_contact import add_contact
from tocsin.directory.errors import CannotUse
from tocsin.directory.freeze_contact import freeze_contact, thaw_contact
from tocsin.directory.models import ContactPoint
from tocsin.directory.told import fill
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Member
from tocsin.post.frozen import FrozenWords
from tocsin.post.models import FrozenAddress
from tocsin.post.queue_mail import queue_mail
from tocsin.terms import offices as terms

ORGANISER = "organiser@odak.example"
pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db: None) -> Scene:
    """The organiser's address stands in a copy, in the story and in a letter."""
    found = open_action()
    copied(found, "Odak", ORGANISER, kind="union")
    found.action.story += f"\nWrite to {ORGANISER.title()}, or call +7 7292 50-01-01."
    found.action.save()
    return found


def test_it_leaves_every_page_and_no_office_is_reached_by_it(
    scene: Scene, client: Client, rustam: Member
) -> None:
    page = f"/a/{scene.action.slug}"
    assert ORGANISER in client.get(page).content.decode().lower()
    freeze_contact(f" {ORGANISER.upper()} ", rustam, "arrested at home")
    freeze_contact("+77292500101", rustam)
    shown = client.get(page).content.decode()
    assert "Write to [address withheld], or call [address withheld]." in shown
    point = ContactPoint.objects.get(value=ORGANISER)
    assert point.retired_at is not None
    with pytest.raises(CannotUse, match="frozen"):
        add_contact(point.office, "email", ORGANISER, "its own site", "2026-01", rustam)
    entry = AuditEntry.objects.filter(act="contact.frozen").earliest("pk")
    assert (entry.member, entry.detail["reason"]) == (rustam, "arrested at home")


def test_what_waits_to_go_there_stops_and_other_letters_leave_without_it(
    scene: Scene, rustam: Member, django_capture_on_commit_callbacks
) -> None:
    union = Target.objects.get(action=scene.action, office__name="Odak")
    written = replace(scene.written(body=f"Answer to {ORGANISER} as well."), copies=(scene.to(union),))
    take_letter(scene.action.pk, sam(), written)
    confirm(confirmation_token(Delivery.objects.get(is_copy=False).public_id))
    queue_mail(ORGANISER, "Your gathering", "It is shown.")
    queue_mail(cast.OLGA, "A word", f"Ask {ORGANISER}.")
    with django_capture_on_commit_callbacks(execute=True):
        freeze_contact(ORGANISER, rustam)
    stopped = Delivery.objects.get(contact_point__value=ORGANISER)
    assert (stopped.state, "wrong hands" in stopped.error) == (DeliveryState.FAILED, True)
    with mail_server() as postbox:
        pump_until_idle()
        Worker().run_until_idle()
    assert {str(mail["To"]) for mail in postbox.letters} >= {"london@embassy.example", cast.OLGA}
    assert not any(ORGANISER in mail.as_string() for mail in postbox.letters)
    assert not Job.objects.filter(payload__to=ORGANISER).exists(), "nothing is kept of what was to go there"


def test_a_later_list_that_prints_it_puts_it_into_no_use(scene: Scene, rustam: Member) -> None:
    freeze_contact(ORGANISER, rustam)
    told = terms.Told("appeal", "a later report", "2026-10")
    reach = terms.Reach("email", ORGANISER, told)
    mission = terms.Office("Odak", "union", "KZ", "KZ", "Aktau", told, reaches=(reach,))
    fill([(scene.london.office, mission)])
    assert scene.london.office.contact_points.get(value=ORGANISER).retired_at is not None


def test_only_a_publisher_lets_it_go_and_it_is_confirmed_anew(
    scene: Scene, rustam: Member, petra: Member, dana: Member
) -> None:
    with pytest.raises(PermissionDenied):
        freeze_contact(ORGANISER, dana)
    frozen = freeze_contact(ORGANISER, rustam)
    with pytest.raises(PermissionDenied):
        thaw_contact(frozen, rustam)
    thaw_contact(frozen, petra)
    point = ContactPoint.objects.get(value=ORGANISER)
    assert (FrozenAddress.objects.exists(), point.is_usable) == (False, False)
    assert add_contact(point.office, "email", ORGANISER, "her own word", "2026-01", rustam).is_usable


def test_the_page_of_the_desk(scene: Scene, rustam_at_desk: Client, petra_at_desk: Client) -> None:
    page = "/desk/frozen-contacts/"
    assert ORGANISER in rustam_at_desk.get(f"{page}?value={ORGANISER}").content.decode()
    assert rustam_at_desk.post(page, {"value": "a@b", "reason": "x"}).status_code == 422
    assert rustam_at_desk.post(page, {"value": ORGANISER, "reason": "arrested"}).status_code == 302
    assert ORGANISER in rustam_at_desk.get(page).content.decode()
    thaw = f"{page}{FrozenAddress.objects.get().pk}/thaw"
    assert petra_at_desk.post(thaw).status_code == 302
    assert "Nothing is frozen." in petra_at_desk.get(page).content.decode()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"to {ORGANISER}.", "to [address withheld]."),
        (f"<{ORGANISER.upper()}>", "<[address withheld]>"),
        (f"another-{ORGANISER}", f"another-{ORGANISER}"),
        ("call 007 (7292) 50 01 01 now", "call [address withheld] now"),
        ("no. 772925001019", "no. 772925001019"),
    ],
)
def test_it_is_found_however_it_is_written(text: str, left: str) -> None:
    assert FrozenWords([ORGANISER, "+77292500101"]).text(text) == left
