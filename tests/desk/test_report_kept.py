"""A report as it is kept, and how it is sealed at the desk."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cases.test_accept import reviewed
from tests.cast import desk_client
from tests.reports.drafts import TEXT
from tocsin.cases.accept import accept_report
from tocsin.cases.models import Case
from tocsin.cases.seal import seal_report
from tocsin.members.models import Member
from tocsin.reports.models import Report


@pytest.fixture
def report(rustam: Member) -> Report:
    report = reviewed(rustam)
    accept_report(report, rustam)
    return report


def at(report: Report, name: str) -> str:
    return reverse(name, args=[report.public_id])


def words(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "lxml").main.get_text().split())


def test_the_hash_and_the_draft_as_it_was_read_are_shown(report: Report, rustam_at_desk: Client) -> None:
    page = words(rustam_at_desk, at(report, "report_kept"))
    assert report.sha256 in page
    assert '"charge": "disturbing trade"' in page


def test_it_is_sealed_in_two_steps(report: Report, rustam_at_desk: Client) -> None:
    asked = words(rustam_at_desk, at(report, "report_seal"))
    assert "This cannot be undone, by anybody." in asked
    refused = rustam_at_desk.post(at(report, "report_seal"), {"why": "Withdrawn by phone"})
    report.refresh_from_db()
    assert (refused.status_code, report.sealed_at) == (422, None)
    assert "Withdrawn by phone" in refused.content.decode()
    done = {"why": "Withdrawn by phone", "understood": "yes"}
    assert rustam_at_desk.post(at(report, "report_seal"), done).status_code == 302
    for name in ("report", "report_kept"):
        page = words(rustam_at_desk, at(report, name))
        assert "A sealed report" in page
        assert report.sha256 in page
        assert "disturbing trade" not in page
    assert "Sealed report" in words(rustam_at_desk, reverse("desk_home"))


def test_what_keeps_its_words_is_named_before_it_is_sealed(
    report: Report, rustam: Member, rustam_at_desk: Client
) -> None:
    case = report.cases.get()
    kinds = {"copy": {"repeats": report}, "elsewhere": {"repeats": report}, "sealed": {"repeats": report}}
    made = {kind: reviewed(rustam, text=f"{TEXT}\n{kind}", **tie) for kind, tie in kinds.items()}
    made["later"] = reviewed(rustam, text=f"{TEXT}\nlater", revises=made["copy"])
    for kind in ("copy", "later"):
        accept_report(made[kind], rustam, case=case)
    made["elsewhere"].cases.add(Case.objects.create(slug="elsewhere", title="Elsewhere"))
    seal_report(made["sealed"], None, "Withdrawn")
    page = BeautifulSoup(rustam_at_desk.get(at(report, "report_seal")).content, "lxml").main
    linked = {a["href"] for a in page.select(".note a")}
    assert linked == {at(made[kind], "report_kept") for kind in ("copy", "later")}
    assert page.select_one(".note").get_text().count("a report of a case that you are not on") == 1
    alone = BeautifulSoup(
        rustam_at_desk.get(at(reviewed(rustam, text="Another"), "report_seal")).content, "lxml"
    )
    assert alone.main.select(".note") == []


def test_the_same_bytes_pasted_again_are_refused_with_a_sentence(
    report: Report, rustam_at_desk: Client
) -> None:
    text = report.text
    rustam_at_desk.post(at(report, "report_seal"), {"why": "Withdrawn", "understood": "yes"})
    upload = {"text": text, "published": "2015-05-08"}
    answer = rustam_at_desk.post(reverse("report_new"), upload)
    assert answer.status_code == 422
    assert "It is not taken in again" in answer.content.decode()


def test_a_member_who_is_not_on_the_case_finds_nothing(report: Report) -> None:
    client = desk_client("Petra")
    assert [client.get(at(report, name)).status_code for name in ("report_kept", "report_seal")] == [403, 403]
