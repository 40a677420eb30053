"""Every letter that is due leaves, through the pump of a worker."""

import time
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from tocsin.benches.crowd.installation import CannotMeasure
from tocsin.benches.dispatch.taken import Taken
from tocsin.delivery.dispatch.claim import Claim
from tocsin.delivery.dispatch.load import load
from tocsin.delivery.dispatch.pump import Pump
from tocsin.delivery.message import message_of
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState


def rendered() -> list[bytes]:
    """The finished messages of all that is due."""
    claims = [Claim(pk, 0) for pk in _due().values_list("pk", flat=True)]
    return [message_of(taken.mail)[2] for taken in load(claims) if taken.mail]


def leave(port: int, count: int, connections: int, key: Path | None = None) -> Taken:
    """Signed with DKIM where a `key` is given. Raises CannotMeasure where not every letter was accepted and noted as such."""
    settings.SMTP_URL, settings.MAIL_FROM = f"smtp://127.0.0.1:{port}", "letters@bench.example"
    settings.MAIL_CONNECTIONS, settings.DKIM_KEY = connections, key
    before = _accepted()
    pump = Pump()
    wall, cpu = time.perf_counter(), time.process_time()
    while pump.turn():
        pass
    pump.close()
    taken = Taken(time.perf_counter() - wall, time.process_time() - cpu)
    if _accepted() - before != Counter(letters=count, changes=count):
        raise CannotMeasure("Not every letter was accepted and noted: the figures would say nothing.")
    return taken


def _due() -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=DeliveryState.QUEUED, due_at__isnull=False)


def _accepted() -> Counter[str]:
    """Letters that were accepted, and changes that say so."""
    changes = DeliveryChange.objects.filter(became=DeliveryState.ACCEPTED)
    letters = Delivery.objects.filter(state=DeliveryState.ACCEPTED)
    return Counter(letters=letters.count(), changes=changes.count())
