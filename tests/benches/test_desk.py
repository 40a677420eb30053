"""`tocsin bench desk`, and that no page asks the database more often where more is stored."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tocsin.benches.crowd.around import add_around
from tocsin.benches.crowd.fill import Crowd, make_crowd
from tocsin.benches.desk import looked_at
from tocsin.benches.desk_pages import Page, desk_client
from tocsin.cases.models import Inquiry, Subject
from tocsin.reports.models import Report

MUST_BE_SHOWN = {
    *("desk_home", "search", "arrivals", "reviews", "report", "report_changes", "report_beside", "audit"),
    *("case_list", "case_desk", "chronicle_desk", "person_card", "claims_beside", "case_same", "case_export"),
    *("inquiries", "deadlines", "remedies", "relays", "history", "offices", "office", "confirmations"),
    *("action_list", "action_edit", "action_contacts", "action_directory", "deliveries", "members"),
}


@pytest.fixture(scope="module")
def crowded(once: None) -> tuple[Crowd, Report]:
    """Much of everything, and a long review."""
    crowd = make_crowd(30)
    return crowd, add_around(crowd, 30)


@pytest.mark.django_db
def test_every_page_of_the_desk_is_looked_at_and_told_with_its_queries(crowded: tuple[Crowd, Report]) -> None:
    rows = list(looked_at(*crowded, "sqlite", rounds=1))
    assert {row.path for row in rows} >= MUST_BE_SHOWN
    assert all(row.queries for row in rows)
    assert [row.cpu_ms for row in rows] == sorted((row.cpu_ms for row in rows), reverse=True)


@pytest.mark.django_db
def test_pages_ask_as_often_for_many_records_as_for_some(crowded: tuple[Crowd, Report]) -> None:
    crowd, _ = crowded
    client = desk_client(crowd.everybody)
    pages = [
        *(Page(name, reverse(name)) for name in ("desk_home", "case_list")),
        *(
            Page(name, reverse(name, args=[crowd.big.slug]))
            for name in ("inquiries", "case_desk", "remedies")
        ),
    ]

    def asked() -> dict[str, int]:
        counts = {}
        for page in pages:
            client.get(page.address)
            with CaptureQueriesContext(connection) as queries:
                client.get(page.address)
                counts[page.name] = len(queries)
        return counts

    some = asked()
    _twice_as_much(crowd.big.pk)
    assert {name: (some[name], n) for name, n in asked().items() if n > some[name]} == {}


def _twice_as_much(case: int) -> None:
    """Another forty incidents and calls in the big case, each call at an office of its own; forty reports that wait."""
    first = Inquiry.objects.filter(case=case).first()
    assert first is not None
    Inquiry.objects.bulk_create(
        Inquiry(
            case_id=case,
            office_name=f"Office of call {n}",
            channel=first.channel,
            asked_at=first.asked_at,
            outcome=first.outcome,
        )
        for n in range(40)
    )
    Subject.objects.bulk_create(Subject(case_id=case, kind="incident", position=n) for n in range(40))
    Report.objects.bulk_create(
        Report(name=f"more-{n}.txt", sha256=f"{n:064}", text="More.", draft=review_draft()) for n in range(40)
    )


def review_draft() -> dict[str, object]:
    """That of a report that is there already: any that pages can read."""
    draft: dict[str, object] = Report.objects.filter(state="received").values_list("draft", flat=True)[0]
    return draft
