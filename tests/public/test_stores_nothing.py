"""The disk is full: whoever sends a letter is told so, has it still, and sends it again when there is room."""

import html

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client, RequestFactory
from tests import cast
from tests.delivery.full_disk import full_disk, read_only_disk
from tests.delivery.leaving import pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, sam
from tests.public.stamped import stamp
from tests.public.test_send import where
from tests.public.test_write import MINE, letter, post, words

from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.errors import STORES_NOTHING
from tocsin.jobs.models import Job
from tocsin.site.stores_nothing import stores_nothing
from tocsin.supporters.mailbox_limit import TO_ONE_MAILBOX
from tocsin.supporters.models import Supporter

pytestmark = pytest.mark.django_db(transaction=True)
SEND = "/a/strike-in-aktau/send"


@pytest.fixture
def olga() -> Client:
    """Sees what a browser would see, also where something breaks."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def sent(olga: Client, scene: Scene) -> HttpResponse:
    given = {"name": 'Sam "S" Support', "email": cast.SAM, "website": "", "stamp": stamp(where=where(scene))}
    return post(olga, "send", {**letter(scene.london), **given, "body": f"{MINE}\n<script>\n" + "x" * 9_000})


def fields(page: HttpResponse) -> dict[str, str]:
    """Of the form that came back."""
    form = BeautifulSoup(page.content, "lxml").find("form")
    found = {field["name"]: field["value"] for field in form.find_all("input")}
    return {**found, "body": form.textarea.text.lstrip("\n")} if form.textarea else found


def test_a_letter_comes_back_and_is_sent_again(scene: Scene, olga: Client) -> None:
    with full_disk():
        # More often than one mailbox may ask in an hour: what was not stored is not counted either.
        pages = [sent(olga, scene) for _ in range(TO_ONE_MAILBOX + 1)]
    assert {page.status_code for page in pages} == {503}
    assert pages[-1].headers["Retry-After"] == "60"
    assert "Your letter is still here" in words(pages[-1])
    assert MINE in html.unescape(pages[-1].content.decode())
    assert b"<script>\n" not in pages[-1].content
    assert [model.objects.count() for model in (Supporter, Letter, Delivery, Job)] == [0] * 4
    answer = olga.post(SEND, fields(pages[-1]))
    assert answer.headers["Location"] == "/a/strike-in-aktau/check-mailbox"
    assert Letter.objects.get().body.startswith(MINE)
    assert Supporter.objects.get().name == 'Sam "S" Support'


def test_whoever_confirms_presses_once_more(scene: Scene, olga: Client) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    path = f"/confirm/{confirmation_token(Delivery.objects.get().public_id)}"
    olga.get(path)
    form = {"csrfmiddlewaretoken": olga.cookies["csrftoken"].value}
    with read_only_disk():
        answer = olga.post(path, form)
        assert "Is this your letter?" in words(olga.get(path)), "looking needs no room"
    assert (answer.status_code, Delivery.objects.get().state) == (503, DeliveryState.UNCONFIRMED)
    assert "on its way" in words(olga.post(path, fields(answer)))
    assert Delivery.objects.get().state == DeliveryState.QUEUED


def test_what_workers_cannot_note_they_note_later(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    confirm(confirmation_token(Delivery.objects.get().public_id))
    with mail_server() as postbox:
        with read_only_disk(), pytest.raises(STORES_NOTHING):
            pump_until_idle()
        assert (postbox.letters, Delivery.objects.get().state) == ([], DeliveryState.QUEUED)
        pump_until_idle()
    assert (len(postbox.letters), Delivery.objects.get().state) == (1, DeliveryState.ACCEPTED)


def test_of_the_desk_no_form_comes_back() -> None:
    """It may hold a password."""
    secret = "correct horse battery"
    form = {"email": "dana@desk.example", "password": secret}
    pages = [stores_nothing(RequestFactory().post(at, form)) for at in ("/desk/sign-in/", "/a/x/send")]
    assert [secret in page.content.decode() for page in pages] == [False, True]
    assert "Try again in a minute." in pages[0].content.decode()
