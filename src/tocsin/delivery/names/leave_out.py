"""A writer sends her letter without the name for which it is held: nobody else changes her words."""

from django.utils.translation import gettext as _

from tocsin.delivery.models import Letter

from .look_again import let_go
from .saying import said


def leave_out(letter: Letter) -> None:
    """As it was shown to her; call inside a transaction."""
    letter.subject, letter.body = said(letter)
    letter.save(update_fields=["subject", "body"])
    let_go(letter, _("Its writer left the name out."))
