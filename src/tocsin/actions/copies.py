"""Who gets a copy of a supporter's letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.directory.models import ContactPoint, Office
from tocsin.directory.queries import usable_email
from tocsin.terms.offices import MISSIONS

from .models import Action, Target, TargetRole
from .routes import route_for
from .targets import targets_with_offices


@dataclass(frozen=True)
class Copy:
    """An office that gets a copy, by the e-mail address that a person has confirmed."""

    target: Target
    email: ContactPoint

    @property
    def office(self) -> Office:
        return self.target.office


def copies_for(action: Action, country: str) -> list[Copy]:
    """The copies of a letter written in `country` (ISO 3166-1 alpha-2), one an address, in the action's order.

    An office without a confirmed e-mail address gets none; a mission gets one where it answers to that country.
    """
    found = list(_with_email(action))
    if any(_is_mission(copy) for copy in found):
        steps = route_for(action, country, role=TargetRole.COPY_TO).steps
        answering = {step.office.target for step in steps}
        found = [copy for copy in found if copy.target.pk in answering or not _is_mission(copy)]
    by_address = {copy.email.value.casefold(): copy for copy in reversed(found)}
    return list(reversed(by_address.values()))


def _with_email(action: Action) -> Iterator[Copy]:
    for target in targets_with_offices(action, TargetRole.COPY_TO):
        email = usable_email(target.office)
        if email:
            yield Copy(target, email)


def _is_mission(copy: Copy) -> bool:
    return copy.office.kind in MISSIONS
