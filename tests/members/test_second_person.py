"""One asks, another agrees, and then it is done once: tried with every way around it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from tests import cast

from tocsin.members.models import AuditEntry, HouseRules, Member, SecondPersonRequest
from tocsin.members.second_person import (
    CannotAgree,
    NeedsSecondPerson,
    agree,
    agreed,
    ask,
    is_needed,
    refuse,
    use,
    waiting,
)
from tocsin.members.set_house_rules import set_house_rules

ACT = "case.exported"


@pytest.fixture
def wanted(ada: Member) -> None:
    set_house_rules(True, True, ada)


def test_nothing_is_needed_until_the_house_says_so(petra: Member, ada: Member) -> None:
    assert [is_needed(act) for act in ("case.published", ACT, "case.edited")] == [False, False, False]
    use(ACT, petra, petra)
    set_house_rules(False, True, ada)
    assert [is_needed(act) for act in ("case.published", ACT, "case.edited")] == [False, True, False]


def test_only_an_administrator_makes_the_rules_and_the_audit_keeps_what_held(
    petra: Member, ada: Member
) -> None:
    with pytest.raises(PermissionDenied):
        set_house_rules(True, True, petra)
    assert not HouseRules.objects.exists()
    set_house_rules(True, False, ada)
    assert AuditEntry.objects.get(act="house_rules.set").detail == {
        "was": {"publishing": False, "exporting": False},
        "now": {"publishing": True, "exporting": False},
    }


def test_agreed_to_it_is_done_once(wanted: None, petra: Member, ada: Member) -> None:
    with pytest.raises(NeedsSecondPerson) as before:
        use(ACT, petra, petra, "print")
    agree(ask(ACT, petra, petra, "for the lawyer"), ada, "print")
    use(ACT, petra, petra, "print")
    with pytest.raises(NeedsSecondPerson):
        use(ACT, petra, petra, "print")
    assert before.value.asked is None
    acts = (
        AuditEntry.objects.filter(act__startswith="second_person")
        .order_by("pk")
        .values_list("act", flat=True)
    )
    assert list(acts) == ["second_person.asked", "second_person.agreed", "second_person.used"]


def test_nobody_is_her_own_second(wanted: None, petra: Member) -> None:
    request = ask(ACT, petra, petra)
    with pytest.raises(PermissionDenied):
        agree(request, petra)
    refuse(request, petra)
    assert waiting(ACT, petra) is None


def test_two_who_ask_share_one_request(wanted: None, petra: Member, ada: Member) -> None:
    assert ask(ACT, petra, petra).pk == ask(ACT, petra, ada).pk
    assert SecondPersonRequest.objects.count() == 1


def test_the_agreement_is_for_whoever_asked(wanted: None, petra: Member, ada: Member, rustam: Member) -> None:
    agree(ask(ACT, petra, petra), ada)
    for other in (ada, rustam):
        with pytest.raises(NeedsSecondPerson):
            use(ACT, petra, other)


def test_the_agreement_is_for_one_act_on_one_record(wanted: None, petra: Member, ada: Member) -> None:
    agree(ask(ACT, petra, petra), ada)
    for act, record in (("case.published", petra), (ACT, ada)):
        with pytest.raises(NeedsSecondPerson):
            use(act, record, petra)


def test_what_changed_meanwhile_was_not_agreed_to(wanted: None, petra: Member, ada: Member) -> None:
    agree(ask(ACT, petra, petra), ada, "as it was")
    with pytest.raises(NeedsSecondPerson):
        use(ACT, petra, petra, "as it is")
    assert (agreed(ACT, petra, petra, "as it was") is None, agreed(ACT, petra, petra, "as it is")) == (
        False,
        None,
    )


@pytest.mark.parametrize(("hours", "is_good"), [(23.9, True), (24.1, False)])
def test_it_is_good_for_a_day(wanted: None, petra: Member, ada: Member, hours: float, is_good: bool) -> None:
    agree(ask(ACT, petra, petra), ada)
    SecondPersonRequest.objects.update(answered_at=timezone.now() - timedelta(hours=hours))
    if is_good:
        use(ACT, petra, petra)
    else:
        with pytest.raises(NeedsSecondPerson):
            use(ACT, petra, petra)


def test_refused_is_refused_and_may_be_asked_again(wanted: None, petra: Member, ada: Member) -> None:
    request = ask(ACT, petra, petra)
    refuse(request, ada)
    with pytest.raises(CannotAgree, match="answered"):
        agree(request, ada)
    with pytest.raises(NeedsSecondPerson):
        use(ACT, petra, petra)
    assert ask(ACT, petra, petra).pk != request.pk


def test_the_installation_itself_needs_nobody(wanted: None, petra: Member) -> None:
    use(ACT, petra, None)


def test_an_act_that_fails_spends_nothing(wanted: None, petra: Member, ada: Member) -> None:
    agree(ask(ACT, petra, petra), ada)
    with transaction.atomic():
        use(ACT, petra, petra)
        transaction.set_rollback(True)
    use(ACT, petra, petra)


@pytest.mark.django_db(transaction=True)
def test_in_a_race_one_agreement_serves_once_and_one_answer_counts() -> None:
    petra, ada = cast.member("Petra"), cast.member("Ada")
    set_house_rules(True, True, ada)

    def tried(act: object) -> bool:
        try:
            with transaction.atomic():
                act()
        except (NeedsSecondPerson, CannotAgree):
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as crowd:
        asked = set(crowd.map(lambda _n: tried(lambda: ask(ACT, petra, petra)), range(6)))
        request = SecondPersonRequest.objects.get()
        answers = [lambda: agree(request, ada), lambda: refuse(request, ada)] * 3
        answered = sum(crowd.map(tried, answers))
        SecondPersonRequest.objects.update(is_agreed=True)
        used = sum(crowd.map(tried, [lambda: use(ACT, petra, petra)] * 6))
    assert (asked, answered, used) == ({True}, 1, 1)
