"""A case that is written to a zip and restored elsewhere: the same case, byte for byte."""

import hashlib
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests import cast
from tocsin.cases.elsewhere.held_before import counted, held_before
from tocsin.cases.exchange.pack.errors import CannotImport
from tocsin.cases.exchange.pack.stays import MODELS
from tocsin.cases.models import (
    Case,
    CaseMember,
    Claim,
    HeldName,
    Inquiry,
    PersonAtRisk,
    Relay,
    Subject,
    ToldCall,
)
from tocsin.directory.models import ContactPoint, Office
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.models import Arrival, ArrivalState, Report
from tocsin.reports.seal import seal_words

from .full_case import OTHER_FILE
from .packs import Files, forget, leave_out, lines, packed, relist, restored, spoilt, unpacked

pytestmark = pytest.mark.django_db
# What no second export has in common: when it was made, and that it was asked for and imported.
DIFFERS = {"manifest.json", "audit.jsonl"}


def the_same(data: bytes) -> dict[str, bytes]:
    return {name: raw for name, raw in unpacked(data).items() if name not in DIFFERS}


def test_every_table_of_the_full_case_holds_something(case: Case) -> None:
    rows = json.loads(unpacked(packed(case))["manifest.json"])["rows"]
    assert [name for name, count in rows.items() if not count] == []


def test_restored_elsewhere_it_is_exported_as_the_same_bytes(case: Case) -> None:
    data = packed(case)
    forget(case)
    imported = restored(data)
    again = packed(imported.case)
    assert the_same(again) == the_same(data)
    assert (imported.reports_here, imported.strangers) == (0, 0)
    reports = Report.objects.filter(cases=imported.case)
    assert all(hashlib.sha256(bytes(r.original)).hexdigest() == r.sha256 for r in reports)


def test_the_trail_comes_along_and_is_told_apart_from_our_own(case: Case) -> None:
    data = packed(case)
    before = lines(data, "audit.jsonl")
    assert {"case.opened", "report.accepted"} <= {line["act"] for line in before}
    forget(case)
    ours = AuditEntry.objects.count()
    imported = restored(data)
    assert AuditEntry.objects.count() == ours + 1
    after = lines(packed(imported.case), "audit.jsonl")
    assert after[: len(before)] == before
    assert [line["act"] for line in after[len(before) :]] == ["case.imported"]


def test_two_exports_of_one_case_differ_in_nothing_but_their_hour(case: Case) -> None:
    assert the_same(packed(case)) == the_same(packed(case))


def test_reports_that_stand_here_stay_as_they_are(case: Case) -> None:
    data = packed(case)
    Case.objects.filter(pk=case.pk).update(opened_at="2015-01-01T00:00:00Z")
    Report.objects.filter(cases=case, language="ru").update(name="as it is called here")
    claims, reports = Claim.objects.filter(subject__case=case).count(), Report.objects.count()
    imported = restored(data)
    assert imported.reports_here == 2
    assert Report.objects.count() == reports
    assert Report.objects.filter(name="as it is called here").exists()
    assert Claim.objects.filter(subject__case=imported.case).count() == claims
    assert imported.case.slug == f"{case.slug}-2"


@pytest.mark.parametrize("sealed_at", [None, "2015-06-01T00:00:00Z"])
def test_the_hash_of_a_report_that_stands_here_does_not_open_it(case: Case, sealed_at: str | None) -> None:
    """A zip made by hand, without the bytes; nor does it help to say that the report was sealed there."""

    def keep_the_hashes_alone(files: Files) -> None:
        rows = [json.loads(line) for line in files["tables/reports.jsonl"].splitlines()]
        sealed = "".join(json.dumps(row | {"sealed_at": sealed_at}) + "\n" for row in rows)
        relist(files, "tables/reports.jsonl", sealed)
        leave_out(files, [name for name in files if name.startswith("reports/")])

    data = spoilt(packed(case), keep_the_hashes_alone)
    Case.objects.filter(pk=case.pk).update(opened_at="2015-01-01T00:00:00Z")
    with pytest.raises(CannotImport, match="is missing from this zip"):
        restored(data)
    assert Case.objects.count() == 1


def test_other_bytes_under_the_hash_of_a_report_that_stands_here_are_refused(case: Case) -> None:
    name = f"reports/{Report.objects.get(language='ru').sha256}"
    data = spoilt(packed(case), lambda files: relist(files, name, "another text"))
    Case.objects.filter(pk=case.pk).update(opened_at="2015-01-01T00:00:00Z")
    with pytest.raises(CannotImport, match="was changed after"):
        restored(data)


def test_a_case_that_is_here_already_is_not_made_twice(case: Case) -> None:
    with pytest.raises(CannotImport, match="on this server already"):
        restored(packed(case))
    assert Case.objects.count() == 1


def test_who_is_not_on_the_staff_here_comes_along_as_a_name(case: Case) -> None:
    data = packed(case)
    forget(case)
    Member.objects.filter(email="petra@desk.example").update(email="another@desk.example")
    imported = restored(data)
    stranger = Member.objects.get(email="petra@desk.example")
    assert (stranger.name, stranger.is_active, stranger.has_usable_password()) == ("Petra", False, False)
    assert imported.strangers == 1


def test_who_imports_it_manages_it_and_only_an_administrator_may(case: Case, rustam: Member) -> None:
    data = packed(case)
    with pytest.raises(PermissionDenied):
        restored(data, rustam)
    forget(case)
    imported = restored(data, cast.member("Ada"))
    mine = CaseMember.objects.get(case=imported.case, member=cast.member("Ada"))
    assert mine.role == "administrator"


def test_nothing_is_public_or_confirmed_by_being_restored(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(is_public=True)
    ContactPoint.objects.update(confirmed_at="2015-06-01T00:00:00Z", confirmed_by=cast.member("Ada"))
    data = packed(case)
    forget(case)
    assert restored(data).case.is_public is False
    assert ContactPoint.objects.exists()
    assert ContactPoint.objects.filter(confirmed_at__isnull=False).count() == 0


def test_naming_rules_come_back_as_they_were(case: Case) -> None:
    before = list(PersonAtRisk.objects.order_by("pk").values("naming", "is_minor", "alias"))
    data = packed(case)
    forget(case)
    restored(data)
    assert list(PersonAtRisk.objects.order_by("pk").values("naming", "is_minor", "alias")) == before


def test_sealed_notes_never_travel(case: Case) -> None:
    assert "cases.ProtectionNote" in MODELS
    written = [name for name in unpacked(packed(case)) if "note" in name]
    assert written == []


def test_the_zip_says_how_much_stays_behind(case: Case, rustam: Member) -> None:
    office = Subject.objects.filter(case=case, office__isnull=False).first().office
    Relay.objects.create(
        case=case, office=office, number="+37167000000", starts_at=timezone.now(), ends_at=timezone.now(),
        zone="Europe/Riga", opens="09:00", closes="12:00", opened_by=rustam,
    )  # fmt: skip
    said = json.loads(unpacked(packed(case))["manifest.json"])["stays_behind"]
    assert {name: count for name, count in said.items() if count} == {"relays": 1, "review_steps": 1}
    assert {"protection_notes", "actions", "relay_callers"} <= set(said)


def test_a_sealed_report_travels_as_its_hash_alone(case: Case) -> None:
    report = seal_words(Report.objects.get(language="ru"), None, "Consent withdrawn")
    data = packed(case)
    assert f"reports/{report.sha256}" not in unpacked(data)
    forget(case)
    restored(data)
    assert Report.objects.get(sha256=report.sha256).sealed_why == "Consent withdrawn"


def test_what_was_sealed_here_does_not_come_back_by_a_zip(case: Case) -> None:
    data = packed(case)
    Case.objects.filter(pk=case.pk).update(opened_at="2015-01-01T00:00:00Z")
    seal_words(Report.objects.get(language="ru"), None, "Consent withdrawn")
    with pytest.raises(CannotImport, match="was sealed here"):
        restored(data)
    assert Case.objects.count() == 1


def test_another_file_of_the_same_words_comes_back_with_its_bytes(case: Case) -> None:
    data = packed(case)
    forget(case)
    restored(data)
    assert bytes(Arrival.objects.get(state=ArrivalState.KNOWN).data) == OTHER_FILE
    assert bytes(Arrival.objects.get(state=ArrivalState.READ).data) == b""


def test_it_comes_back_also_where_its_report_stands_here_unless_it_was_dismissed_here(case: Case) -> None:
    data = packed(case)
    Case.objects.filter(pk=case.pk).update(opened_at="2015-01-01T00:00:00Z")
    Arrival.objects.all().delete()
    imported = restored(data)
    assert bytes(Arrival.objects.get().data) == OTHER_FILE
    Case.objects.filter(pk=imported.case.pk).update(opened_at="2015-01-02T00:00:00Z")
    Arrival.objects.update(data=b"", state=ArrivalState.DISMISSED)
    restored(data)
    assert bytes(Arrival.objects.get().data) == b""


def test_other_bytes_under_the_hash_of_another_file_are_refused(case: Case) -> None:
    name = f"arrivals/{hashlib.sha256(OTHER_FILE).hexdigest()}"
    data = spoilt(packed(case), lambda files: relist(files, name, "forged"))
    forget(case)
    with pytest.raises(CannotImport, match="was changed after"):
        restored(data)
    assert Case.objects.count() == 0


def test_another_file_of_words_sealed_here_is_refused(case: Case) -> None:
    data = packed(case)
    forget(case)
    of_those_bytes = Report.objects.create(
        sha256=hashlib.sha256(OTHER_FILE).hexdigest(), original=OTHER_FILE, text="", draft={}, name="x"
    )
    seal_words(of_those_bytes, None, "Consent withdrawn")
    with pytest.raises(CannotImport, match="was sealed here"):
        restored(data)


def test_what_supporters_told_waits_where_it_is_restored(case: Case) -> None:
    data = packed(case)
    forget(case)
    imported = restored(data)
    waiting, taken = ToldCall.objects.order_by("pk")
    assert (waiting.said, waiting.state, waiting.point.value) == (
        "She is in Riga.",
        "waiting",
        "+37167000000",
    )
    assert taken.inquiry == Inquiry.objects.get(case=imported.case)
    assert waiting.office.hours == "Mo-Fr 9-12"


def test_the_number_that_was_dialled_comes_along_alone_where_its_office_stands_here(case: Case) -> None:
    data = packed(case)
    forget(case)
    office = Office.objects.create(**_called(data))
    imported = restored(data)
    point = ContactPoint.objects.get(office=office)
    assert (point.value, point.confirmed_at) == ("+37167000000", None)
    assert set(ToldCall.objects.filter(case=imported.case).values_list("point", flat=True)) == {point.pk}


def _called(data: bytes) -> dict[str, str]:
    """The office of the told calls, as a directory here would have it."""
    row = lines(data, "tables/offices.jsonl")[lines(data, "tables/told_calls.jsonl")[0]["office"]]
    return {name: row[name] for name in ("name", "kind", "person", "of_country", "in_country", "city")}


def test_a_zip_of_the_first_version_is_restored_without_what_it_did_not_hold(case: Case) -> None:
    def be_the_first(files: Files) -> None:
        strange = [name for name in files if name.startswith("arrivals/") or "told_calls" in name]
        leave_out(files, strange)
        offices = [json.loads(line) for line in files["tables/offices.jsonl"].splitlines()]
        for row in offices:
            del row["hours"]
        relist(files, "tables/offices.jsonl", "".join(json.dumps(row) + "\n" for row in offices))
        manifest = json.loads(files["manifest.json"]) | {"version": 1}
        files["manifest.json"] = json.dumps(manifest).encode()

    data = spoilt(packed(case), be_the_first)
    forget(case)
    restored(data)
    assert (ToldCall.objects.count(), Arrival.objects.exclude(data=b"").count()) == (0, 0)
    assert Arrival.objects.count() == 2


def test_a_zip_of_today_without_its_told_calls_is_refused(case: Case) -> None:
    data = spoilt(packed(case), lambda files: leave_out(files, ["tables/told_calls.jsonl"]))
    forget(case)
    with pytest.raises(CannotImport, match=r"told_calls\.jsonl” is missing"):
        restored(data)


def test_how_many_names_were_held_back_is_told_where_it_is_restored_until_somebody_checked(
    case: Case, rustam: Member
) -> None:
    """No more than how many: whom it concerns would tell of another case."""
    person = PersonAtRisk.objects.filter(case=case)[0]
    other = Case.objects.create(slug="elsewhere", title="Nobody there knows of it")
    child = PersonAtRisk.objects.create(case=other, kind="person")
    HeldName.objects.create(person=person, because="child", came_from=child)
    HeldName.objects.create(person=person, because="consent", came_from=child)
    data = packed(case)
    assert json.loads(unpacked(data)["manifest.json"])["names_held"] == 1
    assert b"Nobody there knows of it" not in b"".join(unpacked(data).values())
    forget(case)
    here = restored(data).case
    cast.put_on(here, "Rustam", "Dana")
    warning, at = "1 name of this case was held back where it came from", f"/desk/cases/{here.slug}/"
    pages = [cast.desk_client(who).get(at).content.decode() for who in ("Rustam", "Dana")]
    assert [warning in page for page in pages] == [True, True]
    press = f"{at}names-checked"
    assert [cast.desk_client(who).post(press).status_code for who in ("Dana", "Rustam")] == [403, 302]
    assert warning not in cast.desk_client("Rustam").get(at).content.decode()
    assert held_before(here) == 0


@pytest.mark.parametrize("said", [None, "3", True, -1, 10**9, [1]])
def test_what_a_zip_says_of_held_names_is_a_number_or_nothing(said: object) -> None:
    assert counted(said) == 0
