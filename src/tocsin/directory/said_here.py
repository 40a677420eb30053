"""What an office is called on a page."""

from django.utils.translation import get_language

from tocsin.routing.name_said import HasName, name_said


def said_here(office: HasName) -> str:
    """In the language of the moment; an office without a name is called what stands for one."""
    return name_said(office, get_language() or "en") or str(office)
