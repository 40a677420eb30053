"""A list of hundreds to choose one of."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


class LongSelect(forms.Select):
    """Written at once, as Django's own would write it: a template for each option took most of a page with six lists."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Without groups of options."""
        chosen = set(self.format_value(value))
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        options = ((key, _SELECTED if str(key) in chosen else "", label) for key, label in self.choices)
        return format_html(
            "<select{}>{}</select>",
            flatatt(given),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


_SELECTED = mark_safe(" selected")
