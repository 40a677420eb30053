"""Ten thousand sign-ups that nobody signed: few mails leave, no count moves, people still get through, and all is gone after three days."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.delivery.counted import counts
from tests.delivery.scene import Scene
from tests.public.stamped import solved, stamp
from tests.public.test_send import where
from tests.public.test_write import letter

from tocsin.delivery.counts import Counts
from tocsin.delivery.erase import erase_unconfirmed_letters
from tocsin.delivery.models import Alarm, Delivery, Letter
from tocsin.delivery.take_letter import ASK
from tocsin.jobs.models import Job
from tocsin.public.against_abuse.admit import FROM_ONE_NETWORK, UNSOLVED
from tocsin.supporters.models import Supporter

pytestmark = pytest.mark.django_db
SEND = "/a/strike-in-aktau/send"
# A day's worth of minutes beyond what is taken at once; then the page says that too many come.
MOST_AN_HOUR = 24 * 60
A_MINUTE = timedelta(minutes=1)


def sign_up(scene: Scene, email: str, page: str, answer: str = "", at: str = "9.9.9.9") -> int:
    """As a program does it that has read our form, from an address of its own choice; the status."""
    form = {**letter(scene.london), "name": "Sam", "email": email, "website": ""}
    return Client().post(SEND, {**form, "stamp": page, "solved": answer}, REMOTE_ADDR=at).status_code


def mails_due(at: datetime, after: int = 0) -> int:
    """Of those asked for since the job `after`; each minute of a long test one more comes due."""
    return Job.objects.filter(kind=ASK, pk__gt=after, run_after__lte=at).count()


@pytest.mark.parametrize("forged", [90, pytest.param(10_000, marks=pytest.mark.soak)])
def test_without_the_riddle(scene: Scene, forged: int) -> None:
    """From as many networks as somebody can hire."""
    page, begun = stamp(where=where(scene)), timezone.now()
    told = Counter(
        sign_up(scene, f"n{n}@victims.example", page, at=f"9.{n // 65_536}.{n // 256 % 256}.{n % 256}")
        for n in range(forged)
    )
    taken = min(forged, UNSOLVED + MOST_AN_HOUR)
    print(f"{forged} forged: {taken} stored, {mails_due(timezone.now())} mails to leave by now")
    assert told == Counter({302: taken, **({422: forged - taken} if forged > taken else {})})
    assert mails_due(begun + A_MINUTE) == UNSOLVED, "no more mails leave at once than from a busy hour"
    people_get_through_and_nothing_stays(scene)


@pytest.mark.parametrize("forged", [80, pytest.param(10_000, marks=pytest.mark.soak)])
def test_with_each_riddle_solved_from_one_network(scene: Scene, forged: int) -> None:
    told: Counter[int] = Counter()
    begun = timezone.now()
    for n in range(forged):
        page = stamp(where=where(scene))
        told[sign_up(scene, f"n{n}@victims.example", page, solved(page))] += 1
    taken = min(forged, FROM_ONE_NETWORK + MOST_AN_HOUR)
    print(f"{forged} forged: {taken} stored, {mails_due(timezone.now())} mails to leave by now")
    assert told == Counter({302: taken, **({422: forged - taken} if forged > taken else {})})
    assert mails_due(begun + A_MINUTE) == FROM_ONE_NETWORK
    assert Alarm.objects.filter(kind="network").exists(), "the desk is told"
    people_get_through_and_nothing_stays(scene)


def people_get_through_and_nothing_stays(scene: Scene) -> None:
    page, last = stamp(where=where(scene)), Job.objects.latest("pk").pk
    assert sign_up(scene, "olga@supporters.example", page, solved(page), at="8.8.4.4") == 302
    assert mails_due(timezone.now(), after=last) == 1, "who solves her riddle elsewhere does not wait"
    assert counts(scene.action) == Counts(0, 0, 0)
    erase_unconfirmed_letters(timezone.now() + timedelta(hours=73))
    assert [model.objects.count() for model in (Supporter, Letter, Delivery)] == [0, 0, 0]
