"""Who gets a copy of a letter: offices with a confirmed address, missions only where they answer."""

import pytest
from django.utils import timezone

from tests.delivery.scene import Scene, copied, open_action
from tocsin.actions.copies import copies_for
from tocsin.actions.missing import cautions
from tocsin.actions.models import TargetRole
from tocsin.directory.models import Accreditation, Channel, ContactPoint


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


def addresses(scene: Scene, country: str = "NO") -> list[str]:
    return [copy.email.value for copy in copies_for(scene.action, country)]


def test_an_office_with_a_confirmed_address_gets_one_in_the_actions_order(scene: Scene) -> None:
    copied(scene, "Foreign Ministry", "foreign@ministry.example")
    copied(scene, "Labour Office in Geneva", "labour@office.example", of_country="", in_country="CH")
    assert addresses(scene) == ["foreign@ministry.example", "labour@office.example"]


def test_what_nobody_confirmed_gets_none_and_the_desk_is_told(scene: Scene) -> None:
    office = copied(scene, "Prosecutor General").office
    ContactPoint.objects.create(office=office, channel=Channel.EMAIL, value="old@prosecutor.example")
    assert addresses(scene) == []
    told = [gap.sentence for gap in cautions(scene.action)]
    assert "Prosecutor General gets no copy: no e-mail address of it is confirmed." in told
    ContactPoint.objects.filter(office=office).update(confirmed_at=timezone.now())
    assert addresses(scene) == ["old@prosecutor.example"]


def test_a_bounced_address_gets_no_more(scene: Scene) -> None:
    copied(scene, "Foreign Ministry", "foreign@ministry.example")
    ContactPoint.objects.filter(value="foreign@ministry.example").update(bounced_at=timezone.now())
    assert addresses(scene) == []


@pytest.mark.parametrize("role", [TargetRole.TARGET, TargetRole.SOLIDARITY_TO])
def test_offices_of_another_role_get_none(scene: Scene, role: str) -> None:
    copied(scene, "Union of oil workers", "union@oil.example", role=role)
    assert addresses(scene) == []


def test_a_mission_gets_one_from_the_countries_that_it_answers_to(scene: Scene) -> None:
    embassy = copied(scene, "Embassy in Vienna", "vienna@embassy.example", kind="embassy", in_country="AT")
    Accreditation.objects.create(office=embassy.office, serves="AT", source="the appeal")
    assert (addresses(scene, "AT"), addresses(scene, "NO")) == (["vienna@embassy.example"], [])


def test_two_offices_of_one_mailbox_get_one(scene: Scene) -> None:
    copied(scene, "Foreign Ministry", "post@government.example")
    copied(scene, "Interior Ministry", "Post@Government.example")
    assert addresses(scene) == ["post@government.example"]
