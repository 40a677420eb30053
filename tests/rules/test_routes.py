"""Every route says who may use it, and means it."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests import cast
from tests.rules.routes import Route, routes

from tocsin.members.models import Role

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
MethodsOf = Callable[[Route], list[str]]


def some_methods(route: Route) -> list[str]:
    """To read, to act, and one of the others in turn: what guards an address stands before all of them."""
    others = [method for method in METHODS if method not in ("GET", "POST")]
    return ["GET", "POST", others[len(route.address) % len(others)]]


def all_methods(route: Route) -> list[str]:
    return list(METHODS)


BY_METHODS = pytest.mark.parametrize(
    "methods_of", [some_methods, pytest.param(all_methods, marks=pytest.mark.soak)]
)
# The way in itself is open to everybody.
OPEN_AT_THE_DESK = {"sign_in", "sign_in_link", "second_factor", "enrol", "enrol_qr", "sign_out"}
GUARDED = [route for route in routes() if getattr(route.view, "who_may", "") in set(Role)]


def test_every_route_declares_who_may_use_it() -> None:
    known = {"anyone", *Role}
    assert [route.name for route in routes() if getattr(route.view, "who_may", None) not in known] == []


def test_names_and_addresses_are_used_once() -> None:
    names, addresses = [route.name for route in routes()], [route.address for route in routes()]
    assert len(set(names)) == len(names)
    assert len(set(addresses)) == len(addresses)


def test_the_desk_is_guarded_but_for_the_way_in() -> None:
    assert {route.name for route in routes() if route.is_desk} - {
        route.name for route in GUARDED
    } == OPEN_AT_THE_DESK


def test_nothing_outside_the_desk_needs_a_member() -> None:
    assert [route.name for route in GUARDED if not route.is_desk] == []


@BY_METHODS
@pytest.mark.django_db
@pytest.mark.parametrize("route", GUARDED, ids=lambda route: route.name)
def test_a_stranger_cannot_tell_a_desk_page_from_nothing(route: Route, methods_of: MethodsOf) -> None:
    browser = Client()
    nothing = browser.get("/desk/no-such-page-at-all/")
    for method in methods_of(route):
        answer = browser.generic(method, route.address)
        assert answer.status_code == nothing.status_code == 404
        assert dict(answer.headers) == dict(nothing.headers)
        assert answer.content == (b"" if method == "HEAD" else nothing.content)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route", [r for r in GUARDED if r.view.who_may != Role.VIEWER], ids=lambda route: route.name
)
def test_a_member_below_the_role_is_refused(route: Route) -> None:
    viewer = cast.member("Dana")
    viewer.role = Role.VIEWER
    viewer.save()
    browser = cast.desk_client("Dana")
    assert browser.get(route.address).status_code == 403
    assert browser.post(route.address).status_code == 403


@pytest.mark.django_db
def test_a_form_without_its_token_changes_nothing_and_says_why() -> None:
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/desk/sign-in/", {"email": cast.OLGA, "password": "x"})
    assert answer.status_code == 403
    assert b"This form is too old, or your browser keeps no cookies" in answer.content
