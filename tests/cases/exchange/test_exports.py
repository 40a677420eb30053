"""Asking for an export: who may, what the trail says, how long the file stays."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests import cast
from tests.cases.asking import attempt
from tocsin.cases import changed
from tocsin.cases.assess import assess
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.edit import edit_case
from tocsin.cases.errors import CannotChange
from tocsin.cases.exchange.ask_export import ask_export
from tocsin.cases.exchange.file_name import file_name
from tocsin.cases.exchange.make_export import export_folder, make_export
from tocsin.cases.exchange.tidy_exports import tidy_exports
from tocsin.cases.freeze import freeze
from tocsin.cases.inquiries.attempt import Attempt
from tocsin.cases.inquiries.correct import correct_inquiry, correct_statement
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.review import leave_out_statement
from tocsin.cases.inquiries.withdraw import withdraw_inquiry
from tocsin.cases.judge_claim import reject_claim
from tocsin.cases.minors import set_minor
from tocsin.cases.models import Case, Claim, Consent, Export, ExportKind, PersonAtRisk
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.seal import seal_report
from tocsin.cases.show_claim import show_claim, show_claims
from tocsin.cases.tell_claim import tell_claim
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import AuditEntry, Member
from tocsin.printing.sheet import CannotPrint

pytestmark = pytest.mark.django_db


def made(case: Case, kind: str, by: Member, is_public: bool = False) -> Export:
    export = ask_export(case, kind, is_public, by)
    make_export({"export": export.pk})
    export.refresh_from_db()
    return export


def test_it_is_logged_with_who_what_how_many_and_the_hash(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam)
    data = (export_folder() / export.stored_as).read_bytes()
    logged = AuditEntry.objects.get(act="case.exported")
    assert logged.member == rustam
    assert logged.subject == f"case {case.pk}"
    assert logged.detail == {
        "kind": "csv",
        "public": False,
        "records": export.records,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    assert (export.state, export.size, export.records > 10) == ("ready", len(data), True)


def test_the_file_is_ours_alone_and_its_name_tells_nothing(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.JSON, rustam)
    path = export_folder() / export.stored_as
    assert path.stat().st_mode & 0o077 == 0
    assert len(export.stored_as) == 40
    assert case.slug not in export.stored_as


def test_done_twice_it_is_one_file(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam)
    make_export({"export": export.pk})
    assert AuditEntry.objects.filter(act="case.exported").count() == 1


def test_after_a_day_the_file_is_gone_and_the_row_stays(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam)
    path = export_folder() / export.stored_as
    tidy_exports({}, timezone.now() + timedelta(hours=23))
    assert path.exists()
    tidy_exports({}, timezone.now() + timedelta(hours=24, seconds=1))
    assert not path.exists()
    export.refresh_from_db()
    assert (export.state, export.stored_as, len(export.sha256)) == ("gone", "", 64)


def a_shown_claim(case: Case) -> Claim:
    """What its officials said of her, in an inquiry, and everybody may read."""
    claim = Claim.objects.get(subject__case=case, stance="denies", inquiry__isnull=False)
    show_claim(claim, None)
    return claim


TITLE, WORDING = "Free the dockers’ lawyer", "One.\n\nTwo."


def _person(claim: Claim) -> PersonAtRisk:
    return PersonAtRisk.objects.select_related("case").get(case=claim.subject.case, same_as=None)


def _name(claim: Claim) -> Claim:
    named = Claim.objects.filter(
        subject=_person(claim), predicate="name", withdrawn_at=None, state="accepted"
    )
    return named.select_related("subject__case").order_by("pk")[0]


def _consent(claim: Claim) -> Consent:
    return record_consent(_person(claim), "person", "herself", "2015-05", "phone", "", None)


def _elsewhere(claim: Claim, by: Member) -> PersonAtRisk:
    """Somebody of her name in another case."""
    other = Case.objects.create(slug="elsewhere", title="Elsewhere")
    cast.put_on(other, "Rustam")
    person = PersonAtRisk.objects.create(case=other, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=_name(claim).value, state="accepted")
    return person


@pytest.mark.parametrize(
    "act",
    [
        lambda claim, by: freeze(claim.subject.case, by),
        lambda claim, by: withdraw_claim(claim, by),
        lambda claim, by: show_claim(claim, by, shown=False),
        lambda claim, by: show_claims([claim], by, shown=False),
        lambda claim, by: reject_claim(claim, by),
        lambda claim, by: leave_out_statement(claim.subject, by),
        lambda claim, by: withdraw_inquiry(claim.inquiry, by),
        lambda claim, by: correct_inquiry(
            claim.inquiry, Attempt("answered", timezone.now(), office_name="Another office"), by
        ),
        lambda claim, by: tell_claim(claim, by, stance="denies", circumstance="", asserted_by="Somebody"),
        lambda claim, by: edit_case(claim.subject.case, TITLE, "LV", "One.", by),
        lambda claim, by: edit_case(claim.subject.case, "Another title", "LV", WORDING, by),
        lambda claim, by: assess(_name(claim).subject, "name", "Lina.", "reported", [_name(claim).pk], by),
        lambda claim, by: withhold_name(_person(claim), by),
        lambda claim, by: show_name(_person(claim), "initials", "published", "Harbour Bulletin", by),
        lambda claim, by: withdraw_claim(_name(claim), by),
        lambda claim, by: withdraw_consent(_consent(claim), "2015-06", "", by),
        lambda claim, by: set_minor(_person(claim), True, by),
        lambda claim, by: set_minor(_elsewhere(claim, by), True, by),
    ],
    ids=[
        *("frozen", "withdrawn", "hidden", "hidden with more", "rejected", "left out", "inquiry"),
        *("inquiry corrected", "told", "wording", "title", "assessed anew", "name", "initials", "name claim"),
        *("consent", "child", "child elsewhere"),
    ],
)
def test_what_everybody_had_before_is_gone_at_once_and_a_lawyers_file_stays(
    act: Callable[[Claim, Member], object], case: Case, rustam: Member
) -> None:
    claim = a_shown_claim(case)
    Case.objects.filter(pk=case.pk).update(title=TITLE, country="LV", assessment=WORDING)
    claim.subject.case.refresh_from_db()
    show_name(_person(claim), "full", "published", "Harbour Bulletin, 8 May 2015", rustam)
    assess(_name(claim).subject, "name", "Lina.", "reported", [_name(claim).pk], rustam, may_be_shown=True)
    public, lawyer = (made(case, ExportKind.CSV, rustam, is_public) for is_public in (True, False))
    act(claim, rustam)
    left = dict(Export.objects.values_list("pk", "state"))
    assert left == {public.pk: "gone", lawyer.pk: "ready"}


def test_a_name_shown_by_less_than_before_ends_what_told_it_in_full(case: Case, rustam: Member) -> None:
    person = PersonAtRisk.objects.filter(case=case, same_as=None).get()
    show_name(person, "full", "published", "Harbour Bulletin, 8 May 2015", rustam)
    export = made(case, ExportKind.CSV, rustam, is_public=True)
    show_name(person, "initials", "published", "Harbour Bulletin, 8 May 2015", rustam)
    export.refresh_from_db()
    assert export.state == "gone"


def test_what_nobody_was_shown_is_withdrawn_and_the_public_file_stays(case: Case, rustam: Member) -> None:
    export = made(case, ExportKind.CSV, rustam, is_public=True)
    withdraw_claim(Claim.objects.get(subject__case=case, stance="denies", inquiry__isnull=False), rustam)
    export.refresh_from_db()
    assert export.state == "ready"


def test_other_words_for_what_an_office_said_end_it_too(case: Case, rustam: Member) -> None:
    log_inquiry(case, attempt(said="She is well.", office_name="The prison"), rustam)
    gist = Claim.objects.select_related("subject__case").get(predicate="gist", value="She is well.")
    show_claim(gist, rustam)
    export = made(case, ExportKind.CSV, rustam, is_public=True)
    correct_statement(gist.subject, "She is ill.", "asserts", rustam)
    assert Export.objects.get(pk=export.pk).state == "gone"


def test_a_sealed_report_ends_a_lawyers_file_too(case: Case, rustam: Member) -> None:
    files = [made(case, ExportKind.CSV, rustam, is_public).pk for is_public in (True, False)]
    seal_report(case.reports.order_by("pk")[0], rustam, "the source asked for it")
    assert set(Export.objects.filter(pk__in=files).values_list("state", "holds")) == {("gone", None)}


def test_what_is_added_leaves_the_files_as_they_are(case: Case, rustam: Member) -> None:
    files = [made(case, ExportKind.CSV, rustam, is_public).pk for is_public in (True, False)]
    a_shown_claim(case)
    assert set(Export.objects.filter(pk__in=files).values_list("state", flat=True)) == {"ready"}


def test_a_file_of_which_nobody_knows_what_it_holds_ends_at_the_first_change(
    case: Case, rustam: Member
) -> None:
    export = made(case, ExportKind.CSV, rustam, is_public=True)
    Export.objects.filter(pk=export.pk).update(holds=None)
    a_shown_claim(case)
    assert Export.objects.get(pk=export.pk).state == "gone"


def test_no_act_has_to_think_of_the_files() -> None:
    """Every act tells that the case changed, or its page would not change; that alone ends files."""
    sources = Path(changed.__file__).parents[1].rglob("*.py")
    by = [file.name for file in sources if "end_exports import" in file.read_text(encoding="utf-8")]
    assert by == ["changed.py"]


def test_what_a_killed_process_left_is_swept_away(case: Case) -> None:
    export_folder().mkdir(exist_ok=True)
    stray = export_folder() / "left.part"
    stray.write_bytes(b"half of it")
    tidy_exports({}, timezone.now() + timedelta(hours=1))
    assert stray.exists()
    tidy_exports({}, timezone.now() + timedelta(hours=25))
    assert not stray.exists()


def test_the_whole_case_is_for_publishers_and_never_for_the_public(case: Case, rustam: Member) -> None:
    with pytest.raises(PermissionDenied):
        ask_export(case, ExportKind.ZIP, False, rustam)
    with pytest.raises(CannotChange, match="word for word"):
        ask_export(case, ExportKind.ZIP, True, cast.member("Petra"))
    assert made(case, ExportKind.ZIP, cast.member("Petra")).state == "ready"


def test_a_stranger_to_the_case_gets_nothing(case: Case) -> None:
    case.members.filter(member=cast.member("Petra")).delete()
    with pytest.raises(PermissionDenied):
        ask_export(case, ExportKind.CSV, False, cast.member("Petra"))


def test_pages_that_cannot_be_set_are_told_and_leave_no_file(
    case: Case, rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise CannotPrint("setting the pages took longer than 120 seconds")

    monkeypatch.setattr("tocsin.cases.exchange.write.bundle", fails)
    before = set(export_folder().iterdir()) if export_folder().is_dir() else set()
    export = made(case, ExportKind.BUNDLE, rustam)
    assert (export.state, export.remark) == ("failed", "setting the pages took longer than 120 seconds")
    assert set(export_folder().iterdir()) == before


def test_the_name_of_a_public_file_names_nobody(case: Case, rustam: Member) -> None:
    Case.objects.filter(pk=case.pk).update(slug="lina-marwede-missing")
    case.refresh_from_db()
    names = [file_name(made(case, ExportKind.CSV, rustam, is_public)) for is_public in (True, False)]
    assert "marwede" not in names[0]
    assert names[0].startswith(f"case-{case.pk}-public-csv-")
    assert names[1].startswith("lina-marwede-missing-confidential-csv-")
