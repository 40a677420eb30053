"""Holding a name back in other cases. Nobody there learns which case it came from, and nobody here whether there is one."""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils import timezone

from tocsin.members.record import record

from ..changed import names_changed
from ..consent_stands import consent_stands
from ..models import Case, Consent, HeldAnswer, HeldBecause, HeldName, Naming, PersonAtRisk
from ..set_naming import withhold
from .held import taken_back_at
from .named_like import NamedElsewhere, people_of


def hold_elsewhere(person: PersonAtRisk, because: HeldBecause, among: NamedElsewhere | None = None) -> None:
    """Holds back whoever in another case may be the person by name, until a reviewer of that case has answered.

    Where somebody said before that they are one, the name is withheld there as well. `among`: looked up once for many.
    """
    for people in (among or NamedElsewhere(person.case)).like(person):
        if not _concerns(people, because):
            continue
        _hold(people, because, person)
        if because != HeldBecause.CHILD and _said(people, people_of(person)) == HeldAnswer.SAME:
            withhold(people[0], None)


def hold_here(person: PersonAtRisk) -> None:
    """Holds back a name that is shown now, where consent was withdrawn elsewhere by somebody of that name, or a child bears it.

    Not where a reviewer has said of them whether they are one: then consent is asked for by the case's own rules.
    """
    people = people_of(person)
    for others in NamedElsewhere(person.case, _not_to_be_named(person.case)).like(person):
        for because in (HeldBecause.CONSENT, HeldBecause.CHILD):
            is_so = _is_gone(others) if because == HeldBecause.CONSENT else any(p.is_minor for p in others)
            if is_so and _concerns(people, because) and not _said(people, others):
                _hold(people, because, others[0])


def lift_elsewhere(person: PersonAtRisk, because: HeldBecause) -> None:
    """Ends what the person holds back for a reason that is gone: a name that is shown again, no child after all."""
    rows = HeldName.objects.filter(came_from__in=people_of(person), because=because, answered_at=None)
    lifted = list(rows.select_related("person__case"))
    rows.update(answer=HeldAnswer.LIFTED, answered_at=timezone.now())
    for row in lifted:
        record("person.name_let_go", row.person, None, because=because)
        names_changed(row.person.case)


def _hold(people: Sequence[PersonAtRisk], because: HeldBecause, came_from: PersonAtRisk) -> None:
    """All who were judged to be the person, so that none of them is named where that is undone."""
    held = set(
        HeldName.objects.filter(person__in=people, because=because, answered_at=None).values_list(
            "person", flat=True
        )
    )
    for one in people:
        if one.pk not in held:
            HeldName.objects.create(person=one, because=because, came_from=came_from)
            record("person.name_held", one, None, because=because)
    case = people[0].case
    names_changed(case)


def _concerns(people: Sequence[PersonAtRisk], because: HeldBecause) -> bool:
    """Whether anything is left to hold back."""
    if because == HeldBecause.CONSENT:
        return not _is_gone(people)
    if because == HeldBecause.CHILD:
        return people[0].naming == Naming.FULL and not any(one.is_minor for one in people)
    return people[0].naming != Naming.WITHHELD


def _is_gone(people: Sequence[PersonAtRisk]) -> bool:
    """Whether consent was withdrawn, and not given again."""
    return not consent_stands(Consent.objects.filter(person__in=people), taken_back_at(p.pk for p in people))


def _not_to_be_named(case: Case) -> Iterable[int]:
    """People whose consent was ever withdrawn, with whoever was judged to be them; and children. In the sample case they are tried."""
    withdrawn = PersonAtRisk.objects.filter(
        Q(consents__withdrawn_at__isnull=False)
        | Q(held__answer=HeldAnswer.SAME, held__because=HeldBecause.CONSENT)
        | Q(is_minor=True)
    ).values("pk")
    near = (
        Q(pk__in=withdrawn)
        | Q(same_as__in=withdrawn)
        | Q(joined__in=withdrawn)
        | Q(same_as__joined__in=withdrawn)
    )
    people = PersonAtRisk.objects.filter(near)
    people = people if case.is_sample else people.exclude(case__is_sample=True)
    return set(people.values_list("pk", flat=True))


def _said(people: Sequence[PersonAtRisk], others: Sequence[PersonAtRisk]) -> str:
    """What a reviewer of either case said last of the two."""
    either = Q(person__in=people, came_from__in=others) | Q(person__in=others, came_from__in=people)
    said = HeldName.objects.filter(either, answer__in=(HeldAnswer.SAME, HeldAnswer.ANOTHER))
    return said.order_by("answered_at").values_list("answer", flat=True).last() or ""
