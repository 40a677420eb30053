"""Addressing an action to the missions that the directory knows: looked at first, then added."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.actions.access import may_edit, on_action
from tocsin.actions.adopt_targets import adopt_targets, missions_beside, missions_to_add
from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action
from tocsin.directory.models import Office, OfficeKind
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.terms import offices as terms

from .action_edit import find_action
from .country_choices import country_words
from .second_person import asks_second


@dataclass(frozen=True)
class KindOfMissions:
    """Missions of one kind, by the name of the country where they stand."""

    kind: str
    label: str
    missions: list[terms.Office]


@on_action(Role.VIEWER)
def action_directory(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    to_add = missions_to_add(action)
    page = {
        "action": action,
        "kinds": kinds_of(to_add),
        "count": len(to_add),
        "beside": _by_country(missions_beside(action)),
        "own": own_offices(action),
        "may_edit": may_edit(action, member_of(request)),
    }
    return render(request, "desk/action_directory.html", page)


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_directory_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds those that were ticked; one that seems to be listed already is put beside the entry that stands there."""
    action = find_action(slug)
    ticked, by = set(request.POST.getlist("mission")), member_of(request)
    wanted = [m for m in (*missions_to_add(action), *missions_beside(action)) if m.key in ticked]
    own = [office for office in own_offices(action) if f"office-{office.pk}" in ticked]
    if not wanted and not own:
        messages.error(request, _("Tick at least one office."))
        return redirect("action_directory", slug)
    try:
        added = len(adopt_targets(action, wanted, by, own))
    except CannotPublish as error:
        messages.error(request, str(error))
        return redirect("action_directory", slug)
    messages.success(request, _told(added, len(wanted) + len(own) - added))
    return redirect("action_contacts", slug)


def own_offices(action: Action) -> QuerySet[Office]:
    """Stored offices of the case's country that count for every case and that the action does not address."""
    country = action.case.country
    known = Office.objects.filter(of_country=country, in_directory=True).exclude(of_country="")
    addressed = action.targets.values("office_id")
    return known.exclude(pk__in=addressed).filter(shipped_key="").order_by("in_country", "name", "pk")


def kinds_of(missions: Iterable[terms.Office]) -> list[KindOfMissions]:
    """In the order of the directory: embassies first."""
    found: dict[str, list[terms.Office]] = {}
    for mission in missions:
        found.setdefault(mission.kind, []).append(mission)
    return [KindOfMissions(k, str(OfficeKind(k).label), _by_country(each)) for k, each in found.items()]


def _by_country(missions: Iterable[terms.Office]) -> list[terms.Office]:
    return sorted(missions, key=lambda m: (country_words(m.in_country or "").casefold(), m.city or ""))


def _told(added: int, beside: int) -> str:
    words = ngettext(
        "%(n)d office is added, unconfirmed.", "%(n)d offices are added, unconfirmed.", added
    ) % {"n": added}
    if not beside:
        return words
    noted = ngettext(
        "What the directory knows stands beside %(n)d that was listed already.",
        "What the directory knows stands beside %(n)d that were listed already.",
        beside,
    )
    return f"{words} {noted % {'n': beside}}"
