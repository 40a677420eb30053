"""Acts on offices that may be refused: the reason stands on the form that asked for it."""

from collections.abc import Callable

from django import forms

from tocsin.directory.errors import CannotUse


def done(act: Callable[[], object], form: forms.Form) -> bool:
    """Whether the act went through; where it did not, `form` says why."""
    try:
        act()
    except CannotUse as error:
        form.add_error(None, str(error))
        return False
    return True
