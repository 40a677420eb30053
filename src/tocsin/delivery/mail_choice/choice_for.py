"""By whom the letters of one action to one address may be sent."""

from django.db.models import Q

from tocsin.actions.models import Action

from .models import By, MailChoice


def choice_for(action: Action, address: str) -> By:
    """The nearest that was chosen: for both, else for the domain, which is about what arrives, else for the action."""
    domain = domain_of(address)
    about = Q(action=action, domain__in=["", domain]) | Q(action=None, domain=domain)
    found = sorted(MailChoice.objects.filter(about), key=_nearness)
    return By(found[-1].by) if found else By.EITHER


def domain_of(address: str) -> str:
    return address.rpartition("@")[2].strip().casefold()


def _nearness(choice: MailChoice) -> tuple[bool, bool]:
    return bool(choice.domain), choice.action_id is not None
