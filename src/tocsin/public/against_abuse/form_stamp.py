"""The stamp of a form that writes to no office: an organisation signs on, somebody sends words of solidarity, or wants to be told of
the next appeal, which is of no action."""

import time

from django.http import HttpRequest

from tocsin.actions.models import Action
from tocsin.delivery.take_letter import To

from .admit import Admission, Answer, admit
from .stamp import OF_NO_ACTION, Where, new_stamp, read_stamp

_NOBODY = To(0, 0)


def form_stamp(action: Action | None, given: str = "") -> str:
    """The one that came with the form, while it holds; else a new one."""
    read = read_stamp(given)
    is_good = read and read.where == _where(action) and read.made_at <= time.time()
    return given if is_good else new_stamp(_where(action))


def admit_form(request: HttpRequest, action: Action | None, email: str = "") -> Admission:
    """What becomes of the form as it was sent. `email` is empty where the form asks for none."""
    stamp = read_stamp(request.POST.get("stamp", ""))
    if stamp is None or stamp.where != _where(action):
        return Admission(Answer.ONCE_MORE)
    return admit(request, stamp, email, request.POST.get("solved", ""))


def _where(action: Action | None) -> Where:
    return Where(action.pk if action else OF_NO_ACTION, "", _NOBODY)
