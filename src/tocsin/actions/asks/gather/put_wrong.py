"""What cannot stand, said in the form that it was typed into."""

from django import forms

from .errors import CannotHost


def put_wrong(form: forms.Form, error: CannotHost) -> None:
    """Each sentence beside its field."""
    for field, sentence in error.wrong.items():
        form.add_error(field if field in form.fields else None, sentence)
