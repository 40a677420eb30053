"""A letter through a partner's site takes the road of our own form: confirmed by mail, or nothing happens."""

import re
from typing import Any

import pytest

from tests import cast
from tests.api.conftest import Program
from tests.api.described import held
from tests.delivery.scene import BODY, SUBJECT, Scene, mails
from tocsin.actions.models import Action, ActionState, Partner
from tocsin.api import letters
from tocsin.delivery.confirm import Answer, confirm
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.counts import counts
from tocsin.delivery.mail_choice.models import MailChoice
from tocsin.delivery.models import Delivery, PartnerTally
from tocsin.delivery.typed import LONGEST_BODY
from tocsin.supporters.mailbox_limit import TO_ONE_MAILBOX
from tocsin.supporters.models import Supporter

pytestmark = pytest.mark.django_db
PATH = "/actions/{slug}/letters"
GIVEN: dict[str, Any] = {
    "name": "Sam Support", "email": cast.SAM, "country": "NO", "has_no_ties": True, "letter_language": "en",
    "subject": SUBJECT, "body": BODY,
}  # fmt: skip


def send(program: Program, **changed: Any) -> Any:
    return program.post("/actions/strike-in-aktau/letters", GIVEN | changed)


def test_from_the_partner_to_the_confirmed_letter_and_its_count(
    scene: Scene, program: Program, partner: Partner
) -> None:
    assert held(PATH, "post", send(program)) == {"state": "asked_to_confirm"}
    count_new()
    assert not PartnerTally.objects.exists()
    (mail,) = mails()
    assert mail["to"] == cast.SAM
    token = re.search(r"/confirm/(\S+)", mail["text"])[1]
    given = confirm(token)
    assert given
    assert given[0] == Answer.CONFIRMED
    delivery = Delivery.objects.get()
    assert (delivery.target, delivery.letter.body) == (scene.london, BODY)
    count_new()
    tally = PartnerTally.objects.get()
    assert (tally.partner, tally.confirmed, counts(scene.action).confirmed) == (partner, 1, 1)
    Delivery.objects.update(state="taken_out")
    count_new()
    tally.refresh_from_db()
    assert tally.confirmed == 0


def test_a_new_a_known_and_a_flooded_mailbox_get_the_same_answer(scene: Scene, program: Program) -> None:
    answers = [send(program) for _ in range(TO_ONE_MAILBOX + 2)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(202, answers[0].content)}
    # As by the form: at most three letters of one mailbox wait at a time.
    assert Supporter.objects.count() == 3


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"has_no_ties": "yes"}, "/has_no_ties"),
        ({"has_no_ties": False}, "/has_no_ties"),
        ({"country": "KZ"}, "/country"),
        ({"country": "QQ"}, "/country"),
        ({"name": "http://spam.example"}, "/name"),
        ({"name": "Mailer-Daemon"}, "/name"),
        ({"name": ""}, "/name"),
        ({"email": "nobody"}, "/email"),
        ({"email": "a@b.example\r\nBcc: c@d.example"}, "/email"),
        ({"body": " "}, "/body"),
        ({"body": "x" * (LONGEST_BODY + 1)}, "/body"),
        ({"subject": 7}, "/subject"),
        ({"to": 123_456}, "/to"),
        ({"to": "one"}, "/to"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_nothing_is_stored(
    changed: dict[str, Any], place: str, scene: Scene, program: Program
) -> None:
    answer = send(program, **changed)
    assert answer.status_code == 422
    told = held(PATH, "post", answer)
    assert told["place"] == place
    assert told["mend"]
    assert not Supporter.objects.exists()


@pytest.mark.parametrize(
    "body", ["[]", "{", '{"a": "\\u0000"}', "[" * 100_000, '"' + "x" * letters.LONGEST_REQUEST + '"']
)
def test_what_is_no_object_is_refused(body: str, scene: Scene, program: Program) -> None:
    answer = program.post("/actions/strike-in-aktau/letters", body)
    assert answer.status_code == 400
    held(PATH, "post", answer)


def test_an_office_that_wants_supporters_own_mail_gets_none_from_here(scene: Scene, program: Program) -> None:
    MailChoice.objects.create(action=scene.action, by="own")
    assert held(PATH, "post", send(program))["place"] == "/to"
    assert not Supporter.objects.exists()


def test_a_closed_action_takes_none(scene: Scene, program: Program) -> None:
    Action.objects.update(state=ActionState.CLOSED)
    answer = send(program)
    assert (answer.status_code, held(PATH, "post", answer)["place"]) == (409, "slug")


def test_too_many_letters_by_one_key_wait(
    scene: Scene, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "MOST_LETTERS", 1)
    assert [send(program, email=f"s{n}@supporters.example").status_code for n in range(2)] == [202, 429]
    assert Supporter.objects.count() == 1
