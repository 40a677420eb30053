"""Subjects of a case with what is said of them, without a review: for tests that are about subjects."""

from itertools import count
from typing import Any

from tests.reports.drafts import TEXT, a_report
from tocsin.cases.models import Case, Claim, PersonAtRisk, Subject
from tocsin.reports.models import Report

_number = count(1)


def a_case(slug: str = "dockers") -> Case:
    return Case.objects.create(slug=slug, title="Dockers", country="LV")


def a_source(case: Case, words: str = "") -> Report:
    """One more report of the case; no two have the same words."""
    report = a_report(text=f"{words or TEXT}\nNumber {next(_number)}.", draft={})
    case.reports.add(report)
    return report


def told(case: Case, kind: str, report: Report | None = None, **values: Any) -> Subject:
    """A subject that `report`, or one of its own, tells of in these values."""
    report = report or a_source(case)
    model = PersonAtRisk if kind == "person" else Subject
    subject = model.objects.create(case=case, kind=kind, position=Subject.objects.count())
    Claim.objects.bulk_create(
        Claim(subject=subject, predicate=predicate, value=value, report=report, spans=[[0, 10]])
        for predicate, value in values.items()
    )
    return subject


def person(case: Case, name: str, report: Report | None = None, **values: Any) -> PersonAtRisk:
    subject = told(case, "person", report, name=name, **values)
    assert isinstance(subject, PersonAtRisk)
    return subject


def incident(
    case: Case, kind: str, date: str | None, place: str = "Riga", report: Report | None = None, **values: Any
) -> Subject:
    where = {"name": place, "country": "LV", "latitude": None, "longitude": None}
    dated = {"date": date} if date else {}
    return told(case, "incident", report, type=kind, place=where, **dated, **values)
