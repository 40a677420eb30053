"""Letters of a crowd, some of them forged, and a publisher who takes those out."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone
from tests import cast
from tests.delivery.scene import BODY, Scene, sam

from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery, Letter, TakeOut
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.taken_out.carry_out import carry_out
from tocsin.delivery.taken_out.put_back import carry_back, put_back
from tocsin.delivery.taken_out.rule import Rule
from tocsin.delivery.taken_out.take_out import take_out
from tocsin.delivery.tokens import confirmation_token

REASON = "they came from mailboxes that somebody made up"


def letter(scene: Scene, email: str, body: str = BODY, is_confirmed: bool = True) -> Delivery:
    take_letter(scene.action.pk, sam(email), replace(scene.written(), body=body))
    delivery = Delivery.objects.filter(is_copy=False).latest("pk")
    if is_confirmed:
        confirm(confirmation_token(delivery.public_id))
    delivery.refresh_from_db()
    return delivery


def rule(**parts: object) -> Rule:
    return replace(Rule(timezone.now() + timedelta(minutes=1)), **parts)


def out(scene: Scene, given: Rule, reason: str = REASON) -> TakeOut:
    """Taken out by Petra, and the job done."""
    made = take_out(scene.action, given, reason, cast.member("Petra"))
    carry_out({"take_out": made.pk})
    made.refresh_from_db()
    return made


def back(made: TakeOut, why: str = "their writers told us who they are") -> None:
    put_back(made, why, cast.member("Petra"))
    carry_back({"take_out": made.pk})
    made.refresh_from_db()


def states() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def aged(delivery: Delivery, hours: int) -> None:
    at = timezone.now() - timedelta(hours=hours)
    Letter.objects.filter(deliveries=delivery).update(created_at=at)
