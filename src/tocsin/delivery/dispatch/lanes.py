"""The names of lanes: what leaves in one of them leaves one after another."""

from tocsin.actions.models import Action

from .models import Lane

INSTALLATION = ""


def of_action(action: Action | int) -> str:
    return f"action {action if isinstance(action, int) else action.pk}"


def to_address(address: str) -> str:
    """One lane for all offices that share a mailbox."""
    return f"to {address.strip().casefold()}"


def to_domain(address: str) -> str:
    """For holds: everybody at the domain of an address."""
    return f"to @{address.rpartition('@')[2].strip().casefold()}"


def stored(key: str) -> Lane:
    """The lane's row, locked until the transaction ends."""
    Lane.objects.get_or_create(key=key)
    return Lane.objects.select_for_update().get(key=key)
