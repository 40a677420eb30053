"""Which rows make up a case, table by table: a table stands after those that its rows point to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Field, ForeignKey, Model, Q, QuerySet

from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.reports.models import (
    Arrival,
    RepeatJudgement,
    Report,
    ReviewField,
    ReviewItem,
    ReviewSitting,
    SecondOpinion,
    SentenceMark,
)

from ...models import (
    Assessment,
    Case,
    CaseMember,
    Claim,
    Consent,
    Deadline,
    Inquiry,
    Judgement,
    PersonAtRisk,
    ReliableSource,
    Remedy,
    Subject,
    ToldCall,
)
from .stays import FIELDS

Rows = Callable[[Case], "QuerySet[Any]"]


@dataclass(frozen=True)
class Table:
    """`later`: fields that point into the same table, set when all its rows are there. `many`: lists of rows.

    `since`: the version of the zip that first held it; an older one is read without.
    """

    name: str
    model: type[Model]
    rows: Rows
    later: frozenset[str] = field(default_factory=frozenset)
    many: tuple[str, ...] = ()
    since: int = 1

    @cached_property
    def fields(self) -> tuple["Field[Any, Any]", ...]:
        own, stays = self.model._meta.local_concrete_fields, FIELDS.get(self.model, {})
        return tuple(f for f in own if f.name not in stays and (not f.primary_key or f.is_relation))

    @cached_property
    def plain(self) -> tuple["Field[Any, Any]", ...]:
        """Those that point nowhere."""
        return tuple(field for field in self.fields if points_to(field) is None)

    @cached_property
    def pointing(self) -> tuple[tuple["Field[Any, Any]", type[Model]], ...]:
        """Those that point to a row that stands before it, with its model."""
        ways = ((field, points_to(field)) for field in self.fields if field.name not in self.later)
        return tuple((field, target) for field, target in ways if target is not None)

    @cached_property
    def names(self) -> frozenset[str]:
        """All that a line may hold."""
        return frozenset({field.name for field in self.fields} | set(self.many))


def _of_reports(model: type[Model]) -> Rows:
    return lambda case: model._default_manager.filter(report__cases=case).order_by("pk")


def _of_case(model: type[Model]) -> Rows:
    return lambda case: model._default_manager.filter(case=case).order_by("pk")


def _of_subjects(model: type[Model]) -> Rows:
    return lambda case: model._default_manager.filter(subject__case=case).order_by("pk")


def _offices(case: Case) -> QuerySet[Office]:
    asked = Inquiry.objects.filter(case=case).values("office")
    tried = Remedy.objects.filter(case=case).values("office")
    named = Subject.objects.filter(case=case).values("office")
    called = ToldCall.objects.filter(case=case).values("office")
    of_it = Q(pk__in=named) | Q(pk__in=asked) | Q(pk__in=tried) | Q(pk__in=called)
    return Office.objects.filter(of_it).order_by("pk")


def _of_offices(model: type[Model]) -> Rows:
    return lambda case: model._default_manager.filter(office__in=_offices(case).values("pk")).order_by("pk")


TABLES = (
    Table("offices", Office, _offices),
    Table("contact_points", ContactPoint, _of_offices(ContactPoint)),
    Table("accreditations", Accreditation, _of_offices(Accreditation)),
    Table(
        "reports",
        Report,
        lambda case: case.reports.order_by("received_at", "sha256").defer("original"),
        later=frozenset({"repeats", "revises"}),
    ),
    Table("arrivals", Arrival, lambda case: _of_reports(Arrival)(case).defer("data")),
    Table("review_items", ReviewItem, _of_reports(ReviewItem)),
    Table("review_fields", ReviewField,
          lambda case: ReviewField.objects.filter(item__report__cases=case).order_by("pk")),
    Table("sentence_marks", SentenceMark, _of_reports(SentenceMark)),
    Table("review_sittings", ReviewSitting, _of_reports(ReviewSitting)),
    Table("second_opinions", SecondOpinion, _of_reports(SecondOpinion)),
    Table("repeat_judgements", RepeatJudgement,
          lambda case: RepeatJudgement.objects.filter(
              report__in=case.reports.values("pk"), other__in=case.reports.values("pk")).order_by("pk")),
    Table("cases", Case, lambda case: Case.objects.filter(pk=case.pk)),
    Table("case_members", CaseMember, _of_case(CaseMember)),
    Table("subjects", Subject, _of_case(Subject), later=frozenset({"contradicts", "same_as"})),
    Table("people", PersonAtRisk, _of_case(PersonAtRisk)),
    Table("inquiries", Inquiry, _of_case(Inquiry)),
    Table("told_calls", ToldCall, _of_case(ToldCall), since=2),
    Table("claims", Claim, _of_subjects(Claim)),
    Table("assessments", Assessment, _of_subjects(Assessment), frozenset({"is_proposed"}), many=("cites",)),
    Table("judgements", Judgement, lambda case: Judgement.objects.filter(left__case=case).order_by("pk")),
    Table("consents", Consent, lambda case: Consent.objects.filter(person__case=case).order_by("pk")),
    Table("remedies", Remedy, _of_case(Remedy)),
    Table("deadlines", Deadline, _of_case(Deadline)),
    Table("reliable_sources", ReliableSource, _of_case(ReliableSource)),
)  # fmt: skip
TABLE_OF = {table.model: table for table in TABLES}


def points_to(field: "Field[Any, Any]") -> type[Model] | None:
    """The model that a field points to; None for a plain value."""
    target = field.related_model if isinstance(field, ForeignKey) else None
    return target if isinstance(target, type) else None
