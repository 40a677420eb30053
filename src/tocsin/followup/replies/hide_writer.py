"""An office names whom it answers, and quotes the letter: the supporter's name and address are taken out at once."""

import re

from django.utils.translation import gettext as _

from tocsin.cases.mask import Mask
from tocsin.delivery.models import Delivery


class WriterMask(Mask):
    """Takes out a supporter's name, in every part and form, and her address."""

    def __init__(self, name: str, email: str) -> None:
        self._email = re.compile(re.escape(email), re.IGNORECASE) if email else None
        super().__init__({name: _("[the supporter]")} if name else {})

    def text(self, text: str) -> str:
        bare = self._email.sub(_("[her address]"), text) if self._email else text
        return super().text(bare)


def writer_mask(delivery: Delivery | None) -> Mask:
    """Of the letter that was answered; of one that was erased nothing is known any more."""
    if delivery is None or delivery.letter is None:
        return WriterMask("", "")
    return WriterMask(delivery.letter.supporter.name, delivery.letter.supporter.email)
