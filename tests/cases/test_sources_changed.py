"""Two reports that are judged to be one source verify nothing together, in public too, as soon as it is said."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cases.test_accept import reviewed
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.cases.assess import assess
from tocsin.cases.judge_same import judge_same
from tocsin.cases.mark_reliable import mark_reliable
from tocsin.cases.models import Case, Claim, PersonAtRisk
from tocsin.cases.show_claim import show_claims
from tocsin.members.models import Member
from tocsin.reports.models import Report
from tocsin.reports.repeats.judge import end_repeat, judge_repeat

pytestmark = pytest.mark.django_db(transaction=True)
WORDING = "She is charged."


@pytest.fixture
def case(rustam: Member) -> Case:
    """What two papers say is verified, and shown."""
    case = accept_report(reviewed(rustam), rustam)
    later = reviewed(rustam, text=TEXT + "\nLate edition.", publisher="Riga Post")
    accept_report(later, rustam, case=case)
    judge_same(*PersonAtRisk.objects.filter(case=case), rustam)
    claims = Claim.objects.filter(subject__case=case, predicate="charge").order_by("pk")
    for report in case.reports.all():
        mark_reliable(case, report, "Has its own people at the court", rustam)
    cited = [claim.pk for claim in claims]
    assess(claims[0].subject, "charge", WORDING, "verified", cited, rustam, may_be_shown=True)
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    Case.objects.filter(pk=case.pk).update(is_public=True)
    return case


def shown(case: Case) -> str:
    """What the public page calls it; the page is a rendered file, and is asked for each time."""
    page = Client().get(reverse("case", args=[case.slug]))
    words = " ".join(BeautifulSoup(page.content, "lxml").main.get_text().split())
    return words.split(WORDING)[1].split()[0]


def pair(case: Case) -> tuple[Report, Report]:
    first, second = case.reports.order_by("pk")
    return first, second


@pytest.mark.parametrize("kind", ["copy", "translation", "version"])
def test_a_judgement_on_repeats_reaches_the_public_page_and_so_does_its_end(
    case: Case, rustam: Member, kind: str
) -> None:
    first, second = pair(case)
    assert shown(case) == "verified"
    made = judge_repeat(second, first, kind, rustam)
    assert shown(case) == "reported"
    end_repeat(made, rustam)
    assert shown(case) == "verified"


def test_a_judgement_on_a_report_of_no_case_reaches_those_that_repeat_it(case: Case, rustam: Member) -> None:
    """The wire's report is in no case; the later paper is its copy, and now it is a copy of the first."""
    first, second = pair(case)
    wire = a_report(text=TEXT + "\nBy wire.", publisher="Wire")
    judge_repeat(second, wire, "copy", rustam)
    assert shown(case) == "verified"
    judge_repeat(wire, first, "copy", rustam)
    assert shown(case) == "reported"
