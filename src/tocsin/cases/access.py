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
from tocsin.reports.access import is_kept_from, kept_from
from tocsin.reports.models import UNASKED, Arrival, Report

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
    return _reaches(role_on(case, member), role)


def must_hold_on(case: Case, by: Member | None, role: Role) -> None:
    """Raises PermissionDenied unless `by` holds `role` in the case. None is the installation itself."""
    if by is not None and not holds_on(case, by, role):
        raise PermissionDenied(_("In this case, this needs the role: %(role)s") % {"role": role.label})


def cases_of(member: Member, role: Role = Role.VIEWER) -> QuerySet[Case]:
    """The cases in which the member holds `role` or a higher one, and the samples."""
    if not member.holds(role):
        return Case.objects.none()
    high = [each for each in Role if RANK[each] >= RANK[role]]
    hers = CaseMember.objects.filter(case=OuterRef("pk"), member=member, role__in=high)
    return Case.objects.filter(Q(is_sample=True) | Exists(hers))


def publishers_in(cases: QuerySet[Case]) -> QuerySet[Member]:
    """Who publishes in any of these cases: whom we write to about what is public of them."""
    high = [each for each in Role if RANK[each] >= RANK[Role.PUBLISHER]]
    on = CaseMember.objects.filter(case__in=cases, member=OuterRef("pk"), role__in=high)
    return Member.objects.filter(Exists(on), is_active=True, role__in=high)


def reports_for(member: Member, reports: QuerySet[Report]) -> QuerySet[Report]:
    """Those of `reports` that no case has taken yet, unless they are kept from her, or a case that the member is on."""
    in_a_case = Case.reports.through.objects.filter(report=OuterRef("pk"))
    in_hers = in_a_case.filter(Q(case__is_sample=True) | Q(case__members__member=member))
    is_open = ~Exists(in_a_case) & ~Q(pk__in=kept_from(member).values("pk"))
    return reports.filter(is_open | Exists(in_hers))


def arrivals_for(member: Member, arrivals: QuerySet[Arrival]) -> QuerySet[Arrival]:
    """Those of `arrivals` that are no report yet, unless kept from her, that she brought in, or whose report she may see.

    A mail that nobody could read yet may ask for confidence, and its very subject may betray: it is kept to those who review.
    """
    seen = reports_for(member, Report.objects.all()).values("pk")
    kept = Q(is_confidential=True) | Q(way__in=UNASKED)
    unread = Q(report=None) if member.holds(Role.REVIEWER) else Q(report=None) & ~kept
    return arrivals.filter(unread | Q(arrived_by=member) | Q(report__in=seen))


def case_of(report: Report, member: Member) -> Case | None:
    """The case of the report that the member is on."""
    return cases_of(member).filter(reports=report).first()


def role_on_report(report: Report, member: Member) -> Role | None:
    """What the member may be towards a report: the highest of her roles in its cases.

    Her role in the organisation while no case has taken it; None where it is kept from her then, and where she is on
    none of its cases.
    """
    cases = list(report.cases.all())
    held = [role for case in cases if (role := role_on(case, member))]
    if not cases and is_kept_from(report, member):
        return None
    if not cases:
        return Role(member.role) if member.is_active else None
    return max(held, key=lambda role: RANK[role], default=None)


def holds_on_report(report: Report, member: Member, role: Role) -> bool:
    """Whether the member holds `role`, or a higher one, towards the report."""
    return _reaches(role_on_report(report, member), role)


def on_case(role: Role) -> Callable[[Callable[..., HttpResponse]], View]:
    """A desk page about one case, named by `slug`, for those who hold `role` in it.

    For a member who is not on it, a case that exists and one that does not look the same.
    """

    def held(member: Member, slug: str, **_others: Any) -> Role | None:
        case = Case.objects.filter(slug=slug).first()
        return role_on(case, member) if case else None

    return where_held(role, held)


def on_report(role: Role) -> Callable[[Callable[..., HttpResponse]], View]:
    """The same for a page about one report, named by `public_id`."""

    def held(member: Member, public_id: str, **_others: Any) -> Role | None:
        report = (
            Report.objects.only("pk", "confidential_at", "received_by").filter(public_id=public_id).first()
        )
        return role_on_report(report, member) if report else None

    return where_held(role, held)


def where_held(role: Role, held: Callable[..., Role | None]) -> Callable[[Callable[..., HttpResponse]], View]:
    """A desk page for those who hold `role` in the case that it is about.

    `held(member, **parts of the address)` says what a member may be there; None where she is not to know
    whether there is such a page.
    """

    def guard(view: Callable[..., HttpResponse]) -> View:
        @allowed(role)
        @wraps(view)
        def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
            has = held(member_of(request), **parts)
            if has is None:
                return not_on_it(request)
            if not _reaches(has, role):
                page = {"role": role, "in_this_case": True}
                return render(request, "members/not_your_role.html", page, status=403)
            return view(request, **parts)

        guarded.in_case = True
        return guarded

    return guard


def not_on_it(request: HttpRequest) -> HttpResponse:
    """The answer for a case that the member is not on, whether or not there is one."""
    return render(request, "members/not_your_case.html", status=403)


def _reaches(held: Role | None, role: Role) -> bool:
    return held is not None and RANK[held] >= RANK[role]
