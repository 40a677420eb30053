"""As what an office is written to: said with a source, brought back, and explained by the route."""

import pytest
from django.core.exceptions import PermissionDenied

from tests import cast
from tests.delivery.scene import Scene, copied, open_action
from tocsin.actions.drop_letter import drop_letter
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.letter_draft import drafted_letter
from tocsin.actions.missing import cautions
from tocsin.actions.models import Action, Ask, LetterText, Target, TargetRole
from tocsin.actions.queries import action_view
from tocsin.actions.restore import restore_action
from tocsin.actions.routes import route_for
from tocsin.actions.set_capacity import set_capacity
from tocsin.actions.state import state_of
from tocsin.actions.write_letter import write_letter
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return open_action()


def company(scene: Scene, name: str, country: str = "NL") -> Target:
    where = {"kind": "company", "of_country": "", "in_country": country}
    return copied(scene, name, f"{name.lower()}@company.example", role=TargetRole.TARGET, **where)


def reasons(action: Action, country: str = "NO") -> dict[str, str]:
    return {step.office.name: step.reason for step in route_for(action, country).steps}


def test_the_route_says_who_employs_owns_and_buys_and_who_says_so(scene: Scene, petra: Member) -> None:
    set_capacity(company(scene, "Karazhan", "KZ"), "employer", petra)
    set_capacity(company(scene, "Holding"), "owner", petra, "its annual report", "2010")
    set_capacity(company(scene, "Refinery"), "buyer", petra, "customs records", "2011-05")
    told = reasons(scene.action)
    assert told["Karazhan"] == "It is the employer of the people whom this is about."
    assert told["Holding"] == "It owns Karazhan, says its annual report (2010)."
    assert told["Refinery"] == "It buys from Karazhan, says customs records (May 2011)."
    assert next(iter(told)) == "Embassy of Kazakhstan in London"


def test_without_a_named_employer_it_is_called_the_employer(scene: Scene, petra: Member) -> None:
    set_capacity(company(scene, "Refinery"), "buyer", petra, "customs records", "2011-05")
    assert reasons(scene.action)["Refinery"] == "It buys from the employer, says customs records (May 2011)."


def test_one_s_own_foreign_ministry_is_offered_at_home_alone(scene: Scene, petra: Member) -> None:
    ministry = copied(
        scene, "Utenriksdepartementet", "post@ud.example", TargetRole.TARGET, of_country="NO", in_country="NO"
    )
    set_capacity(ministry, "own_government", petra)
    why = "It is your own government, which can put the question to that of Kazakhstan."
    assert reasons(scene.action)["Utenriksdepartementet"] == why
    assert "Utenriksdepartementet" not in reasons(scene.action, "GB")


@pytest.mark.parametrize(
    ("capacity", "source", "date", "why"),
    [
        ("buyer", "", "2011", "Say who tells"),
        ("owner", "its annual report", "", "Say who tells"),
        ("owner", "its annual report", "last year", "is not a date"),
        ("owner", "its annual report", "2095", "lies in the future"),
        ("president", "", "", "Choose one of the words"),
    ],
)
def test_what_is_told_of_a_company_has_a_source_and_a_day(
    scene: Scene, petra: Member, capacity: str, source: str, date: str, why: str
) -> None:
    target = company(scene, "Refinery")
    with pytest.raises(CannotChange, match=why):
        set_capacity(target, capacity, petra, source, date)
    target.refresh_from_db()
    assert target.capacity == ""


def test_nobody_s_own_government_stands_in_the_country_of_the_events(scene: Scene, petra: Member) -> None:
    with pytest.raises(CannotChange, match="say first where it stands"):
        set_capacity(scene.ministry, "own_government", petra)


def test_only_a_publisher_changes_what_the_public_sees(scene: Scene) -> None:
    with pytest.raises(PermissionDenied):
        set_capacity(scene.ministry, "employer", cast.member("Rustam"))


def test_each_capacity_has_its_own_letter_and_else_the_general_one(scene: Scene, petra: Member) -> None:
    write_letter(scene.action, petra, "en", "You buy from them", "Dear customer,", "buyer")
    view = action_view(scene.action)
    assert (view.letter("no", "buyer") or view).subject == "You buy from them"
    assert view.letter("en", "owner") == view.letter("en")
    assert [letter.capacity for letter in view.letters] == [""]


def test_a_draft_says_what_such_an_office_can_do(scene: Scene) -> None:
    body = drafted_letter(scene.action, "en", "own_government").body
    assert body.startswith("Dear Minister,")
    assert "Please take this up with the government of Kazakhstan, and tell me what it answers." in body
    assert "take this up" not in drafted_letter(scene.action, "en").body


def test_a_withheld_name_is_kept_out_of_such_a_letter_too(scene: Scene, petra: Member) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value="Zhuldyzai Kanareeva", state="accepted")
    with pytest.raises(CannotPublish, match="Zhuldyzai Kanareeva"):
        write_letter(scene.action, petra, "en", "For Zhuldyzai Kanareeva", "Dear customer,", "buyer")
    assert LetterText.objects.exclude(capacity="").count() == 0


def test_what_lacks_words_of_its_own_is_told(scene: Scene, petra: Member) -> None:
    Ask.objects.create(action=scene.action, kind="own_government")
    set_capacity(company(scene, "Karazhan", "KZ"), "employer", petra)
    told = " ".join(gap.sentence for gap in cautions(scene.action))
    assert "led to their own government once there is a letter to it" in told
    assert "no letter of its own for: the employer" in told
    for capacity in ("employer", "own_government"):
        write_letter(scene.action, petra, "en", "A subject", "Dear all,", capacity)
    told = " ".join(gap.sentence for gap in cautions(scene.action))
    assert "own government" not in told
    assert "no letter of its own" not in told


def test_history_brings_back_the_capacity_and_the_letter(scene: Scene, petra: Member) -> None:
    target = company(scene, "Refinery")
    set_capacity(target, "buyer", petra, "customs records", "2011-05")
    letter = write_letter(scene.action, petra, "en", "You buy from them", "Dear customer,", "buyer")
    before = state_of(scene.action)
    set_capacity(target, "", petra)
    drop_letter(letter, petra)
    after = state_of(scene.action)
    changed = {name: value for name, value in before.items() if after.get(name) != value}
    assert set(changed) == {"capacities", "letter en buyer"}
    restore_action(scene.action.pk, changed, petra)
    target.refresh_from_db()
    assert (target.capacity, target.source, target.source_date) == ("buyer", "customs records", "2011-05")
    assert scene.action.letters_to("buyer").get().subject == "You buy from them"
