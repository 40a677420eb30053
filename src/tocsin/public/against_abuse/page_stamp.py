"""The stamp of a page that a letter can be sent from."""

import time

from tocsin.actions.models import Action
from tocsin.delivery.take_letter import To
from tocsin.public.letter_form import LetterForm

from .stamp import Where, new_stamp, read_stamp


def page_stamp(action: Action, form: LetterForm) -> str:
    """The one that came with the letter, while it holds; else a new one. Empty where the office has no address."""
    to = form.destination
    if to.email is None:
        return ""
    copies = tuple(To(copy.target.pk, copy.email.pk) for copy in to.copies)
    where = Where(action.pk, form.cleaned_data["country"], To(to.target.pk, to.email.pk), copies)
    given = str(form.data.get("stamp", ""))
    read = read_stamp(given)
    # One that was made later than now, by a clock that has been set back since, would never be old enough.
    return given if read and read.where == where and read.made_at <= time.time() else new_stamp(where)
