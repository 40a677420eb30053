"""What a second person agreed to of an action is done at once, in the name of whoever asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.cases.models import Case
from tocsin.members.models import SecondPersonRequest
from tocsin.members.second_person import CannotAgree, use

from .asks.gather.errors import CannotHost
from .errors import CannotChange, CannotPublish
from .models import Action


def asked_action(case: Case, request: SecondPersonRequest) -> Action:
    return Action.objects.select_related("case").get(case=case, pk=request.subject.split()[1])


@contextmanager
def agreed_on(action: Action, request: SecondPersonRequest) -> Iterator[None]:
    """Spends the agreement on what is done inside. Raises CannotAgree where it can be done no more."""
    try:
        with transaction.atomic():
            use(request.act, action, request.asked_by, request.fingerprint)
            yield
    except PermissionDenied:
        raise CannotAgree(_("Whoever asked may not do this in the case any more: do not agree.")) from None
    except (CannotChange, CannotPublish, CannotHost) as error:
        raise CannotAgree(_("This cannot be shown any more: %(why)s") % {"why": error}) from None
