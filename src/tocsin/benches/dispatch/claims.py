"""Workers in processes of their own that claim everything that is due, by our code or by bare SQL.

`python -m tocsin.benches.dispatch.claims ours|raw` says "ready", begins when it is told to, and prints what it took.
"""

import os
import subprocess
import sys
import time
from typing import IO, cast

from tocsin.benches.crowd.installation import CannotMeasure

from .taken import Taken

_BATCH = 250
_RAW = """
UPDATE delivery_delivery SET state = 'sending', due_at = %s, takes = takes + 1 WHERE id IN (
    SELECT id FROM delivery_delivery WHERE due_at <= %s ORDER BY due_at, id LIMIT %s {locked}
) RETURNING id
"""


def claim_all(way: str, workers: int, count: int) -> Taken:
    """Puts every letter back first. Raises CannotMeasure where one was taken twice or not at all."""
    from django.utils import timezone

    from tocsin.delivery.models import Delivery, DeliveryState

    Delivery.objects.filter(due_at__isnull=False).update(due_at=timezone.now(), state=DeliveryState.QUEUED)
    children = [_child(way) for _ in range(workers)]
    for child in children:
        cast(IO[str], child.stdout).readline()
    started = time.perf_counter()
    for child in children:
        print("go", file=cast(IO[str], child.stdin), flush=True)
    told = [child.communicate()[0].split() for child in children]
    wall = time.perf_counter() - started
    if sum(int(taken) for taken, _cpu in told) != count:
        raise CannotMeasure("A letter was taken twice or not at all: the figures would say nothing.")
    return Taken(wall, sum(float(cpu) for _taken, cpu in told))


def _child(way: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", __name__, way]
    return subprocess.Popen(command, text=True, env=os.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _ours() -> int:
    from tocsin.delivery.dispatch.claim import claim

    return len(claim(_BATCH))


def _raw() -> int:
    from django.db import connection, transaction
    from django.utils import timezone

    from tocsin.delivery.dispatch.claim import LEASE

    locked = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    now = timezone.now()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_RAW.format(locked=locked), [now + LEASE, now, _BATCH])
        return len(cursor.fetchall())


def _take_everything(way: str) -> None:
    import django

    django.setup()
    from django.db import connection

    connection.ensure_connection()
    once, total = {"ours": _ours, "raw": _raw}[way], 0
    print("ready", flush=True)
    sys.stdin.readline()
    cpu = time.process_time()
    while taken := once():
        total += taken
    print(total, time.process_time() - cpu)


if __name__ == "__main__":
    _take_everything(sys.argv[1])
