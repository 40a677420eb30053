"""Bursts are found in what is kept, told to whoever publishes once, and go quiet when she has seen them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import cast
from tests.cases.asking import CANARY
from tests.delivery.scene import BODY, Scene, sam

from tocsin.actions.models import Action
from tocsin.cases.models import Claim, PersonAtRisk, SubjectKind
from tocsin.delivery.alarms.burst import BEFORE, Burst
from tocsin.delivery.alarms.dismiss import dismiss
from tocsin.delivery.alarms.queries import standing
from tocsin.delivery.alarms.raise_alarm import QUIET, raise_alarm
from tocsin.delivery.alarms.watch import watch
from tocsin.delivery.models import Alarm, AlarmKind, Letter
from tocsin.delivery.take_letter import take_letter
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry
from tocsin.supporters.models import Supporter

pytestmark = pytest.mark.django_db
PAID = "I have read nothing of this, and was paid to say that all is well there."


def letters(scene: Scene, number: int, domain: str, body: str = BODY) -> None:
    first = Supporter.objects.count()
    for n in range(first, first + number):
        written = replace(scene.written(), body=body)
        take_letter(scene.action.pk, sam(f"n{n}@{domain}"), written)


def yesterday() -> None:
    """All that there is came the day before."""
    Letter.objects.update(created_at=timezone.now() - timedelta(hours=20))


def found() -> list[tuple[str, str, int]]:
    watch({})
    return [(a.kind, a.about, a.letters) for a in Alarm.objects.order_by("kind", "about")]


def mails() -> list[dict[str, str]]:
    return [job.payload for job in Job.objects.filter(kind="post.mail").order_by("pk")]


def test_an_ordinary_day_is_quiet(scene: Scene) -> None:
    letters(scene, 12, "mail.example"), letters(scene, 12, "post.example")
    assert found() == []


def test_a_flood_from_one_domain(scene: Scene) -> None:
    letters(scene, 30, "mail.example")
    yesterday()
    letters(scene, 25, "throwaway.example"), letters(scene, 10, "mail.example")
    assert found() == [("domain", "throwaway.example", 25)]


def test_many_with_the_same_words_of_their_own(scene: Scene) -> None:
    for n in range(22):
        letters(scene, 1, f"d{n}.example", PAID)
    [(kind, _digest, number)] = found()
    alarm = Alarm.objects.get()
    assert (kind, number, alarm.letter.body) == ("text", 22, PAID)


def test_the_drafted_letter_is_the_same_for_everybody(scene: Scene) -> None:
    for n in range(22):
        letters(scene, 1, f"d{n}.example", f"{BODY}\n\nSam Support")
    assert found() == []


def test_many_at_once_in_an_action_that_is_quiet_otherwise(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.delivery.alarms.burst.FEWEST", 30)
    for n in range(35):
        letters(scene, 1, f"d{n}.example")
    assert found() == [("action", "", 35)]


def test_what_came_long_ago_is_no_burst(scene: Scene) -> None:
    letters(scene, 25, "throwaway.example")
    watch({}, timezone.now() + BEFORE)
    assert not Alarm.objects.exists()


def test_it_is_told_once_to_whoever_publishes(scene: Scene) -> None:
    letters(scene, 25, "throwaway.example", PAID)
    assert len(found()) == 2
    letters(scene, 5, "throwaway.example", PAID)
    assert [number for _kind, _about, number in found()] == [30, 30]
    to = sorted(mail["to"] for mail in mails())
    assert to == sorted([cast.member("Petra").email, cast.member("Ada").email] * 2)
    assert "throwaway.example" in mails()[0]["text"]
    assert PAID not in str(mails())


def test_no_withheld_name_stands_in_the_mail(scene: Scene) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    Action.objects.update(title=f"Free {CANARY}")
    letters(scene, 25, "throwaway.example")
    found()
    assert mails()
    assert [word for word in CANARY.split() if word in str(mails())] == []


def test_seen_it_is_quiet_for_a_day(scene: Scene) -> None:
    letters(scene, 25, "throwaway.example")
    found()
    alarm, petra = Alarm.objects.get(), cast.member("Petra")
    assert [dismiss(alarm, petra), dismiss(alarm, petra)] == [True, False]
    assert AuditEntry.objects.filter(act="action.alarm_dismissed").count() == 1
    found()
    assert not standing(petra).exists()
    burst = Burst(scene.action.pk, "throwaway.example", 25, 1)
    later = timezone.now() + QUIET + timedelta(minutes=1)
    assert raise_alarm(AlarmKind.DOMAIN, burst, later) is not None


def test_only_a_publisher_says_that_she_has_seen_it(scene: Scene) -> None:
    letters(scene, 25, "throwaway.example")
    found()
    with pytest.raises(PermissionDenied):
        dismiss(Alarm.objects.get(), cast.member("Rustam"))


def test_an_action_that_is_no_more_raises_nothing(db: None) -> None:
    assert raise_alarm(AlarmKind.NETWORK, Burst(1, "", 120, 60), timezone.now()) is None


def test_a_look_reads_a_bounded_number_of_letters(scene: Scene) -> None:
    letters(scene, 25, "throwaway.example")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        watch({})
    about = [query["sql"] for query in asked if 'FROM "delivery_letter"' in query["sql"]]
    unbounded = [sql for sql in about if '"delivery_letter"."id" >' not in sql and "LIMIT 1" not in sql]
    assert [sql for sql in unbounded if '"delivery_letter"."id" =' not in sql] == []
