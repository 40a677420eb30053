"""What is out of our hands: it can leave the count, and cannot be called back."""

from django.db.models import Q

from tocsin.delivery.bundles.models import BundleKind
from tocsin.delivery.bundles.send_bundle import WAITS
from tocsin.delivery.states import DeliveryState


def had_left() -> Q:
    """Deliveries that a server took, or that went in a bundle which was sent, or made for paper."""
    waits = Q(bundled__bundle__kind=BundleKind.DIGEST, bundled__bundle__state__in=WAITS)
    return Q(state=DeliveryState.ACCEPTED) | (Q(state=DeliveryState.TOGETHER) & ~waits)
