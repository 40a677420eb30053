"""What is sealed or withdrawn leaves the index at once, and the bytes of the database after it."""

from pathlib import Path

import pytest
from django.db import connection

from tests.cases.test_accept import reviewed
from tests.cast import member
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.cases.add_claim import add_claim
from tocsin.cases.models import Case, Claim, SearchEntry, Subject
from tocsin.cases.seal import seal_report
from tocsin.cases.search.find import find
from tocsin.cases.search.query import read_query
from tocsin.cases.withdraw import restore_claim, withdraw_claim
from tocsin.members.models import Member
from tocsin.reports.models import Report
from tocsin.reports.receive import receive

CANARY = "Quixotrelwyn"


def kinds(typed: str, who: Member) -> list[str]:
    keys = find(read_query(typed), who).keys
    return sorted(SearchEntry.objects.filter(pk__in=keys).values_list("kind", flat=True))


@pytest.fixture
def case(rustam: Member) -> Case:
    """A report that is found, since it was received as reports are, and its case."""
    return accept_report(reviewed(rustam, text=f"{TEXT}\n{CANARY} saw it."), rustam)


def test_what_an_act_changes_is_found_at_once(case: Case, rustam: Member) -> None:
    person = Subject.objects.get(case=case, kind="person")
    assert kinds("marwede slander", rustam) == []
    add_claim(
        person,
        "charge",
        "slander",
        rustam,
        report=case.reports.get(),
        words='charged with "disturbing trade"',
    )
    assert kinds("marwede slander", rustam) == ["person"]


def test_a_withdrawn_claim_is_found_by_nobody(case: Case, rustam: Member) -> None:
    name = Claim.objects.get(subject__case=case, subject__kind="person", predicate="name")
    assert "person" in kinds("Lina Marwede", rustam)
    withdraw_claim(name, rustam)
    assert "person" not in kinds("Lina Marwede", rustam)
    restore_claim(name, rustam)
    assert "person" in kinds("Lina Marwede", rustam)


@pytest.mark.django_db(transaction=True)
def test_a_report_is_found_when_it_has_come_in() -> None:
    receive(TEXT.encode(), "marwede.txt")
    assert kinds("dockers riga", member("Dana")) == ["report"]


@pytest.mark.django_db(transaction=True)
def test_a_sealed_report_leaves_no_word_in_the_index_or_its_bytes() -> None:
    rustam = member("Rustam")
    for n in range(3):
        receive(f"Neighbour {n} says nothing of it.".encode(), f"{n}.txt")
    report = receive(f"{TEXT}\n{CANARY} saw it.".encode(), "marwede.txt")
    assert kinds(CANARY, rustam) == ["report"]
    assert holds(CANARY.lower())
    seal_report(report, rustam, "Consent was withdrawn")
    assert kinds(CANARY, rustam) == []
    assert not holds(CANARY.lower())
    assert kinds("neighbour", rustam) == ["report"] * 3


@pytest.mark.django_db(transaction=True)
def test_a_withdrawn_name_leaves_the_index_and_its_bytes() -> None:
    rustam = member("Rustam")
    case = accept_report(reviewed(rustam), rustam)
    person = Subject.objects.get(case=case, kind="person")
    charge = Claim.objects.create(subject=person, predicate="charge", value=CANARY, report=case.reports.get())
    name = Claim.objects.get(subject=person, predicate="name")
    restore_claim(charge, rustam)  # any act that tells of the case
    assert kinds(CANARY, rustam) == ["person"]
    Claim.objects.filter(pk=charge.pk).update(value="")
    withdraw_claim(name, rustam)
    assert not holds(CANARY.lower())
    assert SearchEntry.objects.filter(title__contains="Marwede").exclude(kind="report").count() == 0


def holds(word: str) -> bool:
    """Whether the index of words has it; of SQLite, whether any byte of the database has."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        return any(word.encode() in f.read_bytes() for f in file.parent.glob(f"{file.name}*"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM ts_stat('SELECT vector FROM search_words') WHERE word = %s", [word])
        return cursor.fetchone() is not None


def test_the_cases_of_a_sealed_report_are_found_without_what_it_said(case: Case, rustam: Member) -> None:
    assert kinds("disturbing trade", rustam) != []
    seal_report(case.reports.get(), rustam, "Consent was withdrawn")
    assert kinds("disturbing trade", rustam) == []
    assert kinds("marwede", rustam) == []


def test_a_report_stored_without_telling_is_not_found(rustam: Member) -> None:
    """So that the tests above show what the acts do."""
    a_report()
    assert Report.objects.count() == 1
    assert kinds("marwede", rustam) == []
