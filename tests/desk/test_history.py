"""The page that tells the history of a record, for those who may read it."""

import re

import pytest

from tests.cases.told import a_case, told
from tests.cast import desk_client, put_on
from tocsin.cases.edit import edit_case
from tocsin.cases.models import Case, Claim
from tocsin.cases.seal import seal_report
from tocsin.cases.tell_claim import tell_claim
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import Member, Revision


@pytest.fixture
def case(db: None, rustam: Member) -> Case:
    case = a_case()
    put_on(case, "Rustam", "Petra")
    edit_case(case, "Dockers of Riga", "LV", "Beaten at the gate.", rustam)
    edit_case(case, "Dockers of Riga", "LV", "Beaten at the gate at noon.", rustam)
    return case


def test_it_says_who_and_what_word_by_word(case: Case) -> None:
    page = desk_client("Rustam").get(f"/desk/history/case/{case.pk}/").content.decode()
    assert "Beaten at the <del>gate.</del><ins>gate at noon.</ins>" in page
    assert "<strong>Rustam</strong>" in page
    assert page.index("at noon") < page.index("<del>Dockers</del>")


def test_the_history_of_a_case_holds_its_claims(case: Case, rustam: Member) -> None:
    claim = Claim.objects.get(subject=told(case, "incident", type="beating"))
    tell_claim(claim, rustam, stance="denies", circumstance="", asserted_by="the police")
    browser = desk_client("Rustam")
    assert (
        f"/desk/history/claim/{claim.pk}/" in browser.get(f"/desk/history/case/{case.pk}/").content.decode()
    )
    assert "denies it" in browser.get(f"/desk/history/claim/{claim.pk}/").content.decode()


def test_people_and_claims_are_called_by_name_and_the_parts_of_the_case_stay_in_reach(
    case: Case, rustam: Member
) -> None:
    person = told(case, "person", name="Lina Marwede", role="lawyer")
    role = Claim.objects.get(subject=person, predicate="role")
    tell_claim(role, rustam, stance="denies", circumstance="", asserted_by="the police")
    browser = desk_client("Rustam")
    page = browser.get(f"/desk/history/case/{case.pk}/").content.decode()
    assert "Claim Lina Marwede: Role</a>" in page
    assert f'<a href="/desk/cases/{case.slug}/deadlines">' in page
    assert "Claim: Lina Marwede: Role</p>" in browser.get(f"/desk/history/claim/{role.pk}/").content.decode()


def test_thirty_a_page(case: Case, rustam: Member) -> None:
    for number in range(30):
        edit_case(case, f"Title {number}", "LV", "", rustam)
    browser = desk_client("Rustam")
    first = browser.get(f"/desk/history/case/{case.pk}/").content.decode()
    second = browser.get(f"/desk/history/case/{case.pk}/?page=2").content.decode()
    assert (first.count('id="revision-'), second.count('id="revision-')) == (30, 2)


@pytest.mark.parametrize("address", ["case/{}/", "case/{}/restore/1", "claim/99/", "nonsense/1/"])
def test_who_is_not_on_the_case_cannot_tell_whether_there_is_one(
    case: Case, ada: Member, address: str
) -> None:
    answer = desk_client("Ada").get("/desk/history/" + address.format(case.pk))
    assert answer.status_code == 403
    nothing = desk_client("Ada").get("/desk/history/case/999/")
    assert _told(answer.content) == _told(nothing.content)


def _told(page: bytes) -> bytes:
    """The page without the token of its forms, which is another each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_it_asks_before_it_brings_back(case: Case) -> None:
    browser = desk_client("Rustam")
    first = Revision.objects.earliest("pk")
    address = f"/desk/history/case/{case.pk}/restore/{first.pk}"
    assert "Bring back what stood before?" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 302
    case.refresh_from_db()
    assert (case.title, case.assessment) == ("Dockers", "")


def test_a_refusal_is_said_on_the_page(case: Case, rustam: Member) -> None:
    claim = Claim.objects.get(subject=told(case, "incident", type="beating"))
    withdraw_claim(claim, rustam)
    assert claim.report
    seal_report(claim.report, rustam, "Consent was withdrawn")
    last = Revision.objects.get(entry__act="claim.withdrawn")
    answer = desk_client("Rustam").post(f"/desk/history/claim/{claim.pk}/restore/{last.pk}")
    assert answer.status_code == 422
    assert "gone for good and cannot be brought back" in answer.content.decode()


def test_a_revision_of_another_record_is_not_brought_back_here(case: Case) -> None:
    other = a_case("other")
    put_on(other, "Rustam")
    first = Revision.objects.earliest("pk")
    assert desk_client("Rustam").post(f"/desk/history/case/{other.pk}/restore/{first.pk}").status_code == 404


def test_the_trail_leads_to_the_history(case: Case) -> None:
    page = desk_client("Petra").get("/desk/audit/").content.decode()
    assert f'href="/desk/history/case/{case.pk}/"' in page
