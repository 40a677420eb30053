"""Role x case x verb, taken from the URL resolver: everybody meets exactly what the role allows, in every address."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings
from tests import cast
from tests.rules.desk_rows import IN_CASE, IN_HOUSE, OPEN, PAGES, least_role
from tests.rules.routes import Route, routes
from tests.rules.standing_objects import Standing, address_of, stand

from tocsin.members.models import RANK, Role

DESK = {route.name: route for route in routes() if route.is_desk}
IN_A_CASE, IN_THE_HOUSE = least_role(IN_CASE), least_role(IN_HOUSE)
GUARDED = IN_A_CASE | IN_THE_HOUSE
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
READING = ("GET", "HEAD", "OPTIONS")


def test_every_route_of_the_desk_has_its_row_and_every_row_its_route() -> None:
    assert {*GUARDED, *OPEN.split()} == set(DESK), "add a row to tests/rules/desk_rows.py"
    assert len(GUARDED) == sum(len(names.split()) for t in (IN_CASE, IN_HOUSE) for names in t.values())
    assert set(PAGES) <= set(GUARDED)


def test_what_a_route_declares_is_not_more_than_its_row() -> None:
    declared = {name: RANK[Role(DESK[name].view.who_may)] for name in GUARDED}
    above = {name for name, rank in declared.items() if rank > RANK[GUARDED[name]]}
    assert (above, {name for name in IN_A_CASE if not DESK[name].view.in_case}) == (set(), set())


@pytest.fixture
def standing(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Standing:
    settings.MAIL_FOLDER = tmp_path_factory.mktemp("mail")
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    return stand()


@pytest.fixture
def addresses(standing: Standing) -> dict[str, str]:
    return {name: address_of(DESK[name], standing) for name in GUARDED}


def ask(client: Client, verb: str, address: str) -> HttpResponse:
    """The answer, with whatever it changed undone."""
    with transaction.atomic():
        answer = client.generic(verb, address)
        transaction.set_rollback(True)
    return answer


def body(answer: HttpResponse) -> bytes:
    """Without the token against forged requests, which is never the same twice."""
    return re.sub(rb"csrfmiddlewaretoken[^>]+", b"", answer.content)


def test_a_stranger_finds_nothing_at_any_address_by_any_verb(addresses: dict[str, str]) -> None:
    stranger = Client()
    nothing = body(stranger.get("/desk/no-such-page-at-all/"))
    for name, address in addresses.items():
        for verb in VERBS:
            answer = ask(stranger, verb, address)
            expected = b"" if verb == "HEAD" else nothing
            assert (answer.status_code, body(answer)) == (404, expected), f"{verb} {name}"


def test_a_member_of_another_case_cannot_tell_this_case_from_none(
    standing: Standing, addresses: dict[str, str]
) -> None:
    """She may do everything in the organisation, and manages a case of her own."""
    standing.case.members.filter(member=cast.member("Ada")).delete()
    cast.put_on(type(standing.case).objects.get(slug="nobodys"), "Ada")
    ada = cast.desk_client("Ada")
    for name in IN_A_CASE:
        nowhere = body(ask(ada, "GET", DESK[name].address))
        for verb in VERBS:
            answer = ask(ada, verb, addresses[name])
            assert answer.status_code == 403, f"{verb} {name}"
            assert body(answer) in (nowhere, b""), f"{verb} {name} tells more than nothing"


@pytest.mark.parametrize("role", Role)
def test_in_a_case_a_member_may_do_what_her_role_in_it_allows(
    role: Role, standing: Standing, addresses: dict[str, str]
) -> None:
    """She may do everything in the organisation, so that it is the case alone that decides."""
    cast.put_on(standing.case, "Ada", role=role)
    check_all(cast.desk_client("Ada"), role, IN_A_CASE, addresses)


@pytest.mark.parametrize("role", Role)
def test_the_role_in_the_organisation_is_the_ceiling(
    role: Role, standing: Standing, addresses: dict[str, str]
) -> None:
    """On the case she is its administrator; managing its members is all that this gives her beyond her role."""
    somebody = cast.member("Ada")
    somebody.role = role
    somebody.save()
    cast.put_on(standing.case, "Ada", role=Role.ADMINISTRATOR)
    as_stored = {name: r for name, r in IN_A_CASE.items() if r != Role.ADMINISTRATOR}
    check_all(cast.desk_client("Ada"), role, as_stored | IN_THE_HOUSE, addresses)
    manages = [name for name, r in IN_A_CASE.items() if r == Role.ADMINISTRATOR]
    assert [ask(cast.desk_client("Ada"), "POST", addresses[name]).status_code for name in manages] == [
        302,
        302,
    ]


def check_all(client: Client, role: Role, rows: dict[str, Role], addresses: dict[str, str]) -> None:
    for name, verb in tried(role, rows):
        status = ask(client, verb, addresses[name]).status_code
        if RANK[role] < RANK[rows[name]]:
            assert status == 403 or (status == 405 and name in BY_ACT), f"{verb} {name} as {role}: {status}"
        elif name in PAGES or verb not in READING:
            assert status not in (403, 404, 500), f"{verb} {name} as {role}: {status}"
        else:
            assert status == 405, f"{verb} {name} as {role}: an act is done by POST alone"


# Refused by the act itself, after the address has said which verbs it knows.
BY_ACT = {"case_member_role", "case_member_remove"}


def tried(role: Role, rows: dict[str, Role]) -> Iterator[tuple[str, str]]:
    """Every row by reading and by POST; the other verbs at the edge, where the role just does or just does not do."""
    for name, least in rows.items():
        yield from ((name, verb) for verb in ("GET", "POST"))
        if abs(RANK[role] - RANK[least]) == 1:
            yield from ((name, verb) for verb in VERBS if verb not in ("GET", "POST"))


def test_a_route_knows_its_object(addresses: dict[str, str]) -> None:
    """No address of the matrix is tried against an example that stands for nothing."""
    empty = {
        n for n in GUARDED if isinstance(DESK[n], Route) and DESK[n].parts and addresses[n] == DESK[n].address
    }
    assert empty - {"action_letter_drop"} == set()
