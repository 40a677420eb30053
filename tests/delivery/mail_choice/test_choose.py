"""By whom letters are sent: what is nearest holds."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from tests import cast
from tests.delivery.scene import Scene

from tocsin.delivery.mail_choice.choice_for import choice_for
from tocsin.delivery.mail_choice.choose import choose, leave_open
from tocsin.delivery.mail_choice.models import By, MailChoice
from tocsin.members.models import AuditEntry, Member

pytestmark = pytest.mark.django_db
LONDON = "london@Embassy.example"


def test_unless_somebody_chose_each_supporter_does(scene: Scene) -> None:
    assert choice_for(scene.action, LONDON) == By.EITHER


def test_the_nearest_holds(scene: Scene, petra: Member) -> None:
    choose(scene.action, "", By.SERVER, petra)
    assert choice_for(scene.action, LONDON) == By.SERVER
    choose(None, "embassy.example", By.OWN, petra)
    assert choice_for(scene.action, LONDON) == By.OWN
    choose(scene.action, "embassy.example", By.EITHER, petra)
    assert choice_for(scene.action, LONDON) == By.EITHER
    assert choice_for(scene.action, "x@elsewhere.example") == By.SERVER


def test_a_whole_address_names_its_domain_and_a_second_choice_takes_the_place_of_the_first(
    scene: Scene, petra: Member
) -> None:
    choose(None, " Info@MFA.example ", By.OWN, petra, "It throws ours away")
    choose(None, "mfa.example", By.SERVER, petra)
    [kept] = MailChoice.objects.all()
    assert (kept.domain, kept.by, kept.why, kept.chosen_by) == ("mfa.example", By.SERVER, "", petra)


def test_it_can_be_left_open_again_and_both_are_on_the_trail(scene: Scene, petra: Member) -> None:
    leave_open(choose(scene.action, "", By.OWN, petra), petra)
    assert choice_for(scene.action, LONDON) == By.EITHER
    acts = AuditEntry.objects.filter(act__startswith="mail.").order_by("pk")
    assert list(acts.values_list("act", flat=True)) == ["mail.chosen", "mail.left_open"]


@pytest.mark.parametrize("domain", ["", "mfa", "two words.example", "http://mfa.example/", "a,b.example"])
def test_what_names_no_domain_is_asked_for_again(petra: Member, domain: str) -> None:
    with pytest.raises(ValidationError):
        choose(None, domain, By.OWN, petra)
    assert not MailChoice.objects.exists()


def test_only_who_publishes_may_choose(scene: Scene, rustam: Member) -> None:
    cast.put_on(scene.action.case, "Rustam")
    for action in (None, scene.action):
        with pytest.raises(PermissionDenied):
            choose(action, "mfa.example", By.OWN, rustam)


@pytest.mark.parametrize("of_an_action", [True, False])
def test_the_database_keeps_one_choice_a_place(scene: Scene, of_an_action: bool) -> None:
    row = {"action": scene.action if of_an_action else None, "domain": "mfa.example", "by": By.OWN}
    MailChoice.objects.create(**row)
    with pytest.raises(IntegrityError):
        MailChoice.objects.create(**row)
