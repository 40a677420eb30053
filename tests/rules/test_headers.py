"""The exact security headers of every address and method: no more, no less."""

import pytest
from django.test import Client, override_settings
from tests.rules.routes import Route, routes
from tests.rules.test_routes import BY_METHODS, MethodsOf

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
CSP = "Content-Security-Policy"
EXACT = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# What other sites are invited to show or to load.
ELSEWHERE = {"embed", "embed_script"}
EXACT_ELSEWHERE = {**EXACT, "Cross-Origin-Resource-Policy": "cross-origin", "X-Frame-Options": None}
# What else an answer may carry; anything new has to be thought about.
OTHERS = {
    "Allow", "Cache-Control", "Content-Disposition", "Content-Language", "Content-Length", "Content-Type", "ETag",
    "Expires", "Last-Modified", "Location", "Vary", "WWW-Authenticate", "X-Robots-Tag",
}  # fmt: skip
EVERYWHERE = [
    *routes(),
    Route("nothing", "/no/such/page", None),
    Route("style", "/static/look/tocsin.css", None),
]


def policy(header: str) -> set[str]:
    """The directives; django-csp writes them in any order."""
    return {directive.strip() for directive in header.split(";")}


def check(client: Client, method: str, address: str, is_for_elsewhere: bool = False) -> None:
    answer = client.generic(method, address)
    allowed = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *") if is_for_elsewhere else POLICY
    exact = EXACT_ELSEWHERE if is_for_elsewhere else EXACT
    assert policy(answer.headers.get(CSP, "")) == policy(allowed), f"{method} {address}"
    assert {name: answer.headers.get(name) for name in EXACT} == exact, f"{method} {address}"
    assert set(answer.headers) - {CSP, *EXACT} <= OTHERS
    assert "Cache-Control" in answer.headers


@BY_METHODS
@pytest.mark.django_db
@pytest.mark.parametrize("route", EVERYWHERE, ids=lambda route: route.name)
def test_a_stranger_gets_exactly_these(route: Route, methods_of: MethodsOf) -> None:
    for method in methods_of(route):
        check(Client(raise_request_exception=False), method, route.address, route.name in ELSEWHERE)


@BY_METHODS
@pytest.mark.django_db
@pytest.mark.parametrize("route", EVERYWHERE, ids=lambda route: route.name)
def test_so_does_an_administrator(route: Route, methods_of: MethodsOf, ada_at_desk: Client) -> None:
    ada_at_desk.raise_request_exception = False
    for method in methods_of(route):
        check(ada_at_desk, method, route.address, route.name in ELSEWHERE)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route", [route for route in EVERYWHERE if not route.is_desk], ids=lambda route: route.name
)
def test_reading_a_public_page_sets_no_cookie(route: Route) -> None:
    browser = Client(raise_request_exception=False)
    browser.get(route.address)
    assert list(browser.cookies) == []


def test_nothing_at_the_desk_is_kept_by_a_browser(client: Client, db: None) -> None:
    assert client.get("/desk/sign-in/").headers["Cache-Control"] == "no-store"


@override_settings(ROOT_URLCONF="tests.rules.broken_page")
def test_a_page_that_breaks_still_says_so_under_the_same_headers() -> None:
    browser = Client(raise_request_exception=False)
    answer = browser.get("/broken")
    assert answer.status_code == 500
    assert b"Something broke on our side" in answer.content
    check(browser, "GET", "/broken")
