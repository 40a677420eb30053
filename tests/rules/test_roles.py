"""Role x case x verb, taken from the URL resolver: everybody meets exactly what the role allows, in every address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.rules.desk_rows import IN_CASE, IN_HOUSE, OPEN, least_role
from tests.rules.desk_rows import PAGES as PAGE_NAMES
from tests.rules.routes import routes
from tests.rules.standing_objects import Standing, address_of, stand

from tocsin.members.models import RANK, Role

DESK = {route.name: route for route in routes() if route.is_desk}
IN_A_CASE, IN_THE_HOUSE = least_role(IN_CASE), least_role(IN_HOUSE)
PAGES = set(PAGE_NAMES.split())
GUARDED = IN_A_CASE | IN_THE_HOUSE
pytestmark = pytest.mark.django_db
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
READING = ("GET", "HEAD", "OPTIONS")


def test_every_route_of_the_desk_has_its_row_and_every_row_its_route() -> None:
    assert {*GUARDED, *OPEN.split()} == set(DESK), "add a row to tests/rules/desk_rows.py"
    assert len(GUARDED) == sum(len(names.split()) for t in (IN_CASE, IN_HOUSE) for names in t.values())
    assert set(GUARDED) >= PAGES


def test_what_a_route_declares_is_not_more_than_its_row() -> None:
    declared = {name: RANK[Role(DESK[name].view.who_may)] for name in GUARDED}
    above = {name for name, rank in declared.items() if rank > RANK[GUARDED[name]]}
    assert (above, {name for name in IN_A_CASE if not DESK[name].view.in_case}) == (set(), set())


@pytest.fixture(scope="module")
def standing(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Standing]:
    """Made once; what a test changes is undone after it."""
    folders = {name: tmp_path_factory.mktemp(name.lower()) for name in ("MAIL_FOLDER", "PAGES_FOLDER")}
    with django_db_blocker.unblock(), override_settings(**folders), transaction.atomic():
        yield stand()
        transaction.set_rollback(True)


@dataclass(frozen=True)
class Addresses:
    addresses: dict[str, str]
    forms: dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def at(standing: Standing) -> Addresses:
    return Addresses({name: address_of(DESK[name], standing) for name in GUARDED}, standing.forms())


def ask(client: Client, verb: str, address: str, form: dict[str, object] | None = None) -> HttpResponse:
    """The answer, with whatever it changed undone."""
    with transaction.atomic():
        answer = client.post(address, form) if form else client.generic(verb, address)
        transaction.set_rollback(True)
    return answer


def body(answer: HttpResponse) -> bytes:
    """Without the token against forged requests, which is never the same twice."""
    return re.sub(rb"csrfmiddlewaretoken[^>]+", b"", answer.content)


def test_a_stranger_finds_nothing_at_any_address_by_any_verb(at: Addresses) -> None:
    stranger = Client()
    nothing = body(stranger.get("/desk/no-such-page-at-all/"))
    for name, address in at.addresses.items():
        for verb in some_verbs(name):
            answer = ask(stranger, verb, address)
            expected = b"" if verb == "HEAD" else nothing
            assert (answer.status_code, body(answer)) == (404, expected), f"{verb} {name}"


def test_a_member_of_another_case_cannot_tell_this_case_from_none(standing: Standing, at: Addresses) -> None:
    """She may do everything in the organisation, and manages a case of her own."""
    standing.case.members.filter(member=cast.member("Ada")).delete()
    cast.put_on(type(standing.case).objects.get(slug="nobodys"), "Ada")
    ada = cast.desk_client("Ada")
    for name in IN_A_CASE:
        nowhere = body(ask(ada, "GET", DESK[name].address))
        for verb in some_verbs(name):
            answer = ask(ada, verb, at.addresses[name])
            assert answer.status_code == 403, f"{verb} {name}"
            assert body(answer) in (nowhere, b""), f"{verb} {name} tells more than nothing"


@pytest.mark.parametrize("role", Role)
def test_in_a_case_a_member_may_do_what_her_role_in_it_allows(
    role: Role, standing: Standing, at: Addresses
) -> None:
    """She may do everything in the organisation, so that it is the case alone that decides."""
    cast.put_on(standing.case, "Ada", role=role)
    check_all(cast.desk_client("Ada"), role, IN_A_CASE, at)


@pytest.mark.parametrize("role", Role)
def test_the_role_in_the_organisation_is_the_ceiling(role: Role, standing: Standing, at: Addresses) -> None:
    """On the case she is its administrator; managing its members is all that this gives her beyond her role."""
    somebody = cast.member("Ada")
    somebody.role = role
    somebody.save()
    cast.put_on(standing.case, "Ada", role=Role.ADMINISTRATOR)
    as_stored = {name: r for name, r in IN_A_CASE.items() if r != Role.ADMINISTRATOR}
    check_all(cast.desk_client("Ada"), role, as_stored, at, only_meant=True)
    check_all(cast.desk_client("Ada"), role, IN_THE_HOUSE, at)
    managed = {name: Role.VIEWER for name, r in IN_A_CASE.items() if r == Role.ADMINISTRATOR}
    check_all(cast.desk_client("Ada"), role, managed, at, only_meant=True)


def check_all(
    client: Client, role: Role, rows: dict[str, Role], at: Addresses, only_meant: bool = False
) -> None:
    for name, verb in tried(role, rows):
        if only_meant and verb != meant(name):
            continue
        form = at.forms.get(name) if verb == "POST" else None
        status = ask(client, verb, at.addresses[name], form).status_code
        said = f"{verb} {name} as {role}: {status}"
        if RANK[role] < RANK[rows[name]]:
            assert status == 403 or (status == 405 and name in BY_ACT), said
        elif name in PAGES or verb not in READING:
            assert status not in (403, 404, 500), said
        else:
            assert status == 405, said


# Refused by the act itself, after the address has said which verbs it knows.
BY_ACT = {
    "inquiry_withdraw",
    "statement_correct",
    "case_member_add",
    "case_member_role",
    "case_member_remove",
}


def tried(role: Role, rows: dict[str, Role]) -> Iterator[tuple[str, str]]:
    """At the edge, where the role just does or just does not do, every address by two verbs.

    Farther from it a sixth of the addresses, another sixth for the next role: a role is a rank, and the edge says
    where it lies.
    """
    for place, (name, least) in enumerate(rows.items()):
        if RANK[role] - RANK[least] in (-1, 0):
            yield from ((name, verb) for verb in some_verbs(name))
        elif (place + RANK[role]) % 6 == 0:
            yield name, meant(name)


def meant(name: str) -> str:
    return "GET" if name in PAGES else "POST"


def some_verbs(name: str) -> list[str]:
    """The one that is meant, and one of the others in turn: the guard stands before all of them."""
    others = [verb for verb in VERBS if verb != meant(name)]
    return [meant(name), others[len(name) % len(others)]]
