"""A person's card and claims side by side, at the desk and in public."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cases.test_accept import reviewed
from tests.cast import put_everybody_on
from tests.reports.drafts import TEXT
from tocsin.cases.accept import accept_report
from tocsin.cases.changed import case_changed
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Assessment, Case, Claim, Consent, Inquiry, PersonAtRisk
from tocsin.cases.show_claim import show_claims
from tocsin.members.models import Member
from tocsin.reports.models import Report


@pytest.fixture
def case(rustam: Member) -> Case:
    case = accept_report(reviewed(rustam), rustam)
    other = reviewed(rustam, text=TEXT + "\nLate edition.", publisher="Riga Post")
    accept_report(other, rustam, case=case)
    judge_same(*PersonAtRisk.objects.filter(case=case).order_by("pk"), by=rustam)
    put_everybody_on(case)
    case.is_public = True
    case.save()
    return case


@pytest.fixture
def person(case: Case) -> PersonAtRisk:
    return PersonAtRisk.objects.filter(case=case, same_as=None).order_by("pk")[0]


def words(client: Client, name: str, *parts: object) -> str:
    response = client.get(reverse(name, args=parts))
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "lxml").main.get_text().split())


def charges(person: PersonAtRisk) -> list[Claim]:
    return list(Claim.objects.filter(subject=person, predicate="charge"))


def test_the_card_tells_status_consent_and_reports(
    case: Case, person: PersonAtRisk, dana_at_desk: Client
) -> None:
    page = words(dana_at_desk, "person_card", case.slug, person.pk)
    for said in ("Lina Marwede", "Life and health Missing by the report of 8 May 2015", "shown as: withheld"):
        assert said in page
    assert "Record consent" not in page


def test_consent_is_recorded_and_withdrawn_at_the_card(
    case: Case, person: PersonAtRisk, rustam_at_desk: Client
) -> None:
    at = reverse("person_agrees", args=[case.slug, person.pk])
    given = {"basis": "family", "given_by": "her sister", "given_on": "last Ramadan", "way": "phone"}
    wrong = rustam_at_desk.post(at, given)
    assert (wrong.status_code, Consent.objects.count()) == (422, 0)
    assert "her sister" in wrong.content.decode()
    rustam_at_desk.post(at, given | {"given_on": "2015-05-09"})
    naming = {"naming": "full", "basis": "family", "note": "her sister"}
    rustam_at_desk.post(reverse("person_name", args=[case.slug, person.pk]), naming)
    consent = Consent.objects.get()
    withdraw = reverse("person_takes_back", args=[case.slug, consent.pk])
    wrong = rustam_at_desk.post(withdraw, {"withdrawn_on": "2015-05-01", "note": "by letter"})
    assert (wrong.status_code, 'value="2015-05-01"' in wrong.content.decode()) == (422, True)
    assert 'value="by letter"' in wrong.content.decode()
    rustam_at_desk.post(withdraw, {"withdrawn_on": "2015-06-01"})
    person.refresh_from_db()
    assert person.naming == "withheld"
    assert "withdrawn 1 June 2015" in words(rustam_at_desk, "person_card", case.slug, person.pk)


def test_a_status_is_added_with_its_words(case: Case, person: PersonAtRisk, rustam_at_desk: Client) -> None:
    report = case.reports.order_by("pk")[0]
    sent = {
        "value": "held",
        "source": f"report-{report.pk}",
        "words": "taken to another station",
        "stance": "asserts",
        "asserted_by": "the head of the port police",
        "holds_on": "2015-05-04",
    }
    at = reverse("claim_add", args=[case.slug, person.pk, "liberty"])
    wrong = rustam_at_desk.post(at, sent | {"words": "taken to the moon"})
    assert (wrong.status_code, "do not stand in the report" in wrong.content.decode()) == (422, True)
    assert f'<option value="report-{report.pk}" selected>' in wrong.content.decode()
    rustam_at_desk.post(at, sent)
    assert "Liberty Held 4 May 2015" in words(rustam_at_desk, "person_card", case.slug, person.pk)


def test_claims_stand_side_by_side_with_stance_and_circumstance(
    case: Case, person: PersonAtRisk, rustam_at_desk: Client
) -> None:
    claim = charges(person)[0]
    told = {"stance": "retracts", "circumstance": "under_pressure", "asserted_by": "her lawyer"}
    rustam_at_desk.post(reverse("claim_tell", args=[case.slug, claim.pk]), told)
    page = words(rustam_at_desk, "claims_beside", case.slug, person.pk, "charge")
    assert "Her lawyer takes it back under pressure" in page
    wrong = rustam_at_desk.post(reverse("claim_tell", args=[case.slug, claim.pk]), told | {"said_at": "soon"})
    assert wrong.status_code == 422


def test_verified_is_refused_until_two_sources_are_reliable(
    case: Case, person: PersonAtRisk, rustam_at_desk: Client, rustam: Member
) -> None:
    keys = list(Claim.objects.filter(subject__case=case, predicate="charge").values_list("pk", flat=True))
    form = {"wording": "She is charged.", "verdict": "verified", "cites": keys, "may_be_shown": "yes"}
    at = reverse("claim_assess", args=[case.slug, person.pk, "charge"])
    wrong = rustam_at_desk.post(at, form)
    assert (wrong.status_code, Assessment.objects.count()) == (422, 0)
    assert "This cannot be called verified. Two of the reports" in wrong.content.decode()
    form_again = BeautifulSoup(wrong.content, "lxml").find("form", action=at)
    assert [int(box["value"]) for box in form_again.select("[name=cites][checked]")] == keys
    assert form_again.select("[name=may_be_shown][checked]")
    too_large = rustam_at_desk.post(at, form | {"cites": ["9" * 30]})
    assert (too_large.status_code, Assessment.objects.count()) == (422, 0)
    for key in keys:
        rustam_at_desk.post(reverse("claim_reliable", args=[case.slug, key]), {"why": "Was at the court"})
    assert rustam_at_desk.post(at, form).status_code == 302
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    page = words(Client(), "case", case.slug)
    assert (
        "She is charged. verified Our assessment, which rests on: Report of 8 May 2015, Harbour Bulletin;"
        in page
    )
    Report.objects.filter(publisher="Riga Post").update(publisher="Harbour Bulletin")
    case_changed(case)  # as every act says
    assert "She is charged. reported" in words(Client(), "case", case.slug)


def test_a_claim_of_a_call_is_taken_from_the_case_file(
    case: Case, person: PersonAtRisk, rustam_at_desk: Client
) -> None:
    call = Inquiry.objects.create(
        case=case, office_name="Port police", channel="phone", asked_at=timezone.now(), outcome="answered"
    )
    claim = Claim.objects.create(
        subject=person, predicate="liberty", value="held", inquiry=call, state="awaiting"
    )
    assert "Waiting for your review 1 Liberty: held" in words(rustam_at_desk, "case_desk", case.slug)
    sent = {"act": "accept", "back": "file"}
    answer = rustam_at_desk.post(reverse("claim_judge", args=[case.slug, claim.pk]), sent)
    claim.refresh_from_db()
    assert (answer["Location"], claim.state) == (reverse("case_desk", args=[case.slug]), "accepted")


def test_an_unknown_field_is_no_page(case: Case, person: PersonAtRisk, rustam_at_desk: Client) -> None:
    at = reverse("claims_beside", args=[case.slug, person.pk, "shoe-size"])
    assert rustam_at_desk.get(at).status_code == 404


def test_no_public_page_names_whoever_took_consent_back(
    case: Case, person: PersonAtRisk, rustam_at_desk: Client, rustam: Member
) -> None:
    """The canary is her name: shown first, on every page that can show it, and then nowhere."""
    given = {"basis": "family", "given_by": "her sister", "given_on": "2015-05-09", "way": "phone"}
    rustam_at_desk.post(reverse("person_agrees", args=[case.slug, person.pk]), given)
    naming = {"naming": "full", "basis": "family", "note": "her sister"}
    rustam_at_desk.post(reverse("person_name", args=[case.slug, person.pk]), naming)
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    assert "Marwede" in words(Client(), "case", case.slug)
    withdraw = reverse("person_takes_back", args=[case.slug, Consent.objects.get().pk])
    rustam_at_desk.post(withdraw, {"withdrawn_on": "2015-06-01"})
    answer = Client().get(reverse("case", args=[case.slug])).content.decode()
    assert "marwede" not in answer.lower()
