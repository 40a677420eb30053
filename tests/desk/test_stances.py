"""Where organisations stand, as reported: side by side, each with its source."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests import cast
from tests.cases.asking import CANARY
from tests.delivery.scene import open_action
from tests.desk.test_action_edit import words
from tests.reports.drafts import a_report
from tocsin.actions.models import Stance
from tocsin.cases.freeze import freeze
from tocsin.cases.models import Case, Claim, PersonAtRisk

DESK = "/desk/actions/strike-in-aktau"
PUBLIC = "/a/strike-in-aktau/organisations"


def told(**changed: object) -> dict[str, object]:
    given = {"organisation": "IndustriAll", "kind": "for", "words": "Called for their release.", "link": ""}
    return {f"stance-{name}": value for name, value in {**given, **changed}.items()}


@pytest.mark.django_db
def test_for_against_and_silent_stand_side_by_side(settings: Settings, tmp_path_factory) -> None:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    action = open_action().action
    person = PersonAtRisk.objects.create(case=action.case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=CANARY, state="accepted")
    report, elsewhere, petra = a_report(), a_report("Another text."), cast.desk_client("Petra")
    action.case.reports.add(report)
    assert Client().get(PUBLIC).status_code == 404
    for wrong, why in [
        ({}, "Name one source"),
        ({"link": "https://a.example/", "report": report.pk}, "Name one source"),
        ({"report": elsewhere.pk}, "Select a valid choice"),
        ({"link": "https://a.example/", "said_on": "2999-01-01"}, "This day has not come yet."),
        ({"organisation": "", "link": "https://a.example/"}, "This field is required"),
    ]:
        answer = petra.post(f"{DESK}/stances", told(**wrong))
        assert (answer.status_code, why in words(answer.content.decode())) == (422, True)
    assert cast.desk_client("Rustam").post(f"{DESK}/stances", told()).status_code == 403
    assert not Stance.objects.exists()
    petra.post(f"{DESK}/stances", told(report=report.pk, said_on="2011-06-14"))
    petra.post(
        f"{DESK}/stances",
        told(organisation=f"State union of {CANARY}", kind="against", link="https://a.example/x"),
    )
    said = words(Client().get(PUBLIC).content.decode())
    assert "Stands with them 1 IndustriAll Called for their release. 14 June 2011." in said
    assert "Is against 1 State union of [name withheld]" in said
    assert "Source: a.example" in said
    assert "Has been silent 0 Nobody that we know of." in said
    assert "Quellenbach" not in said
    assert "for, against or silent" in words(Client().get("/a/strike-in-aktau").content.decode())
    Case.objects.update(is_public=True)
    case_page = words(Client().get("/c/strike-in-aktau").content.decode())
    assert "Where others stand, as reported Stands with them 1 IndustriAll" in case_page
    assert "Is against 1 State union of [name withheld]" in case_page
    assert "Quellenbach" not in case_page
    against = Stance.objects.get(kind="against")
    petra.post(f"{DESK}/stances/{against.pk}/take-back")
    assert "State union" not in words(Client().get(PUBLIC).content.decode())
    assert "State union" not in words(Client().get("/c/strike-in-aktau").content.decode())
    freeze(action.case, cast.member("Petra"))
    assert Client().get(PUBLIC).status_code == 404
    assert Stance.objects.filter(taken_back_at__lte=timezone.now()).count() == 1
