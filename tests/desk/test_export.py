"""The export page and the way back in, at the desk."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from tests import cast
from tests.cases.exchange.full_case import full_case
from tests.cases.exchange.packs import forget, packed
from tocsin.cases.exchange.make_export import make_export
from tocsin.cases.models import Case, Claim, Export
from tocsin.cases.show_claim import show_claims
from tocsin.members.models import AuditEntry, HouseRules, SecondPersonRequest

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The key of the case. What a test changes is undone after it, the case itself after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield full_case(cast.member("Rustam")).pk
        transaction.set_rollback(True)


@pytest.fixture
def case(made_once: int, db: None) -> Case:
    return Case.objects.get(pk=made_once)


def page(case: Case) -> str:
    return reverse("case_export", args=[case.slug])


def asked(client: Client, case: Case, kind: str = "csv", audience: str = "lawyer") -> Export:
    answer = client.post(page(case), {"kind": kind, "audience": audience})
    assert (answer.status_code, answer["Location"]) == (302, page(case))
    export = Export.objects.latest("pk")
    make_export({"export": export.pk})
    return Export.objects.get(pk=export.pk)


def address(case: Case, export: Export) -> str:
    return reverse("export_file", args=[case.slug, export.public_id])


def test_nothing_has_left_and_then_a_file_has(case: Case) -> None:
    rustam = cast.desk_client("Rustam")
    assert "Nothing has left this case yet." in rustam.get(page(case)).content.decode()
    export = asked(rustam, case)
    shown = rustam.get(page(case)).content.decode()
    assert export.sha256 in shown
    assert address(case, export) in shown
    answer = rustam.get(address(case, export))
    data = b"".join(answer.streaming_content)
    assert data.startswith(b"case,subject,kind,heading")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{case.slug}-confidential-csv-')
    assert AuditEntry.objects.filter(act="case.export_taken", member=cast.member("Rustam")).count() == 1


def test_the_link_ends_after_a_day(case: Case) -> None:
    rustam = cast.desk_client("Rustam")
    export = asked(rustam, case)
    Export.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert rustam.get(address(case, export)).status_code == 404


def test_what_cannot_leave_is_said_on_the_form_as_it_was_filled_in(case: Case) -> None:
    petra = cast.desk_client("Petra")
    answer = petra.post(page(case), {"kind": "zip", "audience": "public"})
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "it cannot be made public" in said
    assert '<input type="radio" name="kind" value="zip" checked>' in said
    answer = petra.post(page(case), {"kind": "fax"})
    assert answer.status_code == 422
    assert "Choose for whom the file is" in answer.content.decode()


def test_the_whole_case_is_offered_to_publishers_alone(case: Case) -> None:
    assert 'value="zip"' not in cast.desk_client("Rustam").get(page(case)).content.decode()
    assert (
        cast.desk_client("Rustam").post(page(case), {"kind": "zip", "audience": "lawyer"}).status_code == 403
    )
    export = asked(cast.desk_client("Petra"), case, "zip")
    assert cast.desk_client("Rustam").get(address(case, export)).status_code == 404


def test_members_who_are_not_on_the_case_learn_nothing(case: Case) -> None:
    export = asked(cast.desk_client("Rustam"), case)
    case.members.filter(member=cast.member("Petra")).delete()
    petra = cast.desk_client("Petra")
    assert petra.get(page(case)).status_code == 403
    assert petra.get(address(case, export)).status_code == 403
    assert Client().get(address(case, export)).status_code == 404


def test_a_second_person_agrees_to_this_very_file(case: Case) -> None:
    HouseRules.objects.create(second_person_exports=True)
    petra, ada = cast.desk_client("Petra"), cast.desk_client("Ada")
    answer = petra.post(page(case), {"kind": "csv", "audience": "lawyer"})
    request = SecondPersonRequest.objects.get()
    second = reverse("second_person", args=[request.pk])
    assert answer["Location"] == second
    assert request.why in ada.get(second).content.decode()
    assert request.why == "Table of claims (CSV): for a lawyer"
    ada.post(second, {"agree": "", "fingerprint": request.why})
    other = petra.post(page(case), {"kind": "json", "audience": "lawyer"})
    assert other["Location"].startswith("/desk/second")
    asked(petra, case)
    assert Export.objects.count() == 1
    again = petra.post(page(case), {"kind": "csv", "audience": "lawyer"})
    assert again["Location"] != page(case), "an agreement is good for once"


def test_what_was_added_since_to_a_file_for_everybody_was_not_agreed_to(case: Case) -> None:
    HouseRules.objects.create(second_person_exports=True)
    petra, ada = cast.desk_client("Petra"), cast.desk_client("Ada")
    form = {"kind": "csv", "audience": "public"}
    second = petra.post(page(case), form)["Location"]
    read = ada.get(second).context["fingerprint"]
    ada.post(second, {"agree": "", "fingerprint": read})
    demands = Claim.objects.filter(subject__case=case, subject__kind="demand", predicate="text")
    show_claims(demands, None)
    anew = petra.post(page(case), form)["Location"]
    assert (anew != second, anew.startswith("/desk/second"), Export.objects.count()) == (True, True, 0)
    assert ada.post(anew, {"agree": "", "fingerprint": read}).status_code == 409
    ada.post(anew, {"agree": "", "fingerprint": ada.get(anew).context["fingerprint"]})
    asked(petra, case, "csv", "public")


def test_a_reviewer_is_told_whom_to_ask_where_two_are_needed(case: Case) -> None:
    HouseRules.objects.create(second_person_exports=True)
    answer = cast.desk_client("Rustam").post(page(case), {"kind": "csv", "audience": "lawyer"})
    assert answer.status_code == 422
    assert "Ask a publisher of this case to export it." in answer.content.decode()


def upload(data: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("case.zip", data)}


def test_an_administrator_restores_a_case(case: Case) -> None:
    data = packed(case)
    forget(case)
    ada = cast.desk_client("Ada")
    answer = ada.post(reverse("case_import"), upload(data))
    assert answer["Location"] == reverse("case_desk", args=[Case.objects.get().slug])
    assert "The case is here" in ada.get(answer["Location"]).content.decode()


def test_a_spoilt_zip_is_told_on_the_form(case: Case) -> None:
    answer = cast.desk_client("Ada").post(reverse("case_import"), upload(packed(case)[:-100]))
    assert answer.status_code == 422
    assert "not all of it arrived" in answer.content.decode()


def test_only_administrators_are_led_there(case: Case) -> None:
    assert reverse("case_import") in cast.desk_client("Ada").get(reverse("case_list")).content.decode()
    assert reverse("case_import") not in cast.desk_client("Petra").get(reverse("case_list")).content.decode()
    assert cast.desk_client("Petra").get(reverse("case_import")).status_code == 403


def test_a_file_that_is_not_there_any_more_is_not_found(case: Case) -> None:
    rustam = cast.desk_client("Rustam")
    export = asked(rustam, case)
    Export.objects.update(stored_as="0" * 40)
    assert rustam.get(address(case, export)).status_code == 404


def test_who_loses_the_case_while_the_page_is_open_gets_nothing_by_it(case: Case) -> None:
    petra = cast.desk_client("Petra")
    before = asked(petra, case)
    assert petra.get(page(case)).status_code == 200
    case.members.filter(member=cast.member("Petra")).delete()
    answer = petra.post(page(case), {"kind": "csv", "audience": "lawyer"})
    assert (answer.status_code, case.title in answer.content.decode()) == (403, False)
    assert petra.get(address(case, before)).status_code == 403
    assert list(Export.objects.filter(case=case)) == [before]


def test_what_she_asked_for_before_she_lost_the_case_is_not_made(case: Case) -> None:
    cast.desk_client("Petra").post(page(case), {"kind": "csv", "audience": "lawyer"})
    case.members.filter(member=cast.member("Petra")).delete()
    Export.objects.update(state="waiting")
    make_export({"export": Export.objects.get().pk})
    made = Export.objects.get()
    assert (made.state, "not on the case any more" in made.remark) == ("failed", True)
