"""A gathering that is about to be changed."""

from tocsin.actions.models import Action

from .models import Gathering


def locked_gathering(gathering: Gathering) -> Gathering:
    """Its action first: one that closes at this moment is waited for. Call inside a transaction."""
    Action.objects.select_for_update().get(pk=gathering.action_id)
    return Gathering.objects.select_for_update().get(pk=gathering.pk)
