"""What leaves: everything for a lawyer, and for everybody no name that is withheld, in no file and no part of one."""

import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import pypdfium2
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests import cast
from tocsin.cases.edit import edit_case
from tocsin.cases.exchange.case_file import case_file
from tocsin.cases.exchange.write import write_export
from tocsin.cases.freeze import freeze
from tocsin.cases.models import (
    Assessment,
    Case,
    Claim,
    ExportKind,
    PersonAtRisk,
    ProtectionNote,
    Subject,
    SubjectKind,
)
from tocsin.cases.name_person import show_name
from tocsin.cases.show_claim import show_claims
from tocsin.formats.cells import read_rows
from tocsin.formats.ftm.check import mistakes
from tocsin.members.models import Member
from tocsin.reports.models import Arrival, ArrivalState, ArrivalWay, Report
from tocsin.reports.seal import seal_words

from .full_case import RUSSIAN, full_case

pytestmark = pytest.mark.django_db
PUBLIC = [kind for kind in ExportKind if kind != ExportKind.ZIP]
# Lina Marwede, as the case knows her: in Latin and in Cyrillic letters.
CANARIES = ("lina", "marwede", "лина", "марведе")


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """All may be shown but the name, which stands in titles, addresses, publishers and our own wording too."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield shown_but_the_name(cast.member("Rustam")).pk
        transaction.set_rollback(True)


def shown_but_the_name(rustam: Member) -> Case:
    case = full_case(rustam)
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    edit_case(
        case, "Lina Marwede missing", "LV", "We believe that Marwede’s life is in danger. Марведе!", rustam
    )
    Report.objects.filter(cases=case).update(
        source_url="https://news.example/lina-marwede-missing", publisher="Friends of Marwede"
    )
    Assessment.objects.update(may_be_shown=True, wording="Marwede (Марведе) is held.")
    Case.objects.filter(pk=case.pk).update(slug="lina-marwede-missing")
    return Case.objects.get(pk=case.pk)


def written(case: Case, kind: str, is_public: bool) -> bytes:
    out = io.BytesIO()
    write_export(case, kind, is_public, out)
    return out.getvalue()


def words_of(data: bytes) -> Iterator[str]:
    """All that a reader or a program could find in a file: its bytes, PDF text and metadata, names and comments in a zip."""
    yield data.decode("utf-8", "ignore")
    yield data.decode("utf-16-be", "ignore")
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        yield from (page.get_textpage().get_text_range() for page in document)
        yield json.dumps(document.get_metadata_dict(), ensure_ascii=False)
        yield from (entry.get_title() for entry in document.get_toc())
    if data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as file:
            yield file.comment.decode("utf-8", "ignore")
            for info in file.infolist():
                yield f"{info.filename} {info.comment!r} {info.extra!r}"
                yield from words_of(file.read(info))


def found(data: bytes) -> list[str]:
    text = unquote("\n".join(words_of(data))).casefold()
    return [canary for canary in CANARIES if canary in text]


@pytest.mark.parametrize("kind", PUBLIC)
def test_a_withheld_name_reaches_no_public_file(case: Case, kind: str) -> None:
    data = written(case, kind, is_public=True)
    assert found(data) == []
    assert len(data) > 300


@pytest.mark.parametrize("kind", [ExportKind.CSV, ExportKind.FTM, ExportKind.JSON, ExportKind.BUNDLE])
def test_the_canaries_sing_where_they_may(case: Case, kind: str) -> None:
    """Else the test above could pass for want of ears."""
    assert {"lina", "marwede"} <= set(found(written(case, kind, is_public=False)))


@pytest.mark.parametrize("kind", [ExportKind.CSV, ExportKind.JSON, ExportKind.BUNDLE])
def test_initials_stand_for_the_name(case: Case, kind: str, rustam: Member) -> None:
    person = PersonAtRisk.objects.filter(case=case, same_as=None).first()
    assert person is not None
    show_name(person, "initials", "published", "Harbour Bulletin, 8 May 2015", rustam)
    data = written(case, kind, is_public=True)
    assert found(data) == []
    assert any("L. M." in words for words in words_of(data))


def test_words_of_a_report_are_quoted_for_a_lawyer_alone(case: Case) -> None:
    lawyer, public = case_file(case, public=False), case_file(case, public=True)
    assert any(said.quote for subject in lawyer.subjects for said in subject.said)
    assert [
        said.quote for subject in public.subjects for said in subject.said if said.quote or said.spans
    ] == []
    assert all((e.sha256, e.file, e.received_at, e.size) == ("", "", "", 0) for e in public.exhibits)
    assert (public.inquiries, public.remedies, public.deadlines) == ((), (), ())
    assert [person.consent for person in public.people] == [()] * len(public.people)


def test_what_is_on_no_list_stays_inside_though_somebody_lets_it_be_shown(case: Case, rustam: Member) -> None:
    ask = Subject.objects.create(case=case, kind=SubjectKind.ASK)
    for predicate, value in (("kind", "protest_letter"), ("by", "the dockers’ wives")):
        Claim.objects.create(
            subject=ask, predicate=predicate, value=value, report=case.reports.first(), may_be_shown=True, accepted_by=rustam
        )  # fmt: skip
    files = case_file(case, public=False), case_file(case, public=True)
    said = [{s.predicate for a in file.asks if a.key == ask.pk for s in a.said} for file in files]
    assert said == [{"kind", "by"}, {"kind"}]


def test_a_frozen_case_gives_nothing_in_public(case: Case, rustam: Member) -> None:
    freeze(case, rustam)
    case.refresh_from_db()
    public = case_file(case, public=True)
    assert (public.subjects, public.exhibits, public.title) == ((), (), "")


def test_a_lawyer_gets_who_denied_it_and_in_which_call(case: Case) -> None:
    person = case_file(case, public=False).people[0]
    denied = next(said for said in person.said if said.stance == "denies")
    assert (denied.words, denied.said_by, denied.inquiry, denied.exhibit) == ("detained", "its head", 1, None)
    assert person.wordings[0].wording == "Marwede (Марведе) is held."
    assert len(person.consent) == 1


def test_the_bundle_holds_every_report_as_it_was_received(case: Case) -> None:
    with ZipFile(io.BytesIO(written(case, ExportKind.BUNDLE, is_public=False))) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    assert RUSSIAN.encode() in files.values()
    assert len([name for name in files if name.startswith("exhibits/E0")]) == case.reports.count()
    assert len(files["SHA256SUMS"].splitlines()) == case.reports.count()
    pages = pypdfium2.PdfDocument(files["bundle.pdf"])
    text = " ".join(" ".join(p.get_textpage().get_text_range() for p in pages).split())
    assert "Prosecutor of Riga" in text
    assert "mail" in text
    assert "Лина Марведе" in text


def test_an_exhibit_is_told_by_the_way_on_which_it_came_in_first(case: Case, rustam: Member) -> None:
    report = case.reports.get(language="en")
    first = Arrival.objects.get(report=report)
    for way, days in ((ArrivalWay.PASTE, 30), (ArrivalWay.FOLDER, -1)):
        Arrival.objects.create(
            way=way, name="again", sha256=report.sha256, size=8, state=ArrivalState.KNOWN, report=report, arrived_by=rustam,
            arrived_at=first.arrived_at + timedelta(days=days),
        )  # fmt: skip
    ways = {e.sha256: e.received_how for e in case_file(case, public=False).exhibits}
    assert ways[report.sha256] == "by mail"
    Arrival.objects.filter(pk=first.pk).delete()
    ways = {e.sha256: e.received_how for e in case_file(case, public=False).exhibits}
    assert ways[report.sha256] == "from a folder", "the first, where none is known to have been read"


def test_a_sealed_report_is_an_exhibit_without_its_bytes(case: Case) -> None:
    seal_words(Report.objects.get(language="ru"), None, "Consent withdrawn on 1 June 2015")
    case.refresh_from_db()
    sealed = [e for e in case_file(case, public=False).exhibits if e.sealed]
    assert [(e.file, len(e.sha256)) for e in sealed] == [("", 64)]
    with ZipFile(io.BytesIO(written(case, ExportKind.BUNDLE, is_public=False))) as bundle:
        assert len([name for name in bundle.namelist() if name.startswith("exhibits/")]) == 1


def test_followthemoney_fits_for_both(case: Case) -> None:
    for is_public in (True, False):
        assert mistakes(written(case, ExportKind.FTM, is_public).decode().splitlines()) == []


def test_the_same_case_on_the_same_day_gives_the_same_bytes(case: Case) -> None:
    day = date(2015, 6, 1)
    assert case_file(case, public=False, made_on=day) == case_file(case, public=False, made_on=day)
    for kind in (ExportKind.BUNDLE, ExportKind.FTM):
        assert written(case, kind, is_public=False) == written(case, kind, is_public=False)


def test_the_table_counts_every_claim_that_stands(case: Case) -> None:
    rows: list[dict[str, Any]] = read_rows(written(case, ExportKind.CSV, is_public=False).decode())
    assert len(rows) == Claim.objects.filter(subject__case=case, withdrawn_at=None).count()


def test_no_note_that_is_sealed_is_read_for_an_export(case: Case) -> None:
    with CaptureQueriesContext(connection) as queries:
        written(case, ExportKind.JSON, is_public=False)
    assert [q for q in queries.captured_queries if ProtectionNote._meta.db_table in q["sql"]] == []


def test_everything_is_called_by_what_is_claimed_of_it(case: Case) -> None:
    told = case_file(case, public=False)
    assert [link.heading for link in told.links] == ["https://films.example/marwede-at-the-gate"]
    for subject in (*told.officials, *told.organisations):
        assert subject.heading in {said.words for said in subject.said}
