"""A coordinator says as what an office is written to, and writes its own letter."""

import pytest

from tests import cast
from tests.actions.test_capacities import company
from tests.delivery.scene import Scene, open_action
from tests.public.test_write import words

pytestmark = pytest.mark.django_db
DESK = "/desk/actions/strike-in-aktau"


@pytest.fixture
def scene() -> Scene:
    return open_action()


def test_she_says_that_it_buys_with_its_source(scene: Scene) -> None:
    target, desk = company(scene, "Refinery"), cast.desk_client("Petra")
    address = f"{DESK}/targets/{target.pk}/capacity"
    said = {"capacity": "buyer", "source": "customs records", "source_date": "2011-05"}
    refused = desk.post(address, {**said, "source": ""}, follow=True)
    assert "Say who tells that it owns the employer or buys from it" in words(refused)
    shown = words(desk.post(address, said, follow=True))
    assert "a buyer from the employer (customs records, 2011-05)" in shown


def test_she_writes_changes_and_takes_away_the_letter_to_buyers(scene: Scene) -> None:
    desk = cast.desk_client("Petra")
    new = desk.get(f"{DESK}/letter", {"as": "buyer", "language": "en"})
    assert new.headers["Location"] == f"{DESK}/letter/en?as=buyer"
    drafted = words(desk.get(new.headers["Location"]))
    assert "a buyer from the employer" in drafted
    assert "Your company buys from the employer. Please use your influence" in drafted
    saved = desk.post(
        f"{DESK}/letter/en?as=buyer", {"subject": "You buy from them", "body": "Dear customer,"}, follow=True
    )
    assert "English a buyer from the employer" in words(saved)
    assert scene.action.letters_to("").get().subject != "You buy from them"
    assert scene.action.letters_to("buyer").get().body == "Dear customer,"
    desk.post(f"{DESK}/letter/en/drop?as=buyer")
    assert scene.action.letters_to("buyer").count() == 0
    assert scene.action.letters.count() == 1
    assert desk.get(f"{DESK}/letter/en?as=nobody").status_code == 404
