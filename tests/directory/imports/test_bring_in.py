"""What a newer list changes, what it leaves, and what a person has said stays."""

import signal
from collections.abc import Iterator

import pytest
from tests.directory.imports.lists import CAIRO, HEAD, OSLO, dated, read
from tests.processes import python

from tocsin.directory.add_accreditation import add_accreditation
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.drop_accreditation import drop_accreditation
from tocsin.directory.imports import bring_in as bringing
from tocsin.directory.imports.bring_in import bring_in, compare
from tocsin.directory.imports.listing import Listing
from tocsin.directory.imports.sheet import Given
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.directory.retire_contact import retire_contact
from tocsin.members.models import AuditEntry, Member
from tocsin.routing.shipped import missions_of

LIST = HEAD + OSLO + CAIRO
NEWER = dated(LIST, "2026-03-01")


@pytest.fixture
def oslo(db: None) -> Office:
    bring_in(read(LIST), "list.csv", keep_missing=True)
    return Office.objects.get(shipped_key="Q1")


def counts(text: str, keep_missing: bool = True) -> dict[str, int]:
    return {kind: n for kind, n in compare(read(text), keep_missing).counts.items() if n}


def served(office: Office) -> dict[str, str]:
    return {a.serves: a.valid_to for a in office.accreditations.order_by("serves")}


@pytest.mark.django_db
def test_showing_writes_nothing() -> None:
    changes = compare(read(LIST), keep_missing=True)
    assert [c.office for c in changes.of_kind("new")] == [
        "Embassy of Latvia in Oslo",
        "Embassy of Latvia in Cairo",
    ]
    assert (Office.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_a_new_office_has_its_sources_and_is_unconfirmed(oslo: Office) -> None:
    assert (oslo.name, oslo.city, oslo.in_directory, oslo.confirmed_at) == (
        "Embassy of Latvia in Oslo",
        "Oslo",
        True,
        None,
    )
    assert served(oslo) == {"IS": "", "NO": ""}
    points = oslo.contact_points.order_by("channel").values_list("channel", "value", "source", "source_date")
    assert list(points) == [
        ("email", "oslo@embassy.example", "A list", "2024-05"),
        ("phone", "+4722542280", "A list", "2024-05"),
        ("web", "https://oslo.example/", "A list", "2024-05"),
    ]
    assert not ContactPoint.objects.exclude(confirmed_at=None).exists()
    [entry] = AuditEntry.objects.filter(act="directory.imported")
    assert (entry.member, entry.detail["list"], entry.detail["new"]) == (None, "list.csv", 2)


def test_the_same_list_again_changes_nothing(oslo: Office) -> None:
    assert counts(LIST) == {}


def test_the_same_under_a_newer_date_is_dated_anew(oslo: Office) -> None:
    assert counts(NEWER) == {"restated": 2}
    bring_in(read(NEWER), "newer.csv", keep_missing=True)
    assert set(oslo.accreditations.values_list("source_date", flat=True)) == {"2026-03-01"}
    assert set(oslo.contact_points.values_list("source_date", flat=True)) == {"2026-03-01"}
    assert counts(LIST) == {"older": 2}


def test_a_newer_number_replaces_what_the_same_source_said(oslo: Office) -> None:
    newer = NEWER.replace("+47 22 54 22 80", "+47 22 42 06 30")
    [change] = compare(read(newer), keep_missing=True).of_kind("changed")
    assert (change.what, change.old, change.new) == ("phone", "+4722542280", "+4722420630")
    bring_in(read(newer), "newer.csv", keep_missing=True)
    assert [p.value for p in oslo.contact_points.filter(channel="phone")] == ["+4722420630"]
    [entry] = AuditEntry.objects.filter(act="office.imported")
    assert entry.detail["changes"] == [["changed", "phone", "+4722542280", "+4722420630"]]


def test_another_source_s_number_stands_beside(oslo: Office) -> None:
    other = NEWER.replace("+47 22 54 22 80", "+47 22 42 06 30").replace("A list", "Another")
    bring_in(read(other), "other.csv", keep_missing=True)
    phones = oslo.contact_points.filter(channel="phone").order_by("pk").values_list("value", "source")
    assert list(phones) == [("+4722542280", "A list"), ("+4722420630", "Another")]


def test_what_a_person_confirmed_is_kept_and_the_new_one_waits(oslo: Office, rustam: Member) -> None:
    phone = confirm_contact(oslo.contact_points.get(channel="phone"), rustam, "a call", "2025-01-01")
    email = confirm_contact(oslo.contact_points.get(channel="email"), rustam, "A list", "2024-06")
    newer = NEWER.replace("+47 22 54 22 80", "+47 22 42 06 30").replace("oslo@embassy", "new@embassy")
    [kept] = compare(read(newer), keep_missing=True).of_kind("kept")
    assert (kept.what, kept.old, kept.new) == ("email", "oslo@embassy.example", "new@embassy.example")
    bring_in(read(newer), "newer.csv", keep_missing=True)
    for point, source, date in ((phone, "a call", "2025-01-01"), (email, "A list", "2024-06")):
        point.refresh_from_db()
        assert (point.source, point.source_date, point.confirmed_by, point.is_usable) == (
            source,
            date,
            rustam,
            True,
        )
    waiting = oslo.contact_points.filter(confirmed_at=None).exclude(channel="web").order_by("channel")
    assert [p.value for p in waiting] == ["new@embassy.example", "+4722420630"]


def test_a_retired_contact_does_not_come_back(oslo: Office, rustam: Member) -> None:
    retire_contact(oslo.contact_points.get(channel="phone"), rustam)
    [kept] = compare(read(NEWER), keep_missing=True).of_kind("kept")
    assert (kept.what, kept.new) == ("phone", "+4722542280")
    bring_in(read(NEWER), "newer.csv", keep_missing=True)
    assert oslo.contact_points.get(channel="phone").retired_at


def test_a_country_that_a_person_took_back_does_not_come_back(oslo: Office, rustam: Member) -> None:
    drop_accreditation(oslo.accreditations.get(serves="IS"), rustam)
    [kept] = compare(read(NEWER), keep_missing=True).of_kind("kept")
    assert (kept.what, kept.new) == ("serves", "IS")
    bring_in(read(NEWER), "newer.csv", keep_missing=True)
    assert served(oslo) == {"NO": ""}


def test_a_country_no_longer_listed_has_ended_unless_a_person_confirmed_it(
    oslo: Office, rustam: Member
) -> None:
    add_accreditation(oslo, "IS", "A list", "2024-05", rustam)
    shorter = NEWER.replace("NO|IS", "NO").replace("EG|SD", "EG")
    changes = compare(read(shorter), keep_missing=True)
    assert [(c.office, c.old) for c in changes.of_kind("changed")] == [("Embassy of Latvia in Cairo", "SD")]
    assert [(c.office, c.old) for c in changes.of_kind("kept")] == [("Embassy of Latvia in Oslo", "IS")]
    bring_in(read(shorter), "newer.csv", keep_missing=True)
    assert served(oslo) == {"IS": "", "NO": ""}
    assert served(Office.objects.get(shipped_key="Q2")) == {"EG": "", "SD": "2026-03-01"}


def test_an_office_no_longer_listed_has_ended_and_stays_stored(oslo: Office) -> None:
    alone = dated(HEAD + OSLO, "2026-03-01")
    [gone] = [c for c in compare(read(alone)).of_kind("gone") if "Cairo" in c.office]
    assert gone.of_country == "LV"
    bring_in(read(alone), "newer.csv")
    assert served(Office.objects.get(shipped_key="Q2")) == {"EG": "2026-03-01", "SD": "2026-03-01"}
    assert counts(alone, keep_missing=False) == {}


def test_a_shipped_mission_of_the_same_source_is_gone_too(db: None) -> None:
    told = [
        {(a.told.source.split(",")[0], bool(a.valid_to)) for a in m.accreditations} for m in missions_of("LV")
    ]
    wikidata = dated(HEAD + OSLO.replace("A list", "Wikidata"), "2026-03-01")
    gone = compare(read(wikidata)).of_kind("gone")
    assert len(gone) == told.count({("Wikidata", False)}) > 20
    assert list(compare(read(dated(HEAD + OSLO, "2026-03-01"))).of_kind("gone")) == []


def test_what_a_person_corrected_of_the_office_stays(oslo: Office, rustam: Member) -> None:
    oslo.city, oslo.confirmed_by, oslo.confirmed_at = "Bærum", rustam, oslo.created_at
    oslo.save()
    bring_in(read(NEWER), "newer.csv", keep_missing=True)
    oslo.refresh_from_db()
    assert oslo.city == "Bærum"
    assert [c.what for c in compare(read(dated(LIST, "2026-04")), keep_missing=True).of_kind("kept")] == [
        "city"
    ]


def test_an_embassy_that_moves_is_renamed(oslo: Office) -> None:
    bring_in(read(NEWER.replace("Oslo,", "Bergen,")), "newer.csv", keep_missing=True)
    oslo.refresh_from_db()
    assert (oslo.city, oslo.name) == ("Bergen", "Embassy of Latvia in Bergen")


def test_a_coordinator_s_table_finds_the_missions_that_ship(db: None) -> None:
    given = Given("Her list", "2026-05", "LV", "embassy")
    [oslo] = [m for m in missions_of("LV") if m.city == "Oslo" and m.kind == "embassy"]
    for city in ("Oslo", "Осло", ""):
        changes = compare(read(f"Country,City,Phone\nNorway,{city},+47 22 54 22 80\n", given))
        assert [(c.kind, c.office, c.what) for c in changes.told] == [("changed", oslo.name, "phone")]
    bring_in(read("Country,City,Phone\nNorway,Oslo,+47 22 54 22 80\n", given), "her.csv")
    office = Office.objects.get()
    assert (office.shipped_key, office.accreditations.count()) == (oslo.key, len(oslo.accreditations))


def test_an_office_without_a_key_is_found_again(db: None) -> None:
    given = Given("Her list", "2026-05")
    text = "Whose,Country,City,Kind,Name,Phone\n,Norway,Oslo,company,Fjord Bricks,+47 22 54 22 80\n"
    bring_in(read(text, given), "her.csv")
    assert counts(text) == {} or compare(read(text, given)).told == []
    assert Office.objects.get().name == "Fjord Bricks"
    bring_in(read(text, given), "her.csv")
    assert Office.objects.count() == 1


def test_a_list_that_meets_another_s_work_is_compared_anew(
    oslo: Office, rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody confirms the number after it was compared and before it is written."""
    newer = NEWER.replace("+47 22 54 22 80", "+47 22 42 06 30")
    compared = bringing._compared
    turns = iter([True])

    def slow(listing: Listing, keep_missing: bool) -> object:
        found = compared(listing, keep_missing)
        if next(turns, False):
            confirm_contact(oslo.contact_points.get(channel="phone"), rustam, "a call", "2026-01-01")
        return found

    monkeypatch.setattr(bringing, "_compared", slow)
    bring_in(read(newer), "newer.csv", keep_missing=True)
    assert oslo.contact_points.get(value="+4722542280").is_usable


KILLED = """
import django; django.setup()
from django.db.models import QuerySet
from tests.directory.imports.lists import CAIRO, HEAD, OSLO, read
from tocsin.directory.imports.bring_in import bring_in
from tocsin.directory.models import ContactPoint
import threading
before = QuerySet.bulk_create
def held(self, *a, **k):
    found = before(self, *a, **k)
    if self.model is ContactPoint:
        print("written, not kept", flush=True)
        threading.Event().wait()
    return found
QuerySet.bulk_create = held
bring_in(read(HEAD + OSLO + CAIRO), "list.csv", keep_missing=True)
"""


@pytest.fixture
def _killed_in_the_middle(transactional_db: None) -> Iterator[None]:
    child = python(KILLED)
    try:
        assert child.stdout
        assert child.stdout.readline() == "written, not kept\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        if child.stdout:
            child.stdout.close()
    return


@pytest.mark.usefixtures("_killed_in_the_middle")
def test_an_import_that_is_killed_has_written_nothing() -> None:
    rows = (Office.objects.count(), Accreditation.objects.count(), ContactPoint.objects.count())
    assert (rows, AuditEntry.objects.count()) == ((0, 0, 0), 0)
    bring_in(read(LIST), "list.csv", keep_missing=True)
    assert Office.objects.count() == 2
