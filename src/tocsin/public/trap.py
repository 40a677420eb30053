"""A field that people leave empty, since they do not see it (`public/trap.html`); programs fill it in."""

from collections.abc import Mapping

from django import forms

TRAP = "website"


class TrappedForm(forms.Form):
    @property
    def is_a_program(self) -> bool:
        return is_trapped(self.data)


def is_trapped(data: Mapping[str, str]) -> bool:
    return bool(data.get(TRAP))
