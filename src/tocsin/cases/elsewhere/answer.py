"""A reviewer's word on a name that is held back: the same person as elsewhere, or another one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold_on
from ..changed import names_changed
from ..consent import withdraw_all
from ..errors import CannotChange
from ..minors import set_minor
from ..models import HeldAnswer, HeldBecause, PersonAtRisk
from ..name_person import withhold_name
from .held import held_for
from .named_like import people_of


@transaction.atomic
def say_same(person: PersonAtRisk, by: Member | None) -> None:
    """What happened elsewhere happens here: consent is withdrawn, the name withheld, the person marked as a child.

    Raises CannotChange where nothing is held back any more.
    """
    reasons = _answer(person, HeldAnswer.SAME, by)
    if HeldBecause.CONSENT in reasons:
        withdraw_all(person, by)
    elif HeldBecause.WITHHELD in reasons:
        withhold_name(person, by)
    if HeldBecause.CHILD in reasons:
        set_minor(person, True, by)
    names_changed(person.case)


@transaction.atomic
def say_another(person: PersonAtRisk, by: Member | None) -> None:
    """The name is shown again as it was before. Raises CannotChange where nothing is held back any more."""
    _answer(person, HeldAnswer.ANOTHER, by)
    names_changed(person.case)


def _answer(person: PersonAtRisk, answer: HeldAnswer, by: Member | None) -> set[str]:
    """The reasons for which the name was held back."""
    must_hold_on(person.case, by, Role.REVIEWER)
    open_ones = held_for(one.pk for one in people_of(person)).select_for_update()
    reasons = {row.because for row in open_ones}
    if not reasons:
        raise CannotChange(_("Somebody has answered this already."))
    open_ones.update(answer=answer, answered_by=by, answered_at=timezone.now())
    record(f"person.held_name_{answer}", person, by, because=sorted(reasons))
    return reasons
