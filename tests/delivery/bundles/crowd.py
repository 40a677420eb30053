"""People whose letters wait for a bundle."""

from dataclasses import replace

from tests import cast
from tests.delivery.scene import BODY, Scene, sam

from tocsin.actions.models import LetterText, Target
from tocsin.delivery.bundles.models import When
from tocsin.delivery.bundles.set_when import set_when
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token

HERS = "My father worked on that oil field for thirty years."
RUSSIAN = "Господин посол,\n\nпрошу освободить её.\n\nС уважением,"


def plan(scene: Scene, when: When, target: Target | None = None) -> None:
    set_when(target or scene.london, when, cast.member("Petra"))


def write(
    scene: Scene,
    name: str,
    country: str = "NO",
    body: str = BODY,
    language: str = "en",
    target: Target | None = None,
) -> Delivery:
    """A confirmed letter, in whatever state its confirmation leads to."""
    person = replace(
        sam(f"{len(name)}{name.lower().encode().hex()}@supporters.example", name), country=country
    )
    written = replace(scene.written(target, body), language=language)
    take_letter(scene.action.pk, person, written)
    delivery = Delivery.objects.order_by("-pk")[0]
    confirm(confirmation_token(delivery.public_id))
    delivery.refresh_from_db()
    return delivery


def three(scene: Scene, when: When = When.DAILY) -> list[Delivery]:
    """Two from Norway, one of them with a sentence of her own, and a Russian one from Kazakhstan's neighbour."""
    plan(scene, when)
    LetterText.objects.create(action=scene.action, language="ru", subject="Свободу", body=RUSSIAN)
    return [
        write(scene, "Anna"),
        write(scene, "Berit", body=BODY.replace("Yours", f"{HERS}\n\nYours") + "\nBerit"),
        write(scene, "Вера", "KG", RUSSIAN, "ru"),
    ]
