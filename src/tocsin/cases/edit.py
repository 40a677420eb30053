"""What the editors themselves write about a case."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Case


@transaction.atomic
def edit_case(case: Case, title: str, country: str, assessment: str, by: Member | None) -> None:
    """Stores title, country (ISO alpha-2 or empty) and our wording. Raises CannotChange without a title."""
    must_hold_on(case, by, Role.REVIEWER)
    if not title.strip():
        raise CannotChange(_("A case needs a title."))
    was = as_it_is(case, ("title", "country", "assessment"))
    case.title, case.country, case.assessment = title.strip()[:200], country, assessment.strip()
    case.save(update_fields=["title", "country", "assessment"])
    keep_revision(record("case.edited", case, by), case, was, within=case)
    case_changed(case)
