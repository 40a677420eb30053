"""A letter that has left, and mails that an office writes back."""

from email.message import EmailMessage

from tests.delivery.leaving import attempt
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, sam
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token

NAME = "Solveig Aasmundtveit"
EMAIL = "solveig@supporters.example"


def left(scene: Scene, wants_answers: bool = False) -> tuple[Delivery, str]:
    """Her letter after it left, and the address that it asks to answer to."""
    take_letter(scene.action.pk, sam(EMAIL, NAME), scene.written())
    delivery = Delivery.objects.latest("pk")
    confirm(confirmation_token(delivery.public_id))
    Letter.objects.update(wants_answers=wants_answers)
    with mail_server() as postbox:
        attempt(delivery)
        return delivery, str(postbox.letters[-1]["Reply-To"])


def answer(to: str, text: str = "We have looked into it.", **headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = headers.pop("sender", "Embassy <london@embassy.example>")
    mail["To"] = to
    mail["Subject"] = headers.pop("subject", "Re: your letter")
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail
