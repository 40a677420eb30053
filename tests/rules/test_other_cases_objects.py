"""Another case's thing, asked for through one's own case: there is no such thing, and nothing is written."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.cases.test_accept import reviewed
from tests.reports.drafts import TEXT
from tests.rules.desk_rows import IN_CASE, least_role
from tests.rules.routes import Route, routes
from tests.rules.standing_objects import Standing, parts_of, stand

from tocsin.actions.draft_action import draft_action
from tocsin.actions.models import Action
from tocsin.cases.accept import accept_report
from tocsin.cases.models import Claim, PersonAtRisk, Relay, Subject
from tocsin.reports.models import ReviewItem

pytestmark = pytest.mark.django_db
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)
BY_WORDS = {"slug", "public_id", "language", "predicate"}
NESTED = {
    route.name: route
    for route in routes()
    if route.is_desk
    and route.name in least_role(IN_CASE)
    and len(route.parts) > 1
    and not route.pattern.startswith("history/")
    # An action's letter is named by its language, which names nothing of another action.
    and (set(route.parts) - BY_WORDS or route.name == "export_file")
}


@pytest.fixture(scope="module")
def theirs(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Standing]:
    """A case with everything in it, on which Ada is not."""
    folders = {name: tmp_path_factory.mktemp(name.lower()) for name in ("MAIL_FOLDER", "PAGES_FOLDER")}
    with django_db_blocker.unblock(), override_settings(**folders), transaction.atomic():
        standing = stand()
        standing.case.members.filter(member=cast.member("Ada")).delete()
        yield standing
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def hers(theirs: Standing) -> Action:
    """The action of the case that Ada alone works on, as its administrator."""
    report = reviewed(cast.member("Ada"), text=f"{TEXT}\nOf another case.")
    return draft_action(accept_report(report, cast.member("Ada")), cast.member("Ada"))


@pytest.fixture(scope="module")
def ada(hers: Action) -> Client:
    return cast.desk_client("Ada")


def through_her_own(route: Route, theirs: Standing, hers: Action) -> str:
    """The address of their thing, with her own case, report or action before it."""
    given = parts_of(route, theirs)
    if route.pattern.startswith("reports/"):
        own: dict[str, Any] = {"public_id": hers.case.reports.get().public_id}
    else:
        own = {"slug": hers.slug if route.pattern.startswith("actions/") else hers.case.slug}
    return reverse(route.name, kwargs=given | own)


def asked(client: Client, verb: str, address: str, form: dict[str, Any]) -> tuple[HttpResponse, list[str]]:
    """The answer, and what was written; all of it is undone."""
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        answer = client.get(address) if verb == "GET" else client.post(address, form)
        transaction.set_rollback(True)
    said = [query["sql"] for query in queries.captured_queries]
    return answer, [sql for sql in said if WRITES.match(sql) and "django_session" not in sql]


def test_every_kind_of_thing_in_a_case_is_tried() -> None:
    kinds = {re.split(r"[/<]", route.pattern.split(">/", 1)[1])[0] for route in NESTED.values()}
    assert kinds == {
        "alarms", "all-clears", "claims", "consents", "deadlines", "directory", "exports", "gatherings", "inquiries", "items", "members", "money", "notes", "organisations", "outcomes", "people", "relays", "remedies", "repeats", "replies", "same", "stances", "statements", "subjects", "take-outs", "targets", "translations", "updates",
    }  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_their_thing_is_not_there_in_her_own_case(
    name: str, theirs: Standing, hers: Action, ada: Client
) -> None:
    address = through_her_own(NESTED[name], theirs, hers)
    for verb in ("GET", "POST"):
        answer, written = asked(ada, verb, address, {})
        is_act = verb == "GET" and answer.status_code == 405
        assert (answer.status_code in (403, 404) or is_act, written) == (True, []), f"{verb} {address}"


@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_the_history_of_their_case_is_not_hers(verb: str, theirs: Standing, ada: Client) -> None:
    address = reverse("history", kwargs={"kind": "case", "pk": theirs.case.pk})
    answer, written = asked(ada, verb, address, {})
    assert (answer.status_code in (403, 404), written) == (True, [])


def test_the_same_thing_is_there_for_who_is_on_its_case(theirs: Standing) -> None:
    """So that the answers above are not those of a wrong address."""
    petra = cast.desk_client("Petra")
    for name in ("person_card", "claims_beside", "relay_desk", "export_file"):
        assert petra.get(reverse(name, kwargs=parts_of(NESTED[name], theirs))).status_code == 200, name


def in_forms(theirs: Standing, hers: Action) -> dict[str, tuple[str, dict[str, Any]]]:
    """Acts that name a second thing in their form: her own address, their thing."""
    case, own = theirs.case, hers.case
    report, hers_too = case.reports.get(), own.reports.get()
    claim = Claim.objects.filter(subject__case=case, state="accepted", report=report).first()
    subject = Subject.objects.filter(case=own, kind="person").first()
    person = PersonAtRisk.objects.get(case=case)
    field = ReviewItem.objects.filter(report=report).first().fields.first()
    beside = {"slug": own.slug, "pk": subject.pk, "predicate": "role"}
    assessed = {"wording": "A lawyer", "verdict": "reported", "cites": [claim.pk]}
    of_report = {"public_id": hers_too.public_id}
    own_item = ReviewItem.objects.filter(report=hers_too, section="contacts").first()
    return {
        "a claim shown": (reverse("case_claims", args=[own.slug]), {"show": claim.pk}),
        "a claim hidden": (reverse("case_claims", args=[own.slug]), {"hide": claim.pk}),
        "a claim withdrawn": (reverse("case_claims", args=[own.slug]), {"withdraw": claim.pk}),
        "a claim cited": (reverse("claim_assess", kwargs=beside), assessed),
        "a report quoted": (
            reverse("claim_add", kwargs=beside),
            {"source": f"report-{report.pk}", "value": "lawyer", "words": "lawyer", "stance": "asserts",
             "circumstance": "free"},
        ),
        "a person joined": (
            reverse("case_same_judge", args=[own.slug]),
            {"left": subject.pk, "right": person.pk, "verdict": "same"},
        ),
        "a report a repeat": (
            reverse("report_repeat_judge", kwargs=of_report), {"other": report.pk, "kind": "repost"},
        ),
        "a report revised": (reverse("report_revises", kwargs=of_report), {"earlier": report.pk}),
        "a case to take it into": (reverse("report_accept", kwargs=of_report), {"case": case.pk}),
        "a field of an item": (
            reverse("report_item", kwargs=of_report | {"pk": own_item.pk}),
            {"act": f"reject:{field.pk}", f"value-{field.pk}": "spoilt", "seen": f"{field.pk}:0"},
        ),
        "letters tried again": (reverse("deliveries_retry"), {"action": theirs.action.slug}),
    }  # fmt: skip


KINDS_IN_FORMS = (
    "a claim shown", "a claim hidden", "a claim withdrawn", "a claim cited", "a report quoted",
    "a person joined", "a report a repeat", "a report revised", "a case to take it into",
    "a field of an item", "letters tried again",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS_IN_FORMS)
def test_their_thing_named_in_her_own_form_changes_nothing(
    kind: str, theirs: Standing, hers: Action, ada: Client
) -> None:
    address, form = in_forms(theirs, hers)[kind]
    answer, written = asked(ada, "POST", address, form)
    assert (answer.status_code < 500, written) == (True, []), answer.status_code


@pytest.mark.parametrize("kind", ["a claim shown", "a claim cited"])
def test_the_same_form_with_her_own_thing_is_done(
    kind: str, theirs: Standing, hers: Action, ada: Client
) -> None:
    """So that the forms above are not refused for something else."""
    address, form = in_forms(theirs, hers)[kind]
    person = Subject.objects.filter(case=hers.case, kind="person").first()
    own = Claim.objects.filter(subject=person, predicate="role").first().pk
    _answer, written = asked(
        ada, "POST", address, form | ({"show": own} if "show" in form else {"cites": [own]})
    )
    assert written


def test_their_caller_is_not_in_her_own_relay(theirs: Standing, hers: Action, ada: Client) -> None:
    relay = Relay.objects.get(case=theirs.case)
    caller = relay.callers.get().pk
    relay.pk, relay.case = None, hers.case
    relay.save()
    address = reverse("relay_caller_end", args=[hers.case.slug, relay.pk, caller])
    answer, written = asked(ada, "POST", address, {})
    assert (answer.status_code, written) == (404, [])
