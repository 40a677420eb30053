"""A supporter says that an address does not work: it is queued, her letter stays, and nothing is kept of her."""

import html

import pytest
from django.test import Client
from tests.delivery.scene import Scene
from tests.public.test_write import MINE, letter, post, words

from tocsin.desk.check_rows import checks
from tocsin.directory.models import Channel, ContactPoint, Office
from tocsin.directory.report_dead import report_dead
from tocsin.directory.strangers_word import MOST_AN_HOUR
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db


def reported(scene: Scene) -> list[str]:
    return [str(p.channel) for p in ContactPoint.objects.exclude(dead_reported_at=None)]


def test_it_enters_the_queue_and_stays_in_use(scene: Scene, olga: Client) -> None:
    point = scene.email_of(scene.london)
    assert "Does an address or number here not work?" in words(post(olga, "ways", letter(scene.london)))
    answer = post(olga, "not-working", letter(scene.london, point=str(point.pk)))
    assert answer.status_code == 200
    assert f"Thank you. Somebody of ours will check {point.value}." in words(answer)
    point.refresh_from_db()
    assert (point.state, point.is_usable, point.dead_note) == ("reported_dead", True, "")
    first = checks([scene.action])[0]
    assert (first.office, first.checks[0].point) == (scene.london.office, point)


def test_the_letter_is_still_there(scene: Scene, olga: Client) -> None:
    point = scene.email_of(scene.london)
    answer = post(olga, "not-working", letter(scene.london, point=str(point.pk)))
    assert MINE in html.unescape(answer.content.decode().replace("\r\n", "\n"))
    assert 'id="way_mailto"' in answer.content.decode()


def test_nothing_is_kept_of_who_said_so(scene: Scene, olga: Client) -> None:
    post(olga, "not-working", letter(scene.london, point=str(scene.email_of(scene.london).pk)))
    entry = AuditEntry.objects.get(act="contact.reported_dead")
    assert (entry.member, entry.detail) == (None, {"note": ""})


def test_only_what_the_page_showed_can_be_reported(scene: Scene, olga: Client) -> None:
    hidden = scene.london.office.contact_points.filter(channel=Channel.PHONE).get()
    elsewhere = scene.email_of(scene.ministry)
    for asked in (str(hidden.pk), str(elsewhere.pk), "x", ""):
        answer = post(olga, "not-working", letter(scene.london, point=asked))
        assert answer.status_code == 200
    assert reported(scene) == []


def test_a_flood_of_reports_is_let_pass_by(scene: Scene, olga: Client) -> None:
    office = Office.objects.create(name="Somewhere")
    for n in range(MOST_AN_HOUR):
        report_dead(
            ContactPoint.objects.create(office=office, channel="phone", value=f"+4722{n:06}", source="s")
        )
    point = scene.email_of(scene.london)
    answer = post(olga, "not-working", letter(scene.london, point=str(point.pk)))
    assert "Thank you." in words(answer)
    point.refresh_from_db()
    assert point.dead_reported_at is None


def test_opened_by_its_address_or_from_elsewhere_it_does_nothing(scene: Scene, olga: Client) -> None:
    assert olga.get("/a/strike-in-aktau/not-working").status_code == 302
    point = str(scene.email_of(scene.london).pk)
    refused = olga.post("/a/strike-in-aktau/not-working", letter(scene.london, point=point))
    assert refused.status_code == 403
    assert reported(scene) == []
