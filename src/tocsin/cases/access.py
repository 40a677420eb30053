"""Who may do what in a case. A member sees the cases that she is on; her role in the organisation is the ceiling."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tocsin.members.access import View, allowed, member_of
from tocsin.members.models import RANK, Member, Role
from tocsin.reports.models import Report

from .models import Case, CaseMember


def role_on(case: Case, member: Member) -> Role | None:
    """What the member may be in this case: the lesser of her two roles; None where she is not on it.

    A sample is history, and open to every member.
    """
    if case.is_sample and member.is_active:
        return Role(member.role)
    on = CaseMember.objects.filter(case=case, member=member).first()
    if on is None or not member.is_active:
        return None
    return min(Role(on.role), Role(member.role), key=lambda role: RANK[role])


def holds_on(case: Case, member: Member, role: Role) -> bool:
    """Whether the member holds `role`, or a higher one, in this case."""
    held = role_on(case, member)
    return held is not None and RANK[held] >= RANK[role]


def must_hold_on(case: Case, by: Member | None, role: Role) -> None:
    """Raises PermissionDenied unless `by` holds `role` in the case. None is the installation itself."""
    if by is not None and not holds_on(case, by, role):
        raise PermissionDenied(_("In this case, this needs the role: %(role)s") % {"role": role.label})


def cases_of(member: Member) -> QuerySet[Case]:
    """The cases that the member is on, and the samples."""
    hers = CaseMember.objects.filter(case=OuterRef("pk"), member=member)
    return Case.objects.filter(Q(is_sample=True) | Exists(hers))


def reports_for(member: Member, reports: QuerySet[Report]) -> QuerySet[Report]:
    """Those of `reports` that no case has taken yet, or a case that the member is on."""
    in_a_case = Case.reports.through.objects.filter(report=OuterRef("pk"))
    in_hers = in_a_case.filter(Q(case__is_sample=True) | Q(case__members__member=member))
    return reports.filter(~Exists(in_a_case) | Exists(in_hers))


def on_case(role: Role) -> Callable[[Callable[..., HttpResponse]], View]:
    """A desk page about one case, named by `slug`, for those who hold `role` in it.

    For a member who is not on it, a case that exists and one that does not look the same.
    """

    def guard(view: Callable[..., HttpResponse]) -> View:
        @allowed(role)
        @wraps(view)
        def guarded(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
            case = cases_of(member_of(request)).filter(slug=slug).first()
            if case is None:
                return not_on_it(request)
            if not holds_on(case, member_of(request), role):
                return render(request, "members/not_your_role.html", {"role": role}, status=403)
            return view(request, slug, *args, **kwargs)

        return guarded

    return guard


def not_on_it(request: HttpRequest) -> HttpResponse:
    """The answer for a case that the member is not on, whether or not there is one."""
    return render(request, "members/not_your_case.html", status=403)
