"""The history of a case's records: what changed, brought back by the same rules, and forgotten where it must be."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection

from tests.cases.test_accept import field_of, reviewed
from tests.cases.told import a_case, person, told
from tests.cast import member, put_on
from tocsin.actions.draft_action import draft_action
from tocsin.actions.edit_demands import DemandRow, edit_demands
from tocsin.actions.edit_story import edit_story
from tocsin.cases.accept import accept_report
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.edit import edit_case
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_claim import reject_claim
from tocsin.cases.membership.change_role import change_case_role
from tocsin.cases.models import Case, CaseMember, Claim, Naming, Remedy
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.remedies.note_remedy import Tried, correct_remedy, note_remedy
from tocsin.cases.seal import seal_report
from tocsin.cases.tell_claim import tell_claim
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import AuditEntry, Member, Revision
from tocsin.members.restore import CannotRestore, restore
from tocsin.reports.decide import correct
from tocsin.reports.models import ReviewField

CANARY = "Quetzalcoatlus"


@pytest.fixture
def case(db: None, rustam: Member) -> Case:
    case = a_case()
    put_on(case, "Rustam", "Petra", "Ada")
    return case


def last() -> Revision:
    found = Revision.objects.last()
    assert found is not None
    return found


def everything_stored() -> str:
    """Every row of every table, as text."""
    rows: list[Any] = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            rows += cursor.fetchall()
    return repr([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in rows])


def test_an_act_keeps_what_it_changed_beside_its_entry(case: Case, rustam: Member) -> None:
    edit_case(case, "Dockers of Riga", "LV", "Beaten at the gate.", rustam)
    kept = last()
    assert (kept.record, kept.within) == (f"case {case.pk}", f"case {case.pk}")
    assert kept.before == {"title": "Dockers", "assessment": ""}
    assert kept.after == {"title": "Dockers of Riga", "assessment": "Beaten at the gate."}
    assert (kept.entry.act, kept.entry.member) == ("case.edited", rustam)


def test_an_act_that_changes_nothing_keeps_nothing(case: Case, rustam: Member) -> None:
    edit_case(case, "Dockers", "LV", "", rustam)
    assert Revision.objects.count() == 0


def test_what_stood_before_comes_back_by_the_same_act(case: Case, rustam: Member) -> None:
    edit_case(case, "Changed", "LV", "Second.", rustam)
    restore(last(), rustam)
    case.refresh_from_db()
    assert (case.title, case.assessment) == ("Dockers", "")
    assert [r.before.get("title") for r in Revision.objects.all()] == ["Dockers", "Changed"]
    acts = AuditEntry.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts)[-2:] == ["revision.restored", "case.edited"]


def test_who_may_not_change_may_not_bring_back(case: Case, rustam: Member) -> None:
    edit_case(case, "Changed", "LV", "", rustam)
    put_on(case, "Dana")
    with pytest.raises(PermissionDenied):
        restore(last(), member("Dana"))
    case.refresh_from_db()
    assert case.title == "Changed"
    assert not AuditEntry.objects.filter(act="revision.restored").exists()


def test_a_claim_is_told_judged_and_withdrawn_as_before(case: Case, rustam: Member) -> None:
    claim = Claim.objects.get(subject=told(case, "incident", type="beating"))
    tell_claim(claim, rustam, stance="denies", circumstance="in_custody", asserted_by="the police")
    first = last()
    reject_claim(claim, rustam)
    second = last()
    withdraw_claim(Claim.objects.get(pk=claim.pk), rustam)
    for revision in (last(), second, first):
        restore(revision, rustam)
    claim.refresh_from_db()
    assert (claim.stance, claim.circumstance, claim.asserted_by) == ("asserts", "", "")
    assert (claim.state, claim.withdrawn_at) == ("accepted", None)


def test_a_remedy_and_a_role_come_back(case: Case, rustam: Member, ada: Member) -> None:
    remedy = note_remedy(case, Tried("court", "release", "2015-05", office_name="City court"), rustam)
    correct_remedy(remedy, Tried("police", "an answer", "2015", office_name="Port police"), rustam)
    restore(last(), rustam)
    stored = Remedy.objects.get()
    assert (stored.kind, stored.asked_for, stored.tried_on) == ("court", "release", "2015-05")
    on = CaseMember.objects.get(case=case, member=rustam)
    change_case_role(on, "viewer", ada)
    restore(last(), ada)
    on.refresh_from_db()
    assert on.role == "reviewer"


def test_an_action_comes_back_with_its_demands(case: Case, petra: Member) -> None:
    action = draft_action(case, petra)
    edit_story(action, petra, title="Free them", story="Once.", organiser="", deadline=None)
    edit_demands(action, petra, [DemandRow("Release"), DemandRow("An inquiry", False)])
    edit_demands(action, petra, [DemandRow("Nothing")])
    assert last().before == {"demands": [["Release", True, None], ["An inquiry", False, None]]}
    restore(last(), petra)
    assert list(action.demands.values_list("text", "goes_into_letter")) == [
        ("Release", True),
        ("An inquiry", False),
    ]


def test_a_decision_of_a_review_comes_back(rustam: Member) -> None:
    report = reviewed(rustam)
    field = field_of(report, "people", "charge")
    correct(field, "arson", rustam)
    assert last().before == {f"field {field.pk}": {"value": "disturbing trade", "decision": "accepted"}}
    restore(last(), rustam)
    field.refresh_from_db()
    assert (field.value, field.decision) == ("disturbing trade", "accepted")


def test_a_decision_on_all_fields_is_one_row(rustam: Member) -> None:
    report = reviewed(rustam)
    kept = Revision.objects.get(record=f"report {report.pk}")
    assert len(kept.after) == ReviewField.objects.filter(item__report=report).count()


def test_a_withdrawn_consent_is_never_brought_back(case: Case, rustam: Member) -> None:
    lina = person(case, f"Lina {CANARY}")
    consent = record_consent(lina, "family", "her sister", "2015-05-09", "phone", "", rustam)
    show_name(lina, "full", "family", "her sister, in May", rustam)
    withhold_name(lina, rustam)
    shown = last()
    edit_case(case, f"Free {CANARY}", "LV", "", rustam)
    edit_case(case, "Free her", "LV", "", rustam)
    withdraw_consent(consent, "2015-06-01", "", rustam)
    shown.refresh_from_db()
    with pytest.raises(CannotRestore, match="gone for good"):
        restore(shown, rustam)
    lina.refresh_from_db()
    assert lina.naming == Naming.WITHHELD
    assert CANARY not in repr(list(Revision.objects.values_list("before", "after")))
    assert "her sister, in May" not in repr(list(Revision.objects.values_list("before", "after")))


def test_the_naming_rules_of_today_hold_for_a_rule_of_then(case: Case, rustam: Member) -> None:
    lina = person(case, "Lina Marwede")
    show_name(lina, "full", "published", "Harbour Bulletin", rustam)
    withhold_name(lina, rustam)
    shown = last()
    lina.is_minor = True
    lina.save()
    with pytest.raises(CannotChange, match="under 18"):
        restore(shown, rustam)


def test_no_word_of_a_sealed_report_is_left_in_the_history(rustam: Member) -> None:
    report = reviewed(rustam, publisher="Bulletin")
    field = field_of(report, "people", "charge")
    correct(field, f"{CANARY} of the harbour", rustam)
    case = accept_report(report, rustam)
    claim = Claim.objects.get(subject__case=case, predicate="charge")
    tell_claim(claim, rustam, stance="asserts", circumstance="", asserted_by=f"{CANARY}'s aunt")
    tell_claim(claim, rustam, stance="asserts", circumstance="", asserted_by="")
    edit_case(case, "Dockers", "LV", f"{CANARY} says so.", rustam)
    edit_case(case, "Dockers", "LV", "It is said so.", rustam)
    assert CANARY in everything_stored()
    seal_report(report, rustam, "Consent was withdrawn")
    assert CANARY not in everything_stored()
    gone = Revision.objects.exclude(words_gone_at=None)
    assert {r.entry.member for r in gone} == {rustam}
    assert {"case.edited", "claim.told", "report.field_corrected"} <= {r.entry.act for r in gone}
