"""A rule that wants two people is let go by two, where there are two administrators."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests import cast

from tocsin.members.loosen_house_rules import agree_to_loosen, asked_to_loosen, refuse_to_loosen, rules_named
from tocsin.members.models import AuditEntry, Member, SecondPersonRequest
from tocsin.members.second_person import CannotAgree, house_rules
from tocsin.members.set_house_rules import set_house_rules


@pytest.fixture
def cleo(ada: Member) -> Member:
    """The other administrator."""
    return Member.objects.create_user("cleo@desk.example", name="Cleo", role="administrator")


def held() -> tuple[bool, bool]:
    rules = house_rules()
    return rules.second_person_publishes, rules.second_person_exports


def test_the_only_administrator_decides_alone(ada: Member) -> None:
    assert set_house_rules(True, True, ada)
    assert set_house_rules(False, False, ada)
    assert (held(), asked_to_loosen()) == ((False, False), None)


def test_it_holds_until_another_administrator_agrees(ada: Member, cleo: Member) -> None:
    set_house_rules(True, False, ada)
    assert not set_house_rules(False, True, ada), "what is made stricter holds at once"
    asked = asked_to_loosen()
    assert (held(), rules_named(asked)) == ((True, True), ["publishing needs a second person"])
    agree_to_loosen(asked, cleo)
    assert (held(), asked_to_loosen()) == ((False, True), None)
    assert AuditEntry.objects.filter(act="house_rules.set").latest("pk").detail == {
        "was": {"publishing": True, "exporting": True},
        "now": {"publishing": False, "exporting": True},
        "asked_by": "Ada",
    }


def test_refused_it_holds_and_nobody_answers_twice(ada: Member, cleo: Member) -> None:
    set_house_rules(True, True, ada)
    set_house_rules(False, False, ada)
    asked = asked_to_loosen()
    refuse_to_loosen(asked, cleo)
    with pytest.raises(CannotAgree, match="answered"):
        agree_to_loosen(asked, cleo)
    assert held() == (True, True)


def test_neither_who_asked_nor_a_publisher_agrees(ada: Member, cleo: Member, petra: Member) -> None:
    set_house_rules(True, True, ada)
    set_house_rules(False, True, ada)
    for somebody in (ada, petra):
        with pytest.raises(PermissionDenied):
            agree_to_loosen(asked_to_loosen(), somebody)
    assert held() == (True, True)


def test_what_somebody_asked_who_is_no_administrator_any_more_is_not_done(ada: Member, cleo: Member) -> None:
    set_house_rules(True, True, ada)
    set_house_rules(False, True, ada)
    Member.objects.filter(pk=ada.pk).update(role="publisher")
    with pytest.raises(CannotAgree, match="no administrator"):
        agree_to_loosen(asked_to_loosen(), cleo)
    assert (held(), SecondPersonRequest.objects.get().answered_at) == ((True, True), None)


def test_on_the_page_one_asks_and_the_other_agrees(ada: Member, cleo: Member, ada_at_desk: Client) -> None:
    set_house_rules(True, True, cleo)
    ada_at_desk.post("/desk/rules/", {"second_person_publishes": "on"})
    assert (held(), "Waiting for another administrator" in page(ada_at_desk)) == ((True, True), True)
    assert "Cleo" in page(ada_at_desk)
    SecondPersonRequest.objects.update(asked_by=cleo)
    assert "Cleo asks to let go: exporting needs a second person" in page(ada_at_desk)
    assert "Let a house rule go" in ada_at_desk.get("/desk/").content.decode()
    assert "Let a house rule go" not in cast.desk_client("Petra").get("/desk/").content.decode()
    ada_at_desk.post("/desk/rules/", {"agree": ""})
    assert held() == (True, False)
    said = ada_at_desk.post("/desk/rules/", {"agree": ""}, follow=True).content.decode()
    assert "Somebody answered this request meanwhile." in said


def page(client: Client) -> str:
    return client.get("/desk/rules/").content.decode()
