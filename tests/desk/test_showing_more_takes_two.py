"""Where two people decide on publishing, nothing more of a public case is shown by one of them."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests import cast
from tests.cases.asking import CANARY, a_case, person_of
from tests.reports.drafts import TEXT
from tocsin.cases.accept import accept_report
from tocsin.cases.assess import assess
from tocsin.cases.freeze import freeze
from tocsin.cases.history.restore_claim import restore_claim_state
from tocsin.cases.models import Assessment, Case, Claim, Naming
from tocsin.cases.second_person import agree_in, more_fingerprint
from tocsin.cases.shown_more.gate import NeedsAnother
from tocsin.members.models import AuditEntry, Member, SecondPersonRequest
from tocsin.members.record import record_about
from tocsin.members.second_person import CannotAgree
from tocsin.members.set_house_rules import set_house_rules
from tocsin.reports.decide import accept
from tocsin.reports.models import ReviewField
from tocsin.reports.open_review import open_review
from tocsin.reports.receive import receive

Press = Callable[[Client, Case, Claim], object]


@pytest.fixture
def case(rustam: Member, petra: Member, ada: Member) -> Case:
    """Public, with a claim that is not shown; two people decide."""
    case = a_case(rustam, petra)
    Case.objects.filter(pk=case.pk).update(is_public=True)
    Claim.objects.create(subject=person_of(case), predicate="role", value="a welder")
    set_house_rules(True, False, ada)
    case.refresh_from_db()
    return case


@pytest.fixture
def claim(case: Case) -> Claim:
    return Claim.objects.get(predicate="role")


def asked() -> SecondPersonRequest:
    return SecondPersonRequest.objects.get(act="case.shown_more", answered_at=None)


def agree(client: Client) -> int:
    address = f"/desk/second-person/{asked().pk}/"
    page = client.get(address)
    given = (
        {"agree": "", "fingerprint": page.context["fingerprint"]}
        if page.status_code == 200
        else {"agree": ""}
    )
    return client.post(address, given).status_code


def show(client: Client, case: Case, claim: Claim) -> object:
    return client.post(f"/desk/cases/{case.slug}/claims", {"show": str(claim.pk)})


def show_all(client: Client, case: Case, claim: Claim) -> object:
    return client.post(f"/desk/cases/{case.slug}/show")


@pytest.mark.parametrize("press", [show, show_all])
def test_a_claim_is_shown_when_a_second_person_has_read_it(
    case: Case, claim: Claim, press: Press, rustam_at_desk: Client, petra_at_desk: Client, client: Client
) -> None:
    press(rustam_at_desk, case, claim)
    claim.refresh_from_db()
    assert claim.may_be_shown is False
    assert agree(rustam_at_desk) == 403, "nobody agrees to what she asked for"
    page = petra_at_desk.get(f"/desk/second-person/{asked().pk}/").content.decode()
    assert "a welder" in page
    assert "It is public as soon as you agree" in page
    assert agree(petra_at_desk) == 302
    claim.refresh_from_db()
    assert claim.may_be_shown is True
    request = SecondPersonRequest.objects.get()
    assert (request.used_at is not None, request.answered_by) == (True, cast.member("Petra"))
    told = AuditEntry.objects.get(act="claims.shown")
    assert told.member == cast.member("Rustam")


def test_a_name_too_and_only_by_the_rule_that_was_agreed_to(
    case: Case, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    person = person_of(case)
    address = f"/desk/cases/{case.slug}/people/{person.pk}/name"
    rustam_at_desk.post(address, {"naming": "full", "basis": "published", "note": "In the press of 3 May"})
    person.refresh_from_db()
    assert person.naming == Naming.WITHHELD
    page = petra_at_desk.get(f"/desk/second-person/{asked().pk}/").content.decode()
    assert CANARY in page
    assert "In the press of 3 May" in page
    agree(petra_at_desk)
    person.refresh_from_db()
    assert (person.naming, person.consent_note) == (Naming.FULL, "In the press of 3 May")


def test_what_she_asks_for_while_it_waits_is_one_request_that_is_read_anew(
    case: Case, claim: Claim, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    show(rustam_at_desk, case, claim)
    address = f"/desk/second-person/{asked().pk}/"
    read = petra_at_desk.get(address).context["fingerprint"]
    more = Claim.objects.create(subject=claim.subject, predicate="role", value="a foreman")
    show(rustam_at_desk, case, more)
    answer = petra_at_desk.post(address, {"agree": "", "fingerprint": read})
    assert (answer.status_code, "a foreman" in answer.content.decode()) == (409, True)
    agree(petra_at_desk)
    assert set(Claim.objects.filter(may_be_shown=True).values_list("value", flat=True)) == {
        "a welder",
        "a foreman",
    }


def test_another_waits_until_that_is_answered(
    case: Case, claim: Claim, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    show(rustam_at_desk, case, claim)
    more = Claim.objects.create(subject=claim.subject, predicate="role", value="a foreman")
    answer = petra_at_desk.post(f"/desk/cases/{case.slug}/claims", {"show": str(more.pk)}, follow=True)
    assert "has asked for a second person in this case" in answer.content.decode()
    assert asked().wanted == [{"claims": [claim.pk]}]


def test_nothing_is_shown_that_may_not_be_by_now(
    case: Case, claim: Claim, rustam: Member, rustam_at_desk: Client, petra: Member
) -> None:
    show(rustam_at_desk, case, claim)
    case.members.get(member=rustam).delete()
    with pytest.raises(CannotAgree, match="may not do this"):
        agree_in(case, asked(), petra, more_fingerprint(case, asked()))
    assert asked().answered_at is None
    claim.refresh_from_db()
    assert claim.may_be_shown is False


def test_what_a_report_brings_into_a_public_case_waits_too(
    case: Case, rustam: Member, petra_at_desk: Client
) -> None:
    report = receive(TEXT.encode(), "one.txt", by=rustam, published="2015-05-08")
    open_review(report, rustam)
    accept(ReviewField.objects.filter(item__report=report), rustam, may_be_shown=True)
    accept_report(report, rustam, case)
    brought = Claim.objects.filter(report=report)
    assert (brought.exists(), brought.filter(may_be_shown=True).count()) == (True, 0)
    agree(petra_at_desk)
    assert brought.filter(may_be_shown=True).exists()


def test_an_assessment_waits_too(case: Case, claim: Claim, rustam: Member, petra_at_desk: Client) -> None:
    assess(claim.subject, "role", "He welds, all say.", "disputed", [claim.pk], rustam, may_be_shown=True)
    assert Assessment.objects.get().may_be_shown is False
    agree(petra_at_desk)
    assert Assessment.objects.get().may_be_shown is True


def test_history_is_no_way_around_it(case: Case, claim: Claim, rustam: Member) -> None:
    with pytest.raises(NeedsAnother):
        restore_claim_state(claim.pk, {"may_be_shown": True}, rustam)


def test_a_frozen_case_gets_its_page_back_from_two(case: Case, petra: Member, petra_at_desk: Client) -> None:
    freeze(case, petra)
    petra_at_desk.post(f"/desk/cases/{case.slug}/thaw")
    case.refresh_from_db()
    assert (case.frozen_at, case.is_public) == (None, False)


@pytest.mark.parametrize("rule", [True, False])
def test_where_nothing_is_public_or_one_decides_one_is_enough(
    case: Case, claim: Claim, ada: Member, rustam_at_desk: Client, rule: bool
) -> None:
    if rule:
        Case.objects.filter(pk=case.pk).update(is_public=False)
    else:
        set_house_rules(False, False, ada)
    show(rustam_at_desk, case, claim)
    claim.refresh_from_db()
    assert claim.may_be_shown is True


def test_an_action_shows_its_case_too(
    case: Case, claim: Claim, rustam_at_desk: Client, petra: Member
) -> None:
    Case.objects.filter(pk=case.pk).update(is_public=False)
    record_about(case.pk, "action.published", "action 1", petra)
    show(rustam_at_desk, case, claim)
    claim.refresh_from_db()
    assert claim.may_be_shown is False
