"""One address, one letter to an office, however many try at once; and what was taken twice before is kept and marked."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tocsin.actions.models import ActionState
from tocsin.delivery.claim_voice import claim_voice, spoken
from tocsin.delivery.confirm import Answer, confirm
from tocsin.delivery.erase import erase_closed_actions
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState, Letter
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.delivery.voice import voice
from tocsin.supporters.address import fingerprint
from tocsin.supporters.models import Supporter

from .scene import Scene, open_action, sam

AT = ("delivery", "0007_one_voice_a_target")
MARK = "a" * 64


def taken(scene: Scene, email: str = sam().email, **written: object) -> Delivery:
    take_letter(scene.action.pk, sam(email), scene.written(**written))
    return Delivery.objects.order_by("-pk")[0]


def press(delivery: Delivery) -> Answer | None:
    given = confirm(confirmation_token(delivery.public_id))
    return given[0] if given else None


@pytest.mark.django_db
def test_only_who_confirms_has_a_voice(scene: Scene) -> None:
    first = taken(scene)
    assert first.voice == ""
    press(first)
    mark = fingerprint(sam().email, voice(scene.action.pk))
    assert Delivery.objects.get().voice == mark
    assert [spoken(mark, each.pk) is None for each in (scene.london, scene.ministry)] == [False, True]


@pytest.mark.django_db
def test_spellings_of_one_mailbox_are_one_voice(scene: Scene) -> None:
    spellings = ["sam.support+1@gmail.com", "SamSupport@googlemail.com"]
    letters = [taken(scene, each) for each in spellings]
    assert [press(each) for each in letters] == [Answer.CONFIRMED, Answer.WRITTEN_BEFORE]


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_one(scene: Scene) -> None:
    press(taken(scene))
    other = taken(scene, "other@supporters.example")
    known = Delivery.objects.exclude(pk=other.pk).get().voice
    assert not claim_voice(other, known)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.update(voice=known)
    assert Delivery.objects.get(pk=other.pk).voice == ""


@pytest.mark.django_db
def test_a_voice_goes_with_its_supporter(scene: Scene) -> None:
    press(taken(scene))
    scene.action.state, scene.action.closed_at = ActionState.CLOSED, timezone.now() - timedelta(91)
    scene.action.save()
    erase_closed_actions()
    assert list(Delivery.objects.values_list("voice", "letter")) == [("", None)]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_and_one_is_first() -> None:
    scene = open_action()
    letters = [taken(scene, f"sam{n}@supporters.example") for n in range(8)]
    together, first = threading.Barrier(len(letters)), []

    def claim(delivery: Delivery) -> None:
        together.wait()
        first.append(claim_voice(delivery, MARK))
        connection.close()

    threads = [threading.Thread(target=claim, args=[each]) for each in letters]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(first) == [False] * 7 + [True]
    assert Delivery.objects.filter(voice=MARK).count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_twice_before_is_kept_and_marked() -> None:
    scene = open_action()
    first, other = taken(scene), taken(scene, "other@supporters.example")
    press(first), press(other)
    again = taken(scene, "again@supporters.example")
    unconfirmed = taken(scene, "late@supporters.example")
    press(again)
    Delivery.objects.update(voice="")
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX one_voice_a_target")
    # As an earlier release may have let it happen: two confirmed letters of one address to one office.
    Letter.objects.filter(deliveries=again).update(supporter=Supporter.objects.get(letters__deliveries=first))
    before = list(Delivery.objects.order_by("pk").values_list("pk", "state", "letter__body"))
    executor = MigrationExecutor(connection)
    migration, state = executor.loader.get_migration(*AT), executor.loader.project_state(AT)
    add = migration.operations[2].constraint.create_sql(Delivery, connection.schema_editor())
    with transaction.atomic(), connection.cursor() as cursor:
        migration.operations[1].code(state.apps, connection.schema_editor())
        cursor.execute(str(add))
    assert list(Delivery.objects.order_by("pk").values_list("pk", "state", "letter__body")) == before
    assert [each.pk for each in Delivery.objects.order_by("pk") if each.voice] == [first.pk, other.pk]
    [marked] = DeliveryChange.objects.filter(why__startswith="Kept from before")
    assert (marked.delivery, marked.was, marked.became) == (again, DeliveryState.QUEUED, DeliveryState.QUEUED)
    assert marked.why.endswith(f"with letter {first.pk}.")
    assert Delivery.objects.get(pk=unconfirmed.pk).voice == ""
