"""Showing what two people agreed on, at once."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Role, SecondPersonRequest
from tocsin.members.record import record
from tocsin.members.revise import keep_revision
from tocsin.members.second_person import CannotAgree, use

from ..access import holds_on
from ..changed import case_changed
from ..edit import words_changed
from ..errors import CannotChange
from ..models import Case, PersonAtRisk
from ..name_person import HowNamed, name_shown
from ..show_claim import claims_shown
from ..tell_claim import claim_told
from .ask import assessments_of, claims_of, names_of, tellings_of, words_of
from .gate import ACT


@transaction.atomic
def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """In the name of whoever asked. Raises CannotAgree where it can be done no more."""
    asker = request.asked_by
    if not holds_on(case, asker, Role.REVIEWER):
        raise CannotAgree(_("Whoever asked may not do this in the case any more: do not agree."))
    use(ACT, case, asker, request.fingerprint)
    try:
        claims_shown(claims_of(case, request.wanted), asker)
        for wish in names_of(request.wanted):
            given = {name: value for name, value in wish.items() if name != "person"}
            name_shown(PersonAtRisk.objects.get(case=case, pk=wish["person"]), HowNamed(**given), asker)
    except (CannotChange, PersonAtRisk.DoesNotExist) as error:
        raise CannotAgree(_("This cannot be shown any more: %(why)s") % {"why": error}) from None
    for claim, told in tellings_of(case, request.wanted):
        claim_told(claim, told, asker)
    if words := words_of(request.wanted):
        words_changed(case, words, asker)
    for assessment in assessments_of(case, request.wanted):
        assessment.may_be_shown, assessment.is_proposed = True, False
        assessment.save(update_fields=["may_be_shown", "is_proposed"])
        entry = record("assessment.shown", assessment.subject, asker, assessment=assessment.pk)
        keep_revision(entry, assessment, {"may_be_shown": False}, {"may_be_shown": True}, within=case)
    case_changed(case)
