"""The history of each kind of record is for those who may see the record: the list of kinds is the list of what is tried."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.rules.standing_objects import Standing, stand

from tocsin.cases.models import Assessment, Case, ReliableSource, Subject
from tocsin.desk.history_kinds import KINDS
from tocsin.members.models import RANK, AuditEntry, HouseRules, Revision, Role
from tocsin.members.record import name_of
from tocsin.members.restore import can_be_restored

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Standing]:
    folders = {name: tmp_path_factory.mktemp(name.lower()) for name in ("MAIL_FOLDER", "PAGES_FOLDER")}
    with django_db_blocker.unblock(), override_settings(**folders), transaction.atomic():
        standing = stand()
        case, report = standing.case, standing.case.reports.get()
        ReliableSource.objects.create(case=case, report=report, why="on the spot")
        person = Subject.objects.filter(case=case, kind="person").first()
        Assessment.objects.create(subject=person, predicate="role", wording="A lawyer.")
        HouseRules.objects.get_or_create()
        yield standing
        transaction.set_rollback(True)


def one_of(kind: str, case: Case) -> Any:
    """A record of the kind; in the case where its kind is of cases."""
    found = KINDS[kind].model._default_manager.order_by("pk")
    case_of = KINDS[kind].case_of
    return next(record for record in found if case_of is None or case_of(record) == case)


def changed(record: Any) -> Revision:
    entry = AuditEntry.objects.create(act="tried", subject=name_of(record))
    return Revision.objects.create(record=name_of(record), entry=entry, before={"x": 1}, after={"x": 2})


def status(client: Client, verb: str, address: str) -> int:
    with transaction.atomic():
        answer = client.generic(verb, address)
        transaction.set_rollback(True)
    return answer.status_code


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_read_it_and_who_may_not(kind: str, standing: Standing) -> None:
    record = one_of(kind, standing.case)
    address = f"/desk/history/{kind}/{record.pk}/"
    back = f"{address}restore/{changed(record).pk}"
    for verb in ("GET", "POST"):
        assert (status(Client(), verb, address), status(Client(), verb, back)) == (404, 404)
    is_of_a_case = KINDS[kind].case_of is not None or KINDS[kind].report_of is not None
    if is_of_a_case:
        standing.case.members.filter(member=cast.member("Ada")).delete()
        assert status(cast.desk_client("Ada"), "GET", address) == 403
        assert status(cast.desk_client("Ada"), "GET", back) == 403
    for role in Role:
        client = _as(role, standing, is_of_a_case)
        may = RANK[role] >= RANK[KINDS[kind].seen_by]
        assert status(client, "GET", address) == (200 if may else 403), role
        may_try = may and RANK[role] >= RANK[Role.REVIEWER]
        assert status(client, "GET", back) == (200 if may_try else 403), role


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_never_brought_back_says_by_which_act_it_is_taken_back(kind: str, standing: Standing) -> None:
    is_brought_back = can_be_restored(Revision(record=f"{kind} 1"))
    assert bool(KINDS[kind].own_act) != is_brought_back or kind == "member"
    if KINDS[kind].own_act:
        record = one_of(kind, standing.case)
        page = _as(Role.REVIEWER, standing, True).get(f"/desk/history/{kind}/{record.pk}/").content.decode()
        assert str(KINDS[kind].own_act) in page
        assert f'href="{KINDS[kind].page(record)}"' in page


def _as(role: Role, standing: Standing, in_case: bool) -> Client:
    ada = cast.member("Ada")
    ada.role = Role.ADMINISTRATOR if in_case else role
    ada.save()
    if in_case:
        cast.put_on(standing.case, "Ada", role=role)
    return cast.desk_client("Ada")
