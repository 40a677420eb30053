"""The judgement that two people of a case are one. Claims stay where they are, so it can be undone."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reports.models import Report

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Case, Claim, PersonAtRisk


@transaction.atomic
def join_people(person: PersonAtRisk, other: PersonAtRisk, by: Member | None, why: str = "") -> None:
    """Judges `person` to be `other`, whose naming rule then holds for both. Raises CannotChange."""
    must_hold_on(person.case, by, Role.REVIEWER)
    if person.case_id != other.case_id or person.pk == other.pk:
        raise CannotChange(_("Two people of one case can be joined."))
    if other.same_as_id or person.joined.exists():
        raise CannotChange(_("One of the two is joined to somebody else already. Undo that first."))
    _set(person, other)
    record("case.people_joined", person, by, to=other.pk, why=why)
    case_changed(person.case)


@transaction.atomic
def part_people(person: PersonAtRisk, by: Member) -> None:
    """Undoes the judgement: two people again, each with the claims that were made about them."""
    must_hold_on(person.case, by, Role.REVIEWER)
    if not person.same_as_id:
        raise CannotChange(_("This person is not joined to anybody."))
    was = person.same_as_id
    _set(person, None)
    record("case.people_parted", person, by, was=was)
    case_changed(person.case)


def join_namesakes(case: Case, report: Report, by: Member | None) -> None:
    """Joins people of a report just accepted to those whose name is the same letter for letter."""
    names = _first_names(case)
    for person in PersonAtRisk.objects.filter(case=case, item__report=report, same_as=None):
        namesake = names.get(_name(person))
        if namesake and namesake.pk != person.pk and not person.joined.exists():
            join_people(person, namesake, by, why="the same name, letter for letter")


def _first_names(case: Case) -> dict[str, PersonAtRisk]:
    """The first person of each name, in the order of the case."""
    people: dict[str, PersonAtRisk] = {}
    for person in PersonAtRisk.objects.filter(case=case, same_as=None).order_by("position", "pk"):
        people.setdefault(_name(person), person)
    people.pop("", None)
    return people


def _name(person: PersonAtRisk) -> str:
    """What tells her from others; empty without a name, or for initials, which many people share."""
    claim = Claim.objects.filter(subject=person, predicate="name", withdrawn_at=None).first()
    name = str(claim.value).casefold() if claim else ""
    return "" if all(len(part) < 2 for part in name.replace(".", " ").split()) else name


def _set(person: PersonAtRisk, other: PersonAtRisk | None) -> None:
    person.same_as = other
    person.save(update_fields=["same_as"])
