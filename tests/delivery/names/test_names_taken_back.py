"""A name is taken back while letters wait: what we drafted is said without it, a writer's own words wait for her."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests import cast
from tests.delivery.leaving import at_full_speed, attempt
from tests.delivery.mail_server import Postbox, mail_server
from tests.delivery.running import worker
from tests.delivery.scene import BODY, Scene, mails, sam
from tests.patience import PATIENCE, wait_until

from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.models import Claim, Consent, PersonAtRisk
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.returned.tell_writer import tell_writers
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform

pytestmark = pytest.mark.django_db
HERS = BODY.replace("at once.", "at once. I met Natalia Sokolova in Aktau: Sokolova is a friend.")


@pytest.fixture
def consent(scene: Scene) -> Consent:
    """To say the name of Natalia Sokolova, which is said."""
    case, rustam = scene.action.case, cast.member("Rustam")
    person = PersonAtRisk.objects.create(case=case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value="Natalia Sokolova", state="accepted")
    given = record_consent(person, "person", "herself", "2011-06-01", "phone", "", rustam)
    show_name(person, "full", "person", "herself", rustam)
    Job.objects.all().delete()
    return given


def confirmed(scene: Scene, body: str = BODY, email: str = cast.SAM) -> Delivery:
    take_letter(scene.action.pk, sam(email), scene.written(body=body))
    delivery = Delivery.objects.latest("pk")
    confirm(confirmation_token(delivery.public_id))
    return delivery


def take_back(consent: Consent) -> None:
    withdraw_consent(consent, "2011-06-20", "by phone", cast.member("Rustam"))


def work() -> None:
    """The jobs that withdrawal has stored, as a worker does them."""
    for job in Job.objects.filter(kind="letters.names_changed", done_at=None):
        perform(job)


def told() -> list[dict[str, str]]:
    jobs = Job.objects.filter(kind="post.mail", payload__subject__startswith="Your letter waits for you")
    return [job.payload for job in jobs.order_by("pk")]


def whole(postbox: Postbox) -> str:
    """All that came, headers and every part, decoded."""
    parts = [part for letter in postbox.letters for part in letter.walk() if not part.is_multipart()]
    heads = [str(value) for letter in postbox.letters for value in letter.values()]
    return "\n".join([*heads, *(str(part.get_content()) for part in parts)])


def nothing() -> None: ...


@pytest.mark.parametrize("before_it_leaves", [work, nothing], ids=["looked at", "asked at the last moment"])
def test_what_we_drafted_leaves_without_the_name(
    scene: Scene, consent: Consent, before_it_leaves: Callable[[], None]
) -> None:
    delivery = confirmed(scene)
    take_back(consent)
    before_it_leaves()
    with mail_server() as postbox:
        assert attempt(delivery).state == DeliveryState.ACCEPTED
    assert "Sokolova" not in whole(postbox)
    assert "[name withheld]" in whole(postbox)
    assert postbox.letters[0]["Message-ID"] == delivery.message_id
    assert postbox.letters[0]["Subject"] == "Release [name withheld]"


@pytest.mark.parametrize("before_it_leaves", [work, nothing], ids=["looked at", "asked at the last moment"])
def test_her_own_words_are_neither_changed_nor_sent(
    scene: Scene, consent: Consent, before_it_leaves: Callable[[], None]
) -> None:
    delivery = confirmed(scene, HERS)
    take_back(consent)
    before_it_leaves()
    with mail_server() as postbox:
        attempt(delivery)
    work()
    delivery.refresh_from_db()
    assert (postbox.letters, delivery.state) == ([], DeliveryState.NAMES)
    assert "own words hold a name" in delivery.error
    assert "Sokolova" not in delivery.error
    assert Letter.objects.get().body == HERS
    (mail,) = told()
    assert mail["to"] == cast.SAM
    assert "Sokolova" not in str(mail)


def test_she_sends_it_without_the_name_by_one_press(scene: Scene, consent: Consent) -> None:
    delivery = confirmed(scene, HERS)
    take_back(consent)
    work()
    link = re.search(r"http\S+(/confirm/\S+)", told()[0]["text"])
    assert link
    her, path = Client(), link[1]
    page = her.get(path)
    assert b"Send it without the name" in page.content
    assert b"Sokolova" not in page.content
    assert Letter.objects.get().body == HERS, "who only looks changes nothing"
    assert b"on its way" in her.post(path).content
    with mail_server() as postbox:
        assert attempt(delivery).state == DeliveryState.ACCEPTED
    assert "I met [name withheld] in Aktau" in whole(postbox)
    assert "Sokolova" not in whole(postbox)
    assert postbox.letters[0]["Message-ID"] == delivery.message_id
    assert delivery.told_at is None, "should it not arrive, she is told of that"


def test_a_name_that_is_given_back_lets_the_letter_go_as_she_wrote_it(scene: Scene, consent: Consent) -> None:
    delivery, rustam = confirmed(scene, HERS), cast.member("Rustam")
    take_back(consent)
    work()
    record_consent(consent.person, "person", "herself", "2011-07-01", "phone", "", rustam)
    show_name(PersonAtRisk.objects.get(), "full", "person", "herself", rustam)
    work()
    with mail_server() as postbox:
        assert attempt(delivery).state == DeliveryState.ACCEPTED
    assert "I met Natalia Sokolova in Aktau" in whole(postbox)


def test_a_copy_is_held_with_its_letter_and_she_is_told_once(scene: Scene, consent: Consent) -> None:
    take_letter(scene.action.pk, sam(), scene.written(body=HERS))
    letter = Letter.objects.get()
    first = letter.deliveries.get()
    Delivery.objects.create(
        action=scene.action,
        target=scene.ministry,
        contact_point=scene.email_of(scene.ministry),
        letter=letter,
        is_copy=True,
        message_id="copy",
    )
    confirm(confirmation_token(first.public_id))
    take_back(consent)
    work()
    work()
    assert set(letter.deliveries.values_list("state", flat=True)) == {DeliveryState.NAMES}
    assert len(told()) == 1


def test_another_name_is_said_where_the_case_says_so(scene: Scene, consent: Consent) -> None:
    delivery = confirmed(scene)
    person, rustam = PersonAtRisk.objects.get(), cast.member("Rustam")
    show_name(person, "alias", "person", "herself", rustam, alias="Aigul")
    with mail_server() as postbox:
        attempt(delivery)
    assert postbox.letters[0]["Subject"] == "Release Aigul"
    assert "Sokolova" not in whole(postbox)


def test_a_name_that_was_never_said_holds_no_letter(scene: Scene) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value="Natalia Sokolova", state="accepted")
    with mail_server() as postbox:
        assert attempt(confirmed(scene, HERS)).state == DeliveryState.ACCEPTED
    assert "I met Natalia Sokolova" in whole(postbox)


def test_a_letter_that_is_written_after_it_waits_as_well(scene: Scene, consent: Consent) -> None:
    withhold_name(consent.person, cast.member("Rustam"))
    work()
    with mail_server() as postbox:
        assert attempt(confirmed(scene, HERS)).state == DeliveryState.NAMES
    work()
    assert (postbox.letters, len(told())) == ([], 1)


def test_a_letter_that_did_not_arrive_is_told_of_without_the_name(scene: Scene, consent: Consent) -> None:
    delivery = confirmed(scene, HERS)
    Delivery.objects.update(state=DeliveryState.FAILED, changed_at=timezone.now() - timedelta(hours=2))
    take_back(consent)
    tell_writers(lambda action: "/")
    text = Job.objects.get(kind="post.mail", payload__subject__startswith="Your letter did not").payload[
        "text"
    ]
    assert "Sokolova" not in text
    assert "in Aktau" in text
    assert delivery.letter
    assert delivery.letter.body == HERS


def test_a_mail_of_ours_that_waits_leaves_without_the_name(scene: Scene, consent: Consent) -> None:
    """Asked to confirm, she is told what the action is called: words that were fixed before the name went."""
    take_letter(scene.action.pk, sam(), scene.written())
    (mail,) = mails()
    assert "Free Natalia Sokolova" in mail["text"]
    take_back(consent)
    with mail_server() as postbox:
        perform(Job.objects.get(kind="post.mail"))
    assert "Free [name withheld]" in whole(postbox)
    assert "Sokolova" not in whole(postbox)
    assert confirmation_token(Delivery.objects.get().public_id) in whole(postbox)
    assert postbox.letters[0]["Message-ID"] == mail["message_id"]


def test_where_no_name_was_taken_back_a_batch_costs_one_query(
    scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from tocsin.delivery.names.saying import Saying

    letters = [confirmed(scene, HERS, f"sam{n}@supporters.example").letter for n in range(3)]
    with django_assert_num_queries(1):
        saying = Saying([scene.action])
        for letter in letters:
            assert letter
            assert saying.words(scene.action, "en", (letter.subject, letter.body)) is not None


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_after_the_withdrawal_lets_nothing_out(scene: Scene, consent: Consent) -> None:
    """The first worker is killed before it can look; the next finds letters taken, and sends none with the name."""
    hers = [confirmed(scene, HERS, f"own{n}@supporters.example").pk for n in range(3)]
    ours = [confirmed(scene, BODY, f"sam{n}@supporters.example").pk for n in range(3)]
    Job.objects.all().delete()
    at_full_speed(scene.london)
    # Taken by a worker that died: their lease is over.
    Delivery.objects.update(state=DeliveryState.SENDING, takes=1, not_before=None, due_at=timezone.now())
    take_back(consent)
    with mail_server() as postbox, worker(postbox.url) as heir:
        wait_until(lambda: not Delivery.objects.filter(state__in=["queued", "sending"]).exists())
        wait_until(lambda: Delivery.objects.filter(state="names", told_at__isnull=False).count() == 3)
        heir.terminate()
        assert heir.wait(PATIENCE) == 0
    assert set(Delivery.objects.filter(state="names").values_list("pk", flat=True)) == set(hers)
    assert set(Delivery.objects.filter(state="accepted").values_list("pk", flat=True)) == set(ours)
    assert "Sokolova" not in whole(postbox)
