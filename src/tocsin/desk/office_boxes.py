"""A list of hundreds of offices to tick some of: those above all countries first."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tocsin.directory.models import Office


class OfficeBoxes(forms.CheckboxSelectMultiple):
    """Written at once: a template for each box takes most of a page. Its field's rows are offices."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        given = self.build_attrs(self.attrs, {**(attrs or {}), "type": "checkbox", "name": name})
        chosen = set(self.format_value(value))
        offices = [_office(key) for key, _label in self.choices]
        groups = [
            (_("Above all countries"), [office for office in offices if not office.of_country]),
            (_("Of the country, or in it"), [office for office in offices if office.of_country]),
        ]
        return format_html_join("", "{}", ((_group(*group, given, chosen),) for group in groups if group[1]))


def _office(key: Any) -> Office:
    """What a choice of a model field stands for."""
    return key.instance


def _group(head: str, offices: list[Office], given: dict[str, Any], chosen: set[str]) -> SafeString:
    rows = format_html_join(
        "", "<div><label><input{}{}> {}</label></div>", (_row(o, given, chosen) for o in offices)
    )
    return format_html("<fieldset><legend>{}</legend>{}</fieldset>", head, rows)


def _row(office: Office, given: dict[str, Any], chosen: set[str]) -> tuple[SafeString, str, str]:
    attrs = flatatt({**given, "id": f"{given['id']}_{office.pk}", "value": office.pk})
    return attrs, _CHECKED if str(office.pk) in chosen else "", str(office)


_CHECKED = mark_safe(" checked")
