"""Taking a report in."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.reports.drafts import TEXT
from tocsin.intake.errors import Binary, Empty, TooLarge, Unreadable
from tocsin.members.models import AuditEntry, Member, Role
from tocsin.reports.models import Report, ReportState
from tocsin.reports.receive import receive

pytestmark = pytest.mark.django_db


def test_a_report_is_kept_word_for_word(dana: Member) -> None:
    report = receive(
        TEXT.encode(), "marwede.txt", by=dana, published="2015-05-08", publisher="Harbour Bulletin"
    )
    report.refresh_from_db()
    assert (bytes(report.original), report.text, report.published, report.received_by, report.state) == (
        TEXT.encode(),
        TEXT,
        "2015-05-08",
        dana,
        ReportState.RECEIVED,
    )
    assert report.draft["source"]["text"] == ""


def test_the_same_bytes_twice_are_one_report(dana: Member) -> None:
    first = receive(TEXT.encode(), "marwede.txt", by=dana)
    assert receive(TEXT.encode(), "again.txt", by=dana, published="2016") == first
    assert (Report.objects.count(), Report.objects.get().name) == (1, "marwede.txt")
    assert AuditEntry.objects.filter(act="report.received").count() == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b"  \n\n ", Empty),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8, Binary),
        (b"a" * (10 * 1024 * 1024 + 1), TooLarge),
    ],
)
def test_what_cannot_be_read_is_refused_in_words_and_not_stored(
    data: bytes, error: type[Unreadable], dana: Member
) -> None:
    with pytest.raises(error) as refusal:
        receive(data, "bad.bin", by=dana)
    assert len(str(refusal.value)) > 20
    assert (Report.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_a_viewer_brings_nothing_in() -> None:
    viewer = Member.objects.create_user("vera@desk.example", role=Role.VIEWER)
    with pytest.raises(PermissionDenied):
        receive(TEXT.encode(), "marwede.txt", by=viewer)
    assert Report.objects.count() == 0
