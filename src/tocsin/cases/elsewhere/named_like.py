"""Who, in other cases, may be somebody by name: across scripts and spellings, as within a case."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from ..models import Case, Claim, PersonAtRisk, Subject, SubjectKind
from ..names import NAME_PREDICATES, names_by_person
from ..one_subject import one_subject
from ..sameness.blocks import person_blocks
from ..sameness.same_person import PERSON_FROM, same_person
from ..sameness.told import ToldPerson


class NamedElsewhere:
    """The names of people in all cases but one, withdrawn ones too; `only` of these. What is tried in the sample case touches no other."""

    def __init__(self, case: Case, only: Iterable[int] | None = None) -> None:
        names: dict[int, set[str]] = defaultdict(set)
        claims = Claim.objects.filter(subject__kind=SubjectKind.PERSON, predicate__in=NAME_PREDICATES)
        claims = claims.exclude(subject__case=case).order_by()
        claims = claims.filter(subject__case__is_sample=True) if case.is_sample else claims
        if only is not None:
            claims = claims.filter(subject__in=only)
        for subject, value in claims.values_list("subject", "value"):
            names[subject].update([value] if isinstance(value, str) else value)
        self._told = {pk: _told(said) for pk, said in names.items()}
        self._near: dict[Hashable, set[int]] = defaultdict(set)
        for pk, told in self._told.items():
            for block in person_blocks(told):
                self._near[block].add(pk)

    def like(self, person: PersonAtRisk) -> list[list[PersonAtRisk]]:
        """Those who may be the person, each with everybody who was judged to be her; who stands for them first."""
        if not self._told:
            return []
        hers = _told(names_of(person))
        near = set().union(*(self._near[block] for block in person_blocks(hers) if block in self._near))
        alike = [pk for pk in sorted(near) if same_person(hers, self._told[pk]).score >= PERSON_FROM]
        roots = {one_subject(subject)[0].pk: subject for subject in Subject.objects.filter(pk__in=alike)}
        return [people_of(subject) for _root, subject in sorted(roots.items())]


def names_of(person: PersonAtRisk) -> set[str]:
    """Every name of whoever this person was judged to be."""
    names = names_by_person(person.case)
    return set().union(*(names.get(one.pk, ()) for one in one_subject(person)))


def people_of(subject: Subject) -> list[PersonAtRisk]:
    """The person and everybody who was judged to be her; who stands for them first."""
    keys = [one.pk for one in one_subject(subject)]
    known = PersonAtRisk.objects.select_related("case").in_bulk(keys)
    return [known[pk] for pk in keys]


def _told(names: Iterable[str]) -> ToldPerson:
    return ToldPerson(tuple(sorted(name for name in names if name)))
