"""Letters that go into no bundle after all: while it waits, it can do without them."""

from collections import Counter

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import Delivery, DeliveryState

from .models import Bundle, BundledLetter, BundleState


def leave_bundle(letters: QuerySet[Delivery]) -> None:
    """Those of them that are in one wait again for a bundle; one that has lost all its letters is given up.

    Call inside a transaction, for letters whose bundles have not left.
    """
    inside = list(letters.filter(bundled__isnull=False).values_list("pk", "bundled__bundle", "state"))
    keys = [pk for pk, _bundle, _state in inside]
    BundledLetter.objects.filter(delivery__in=keys).delete()
    Delivery.objects.filter(pk__in=keys).update(state=DeliveryState.BUNDLED)
    note((pk, state, DeliveryState.BUNDLED, "") for pk, _bundle, state in inside)
    for bundle, gone in Counter(bundle for _pk, bundle, _state in inside).items():
        Bundle.objects.filter(pk=bundle).update(count=F("count") - gone)
    empty = Bundle.objects.filter(pk__in=[bundle for _pk, bundle, _state in inside], count=0)
    empty.update(state=BundleState.FAILED, error=_("All of its letters were taken out."))
