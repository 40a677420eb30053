"""A long list to choose from is what Django's own would be, written faster."""

import re

import pytest
from django import forms

from tocsin.desk.long_select import LongSelect

CHOICES = [("", "all"), ("KZ", "Kazakhstan"), ("<b>", 'Côte d\'Ivoire & "more"'), ("7", "seven")]


@pytest.mark.parametrize("value", ["", None, "KZ", "<b>", 7, "elsewhere"])
def test_reads_as_django_s_own(value: object) -> None:
    attrs = {"id": "id_country", "required": True, "aria-describedby": "why"}
    ours = LongSelect(choices=CHOICES).render("country", value, attrs)
    theirs = forms.Select(choices=CHOICES).render("country", value, attrs)
    assert _parts(ours) == _parts(theirs)


def _parts(html: str) -> list[object]:
    """Every tag with its attributes in any order, and what stands between."""
    parts = re.findall(r"<[^>]+>|[^<>]+", html)
    return [sorted(part.strip("<>").split(" ")) if part[0] == "<" else part for part in parts if part.strip()]
