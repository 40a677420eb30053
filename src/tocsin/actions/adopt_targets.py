"""Addressing an action to the missions that the directory knows of its country."""

from collections.abc import Collection, Iterable, Sequence

from django.db import transaction

from tocsin.directory.adopt import adopt, adopt_into, adoptable
from tocsin.directory.models import Office as StoredOffice
from tocsin.members.models import Member
from tocsin.routing.same_office import is_same_place
from tocsin.terms.offices import Office

from .access import must_edit
from .edit import editing
from .models import Action, Target
from .routes import routing_offices


def missions_to_add(action: Action, kinds: Collection[str] = ()) -> list[Office]:
    """Missions of the case's country, of some `kinds` or all, that no target of the action is or seems to be."""
    standing = _standing(action)
    return [m for m in _known(action, kinds) if not _seems(m, standing)]


def missions_beside(action: Action, kinds: Collection[str] = ()) -> list[Office]:
    """Those that a target of the action seems to be: same kind, same place, and not yet said to be the same."""
    standing = _standing(action)
    return [m for m in _known(action, kinds) if _seems(m, standing)]


def adopt_targets(
    action: Action, missions: Iterable[Office], by: Member, stored: Iterable[StoredOffice] = ()
) -> list[Target]:
    """Makes `missions`, and offices that are `stored`, targets, after those that stand there; returns the new ones.

    Nothing of them is confirmed by it.

    Of a mission that a target seems to be, what the directory says is put beside what was printed.
    """
    wanted = list(missions)
    new = _stored(action, wanted, by)
    with editing(action, by, "action.targets_adopted", count=len(wanted)) as changed:
        return _add(changed, [*new, *(office.pk for office in stored)])


@transaction.atomic
def _stored(action: Action, wanted: Sequence[Office], by: Member) -> list[int]:
    """By key, those that no target seems to be; they stand in the directory also while the action waits for them."""
    must_edit(action, by)
    standing = _standing(action)
    targets = {target.pk: target for target in action.targets.select_related("office")}
    for mission in wanted:
        if (same := _seems(mission, standing)) and same.target:
            adopt_into(targets[same.target].office, mission, by)
    return [office.pk for office in adopt([m for m in wanted if not _seems(m, standing)], by)]


def _known(action: Action, kinds: Collection[str]) -> list[Office]:
    code = action.case.country
    addressed = set(action.targets.values_list("office__shipped_key", flat=True))
    known = adoptable(code) if code else ()
    return [m for m in known if m.key not in addressed and (not kinds or m.kind in kinds)]


def _standing(action: Action) -> list[Office]:
    """The action's missions, of every role, that are not yet known to be one of the directory's."""
    return [office for office in routing_offices(action, role="") if office.is_mission and not office.key]


def _seems(mission: Office, standing: Sequence[Office]) -> Office | None:
    """In the same city; an embassy in the same country, where a city may be written otherwise and there is but one."""
    return next((o for o in standing if _is_one_place(o, mission)), None)


def _is_one_place(one: Office, mission: Office) -> bool:
    if mission.kind == "embassy" and one.city:
        said = one.kind, one.of_country, one.in_country
        return said == (mission.kind, mission.of_country, mission.in_country)
    return bool(one.city and mission.city and is_same_place(one, mission))


def _add(action: Action, offices: Iterable[int]) -> list[Target]:
    addressed = set(action.targets.values_list("office_id", flat=True))
    new = [pk for pk in offices if pk not in addressed]
    position = action.targets.count()
    return Target.objects.bulk_create(
        Target(action=action, office_id=pk, position=position + n) for n, pk in enumerate(new)
    )
