"""Saying what two people agreed on, at once."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.cases.models import Case
from tocsin.members.models import SecondPersonRequest
from tocsin.members.second_person import CannotAgree, use

from ..access import may_edit
from ..edit import editing
from ..errors import CannotPublish
from ..put import put
from .ask import words_of
from .gate import ACT


@transaction.atomic
def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """In the name of whoever asked. Raises CannotAgree where it can be done no more."""
    action = Action.objects.select_related("case").get(case=case, pk=request.subject.split()[1])
    asker = request.asked_by
    if not may_edit(action, asker):
        raise CannotAgree(_("Whoever asked may not do this in the case any more: do not agree."))
    use(ACT, action, asker, request.fingerprint)
    words = words_of(request)
    link = words.pop("link", None)
    try:
        with editing(action, asker, ACT, is_agreed=True) as changed:
            put(changed, words)
            sent = changed.translation_links.filter(pk=link, sent_at__isnull=False, taken_at=None)
            sent.update(taken_at=timezone.now())
    except CannotPublish as error:
        raise CannotAgree(_("This cannot be shown any more: %(why)s") % {"why": error}) from None
