"""How an office's letters go, what went together, and the files: for publishers of the case, each time noted."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import desk_client, put_on
from tests.delivery.bundles.crowd import three, write
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, copied, open_action
from tests.desk.test_action_edit import words
from tests.printing.in_print import pages
from tocsin.delivery.bundles.models import Bundle, BundlePlan, When
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


def page(client: Client, scene: Scene) -> str:
    return words(client.get(reverse("action_bundles", args=[scene.action.slug])).content.decode())


def act(client: Client, scene: Scene, name: str, **form: str) -> HttpResponse:
    address = reverse(f"action_bundle_{name}", args=[scene.action.slug, scene.london.pk])
    return client.post(address, form, follow=True)


def take(client: Client, made: Bundle) -> HttpResponse:
    return client.get(reverse("bundle_file", args=[made.action.slug, made.public_id]), follow=True)


def test_a_publisher_chooses_how_letters_go(scene: Scene, petra_at_desk: Client) -> None:
    answer = act(petra_at_desk, scene, "when", when="weekly")
    assert "Saved. Letters confirmed from now on go this way." in words(answer.content.decode())
    assert BundlePlan.objects.get().when == When.WEEKLY
    refused = act(petra_at_desk, scene, "when", when="never")
    assert refused.status_code == 422
    assert "Choose one of the ways below, please." in words(refused.content.decode())


def test_the_page_tells_what_waits_and_offers_what_can_be_done(scene: Scene, petra_at_desk: Client) -> None:
    assert "Make a petition book" not in page(petra_at_desk, scene)
    three(scene)
    write(scene, "Dora", target=scene.ministry)
    Delivery.objects.filter(target=scene.ministry).update(state=DeliveryState.FAILED)
    said = page(petra_at_desk, scene)
    for part in (
        "3 letters wait for the next bundle.",
        "1 that mail gave up can be printed.",
        "Mail them now, together",
        "Make a petition book",
    ):
        assert part in said
    assert "No postal address of this office is known" in said


def test_a_viewer_sees_the_page_and_can_make_nothing(scene: Scene) -> None:
    three(scene)
    put_on(scene.action.case, "Dana", role=Role.VIEWER)
    dana = desk_client("Dana")
    assert "Make a petition book" not in page(dana, scene)
    assert act(dana, scene, "make", kind="book").status_code == 403


def test_mailed_now_they_are_on_their_way(scene: Scene, petra_at_desk: Client) -> None:
    three(scene)
    with mail_server() as postbox:
        answer = act(petra_at_desk, scene, "make", kind="digest")
        assert "3 letters go now, together." in words(answer.content.decode())
        Worker().run_until_idle()
    assert "london@embassy.example" in [str(letter["To"]) for letter in postbox.letters]
    assert "accepted by the target&#x27;s server" in page(petra_at_desk, scene)
    again = act(petra_at_desk, scene, "make", kind="digest")
    assert "No letter waits for that any more." in words(again.content.decode())


@pytest.mark.parametrize(
    ("kind", "envelope", "first"), [("book", "", "To: Embassy"), ("letters", "us10", "Letters to post")]
)
def test_the_file_can_be_taken_again_and_each_time_is_noted(
    scene: Scene, petra_at_desk: Client, kind: str, envelope: str, first: str
) -> None:
    three(scene, When.PAPER)
    act(petra_at_desk, scene, "make", kind=kind, envelope=envelope)
    made = Bundle.objects.get()
    files = [take(petra_at_desk, made) for _ in range(2)]
    assert files[0].content == files[1].content
    assert files[0].headers["Cache-Control"] == "no-store"
    assert pages(files[0].content)[0].startswith(first)
    assert AuditEntry.objects.filter(act="take_bundle", member__name="Petra").count() == 2
    assert "petition book" in page(petra_at_desk, scene) or kind == "letters"


def test_an_envelope_must_be_one_that_we_know(scene: Scene, petra_at_desk: Client) -> None:
    three(scene, When.PAPER)
    assert act(petra_at_desk, scene, "make", kind="letters", envelope="c4").status_code == 422
    assert act(petra_at_desk, scene, "make", kind="parcel").status_code == 422
    assert not Bundle.objects.exists()


def test_what_cannot_be_printed_is_said_in_words(scene: Scene, petra_at_desk: Client) -> None:
    three(scene, When.PAPER)
    act(petra_at_desk, scene, "make", kind="book")
    made = Bundle.objects.get()
    Letter.objects.update(body="தமிழில் எழுதப்பட்ட ஒரு கடிதம் இது, தயவுசெய்து அவரை விடுதலை செய்யுங்கள்.")
    said = words(take(petra_at_desk, made).content.decode())
    assert 'pip install "fontpkg-noto-sans-tamil"' in said.replace("&quot;", '"')
    Letter.objects.all().delete()
    assert "Its letters were erased" in words(take(petra_at_desk, made).content.decode())


def test_another_actions_bundle_is_not_found_here(scene: Scene, petra_at_desk: Client) -> None:
    three(scene, When.PAPER)
    act(petra_at_desk, scene, "make", kind="book")
    other = open_action("another")
    address = reverse("bundle_file", args=[other.action.slug, Bundle.objects.get().public_id])
    assert petra_at_desk.get(address).status_code == 404
    foreign = reverse("action_bundle_make", args=[other.action.slug, scene.london.pk])
    assert petra_at_desk.post(foreign, {"kind": "book"}).status_code == 404


def test_the_page_asks_no_more_for_more_offices(scene: Scene, petra_at_desk: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(petra_at_desk, scene)
        return len(queries)

    three(scene)
    before = asked()
    for number in range(3):
        copied(scene, f"Ministry {number}", f"m{number}@office.example")
    assert asked() == before
