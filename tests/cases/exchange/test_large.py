"""Twenty thousand records out and back in bounded memory, faster than rows stored one by one."""

import hashlib
import io
import time
import tracemalloc

import pytest

from tests.reports.drafts import TEXT, a_report, draft
from tocsin.cases.exchange.pack.pack import pack_case
from tocsin.cases.exchange.pack.unpack import import_case
from tocsin.cases.models import Case, Claim, Subject, SubjectKind
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.reports.models import Report

from .full_case import full_case
from .packs import forget

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]
REPORTS, CLAIMS = 2_000, 20_000
MOST_MB = 120


def large_case(by: Member) -> Case:
    case = full_case(by)
    made = draft()
    reports = [
        Report(
            name=f"{n}.txt", sha256=hashlib.sha256(f"{n} {TEXT}".encode()).hexdigest(), media_type="text/plain", original=f"{n} {TEXT}".encode(), text=TEXT,
            language="en", published="2015-05-08", draft=made,
        )
        for n in range(REPORTS)
    ]  # fmt: skip
    case.reports.add(*Report.objects.bulk_create(reports, batch_size=200))
    subjects = Subject.objects.bulk_create(
        Subject(case=case, kind=SubjectKind.GROUP, position=n) for n in range(CLAIMS // 10)
    )
    report = case.reports.first()
    Claim.objects.bulk_create(
        [Claim(subject=subjects[n // 10], predicate="label", value=f"dockers {n}", report=report, spans=[[0, 6]])
         for n in range(CLAIMS)],
        batch_size=1_000,
    )  # fmt: skip
    return case


def one_by_one(case: Case, count: int = 300) -> float:
    """Rows a second of a plain loop, each claim with its line of the trail and a commit of its own."""
    subject = Subject.objects.create(case=case, kind=SubjectKind.GROUP)
    report = a_report(text="one by one")
    started = time.perf_counter()
    for n in range(count):
        claim = Claim.objects.create(subject=subject, predicate="label", value=f"{n}", report=report)
        record("claim.added", claim, None)
    return count / (time.perf_counter() - started)


def test_a_large_case_leaves_and_returns(rustam: Member, capsys: pytest.CaptureFixture[str]) -> None:
    case = large_case(rustam)
    out = io.BytesIO()
    tracemalloc.start()
    started = time.perf_counter()
    rows = pack_case(case, out, lambda done, steps: None)
    packing, (_now, peak_out) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    forget(case)
    started = time.perf_counter()
    imported = import_case(io.BytesIO(out.getvalue()), None)
    importing = time.perf_counter() - started
    plain = one_by_one(imported.case)
    with capsys.disabled():
        print(
            f"\n{rows} rows, {len(out.getvalue()) / 2**20:.1f} MB: out {rows / packing:.0f}/s, peak "
            f"{peak_out / 2**20:.0f} MB beside the zip; in {rows / importing:.0f}/s, {rows / importing / plain:.0f}x of "
            f"{plain:.0f}/s one by one"
        )
    assert imported.rows == rows
    assert (peak_out - len(out.getvalue())) / 2**20 < MOST_MB
    assert rows / importing >= 10 * plain
