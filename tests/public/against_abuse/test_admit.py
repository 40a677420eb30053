"""Who is let in at once, who a little later, and who is asked to press once more; nobody for where she comes from."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings
from tests.delivery.scene import Scene
from tests.public.stamped import solved, stamp

from tocsin.delivery.models import Alarm
from tocsin.delivery.take_letter import To
from tocsin.jobs.models import Job
from tocsin.public.against_abuse.admit import (
    FROM_ONE_NETWORK,
    UNSOLVED,
    Admission,
    Answer,
    admit,
    may_ask_again,
)
from tocsin.public.against_abuse.client_network import client_network
from tocsin.public.against_abuse.stamp import Where, read_stamp
from tocsin.supporters.mailbox_limit import TO_ONE_MAILBOX
from tocsin.supporters.rate_keys import RateKeys

pytestmark = pytest.mark.django_db
TAKEN = Admission(Answer.TAKE)


@pytest.fixture
def keys() -> RateKeys:
    return RateKeys()


def ask(
    keys: RateKeys, email: str = "sam@supporters.example", page: str = "", answer: str = "", of: int = 1
) -> Admission:
    request = RequestFactory().post("/", REMOTE_ADDR="9.9.9.9")
    read = read_stamp(page or stamp(where=Where(of, "NO", To(2, 3))))
    assert read
    return admit(request, read, email, answer, keys)


def test_a_letter_is_taken_at_once_with_a_solved_riddle_and_without(keys: RateKeys) -> None:
    page = stamp()
    assert ask(keys, page=page, answer=solved(page)) == TAKEN
    assert ask(keys, "kim@supporters.example") == TAKEN


def test_a_press_too_quick_is_asked_for_once_more(keys: RateKeys) -> None:
    assert [ask(keys, page=stamp(ago)) for ago in (0, 1)] == [Admission(Answer.ONCE_MORE)] * 2


def test_one_mailbox_gets_few_mails_whatever_its_spelling(keys: RateKeys) -> None:
    answers = [ask(keys, f"sam+{n}@supporters.example").answer for n in range(TO_ONE_MAILBOX + 2)]
    assert answers == [Answer.TAKE] * TO_ONE_MAILBOX + [Answer.KEEP_QUIET] * 2


def test_a_flood_without_riddles_is_taken_in_its_turn_and_at_last_not_at_all(keys: RateKeys) -> None:
    page, now = stamp(), timezone.now()
    answers = [ask(keys, f"n{n}@supporters.example", page) for n in range(UNSOLVED * 25 + 2)]
    assert answers[UNSOLVED - 1] == TAKEN
    waits = [a.mail_after - now for a in answers[UNSOLVED : UNSOLVED * 25] if a.mail_after]
    assert waits == sorted(waits)
    assert timedelta(minutes=1) <= waits[0] < timedelta(minutes=2)
    assert len(waits) == UNSOLVED * 24
    assert answers[-1] == Admission(Answer.TOO_MANY)


def test_the_flood_of_one_action_is_not_another_s(keys: RateKeys) -> None:
    for n in range(UNSOLVED + 5):
        ask(keys, f"n{n}@supporters.example")
    assert ask(keys, "kim@supporters.example", of=2) == TAKEN


def test_in_a_flood_whoever_solved_her_riddle_does_not_wait(keys: RateKeys) -> None:
    for n in range(UNSOLVED + 5):
        ask(keys, f"n{n}@supporters.example")
    page = stamp()
    assert ask(keys, "kim@supporters.example", page, solved(page)) == TAKEN


def test_one_riddle_opens_for_one_letter(keys: RateKeys) -> None:
    page = stamp()
    answer = solved(page)
    for n in range(UNSOLVED):
        ask(keys, f"n{n}@supporters.example")
    first, second = (ask(keys, f"{who}@supporters.example", page, answer) for who in ("kim", "lee"))
    assert first == TAKEN
    assert second.mail_after


def test_a_union_hall_behind_one_address_is_taken_whole(keys: RateKeys) -> None:
    page = stamp()
    answers = [ask(keys, f"n{n}@supporters.example", page) for n in range(FROM_ONE_NETWORK)]
    assert set(answers) == {TAKEN}


def test_a_mail_is_asked_for_again_a_few_times(keys: RateKeys) -> None:
    request = RequestFactory().post("/", REMOTE_ADDR="9.9.9.9")
    may = [may_ask_again(request, "sam@supporters.example", keys) for _ in range(TO_ONE_MAILBOX + 1)]
    assert may == [True] * TO_ONE_MAILBOX + [False]


@pytest.mark.parametrize(
    ("proxies", "direct", "forwarded", "meant"),
    [
        (0, "9.9.9.9", "8.8.8.8", "9.9.9.9"),
        (1, "127.0.0.1", "8.8.4.4, 8.8.8.8", "8.8.8.8"),
        (2, "127.0.0.1", "8.8.4.4, 8.8.8.8", "8.8.4.4"),
        (2, "127.0.0.1", "8.8.8.8", ""),
        (0, "2600:1:2:3:4:5:6:7", "", "2600:1:2:3::/64"),
        (0, "127.0.0.1", "8.8.8.8", ""),
        (0, "nonsense", "", ""),
    ],
)
def test_only_our_own_proxies_are_believed(
    settings: Settings, proxies: int, direct: str, forwarded: str, meant: str
) -> None:
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=direct, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_network(request) == meant


def test_a_whole_world_behind_a_proxy_that_nobody_told_of_is_not_taken_for_one_network(
    keys: RateKeys,
) -> None:
    answers = [solves(keys, n, "127.0.0.1") for n in range(FROM_ONE_NETWORK * 2)]
    assert set(answers) == {TAKEN}


def test_one_network_that_solves_very_many_waits_and_no_other_does(keys: RateKeys) -> None:
    answers = [solves(keys, n, "9.9.9.9") for n in range(FROM_ONE_NETWORK + 2)]
    assert set(answers[:FROM_ONE_NETWORK]) == {TAKEN}
    assert all(answer.mail_after for answer in answers[FROM_ONE_NETWORK:])
    assert solves(keys, 1_000, "8.8.8.8") == TAKEN


def test_where_many_come_with_scripts_more_may_come_without(keys: RateKeys) -> None:
    for n in range(50):
        solves(keys, n, "127.0.0.1")
    answers = [ask(keys, f"n{n}@supporters.example") for n in range(UNSOLVED + 11)]
    assert [bool(answer.mail_after) for answer in answers] == [False] * (UNSOLVED + 10) + [True]


def test_of_such_a_network_the_desk_is_told_that_there_is_one_and_nothing_more(
    keys: RateKeys, scene: Scene
) -> None:
    for n in range(FROM_ONE_NETWORK):
        solves(keys, n, "9.9.9.9", scene.action.pk)
    assert not Alarm.objects.exists()
    for n in range(FROM_ONE_NETWORK + 5):
        solves(keys, 1_000 + n, "9.9.9.9", scene.action.pk)
    alarm = Alarm.objects.get()
    assert (alarm.kind, alarm.about, alarm.letter) == ("network", "", None)
    assert alarm.letters == FROM_ONE_NETWORK * 2 + 1
    assert "9.9.9.9" not in str([*Alarm.objects.values(), *Job.objects.values()])


def solves(keys: RateKeys, number: int, address: str, of: int = 1) -> Admission:
    page = stamp(where=Where(of, "NO", To(2, 3)))
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    return admit(request, read_stamp(page), f"s{number}@supporters.example", solved(page), keys)
