"""Asking for a second person's agreement to show more; what one member asks for in a case is one request."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role, SecondPersonRequest
from tocsin.members.revise import as_it_is
from tocsin.members.second_person import ask, waiting

from ..access import must_hold_on
from ..errors import CannotChange
from ..models import Assessment, Case, Claim
from .gate import ACT, Wish

Waiting = tuple[SecondPersonRequest, dict[str, str]]  # a request, and what the case is to say by it


@transaction.atomic
def ask_to_show(case: Case, wish: Wish, by: Member) -> SecondPersonRequest:
    """Adds the wish to what she asked for already. Raises CannotChange while somebody else's request is open."""
    must_hold_on(case, by, Role.REVIEWER)
    return add_wish(own_request(ACT, case, by), wish)


def own_request(act: str, record: models.Model, by: Member) -> SecondPersonRequest:
    """Hers, locked, made where there is none. Raises CannotChange while somebody else's is open."""
    request = SecondPersonRequest.objects.select_for_update().get(pk=ask(act, record, by).pk)
    if request.asked_by_id != by.pk:
        raise CannotChange(asked_by_another(request))
    return request


def add_wish(request: SecondPersonRequest, wish: Wish) -> SecondPersonRequest:
    """What is asked for twice is asked for once."""
    if wish not in request.wanted:
        request.wanted = [*request.wanted, wish]
        request.save(update_fields=["wanted"])
    return request


def asked_by_another(request: SecondPersonRequest) -> str:
    return _("%(who)s has asked for a second person in this case. Once that is answered, ask for yours.") % {
        "who": request.asked_by
    }


def claims_of(case: Case, wishes: list[Wish]) -> list[Claim]:
    """The claims that would be shown, each once; what is gone by now is left out."""
    keys = [key for wish in wishes for key in wish.get("claims", ())]
    claims = Claim.objects.filter(subject__case=case, pk__in=keys, withdrawn_at=None, may_be_shown=False)
    return list(claims.select_related("subject__case", "report").defer("report__original", "report__draft"))


def assessments_of(case: Case, wishes: list[Wish]) -> list[Assessment]:
    keys = [wish["assessment"] for wish in wishes if "assessment" in wish]
    return list(Assessment.objects.filter(subject__case=case, pk__in=keys))


def names_of(wishes: list[Wish]) -> list[Wish]:
    """How people are to be named, in the order in which it was asked for."""
    return [wish for wish in wishes if "person" in wish]


def words_of(wishes: list[Wish]) -> dict[str, str]:
    """What the case is to say of itself, by field; what was asked for last holds."""
    return {name: new for wish in wishes for name, new in wish.get("wording", {}).items()}


def tellings_of(case: Case, wishes: list[Wish]) -> list[tuple[Claim, dict[str, str]]]:
    """Claims that are to be told otherwise, each with the fields that change; what is gone by now is left out."""
    told: dict[int, dict[str, str]] = {}
    for wish in wishes:
        if "told" in wish:
            told.setdefault(wish["claim"], {}).update(wish["told"])
    claims = Claim.objects.filter(subject__case=case, pk__in=told, withdrawn_at=None)
    found = claims.select_related("subject__case", "report").defer("report__original", "report__draft")
    return [(claim, told[claim.pk]) for claim in found]


def words_waiting(case: Case) -> Waiting | None:
    """The request by which the case is to say something else of itself, and what; None where nobody asks for it."""
    request = waiting(ACT, case)
    words = words_of(request.wanted) if request else {}
    return (request, words) if request and words else None


def all_of_it(case: Case, wishes: list[Wish]) -> list[Any]:
    """What an agreement stands for: another word anywhere in it makes the agreement void."""
    return [
        [(c.pk, c.value, c.stance, c.asserted_by, c.state) for c in claims_of(case, wishes)],
        [(a.pk, a.wording, a.verdict) for a in assessments_of(case, wishes)],
        names_of(wishes),
        [(name, getattr(case, name), new) for name, new in words_of(wishes).items()],
        [(c.pk, as_it_is(c, told), told) for c, told in tellings_of(case, wishes)],
    ]
