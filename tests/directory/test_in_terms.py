"""What is stored of an office, as routing reads it."""

import pytest
from django.utils import timezone

from tests import cast
from tocsin.directory.in_terms import in_terms
from tocsin.directory.models import Accreditation, Channel, ContactPoint, Office, OfficeKind
from tocsin.terms import offices as terms

pytestmark = pytest.mark.django_db
APPEAL = terms.Told("appeal", "Appeal for Zhanaozen", "2011-06")


def embassy(**values: object) -> Office:
    return Office.objects.create(
        name="Embassy in Oslo",
        kind=OfficeKind.EMBASSY,
        of_country="KZ",
        in_country="NO",
        city="Oslo",
        **values,
    )


def said(**values: object) -> dict[str, object]:
    return {"source": APPEAL.source, "source_date": APPEAL.date, **values}


def test_every_statement_keeps_its_source_and_date() -> None:
    office = embassy(shipped_key="Q1", latitude=59.9, longitude=10.7)
    serves = Accreditation.objects.create(office=office, serves="NO", valid_to="2020", **said())
    point = ContactPoint.objects.create(office=office, channel=Channel.POST, value="A street", **said())
    assert in_terms(office, [serves], [point]) == terms.Office(
        name="Embassy in Oslo",
        kind="embassy",
        of_country="KZ",
        in_country="NO",
        city="Oslo",
        told=APPEAL,
        accreditations=(terms.Accreditation("NO", APPEAL, "listed", None, "2020"),),
        reaches=(terms.Reach("post", "A street", APPEAL),),
        key="Q1",
        latitude=59.9,
        longitude=10.7,
    )


def test_what_a_person_confirmed_speaks_for_the_office() -> None:
    office, now = embassy(), timezone.now()
    serves = Accreditation.objects.create(office=office, serves="NO", **said())
    checked = ContactPoint.objects.create(
        office=office,
        channel=Channel.EMAIL,
        value="oslo@embassy.example",
        confirmed_at=now,
        confirmed_by=cast.member("Rustam"),
        **said(),
    )
    found = in_terms(office, [serves], [checked])
    assert found.told == terms.Told("reviewer", APPEAL.source, now.date().isoformat())


def test_an_office_of_which_nothing_is_told_stands_in_the_case() -> None:
    assert in_terms(embassy(), [], []).told == terms.Told("appeal", "", None)
