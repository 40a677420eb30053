"""The way in, as it is walked in a browser: link or password, second factor, out."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests import cast
from tests.members.test_second_factor import code_for
from tocsin.members.access import SIGNED_IN_AT
from tocsin.members.models import Member
from tocsin.members.one_time_link import make_link
from tocsin.members.password import set_password
from tocsin.members.second_factor import begin_enrolment, finish_enrolment, make_recovery_codes

PASSWORD = "lantern under seven bridges"


@pytest.fixture
def browser(db: None) -> Client:
    """A browser that holds the site to its CSRF check, as real ones do."""
    return Client(enforce_csrf_checks=True)


def press(browser: Client, page: str, **fields: str) -> str:
    """Opens a page, fills its form and sends it; where the answer leads, or the page itself."""
    browser.get(page)
    token = browser.cookies["csrftoken"].value
    answer = browser.post(page, {**fields, "csrfmiddlewaretoken": token})
    return answer.headers.get("Location") or answer.content.decode()


def enrol(member: Member) -> TOTPDevice:
    device = finish_enrolment(member, code_for(begin_enrolment(member)))
    assert device is not None
    return device


def test_first_sign_in_by_link_leads_over_the_app_and_the_recovery_codes(
    browser: Client, rustam: Member
) -> None:
    link = f"/desk/link/{make_link(rustam)}/"
    assert press(browser, link) == "/desk/second-factor/"
    assert browser.get("/desk/second-factor/").headers["Location"] == "/desk/enrol/"
    assert browser.get("/desk/account/").status_code == 404

    page = browser.get("/desk/enrol/").content.decode()
    device = begin_enrolment(rustam)
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page)
    assert secret is not None
    assert secret[1].replace(" ", "") in device.config_url
    picture = browser.get("/desk/enrol/qr.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<?xml")

    codes = re.findall(r"<li><code>([a-z2-7]+)</code>", press(browser, "/desk/enrol/", code=code_for(device)))
    assert len(codes) == 10
    assert browser.get("/desk/account/").status_code == 200


def test_looking_at_a_link_does_not_use_it_up(browser: Client, rustam: Member) -> None:
    link = f"/desk/link/{make_link(rustam)}/"
    for look in (browser.get, browser.head, browser.get):
        assert look(link).status_code == 200
    assert press(browser, link) == "/desk/second-factor/"
    assert "This link is over" in press(browser, link)


def test_a_password_alone_opens_nothing(browser: Client, rustam: Member) -> None:
    set_password(rustam, PASSWORD)
    device = enrol(rustam)
    assert press(browser, "/desk/sign-in/", email=rustam.email, password=PASSWORD) == "/desk/second-factor/"
    assert browser.get("/desk/account/").status_code == 404
    assert browser.get("/desk/enrol/").headers["Location"] == "/desk/second-factor/"
    code = code_for(device, steps_ahead=1)
    assert press(browser, "/desk/second-factor/", code=code) == "/desk/"
    assert browser.get("/desk/account/").status_code == 200


def test_a_recovery_code_opens_instead_of_the_app(browser: Client, rustam: Member) -> None:
    enrol(rustam)
    code = make_recovery_codes(rustam)[3]
    press(browser, f"/desk/link/{make_link(rustam)}/")
    assert press(browser, "/desk/second-factor/", code=code) == "/desk/"


def test_unknown_address_and_wrong_password_get_the_same_page(browser: Client, rustam: Member) -> None:
    set_password(rustam, PASSWORD)
    known = press(browser, "/desk/sign-in/", email=rustam.email, password="wrong")
    unknown = press(browser, "/desk/sign-in/", email=cast.OLGA, password="wrong")
    same = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    assert same.sub("", known) == same.sub("", unknown.replace(cast.OLGA, rustam.email))


def test_the_session_gets_a_new_key_at_each_step(browser: Client, rustam: Member) -> None:
    device = enrol(rustam)
    keys = []
    press(browser, f"/desk/link/{make_link(rustam)}/")
    keys.append(browser.cookies["desk"].value)
    press(browser, "/desk/second-factor/", code=code_for(device, steps_ahead=1))
    keys.append(browser.cookies["desk"].value)
    assert keys[0] != keys[1]
    cookie = browser.cookies["desk"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/desk/", True, "Lax")


@pytest.mark.django_db
def test_signing_out_needs_a_button_and_ends_the_session(rustam_at_desk: Client) -> None:
    assert rustam_at_desk.get("/desk/sign-out/").status_code == 405
    assert rustam_at_desk.get("/desk/account/").status_code == 200
    rustam_at_desk.post("/desk/sign-out/")
    assert rustam_at_desk.get("/desk/account/").status_code == 404


@pytest.mark.django_db
def test_a_session_is_over_after_twelve_hours() -> None:
    client = cast.desk_client("Rustam")
    session = client.session
    session[SIGNED_IN_AT] = (timezone.now() - timedelta(hours=12, seconds=1)).timestamp()
    session.save()
    assert client.get("/desk/account/").status_code == 404
    assert SIGNED_IN_AT not in client.session


@pytest.mark.django_db
def test_an_administrator_adds_somebody_and_gets_a_way_in_to_hand_over(ada_at_desk: Client) -> None:
    page = ada_at_desk.post(
        "/desk/members/", {"email": "noor@desk.example", "name": "Noor", "role": "reviewer"}
    )
    link = re.search(r"http://[^/]+(/desk/link/[\w-]+/)", page.content.decode())
    assert link is not None
    newcomer = Client()
    assert newcomer.post(link[1]).headers["Location"] == "/desk/second-factor/"


@pytest.mark.django_db
def test_a_reviewer_cannot_look_after_members(rustam_at_desk: Client, dana: Member) -> None:
    for page in ("", f"{dana.pk}/link/", f"{dana.pk}/role/", f"{dana.pk}/forget/", f"{dana.pk}/remove/"):
        assert rustam_at_desk.post(f"/desk/members/{page}").status_code == 403
    dana.refresh_from_db()
    assert dana.is_active
