"""Where a supporter's letter can go: the offices of the route, with the channels that the public may use."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.actions.copies import Copy, copies_for
from tocsin.actions.models import Action, Target
from tocsin.actions.routes import route_for
from tocsin.directory.models import Channel, ContactPoint, Office
from tocsin.directory.queries import standing_points, usable_points
from tocsin.letters.compose import Addressee


@dataclass(frozen=True)
class Destination:
    """One office: why it, how sure, what it can be reached by, and who gets a copy. An old number is never among it.

    `post` may be as printed and unconfirmed; e-mail, fax and phone are confirmed or absent. A supporter's own
    office is no target of the action: its target has no row, and `site` is where she finds whom to write to.
    """

    target: Target
    reason: str
    confidence: str
    email: ContactPoint | None = None
    post: ContactPoint | None = None
    fax: ContactPoint | None = None
    phone: ContactPoint | None = None
    copies: tuple[Copy, ...] = ()
    site: ContactPoint | None = None

    @property
    def key(self) -> str:
        """How a page and its form name it."""
        return str(self.target.pk or self.capacity)

    @property
    def capacity(self) -> str:
        return str(self.target.capacity)

    @property
    def is_own(self) -> bool:
        """It has no row among the targets."""
        return self.target.pk is None

    @property
    def office(self) -> Office:
        return self.target.office

    @property
    def addressee(self) -> Addressee:
        """The office as the words of a letter know it."""
        office = self.office
        return Addressee(office.name, office.kind, office.person or None, office.of_country or None)

    @property
    def points(self) -> tuple[ContactPoint, ...]:
        return tuple(point for point in (self.email, self.post, self.fax, self.phone) if point)

    @property
    def can_be_reached(self) -> bool:
        return bool(self.points) or self.is_own


def destinations(action: Action, country: str) -> list[Destination]:
    """Offices that answer to a supporter in `country` (ISO 3166-1 alpha-2), the nearest first."""
    steps = {s.office.target: s for s in route_for(action, country).steps if s.office.target is not None}
    targets = _targets(action, steps)
    copies = copies_for(action, country)
    return [
        _destination(targets[pk], step.reason, step.confidence, copies)
        for pk, step in steps.items()
        if pk in targets
    ]


def choose(found: list[Destination], key: str) -> Destination | None:
    """The office asked for, else the first that can be reached: who answers for what happened before all others."""
    reachable = [d for d in found if d.can_be_reached]
    asked = (d for d in reachable if d.key == key)
    return next(asked, None) or min(reachable, key=lambda d: (d.is_own, bool(d.capacity)), default=None)


def _targets(action: Action, wanted: Iterable[int]) -> dict[int, Target]:
    rows = action.targets.filter(pk__in=list(wanted)).select_related("office")
    return {target.pk: target for target in rows.prefetch_related("office__contact_points")}


def _destination(target: Target, reason: str, confidence: str, copies: list[Copy]) -> Destination:
    usable = usable_points(target.office)
    printed = [p for p in standing_points(target.office) if p.value and not p.bounced_at]
    email = _first(usable, Channel.EMAIL)
    return Destination(
        target,
        reason,
        confidence,
        email=email,
        post=_first([*usable, *printed], Channel.POST),
        fax=_first(usable, Channel.FAX),
        phone=_first(usable, Channel.PHONE),
        copies=tuple(copy for copy in copies if email is None or not _is_same(copy.email, email)),
    )


def _is_same(one: ContactPoint, other: ContactPoint) -> bool:
    """An office that shares its mailbox with the one written to needs no copy."""
    return one.value.casefold() == other.value.casefold()


def _first(points: Iterable[ContactPoint], channel: str) -> ContactPoint | None:
    return next((point for point in points if point.channel == channel), None)
