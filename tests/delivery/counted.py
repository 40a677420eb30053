"""The counts of an action as its pages show them next, without a wait for the job of every few seconds."""

from tocsin.actions.models import Action
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.counts import Counts
from tocsin.delivery.counts import counts as stored_counts


def counts(action: Action) -> Counts:
    count_new()
    return stored_counts(action)
