"""The note for the cell: counted, made by a press, without any name; supporters get the same sheet."""

import uuid
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.delivery.scene import Scene, copied, sam
from tests.printing.in_print import pages

from tocsin.actions.close import close
from tocsin.actions.withdraw import withdraw
from tocsin.cases.freeze import freeze, thaw
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import CellNote, Delivery, DeliveryState, Handover
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.language.date_words import date_words
from tocsin.printing import sheet as sheets
from tocsin.printing.sheet import CannotPrint

from .test_write import words

pytestmark = pytest.mark.django_db
DESK, PUBLIC = "/desk/actions/strike-in-aktau/notes", "/a/strike-in-aktau/note.pdf"


def wrote(scene: Scene, email: str, *targets: object, is_confirmed: bool = True) -> None:
    for target in targets:
        take_letter(scene.action.pk, sam(email, "Samira Writer"), scene.written(target))
        delivery = Delivery.objects.latest("pk")
        if is_confirmed:
            confirm(confirmation_token(delivery.public_id))
            Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.ACCEPTED)


def make(first: date, last: date, language: str = "ru", name: str = "Petra") -> HttpResponse:
    form = {"first": first.isoformat(), "last": last.isoformat(), "language": language}
    return cast.desk_client(name).post(f"{DESK}/make", form, follow=True)


def test_a_week_is_counted_and_nobody_is_named(scene: Scene, olga: Client) -> None:
    today, action = timezone.localdate(), scene.action
    week_ago = today - timedelta(days=6)
    assert "No letter was counted in these days" in words(make(week_ago, today))
    person = PersonAtRisk.objects.create(case=action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value="Zhuldyzai Kanareeva", state="accepted")
    prison = copied(scene, "Prison of Kanareeva street", "prison@kz.example", role="target")
    wrote(scene, "anna@a.example", scene.london, scene.ministry, prison)
    wrote(scene, "berit@b.example", scene.london)
    wrote(scene, "never@c.example", scene.london, is_confirmed=False)
    Handover.objects.create(action=action, channel="print", token=uuid.uuid4())
    Handover.objects.create(
        action=action, channel="print", token=uuid.uuid4(), handed_over_on=today - timedelta(days=30)
    )
    assert make(week_ago, today, name="Rustam").status_code == 403
    for first, last in ((today, week_ago), (today, today + timedelta(days=1))):
        answer = make(first, last)
        assert (answer.status_code, "none of them in the future" in words(answer)) == (422, True)
    assert make(week_ago, today, "tlh").status_code == 422
    assert olga.get(PUBLIC).status_code == 404
    assert "The note is made." in words(make(week_ago, today))
    note = CellNote.objects.get()
    assert (note.people, note.countries, note.own_letters, note.letters) == (2, 1, 1, 6)
    assert note.since == today - timedelta(days=30)
    assert note.offices == ["Embassy of Kazakhstan in London", "Ministry of Justice of Kazakhstan"]
    (russian,) = pages(cast.desk_client("Rustam").get(f"{DESK}/{note.pk}").content)
    assert russian.startswith("О вас помнят")
    assert "2 Людей, написавших письма" in russian
    assert "Embassy of Kazakhstan in London" in russian
    (english,) = pages(olga.get(PUBLIC, {"language": "en"}).content)
    assert f"From {date_words(week_ago.isoformat())} to {date_words(today.isoformat())}" in english
    assert pages(olga.get(PUBLIC).content) == [russian]
    for name in ("Sokolova", "Samira", "Kanareeva", "Aktau"):
        assert name not in russian + english
    assert "The note for the cell" in words(olga.get("/a/strike-in-aktau"))


def test_every_language_fits_one_page_and_it_goes_with_the_case(scene: Scene, olga: Client) -> None:
    wrote(scene, "anna@a.example", scene.london)
    make(timezone.localdate(), timezone.localdate())
    CellNote.objects.update(offices=[f"An office of some ministry, number {n}" for n in range(60)])
    for language in ("en", "ru", "fr", "es", "de", "ar", "zh"):
        (page,) = pages(olga.get(PUBLIC, {"language": language}).content)
        assert "+ 36" in page
    petra, case = cast.member("Petra"), scene.action.case
    freeze(case, petra)
    assert olga.get(PUBLIC).status_code == 404
    assert "note for the cell" not in words(olga.get("/a/strike-in-aktau"))
    thaw(case, petra)
    withdraw(scene.action, petra)
    assert olga.get(PUBLIC).status_code == 410


def test_the_next_note_is_due_after_a_week_and_begins_in_the_language_of_the_last(scene: Scene) -> None:
    wrote(scene, "anna@a.example", scene.london)
    today = timezone.localdate()
    assert "Due soon" not in words(cast.desk_client("Petra").get("/desk/"))
    make(today, today)
    for days, is_due in ((7, False), (8, True)):
        CellNote.objects.update(last_day=today - timedelta(days=days))
        home = words(cast.desk_client("Petra").get("/desk/"))
        assert ("Due soon The note for the cell Free Natalia Sokolova" in home) is is_due
    assert "Due soon" not in words(cast.desk_client("Rustam").get("/desk/"))
    form = cast.desk_client("Petra").get(DESK).content.decode()
    assert '<option value="ru" selected>' in form
    make(today, today, "fr")
    assert '<option value="fr" selected>' in cast.desk_client("Petra").get(DESK).content.decode()
    assert "Due soon" not in words(cast.desk_client("Petra").get("/desk/"))
    CellNote.objects.update(last_day=today - timedelta(days=8))
    close(scene.action, cast.member("Petra"))
    assert "Due soon" not in words(cast.desk_client("Petra").get("/desk/"))


def test_a_typesetter_out_of_order_is_said(
    scene: Scene, olga: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(order: bytes, seconds: float) -> None:
        raise CannotPrint("no typesetter")

    wrote(scene, "anna@a.example", scene.london)
    make(timezone.localdate(), timezone.localdate())
    monkeypatch.setattr(sheets._warm, "set", broken)
    refused = olga.get(PUBLIC)
    assert (refused.status_code, "try again in a minute" in words(refused)) == (503, True)


def test_a_sheet_with_empty_boxes_is_refused_with_the_letters(scene: Scene, olga: Client) -> None:
    office = scene.london.office
    office.name = "Embassy of \U00010917"
    office.save()
    wrote(scene, "anna@a.example", scene.london)
    make(timezone.localdate(), timezone.localdate())
    refused = olga.get(PUBLIC)
    assert (refused.status_code, refused.headers["Content-Type"].split(";")[0]) == (422, "text/html")
    assert "would print as empty boxes: \U00010917" in words(refused)
