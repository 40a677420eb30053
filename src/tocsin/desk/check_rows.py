"""What the confirmation queue asks for: office by office, most wanted first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.actions.access import actions_of
from tocsin.actions.models import Action, ActionState, Target, TargetRole
from tocsin.delivery.where_supporters_are import where_supporters_are
from tocsin.directory.models import Channel, ContactPoint, ContactState, Office, Teller
from tocsin.directory.queries import is_reached
from tocsin.directory.told import told
from tocsin.members.models import Member
from tocsin.terms.offices import Told

from .country_choices import country_words
from .known_beside import known_beside

GRAVEST_FIRST: tuple[str, ...] = (
    ContactState.BOUNCED,
    ContactState.REPORTED_DEAD,
    ContactState.EXPIRED,
    ContactState.UNCONFIRMED,
    ContactState.UNREADABLE,
)
WRITTEN_TO = (TargetRole.TARGET, TargetRole.COPY_TO)
Supporters = Mapping[int, Counter[str]]


@dataclass(frozen=True)
class Check:
    """One way to reach an office; `point` is None where none is known."""

    point: ContactPoint | None

    @property
    def state(self) -> str:
        return str(self.point.state) if self.point else "unknown"

    @property
    def state_words(self) -> str:
        if self.point is None:
            return _("no way to reach it known")
        if self.point.state == ContactState.UNCONFIRMED and self.point.told_by == Teller.APPEAL:
            return _("as printed")
        return str(self.point.state.label)

    @property
    def is_alarming(self) -> bool:
        return self.state in (ContactState.BOUNCED, ContactState.REPORTED_DEAD)

    @property
    def rank(self) -> int:
        """What a person relied on and what failed comes before what nobody has checked yet."""
        return GRAVEST_FIRST.index(self.point.state) if self.point else GRAVEST_FIRST.index("unconfirmed")


@dataclass(frozen=True)
class Site:
    """The office's own site, where it is best checked, and who says so."""

    url: str
    told: Told


@dataclass(frozen=True)
class OfficeChecks:
    """What to check of one office. `wanted`: supporters in countries that it serves, by country in `there`."""

    office: Office
    checks: tuple[Check, ...]
    there: Counter[str]
    actions: tuple[Action, ...]

    @property
    def wanted(self) -> int:
        return self.there.total()

    @property
    def where(self) -> str:
        """The countries, with the most supporters first."""
        most_first = sorted((-n, country_words(code)) for code, n in self.there.items())
        return ", ".join(name for _n, name in most_first)

    @property
    def order(self) -> tuple[bool, int, bool, bool, str, int]:
        """An office that can be reached may wait, unless what reaches it fails or is old."""
        urgent = any(c.rank < GRAVEST_FIRST.index("unconfirmed") for c in self.checks)
        can_wait = is_reached(self.office) and not urgent
        return can_wait, -self.wanted, not urgent, not self.office.name, str(self.office), self.office.pk


@dataclass(frozen=True)
class Unserved:
    """Supporters of an action in countries that none of its offices serves: counts by country."""

    action: Action
    countries: tuple[tuple[str, int], ...]


def open_actions(member: Member) -> list[Action]:
    """Published actions that write to real offices, of the member's cases, by title."""
    found = actions_of(member).filter(state=ActionState.PUBLISHED, is_sample=False, case__frozen_at=None)
    return list(found.select_related("case").order_by("title"))


def checks(actions: Iterable[Action], state: str = "") -> list[OfficeChecks]:
    """All that a person should look up for these actions, most wanted first; of one state, or of all.

    A website is where one looks, and no work of its own.
    """
    wanted = {action.pk: action for action in actions}
    by_office: dict[int, list[Target]] = defaultdict(list)
    for target in _targets(wanted):
        by_office[target.office_id].append(target)
    supporters = where_supporters_are(wanted)
    found = (_of_office(targets, wanted, supporters, state) for targets in by_office.values())
    return sorted((each for each in found if each.checks), key=lambda each: each.order)


def unserved(actions: Iterable[Action]) -> list[Unserved]:
    """Where supporters are whom no office of their action serves."""
    wanted = {action.pk: action for action in actions}
    served: dict[int, set[str]] = defaultdict(set)
    for target in _targets(wanted):
        served[target.action_id] |= serves(target.office)
    supporters = where_supporters_are(wanted)
    found = (
        Unserved(action, tuple((c, n) for c, n in supporters[pk].most_common() if c not in served[pk]))
        for pk, action in wanted.items()
    )
    return [each for each in found if each.countries]


def serves(office: Office) -> set[str]:
    return {a.serves for a in office.accreditations.all()} | ({office.in_country} - {""})


def _targets(actions: Iterable[int]) -> Iterable[Target]:
    targets = Target.objects.filter(action__in=list(actions), role__in=WRITTEN_TO).select_related("office")
    return targets.prefetch_related("office__contact_points__confirmed_by", "office__accreditations")


def _of_office(
    targets: list[Target], actions: Mapping[int, Action], supporters: Supporters, state: str
) -> OfficeChecks:
    office = targets[0].office
    points = list(office.contact_points.all())
    served = serves(office)
    there: Counter[str] = Counter()
    for target in targets:
        there += Counter({c: n for c, n in supporters[target.action_id].items() if c in served})
    found = [check for check in _to_check(points) if state in ("", check.state)]
    return OfficeChecks(
        office,
        tuple(sorted(found, key=lambda check: check.rank)),
        there,
        tuple(actions[t.action_id] for t in targets),
    )


def _to_check(points: list[ContactPoint]) -> list[Check]:
    """Nothing known is work too."""
    standing = [p for p in points if p.channel != Channel.WEB and not p.retired_at]
    return [Check(p) for p in standing if p.needs_check] if standing else [Check(None)]


def site_of(office: Office) -> Site | None:
    """As it stands here, else as the directory has it; one that is reported dead only where there is no other."""
    sites = [
        p for p in office.contact_points.all() if p.channel == Channel.WEB and p.value and not p.retired_at
    ]
    if sites:
        best = min(sites, key=lambda p: (p.dead_reported_at is not None, p.confirmed_at is None, -p.pk))
        return Site(best.value, told(best))
    known = known_beside(office)
    reaches = known.mission.reaches if known else ()
    return next((Site(reach.value, reach.told) for reach in reaches if reach.channel == "web"), None)
