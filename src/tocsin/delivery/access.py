"""Who may do what to the letters that we send: what her role in the action's case allows."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from tocsin.cases.access import cases_of, role_on, where_held
from tocsin.members.access import View
from tocsin.members.models import Member, Role

from .models import Delivery


def deliveries_of(member: Member, role: Role = Role.VIEWER) -> QuerySet[Delivery]:
    """The deliveries of the cases in which the member holds `role`, and of the samples."""
    return Delivery.objects.filter(action__case__in=cases_of(member, role))


def on_delivery(role: Role) -> Callable[[Callable[..., HttpResponse]], View]:
    """A desk page about one delivery, named by `pk`, for those who hold `role` in its case."""

    def held(member: Member, pk: int, **_others: Any) -> Role | None:
        delivery = Delivery.objects.select_related("action__case").filter(pk=pk).first()
        return role_on(delivery.action.case, member) if delivery else None

    return where_held(role, held)
