"""Supporters who have confirmed a letter, in three languages."""

from django.utils import timezone

from tests.delivery.scene import Scene
from tocsin.delivery.models import Letter
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.supporters.address import fingerprint
from tocsin.supporters.models import Supporter

LANGUAGES = ("en", "ru", "fr")


def crowd(scene: Scene, many: int) -> list[Supporter]:
    """`many` of them, the languages in turn; French is one in which nobody writes an update here."""
    now = timezone.now()
    rows = Supporter.objects.bulk_create(
        Supporter(
            fingerprint=fingerprint(f"supporter{n}@supporters.example", str(scene.action.pk)),
            name=f"Supporter {n}",
            email=f"supporter{n}@supporters.example",
            country="NO",
            language=LANGUAGES[n % 3],
            confirmed_at=now,
        )
        for n in range(many)
    )
    Letter.objects.bulk_create(
        Letter(action=scene.action, supporter=row, language="en", subject="Free her", body="Please.")
        for row in rows
    )
    return rows


def do_all() -> int:
    """Does every job of updates that waits, without waiting for the pace; how many."""
    done = 0
    while jobs := list(Job.objects.filter(kind__startswith="followup.update", done_at=None, failed_at=None)):
        for job in jobs:
            perform(job)
        done += len(jobs)
    return done
