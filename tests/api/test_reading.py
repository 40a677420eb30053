"""What programs read: the public's view, as the document describes it, and with a key alone."""

import pytest
from django.test import Client

from tests import cast
from tests.actions.stage import case_of, draft_of, opened
from tests.api.conftest import Program
from tests.api.described import held
from tests.delivery.scene import Scene
from tocsin.actions.draft_action import draft_action
from tocsin.actions.models import Action, CalledDay, Partner
from tocsin.actions.partners.keys import make_key, revoke_key
from tocsin.actions.withdraw import withdraw
from tocsin.api import asked
from tocsin.cases.freeze import freeze
from tocsin.cases.models import Case, PersonAtRisk
from tocsin.delivery.models import PartnerTally, Tally

pytestmark = pytest.mark.django_db
A = "/actions/strike-in-aktau"


def test_open_actions(scene: Scene, program: Program) -> None:
    (told,) = held("/actions", "get", program.get("/actions"))["actions"]
    assert (told["slug"], told["is_open"]) == ("strike-in-aktau", True)


def test_an_action_with_its_demands_and_letters(scene: Scene, program: Program) -> None:
    told = held("/actions/{slug}", "get", program.get(A))
    assert told["demands"] == ["Release Natalia Sokolova at once."]
    assert told["letters"][0]["subject"] == "Release Natalia Sokolova"
    assert told["asks"][0]["audience"] == "people near an embassy"


def test_whom_to_write_to_from_norway_with_reason_and_confidence(scene: Scene, program: Program) -> None:
    told = held("/actions/{slug}/routes/{country}", "get", program.get(f"{A}/routes/no"))
    first = told["offices"][0]
    assert first["name"] == "Embassy of Kazakhstan in London"
    assert (first["to"], first["takes_letters_from_here"]) == (scene.london.pk, True)
    assert first["reason"]
    assert first["confidence"]
    # A printed number that nobody confirmed is not told.
    assert {contact["channel"] for contact in first["contacts"]} == {"email", "post"}


@pytest.mark.parametrize("country", ["kz", "qq"])
def test_nobody_is_led_there_from_the_country_of_events(country: str, scene: Scene, program: Program) -> None:
    answer = program.get(f"{A}/routes/{country}")
    assert answer.status_code == 422
    assert held("/actions/{slug}/routes/{country}", "get", answer)["place"] == "country"


def test_counts_and_what_the_partner_brought(scene: Scene, program: Program, partner: Partner) -> None:
    Tally.objects.create(action=scene.action, confirmed=7, handed_over=3)
    PartnerTally.objects.create(action=scene.action, partner=partner, confirmed=2)
    told = held("/actions/{slug}/counts", "get", program.get(f"{A}/counts"))
    assert (told["confirmed"], told["by_you"]) == (7, {"handed_over": 0, "confirmed": 2})


def test_an_action_without_a_day_has_no_gatherings(scene: Scene, program: Program) -> None:
    told = held("/actions/{slug}/gatherings", "get", program.get(f"{A}/gatherings"))
    assert told == {"first_day": None, "last_day": None, "gatherings": []}


def test_gatherings_of_a_called_day(scene: Scene, program: Program) -> None:
    action = scene.action
    CalledDay.objects.create(action=action, first_day="2095-06-08", last_day="2095-06-08", kinds=["picket"])
    action.gatherings.create(
        kind="picket", where="elsewhere", country="NO", city="Oslo", on="2095-06-08", starts="17:00",
        zone="Europe/Oslo", starts_at="2095-06-08T15:00Z", ends_at="2095-06-08T16:00Z", state="shown",
        contact="host@hosts.example",
    )  # fmt: skip
    answer = program.get(f"{A}/gatherings")
    (told,) = held("/actions/{slug}/gatherings", "get", answer)["gatherings"]
    assert (told["country"], told["city"], told["starts_at"][:16]) == ("NO", "Oslo", "2095-06-08T17:00")
    assert b"hosts.example" not in answer.content


def test_a_case_as_its_public_export_has_it(program: Program) -> None:
    petra = cast.member("Petra")
    case = case_of(petra)
    Case.objects.filter(pk=case.pk).update(is_public=True)
    answer = program.get(f"/cases/{case.slug}")
    told = held("/cases/{slug}", "get", answer)
    assert told["is_public"] is True
    assert told["people"]
    withheld = PersonAtRisk.objects.get(case=case).claims.get(predicate="name").value
    assert withheld not in answer.content.decode()
    assert told["inquiries"] == told["remedies"] == told["deadlines"] == []
    freeze(case, petra)
    assert program.get(f"/cases/{case.slug}").status_code == 404


def test_a_name_that_is_withheld_stands_in_no_answer(program: Program) -> None:
    petra = cast.member("Petra")
    draft = draft_action(case_of(petra), petra)
    held_back = PersonAtRisk.objects.get(case=draft.case).claims.get(predicate="name").value
    Action.objects.filter(pk=draft.pk).update(
        title=f"Free {held_back}", story=f"{held_back} was taken.", state="published"
    )
    draft.demands.create(text=f"Release {held_back}.")
    for path in ("/actions", f"/actions/{draft.slug}"):
        answer = program.get(path)
        assert answer.status_code == 200
        assert held_back not in answer.content.decode()


def test_what_was_withdrawn_is_gone_and_what_never_was_is_unknown(program: Program) -> None:
    petra = cast.member("Petra")
    action = opened(draft_of(petra), petra)
    withdraw(action, petra)
    gone = program.get(f"/actions/{action.slug}")
    assert (gone.status_code, held("/actions/{slug}", "get", gone)["status"]) == (410, 410)
    unknown = program.get("/actions/never-was/counts")
    assert held("/actions/{slug}/counts", "get", unknown)["place"] == "slug"


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer tocsin_guessed"}, {"Authorization": "Basic eA=="}]
)
def test_without_a_key_that_holds_nothing_is_told(headers: dict[str, str], scene: Scene) -> None:
    answer = Client().get(f"/api/v1{A}", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert held("/actions/{slug}", "get", answer)["place"] == "Authorization"


def test_a_revoked_key_and_a_replaced_one_end_at_once(scene: Scene, partner: Partner) -> None:
    ada = cast.member("Ada")
    first = Program(make_key(partner, ada))
    second = Program(make_key(partner, ada))
    assert (first.get(A).status_code, second.get(A).status_code) == (401, 200)
    revoke_key(partner, ada)
    assert second.get(A).status_code == 401


def test_a_key_is_stored_as_a_hash_alone(partner: Partner) -> None:
    key = make_key(partner, cast.member("Ada"))
    assert key not in str(Partner.objects.filter(pk=partner.pk).values_list())


def test_too_many_calls_wait_an_hour(scene: Scene, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST_CALLS", 2)
    answers = [program.get(A) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "3600"
    held("/actions/{slug}", "get", answers[-1])


def test_what_an_address_does_not_take_is_said(scene: Scene, program: Program) -> None:
    answer = program.post(A, {})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
