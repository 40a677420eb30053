"""Where two people decide on publishing, the words that the public reads of a case are not changed by one of them."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cases.asking import a_case, person_of
from tests.desk.test_showing_more_takes_two import agree, asked
from tocsin.cases.assess import assess
from tocsin.cases.changed import case_changed
from tocsin.cases.edit import edit_case
from tocsin.cases.exchange.case_file import case_file
from tocsin.cases.models import Assessment, Case, Claim
from tocsin.cases.queries import case_view
from tocsin.cases.second_person import agree_in, more_fingerprint
from tocsin.cases.shown_more.gate import NeedsAnother
from tocsin.cases.tell_claim import tell_claim
from tocsin.members.models import AuditEntry, Member, SecondPersonRequest
from tocsin.members.set_house_rules import set_house_rules

OLD = "Nine dockers were beaten.\n\nTheir lawyer is missing."
NEW = "Nine dockers beat the police.\n\nTheir lawyer is missing."
TITLE = "Kazakhstan, March 2026"


@pytest.fixture
def case(rustam: Member, petra: Member, ada: Member) -> Case:
    """Public, with a wording of ours and a claim that is shown; two people decide."""
    case = a_case(rustam, petra)
    edit_case(case, TITLE, "KZ", OLD, rustam)
    Claim.objects.create(subject=person_of(case), predicate="role", value="a welder", may_be_shown=True)
    Case.objects.filter(pk=case.pk).update(is_public=True)
    set_house_rules(True, False, ada)
    case.refresh_from_db()
    case_changed(case)
    return case


@pytest.fixture
def claim(case: Case) -> Claim:
    return Claim.objects.select_related("subject__case").get(predicate="role")


def write(client: Client, case: Case, **changed: str) -> object:
    given = {"title": TITLE, "country": "KZ", "assessment": OLD, **changed}
    return client.post(reverse("case_edit", args=[case.slug]), given)


def public(case: Case) -> tuple[str, str]:
    view = case_view(Case.objects.get(pk=case.pk), public=True)
    return view.title, view.assessment


def at_work(client: Client, case: Case) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("case_desk", args=[case.slug])).content, "lxml")


def test_title_and_wording_wait_and_the_public_reads_the_words_before(
    case: Case, rustam_at_desk: Client, petra_at_desk: Client, client: Client
) -> None:
    answer = write(rustam_at_desk, case, title="Dockers attack", assessment=NEW)
    assert answer["Location"] == reverse("second_person", args=[asked().pk])
    assert public(case) == (TITLE, OLD)
    page = client.get(f"/c/{case.slug}").content.decode()
    assert (TITLE in page, "Dockers attack" in page, "beat the police" in page) == (True, False, False)
    assert agree(rustam_at_desk) == 403, "nobody agrees to what she asked for"
    assert public(case) == (TITLE, OLD)
    assert agree(petra_at_desk) == 302
    assert public(case) == ("Dockers attack", NEW)
    told = AuditEntry.objects.filter(act="case.edited").latest("pk")
    assert str(told.member) == "Rustam"
    assert str(SecondPersonRequest.objects.get().answered_by) == "Petra"


def test_both_see_what_changes(case: Case, rustam_at_desk: Client, petra_at_desk: Client) -> None:
    write(rustam_at_desk, case, assessment=NEW)
    for client in (rustam_at_desk, petra_at_desk):
        page = BeautifulSoup(client.get(reverse("second_person", args=[asked().pk])).content, "lxml")
        assert "Change the words of a case that is public" in page.h1.get_text()
        assert "were beaten" in " ".join(gone.get_text() for gone in page.main.select("del"))
        assert "beat the police" in " ".join(come.get_text() for come in page.main.select("ins"))
    file = at_work(petra_at_desk, case)
    assert "Rustam has written this anew" in file.get_text()
    assert "beat the police" in " ".join(come.get_text() for come in file.main.select("ins"))


def test_she_goes_on_from_what_she_asked_for_and_the_other_from_what_stands(
    case: Case, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    write(rustam_at_desk, case, assessment=NEW)
    typed = [
        at_work(client, case).select_one("textarea[name=assessment]")
        for client in (rustam_at_desk, petra_at_desk)
    ]
    assert ["beat the police" in box.get_text() for box in typed] == [True, False]
    write(rustam_at_desk, case, assessment=NEW + "\n\nMore.")
    agree(petra_at_desk)
    assert public(case)[1] == NEW + "\n\nMore."


def test_a_refusal_leaves_the_words_before(case: Case, rustam_at_desk: Client, petra_at_desk: Client) -> None:
    write(rustam_at_desk, case, assessment=NEW)
    petra_at_desk.post(reverse("second_person", args=[asked().pk]), {"refuse": ""})
    assert public(case) == (TITLE, OLD)
    assert "beat the police" not in at_work(rustam_at_desk, case).get_text()


def test_words_that_changed_since_she_read_are_shown_anew(
    case: Case, rustam: Member, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    write(rustam_at_desk, case, assessment=NEW)
    address = reverse("second_person", args=[asked().pk])
    read = petra_at_desk.get(address).context["fingerprint"]
    Case.objects.filter(pk=case.pk).update(assessment="Something else.")
    assert petra_at_desk.post(address, {"agree": "", "fingerprint": read}).status_code == 409
    assert public(case)[1] == "Something else."


def test_another_who_writes_while_it_waits_keeps_what_she_typed(
    case: Case, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    write(rustam_at_desk, case, assessment=NEW)
    answer = write(petra_at_desk, case, assessment="Words of Petra’s.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "has asked for a second person in this case" in page
    assert "Words of Petra’s." in page


@pytest.mark.parametrize("left", ["", "Their lawyer is missing.", "Nine dockers were beaten."])
def test_whole_paragraphs_are_taken_out_at_once(case: Case, left: str, rustam_at_desk: Client) -> None:
    write(rustam_at_desk, case, assessment=left)
    assert public(case)[1] == left
    assert not SecondPersonRequest.objects.exists()


def test_a_word_less_may_say_the_contrary_and_waits(case: Case, rustam: Member) -> None:
    Case.objects.filter(pk=case.pk).update(assessment="She did not confess.")
    with pytest.raises(NeedsAnother):
        edit_case(Case.objects.get(pk=case.pk), TITLE, "KZ", "She did confess.", rustam)


def test_what_is_taken_out_beside_a_new_title_goes_at_once(case: Case, rustam_at_desk: Client) -> None:
    write(rustam_at_desk, case, title="Dockers attack", assessment="Nine dockers were beaten.")
    assert public(case) == (TITLE, "Nine dockers were beaten.")
    assert asked().wanted == [{"wording": {"title": "Dockers attack"}}]


@pytest.mark.parametrize("is_ruled", [True, False])
def test_where_nothing_is_public_or_one_decides_one_is_enough(
    is_ruled: bool, case: Case, ada: Member, rustam_at_desk: Client
) -> None:
    if is_ruled:
        Case.objects.filter(pk=case.pk).update(is_public=False)
    else:
        set_house_rules(False, False, ada)
    write(rustam_at_desk, case, title="Dockers attack", assessment=NEW)
    assert public(case) == ("Dockers attack", NEW)


def test_an_assessment_that_waits_leaves_the_one_before_in_public(
    case: Case, claim: Claim, rustam: Member, petra: Member, petra_at_desk: Client
) -> None:
    before = Assessment.objects.create(
        subject=claim.subject, predicate="role", wording="He welds.", may_be_shown=True
    )
    before.cites.set([claim])
    assess(claim.subject, "role", "He is a spy.", "disputed", [claim.pk], rustam, may_be_shown=True)
    assert [a.wording for a in case_view(case, public=True).assessments] == ["He welds."]
    assert "He is a spy." not in str(case_file(case, public=True))
    [at_the_desk] = case_view(case, public=False).assessments
    assert (at_the_desk.wording, at_the_desk.waits) == ("He is a spy.", True)
    page = petra_at_desk.get(reverse("second_person", args=[asked().pk])).content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    agree_in(case, asked(), petra, more_fingerprint(case, asked()))
    assert [a.wording for a in case_view(case, public=True).assessments] == ["He is a spy."]


def test_an_assessment_that_is_hidden_is_hidden_at_once(case: Case, claim: Claim, rustam: Member) -> None:
    before = Assessment.objects.create(
        subject=claim.subject, predicate="role", wording="He welds.", may_be_shown=True
    )
    before.cites.set([claim])
    assess(claim.subject, "role", "He welds.", "disputed", [claim.pk], rustam, may_be_shown=False)
    assert case_view(case, public=True).assessments == ()


def test_how_a_shown_claim_was_said_waits_too(
    case: Case, claim: Claim, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    told = {
        "stance": "denies",
        "circumstance": "",
        "asserted_by": "his employer",
        "said_at": "",
        "holds_on": "",
    }
    answer = rustam_at_desk.post(reverse("claim_tell", args=[case.slug, claim.pk]), told)
    assert answer["Location"] == reverse("second_person", args=[asked().pk])
    claim.refresh_from_db()
    assert (claim.stance, claim.asserted_by) == ("asserts", "")
    assert "his employer" in petra_at_desk.get(answer["Location"]).content.decode()
    agree(petra_at_desk)
    claim.refresh_from_db()
    assert (claim.stance, claim.asserted_by) == ("denies", "his employer")


def test_how_a_claim_that_nobody_sees_was_said_does_not(case: Case, claim: Claim, rustam: Member) -> None:
    Claim.objects.filter(pk=claim.pk).update(may_be_shown=False)
    claim.refresh_from_db()
    tell_claim(claim, rustam, stance="denies", circumstance="", asserted_by="")
    claim.refresh_from_db()
    assert claim.stance == "denies"


def test_a_stranger_and_a_member_without_the_right(case: Case, client: Client, dana_at_desk: Client) -> None:
    at = reverse("case_edit", args=[case.slug])
    assert [each.post(at, {"title": "x"}).status_code for each in (client, dana_at_desk)] == [404, 403]
