"""An action on another organisation's site: a frame of its own, counted for whoever shows it."""

from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django.live_server_helper import LiveServer
from tests import cast
from tests.delivery.scene import Scene
from tests.public.conftest import Reader

from tocsin.actions.models import Action, ActionState, Partner
from tocsin.actions.partners.make_partner import make_partner
from tocsin.actions.withdraw import withdraw
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.models import Delivery, PartnerTally, Tally

from .stamped import stamp
from .test_send import where
from .test_write import letter, post

pytestmark = pytest.mark.django_db
A = "/a/strike-in-aktau"


@pytest.fixture
def dockers(db: None) -> Partner:
    return make_partner("Dockers of Oslo", "dockers-oslo", cast.member("Ada"))


def page(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def test_it_tells_what_it_is_about_and_leads_to_the_letter(scene: Scene, olga: Client) -> None:
    shown = page(olga, "/embed/strike-in-aktau")
    assert shown.h1.get_text() == "Free Natalia Sokolova"
    assert (shown.form["action"], shown.form["target"]) == (f"{A}/write", "_blank")
    assert not olga.cookies


def test_its_counts_tell_what_came_through_the_partner(scene: Scene, dockers: Partner, olga: Client) -> None:
    Tally.objects.create(action=scene.action, confirmed=40, handed_over=2)
    PartnerTally.objects.create(action=scene.action, partner=dockers, confirmed=5, handed_over=1)
    words = " ".join(page(olga, "/embed/strike-in-aktau?by=dockers-oslo").get_text().split())
    assert "42 letters so far, 6 of them through Dockers of Oslo" in words
    for by in ("", "?by=nobody", "?by=%3Cscript%3E", "?by="):
        plain = " ".join(page(olga, f"/embed/strike-in-aktau{by}").get_text().split())
        assert "42 letters so far" in plain
        assert "through" not in plain


def test_from_the_embed_to_the_count_no_page_loses_who_brought_her(
    scene: Scene, dockers: Partner, olga: Client
) -> None:
    """Question by question, as she presses; then the letter."""
    asked = page(olga, f"{A}/write?country=Norway&by=dockers-oslo")
    location = olga.get(f"{A}/write?country=Norway&by=dockers-oslo").headers.get("Location", "")
    assert asked.get_text().strip() == ""
    assert "by=dockers-oslo" in location
    ties = page(olga, location)
    assert ties.select_one("input[name=by]")["value"] == "dockers-oslo"
    form = page(olga, f"{A}/write?country=NO&ties=no&by=dockers-oslo")
    assert form.select_one("form input[name=by]")["value"] == "dockers-oslo"
    ways = post(olga, "ways", {**letter(scene.london), "by": "dockers-oslo"})
    forms = BeautifulSoup(ways.content, "html.parser")
    assert forms.select_one(f"form[action^='{A}/send'] input[name=by]")["value"] == "dockers-oslo"
    token = forms.select_one(f"form[action='{A}/handed-over'] input[name=token]")["value"]
    post(
        olga, "handed-over", {"token": token, "to": scene.london.pk, "channel": "copy", "by": "dockers-oslo"}
    )
    sent = {
        "name": "Sam",
        "email": cast.SAM,
        "website": "",
        "stamp": stamp(where=where(scene)),
        "by": "dockers-oslo",
    }
    post(olga, "send", {**letter(scene.london), **sent})
    assert set(Delivery.objects.filter(is_copy=False).values_list("partner", flat=True)) == {dockers.pk}
    count_new()
    tally = PartnerTally.objects.get()
    assert (tally.partner, tally.handed_over, tally.confirmed) == (dockers, 1, 0)


@pytest.mark.parametrize("state", [ActionState.CLOSED, ActionState.WITHDRAWN, ActionState.DRAFT])
def test_what_has_ended_says_so_in_the_frame(state: str, scene: Scene, olga: Client) -> None:
    if state == ActionState.WITHDRAWN:
        withdraw(scene.action, cast.member("Petra"))
    Action.objects.filter(pk=scene.action.pk).update(state=state)
    answer = olga.get("/embed/strike-in-aktau")
    status, words = {
        ActionState.CLOSED: (200, b"This action is closed."),
        ActionState.WITHDRAWN: (410, b"Nothing stands here any more"),
        ActionState.DRAFT: (404, b"Nothing stands here any more"),
    }[ActionState(state)]
    assert answer.status_code == status
    assert words in answer.content
    assert b"<form" not in answer.content
    if status != 200:
        assert b"Sokolova" not in answer.content


def test_the_lines_to_copy_name_the_partner_and_only_one_that_is_known(
    scene: Scene, dockers: Partner, olga: Client
) -> None:
    known = page(olga, f"{A}/on-your-site?by=dockers-oslo")
    frame = BeautifulSoup(known.select_one("#frame").get_text(), "html.parser").iframe
    assert frame["src"] == "http://127.0.0.1:8000/embed/strike-in-aktau?by=dockers-oslo"
    line = BeautifulSoup(known.select_one("#script").get_text(), "html.parser").script
    assert (line["data-action"], line["data-by"]) == ("strike-in-aktau", "dockers-oslo")
    unknown = page(olga, f'{A}/on-your-site?by="><script>')
    assert "is no short name that we know" in unknown.get_text()
    assert "data-by" not in unknown.select_one("#script").get_text()


class OtherSite(BaseHTTPRequestHandler):
    """An organisation's page with one of the lines in it."""

    body = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = HTTPServer(("localhost", 0), OtherSite)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("which", ["frame", "script"])
@pytest.mark.parametrize("width", [390, 1280])
def test_in_a_browser_the_frame_shows_on_another_site(
    which: str,
    width: int,
    scene: Scene,
    olga: Client,
    live_server: LiveServer,
    elsewhere: str,
    reader: Reader,
) -> None:
    line = page(olga, f"{A}/on-your-site").select_one(f"#{which}").get_text()
    ours = unescape(line).replace("http://127.0.0.1:8000", live_server.url)
    OtherSite.body = f"<!doctype html><title>Us</title><main>{ours}</main>".encode()
    opened = reader.browser.new_page(viewport={"width": width, "height": 844})
    opened.goto(elsewhere)
    frame = opened.frame_locator("iframe")
    frame.locator("h1").wait_for()
    assert frame.locator("h1").inner_text() == "Free Natalia Sokolova"
    if which == "script":
        opened.wait_for_function("document.querySelector('iframe').style.blockSize.endsWith('px')")
        inside = frame.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
        opened.wait_for_function(
            "high => Math.abs(document.querySelector('iframe').clientHeight - high) < 2", arg=inside
        )
    with opened.context.expect_page() as letter_page:
        frame.locator("input[name=country]").fill("Norway")
        frame.locator("button").click()
    letter_page.value.wait_for_load_state()
    assert letter_page.value.url.startswith(f"{live_server.url}{A}/write")
