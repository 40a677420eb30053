"""Letters leave in a test: through the real pump, in the process of the test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone

from tocsin.actions.models import Target
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.pump import Pump
from tocsin.delivery.models import Delivery, Lane
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.models import Job

from .scene import Scene, sam


def pump_until_idle() -> None:
    with one_pump() as turn_until_idle:
        turn_until_idle()


@contextmanager
def one_pump() -> Iterator[Callable[[], None]]:
    """Gives what turns it until nothing more can be done at this moment."""
    pump = Pump()

    def turn_until_idle() -> None:
        while pump.turn():
            pass

    try:
        yield turn_until_idle
    finally:
        pump.close()


def attempt(delivery: Delivery) -> Delivery:
    """Tries this letter now, if it waits at all, and no other one."""
    others = dict(
        Delivery.objects.filter(not_before__isnull=False)
        .exclude(pk=delivery.pk)
        .values_list("pk", "not_before")
    )
    Delivery.objects.filter(pk__in=others).update(not_before=timezone.now() + timedelta(days=1))
    waits = Delivery.objects.filter(pk=delivery.pk, not_before__isnull=False)
    waits.update(not_before=None, due_at=timezone.now())
    pump_until_idle()
    for pk, not_before in others.items():
        Delivery.objects.filter(pk=pk).update(not_before=not_before)
    delivery.refresh_from_db()
    return delivery


def put_off(delivery: Delivery) -> float:
    """The seconds until the next try of this letter, which is tried now."""
    before = timezone.now()
    attempt(delivery)
    assert delivery.not_before is not None
    return (delivery.not_before - before).total_seconds()


def at_full_speed(*targets: Target) -> None:
    """Letters to them leave as fast as they can, in the office's night too: no pump is idle between two of them."""
    keys = [lanes.to_address(point.value) for t in targets for point in t.office.contact_points.all()]
    for key in (lanes.INSTALLATION, *keys):
        Lane.objects.update_or_create(key=key, defaults={"per_hour": 2_000_000_000})


def letters_taken(scene: Scene, letters: int) -> list[str]:
    """The tokens in the mails of so many supporters, whose letters leave as fast as they can."""
    for number in range(letters):
        take_letter(scene.action.pk, sam(f"sam{number}@supporters.example"), scene.written())
    Job.objects.all().delete()
    at_full_speed(scene.london)
    return [confirmation_token(pk) for pk in Delivery.objects.values_list("public_id", flat=True)]
