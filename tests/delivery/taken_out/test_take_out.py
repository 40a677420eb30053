"""Letters are taken out for a reason, all of them, once; what went out already is said; and each can come back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests import cast
from tests.cases.asking import CANARY
from tests.delivery.bundles.crowd import plan
from tests.delivery.counted import counts
from tests.delivery.leaving import at_full_speed, pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import ActionState
from tocsin.cases.models import Claim, PersonAtRisk, SubjectKind
from tocsin.cases.second_person import fingerprint
from tocsin.delivery.bundles.bundle import bundle
from tocsin.delivery.bundles.models import Bundle, BundleKind, BundleState, When
from tocsin.delivery.bundles.waiting import waiting
from tocsin.delivery.confirm import Answer, confirm
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.counts import Counts
from tocsin.delivery.erase import erase_closed_actions
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState, TakeOut
from tocsin.delivery.taken_out import carry_out as carrying
from tocsin.delivery.taken_out.carry_out import carry_out
from tocsin.delivery.taken_out.put_back import put_back
from tocsin.delivery.taken_out.take_out import ask_to_take_out, take_out
from tocsin.delivery.taken_out.told import told, why_taken_out
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.errors import Retry
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry
from tocsin.members.second_person import NeedsSecondPerson, agree
from tocsin.members.set_house_rules import set_house_rules

from .crowd import REASON, back, letter, out, rule, states

pytestmark = pytest.mark.django_db
S = DeliveryState
BAD = {"domain": "throwaway.example"}


@pytest.fixture
def crowd(scene: Scene) -> list[Delivery]:
    """One that is honest, one forged and queued, one forged and accepted, one forged that nobody confirmed."""
    honest = letter(scene, "anna@union.example")
    queued, accepted = (letter(scene, f"{n}@throwaway.example") for n in "bc")
    waits = letter(scene, "d@throwaway.example", is_confirmed=False)
    Delivery.objects.filter(pk=accepted.pk).update(state=S.ACCEPTED)
    return [honest, queued, accepted, waits]


def test_they_count_and_leave_no_more(scene: Scene, crowd: list[Delivery]) -> None:
    assert counts(scene.action) == Counts(0, 3, 1)
    made = out(scene, rule(**BAD))
    assert states() == [S.QUEUED, S.TAKEN_OUT, S.TAKEN_OUT, S.TAKEN_OUT]
    assert (made.counted, made.had_left, made.unconfirmed, made.ended_at is None) == (2, 1, 1, False)
    at_full_speed(scene.london)
    with mail_server() as postbox:
        pump_until_idle()
    assert len(postbox.letters) == 1
    assert counts(scene.action) == Counts(0, 1, 1)


def test_the_count_is_right_in_the_moment_that_the_page_says_so(scene: Scene, crowd: list[Delivery]) -> None:
    count_new()
    out(scene, rule(**BAD))
    assert scene.action.tally.confirmed == 1
    assert Job.objects.filter(kind="pages.render", payload={"action": scene.action.pk}).exists()
    [correction] = told(scene.action)
    assert (correction.letters, correction.had_left, correction.reason) == (2, 1, REASON)
    assert correction.on == timezone.localdate()


def test_each_stands_in_the_history_with_the_reason(scene: Scene, crowd: list[Delivery]) -> None:
    out(scene, rule(**BAD))
    rows = DeliveryChange.objects.filter(became=S.TAKEN_OUT).order_by("delivery_id")
    assert [(row.was, row.why) for row in rows] == [
        (was, f"Taken out: {REASON}") for was in (S.QUEUED, S.ACCEPTED, S.UNCONFIRMED)
    ]
    entry = AuditEntry.objects.get(act="action.letters_taken_out")
    assert (entry.member, entry.detail["reason"]) == (cast.member("Petra"), REASON)


def test_put_back_each_is_where_it_was(scene: Scene, crowd: list[Delivery]) -> None:
    before = counts(scene.action)
    made = out(scene, rule(**BAD))
    back(made)
    assert states() == [S.QUEUED, S.QUEUED, S.ACCEPTED, S.UNCONFIRMED]
    assert Delivery.objects.get(pk=crowd[1].pk).not_before is not None
    assert counts(scene.action) == before
    [correction] = told(scene.action)
    assert (correction.letters, correction.back_on) == (2, timezone.localdate())
    assert correction.back_why == "their writers told us who they are"


def test_what_was_put_back_can_be_taken_out_again(scene: Scene, crowd: list[Delivery]) -> None:
    back(out(scene, rule(**BAD)))
    again = out(scene, rule(**BAD))
    assert again.counted == 2
    assert [each.back_on is None for each in told(scene.action)] == [False, True]


def test_what_is_being_sent_at_that_moment_is_taken_out_as_soon_as_it_is_known_what_came_of_it(
    scene: Scene, crowd: list[Delivery]
) -> None:
    Delivery.objects.filter(pk=crowd[1].pk).update(state=S.SENDING)
    made = take_out(scene.action, rule(**BAD), REASON, cast.member("Petra"))
    with pytest.raises(Retry):
        carry_out({"take_out": made.pk})
    assert states()[1] == S.SENDING
    Delivery.objects.filter(pk=crowd[1].pk).update(state=S.ACCEPTED)
    carry_out({"take_out": made.pk})
    made.refresh_from_db()
    assert (states()[1], made.counted, made.had_left) == (S.TAKEN_OUT, 2, 2)


def test_done_twice_or_ended_in_the_middle_it_is_done_once(
    scene: Scene, crowd: list[Delivery], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "A_BATCH", 1)
    made = take_out(scene.action, rule(**BAD), REASON, cast.member("Petra"))
    assert carrying._some(made, [crowd[1].pk]) == 1
    carry_out({"take_out": made.pk}), carry_out({"take_out": made.pk})
    made.refresh_from_db()
    assert (made.counted, made.unconfirmed, made.letters.count()) == (2, 1, 3)
    assert DeliveryChange.objects.filter(became=S.TAKEN_OUT).count() == 3


def test_letters_that_came_after_the_look_are_not_meant(scene: Scene, crowd: list[Delivery]) -> None:
    given = rule(**BAD, until=timezone.now())
    late = letter(scene, "e@throwaway.example")
    out(scene, given)
    late.refresh_from_db()
    assert late.state == S.QUEUED


def test_a_bundle_that_waits_does_without_them(scene: Scene) -> None:
    plan(scene, When.DAILY)
    honest, forged = letter(scene, "anna@union.example"), letter(scene, "b@throwaway.example")
    (made,) = bundle(waiting(), BundleKind.DIGEST)
    gone = out(scene, rule(**BAD))
    made.refresh_from_db()
    assert (made.count, gone.had_left) == (1, 0)
    assert [each.delivery for each in made.bundled.all()] == [honest]
    assert counts(scene.action) == Counts(0, 1, 0, 1)
    back(gone)
    forged.refresh_from_db()
    assert (forged.state, list(waiting())) == (S.BUNDLED, [forged])


def test_a_bundle_that_has_lost_all_of_its_letters_is_given_up(scene: Scene) -> None:
    plan(scene, When.DAILY)
    letter(scene, "b@throwaway.example")
    bundle(waiting(), BundleKind.DIGEST)
    out(scene, rule(**BAD))
    assert Bundle.objects.get().state == BundleState.FAILED


def test_a_bundle_that_has_left_is_said_to_have_left(scene: Scene) -> None:
    plan(scene, When.DAILY)
    forged = letter(scene, "b@throwaway.example")
    bundle(waiting(), BundleKind.DIGEST)
    Bundle.objects.update(state=BundleState.ACCEPTED)
    gone = out(scene, rule(**BAD))
    assert (gone.had_left, counts(scene.action)) == (1, Counts())
    back(gone)
    forged.refresh_from_db()
    assert (forged.state, counts(scene.action)) == (S.TOGETHER, Counts(0, 1, 0, 1))


def test_whoever_presses_the_button_of_such_a_letter_is_told(scene: Scene, crowd: list[Delivery]) -> None:
    out(scene, rule(**BAD))
    for each in (crowd[1], crowd[3]):
        given = confirm(confirmation_token(each.public_id))
        assert given
        assert given[0] == Answer.TAKEN_OUT
        assert why_taken_out(given[1].delivery) == REASON
    assert states()[3] == S.TAKEN_OUT


def test_whoever_writes_again_is_told_by_mail_and_keeps_one_voice(
    scene: Scene, crowd: list[Delivery]
) -> None:
    out(scene, rule(**BAD))
    letter(scene, "b@throwaway.example", is_confirmed=False)
    mail = Job.objects.filter(kind="post.mail").latest("pk").payload
    assert REASON in mail["text"]
    assert "that letter counts" not in mail["text"]
    assert Delivery.objects.count() == 4


@pytest.mark.parametrize(
    ("given", "reason", "said"),
    [
        (BAD, "forged", "Say why, in a sentence"),
        ({}, REASON, "Say which letters are meant"),
        ({"domain": "nowhere.example"}, REASON, "No letter is like that any more."),
    ],
)
def test_what_is_not_said_is_asked_for(
    scene: Scene, crowd: list[Delivery], given: dict[str, object], reason: str, said: str
) -> None:
    with pytest.raises(CannotChange, match=said):
        take_out(scene.action, rule(**given), reason, cast.member("Petra"))
    assert not TakeOut.objects.exists()


def test_only_a_publisher_of_the_case_may(scene: Scene, crowd: list[Delivery]) -> None:
    rustam = cast.member("Rustam")
    with pytest.raises(PermissionDenied):
        take_out(scene.action, rule(**BAD), REASON, rustam)
    made = out(scene, rule(**BAD))
    with pytest.raises(PermissionDenied):
        put_back(made, "they are all friends of mine", rustam)


def test_they_come_back_once_and_for_a_reason(scene: Scene, crowd: list[Delivery]) -> None:
    made, petra = out(scene, rule(**BAD)), cast.member("Petra")
    with pytest.raises(CannotChange, match="Say why"):
        put_back(made, "", petra)
    back(made)
    with pytest.raises(CannotChange, match="put back already"):
        put_back(made, "once more, to be sure", petra)


def test_where_two_decide_it_waits_for_the_second(scene: Scene, crowd: list[Delivery]) -> None:
    petra, ada = cast.member("Petra"), cast.member("Ada")
    set_house_rules(True, False, ada)
    given = rule(**BAD)
    with pytest.raises(NeedsSecondPerson):
        take_out(scene.action, given, REASON, petra)
    request = ask_to_take_out(scene.action, given, REASON, petra)
    with pytest.raises(CannotChange, match="Petra has asked"):
        ask_to_take_out(scene.action, given, REASON, ada)
    agree(request, ada, fingerprint(request.wanted))
    with pytest.raises(NeedsSecondPerson):
        take_out(scene.action, given, REASON + ", and more", petra)
    out(scene, given)
    assert states()[1:] == [S.TAKEN_OUT] * 3


def test_the_reason_names_nobody_whom_the_case_withholds(scene: Scene, crowd: list[Delivery]) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    out(scene, rule(**BAD), f"a letter about {CANARY} that nobody wrote")
    [correction] = told(scene.action)
    assert CANARY not in correction.reason
    assert "that nobody wrote" in correction.reason


def test_when_the_supporters_are_erased_the_numbers_stay_and_the_rule_goes(
    scene: Scene, crowd: list[Delivery]
) -> None:
    made = out(scene, rule(**BAD, words="Excellency"))
    scene.action.state, scene.action.closed_at = ActionState.CLOSED, timezone.now() - timedelta(days=91)
    scene.action.save()
    erase_closed_actions()
    made.refresh_from_db()
    assert (made.rule, made.counted, counts(scene.action)) == ({}, 2, Counts(0, 1, 0))
    back(made)
    assert counts(scene.action) == Counts(0, 3, 1)
    assert Delivery.objects.get(pk=crowd[1].pk).state == S.FAILED, "it cannot be sent any more"
