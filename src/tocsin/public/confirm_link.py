"""Where a link to confirm a letter leads."""

from django.urls import reverse


def confirm_link(token: str) -> str:
    """The path on this site."""
    return reverse("confirm", args=[token])
