"""Who may do what to an action: what her role in its case allows."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from tocsin.cases.access import cases_of, holds_on, role_on, where_held
from tocsin.cases.models import Case
from tocsin.members.access import View
from tocsin.members.models import Member, Role

from .models import VISIBLE, Action


def actions_of(member: Member) -> QuerySet[Action]:
    """The actions of the cases that the member is on, and of the samples."""
    return Action.objects.filter(case__in=cases_of(member))


def on_action(role: Role) -> Callable[[Callable[..., HttpResponse]], View]:
    """A desk page about one action, named by `slug`, for those who hold `role` in its case."""

    def held(member: Member, slug: str, **_others: Any) -> Role | None:
        action = Action.objects.select_related("case").filter(slug=slug).first()
        return role_on(action.case, member) if action else None

    return where_held(role, held)


def may_edit(action: Action, member: Member) -> bool:
    """A reviewer edits what nobody sees yet; what the public sees is changed by a publisher."""
    return holds_on(action.case, member, Role.PUBLISHER if action.state in VISIBLE else Role.REVIEWER)


def must_draft(case: Case, member: Member | None) -> None:
    """Raises PermissionDenied. None is the installation itself, which makes its sample."""
    if member is not None and not holds_on(case, member, Role.REVIEWER):
        raise PermissionDenied(_("Only a reviewer of the case may make or test an action."))


def must_edit(action: Action, member: Member) -> None:
    """Raises PermissionDenied."""
    if not may_edit(action, member):
        raise PermissionDenied(_("Only a publisher of the case may change an action that the public sees."))


def must_publish(action: Action, member: Member | None) -> None:
    """Raises PermissionDenied. None is the installation itself."""
    if member is not None and not holds_on(action.case, member, Role.PUBLISHER):
        raise PermissionDenied(_("Only a publisher of the case may publish, close or withdraw an action."))
