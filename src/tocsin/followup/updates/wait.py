"""An update that waits for a second person, where two decide: it is sent as it was read, and falls away when it is written anew."""

from django.db import transaction

from tocsin.actions.access import must_publish
from tocsin.actions.second_person import agreed_on, asked_action
from tocsin.cases.models import Case
from tocsin.cases.shown_more.ask import own_request
from tocsin.followup.models import Update
from tocsin.members.models import Member, SecondPersonRequest
from tocsin.members.second_person import refuse, waiting

from .send import ACT, send


@transaction.atomic
def ask_to_send(update: Update, seen: str, by: Member) -> SecondPersonRequest:
    """Adds it to what she asked for. Raises PermissionDenied, and CannotChange of the case while somebody else's request is open."""
    must_publish(update.action, by)
    request = own_request(ACT, update.action, by)
    _keep(request, [*_others(request, update), {"update": update.pk, "seen": seen}])
    return request


def asked_updates(request: SecondPersonRequest) -> list[Update]:
    found = Update.objects.filter(pk__in=[wish["update"] for wish in request.wanted])
    return list(found.select_related("action__case").prefetch_related("texts"))


def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """Raises CannotAgree."""
    seen = {wish["update"]: wish["seen"] for wish in request.wanted}
    with agreed_on(asked_action(case, request), request):
        for update in asked_updates(request):
            send(update, seen[update.pk], request.asked_by, is_agreed=True)


def fall_away(update: Update, by: Member) -> bool:
    """It was written anew: nobody is asked for it any more. Whether somebody was."""
    request = waiting(ACT, update.action)
    if request is None or all(wish["update"] != update.pk for wish in request.wanted):
        return False
    if left := _others(request, update):
        _keep(request, left)
    else:
        refuse(request, by)
    return True


def _others(request: SecondPersonRequest, update: Update) -> list[dict[str, object]]:
    return [wish for wish in request.wanted if wish["update"] != update.pk]


def _keep(request: SecondPersonRequest, wanted: list[dict[str, object]]) -> None:
    request.wanted = wanted
    request.save(update_fields=["wanted"])
