"""The form by which a coordinator opens a relay."""

from datetime import time, timedelta
from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tocsin.cases.inquiries.local_time import office_zone, zone_choices
from tocsin.cases.inquiries.offices import asked_offices, nearness
from tocsin.cases.models import Case, PersonAtRisk
from tocsin.cases.relay.open_relay import Plan
from tocsin.directory.models import ContactPoint
from tocsin.language.zones import clock

from .inquiry_form import zone_words
from .long_select import LongSelect
from .person_choices import person_choices

OPENS, CLOSES = time(9), time(12)


class RelayForm(forms.Form):
    point = forms.ChoiceField(
        label=_("Which office, by which number"),
        help_text=_("Only numbers that are confirmed in the directory are offered."),
    )
    question = forms.CharField(
        label=_("The question, as callers shall ask it"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )
    about = forms.ChoiceField(label=_("About whom"), required=False, widget=LongSelect)
    first_day = forms.DateField(
        label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last_day = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    opens = forms.TimeField(
        label=pgettext_lazy("period", "From"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        initial=OPENS,
    )
    closes = forms.TimeField(
        label=_("Until"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), initial=CLOSES
    )
    zone = forms.ChoiceField(label=_("By the clock of the office"), widget=LongSelect)
    callers_see_names = forms.BooleanField(
        label=_("Callers may see names that are withheld in public"), required=False
    )

    def __init__(self, case: Case, data: QueryDict | None = None) -> None:
        self.case = case
        self.points = callable_points(case)
        office = self.points[0].office if self.points else None
        zone = office_zone(case, office)
        tomorrow = timezone.now().astimezone(clock(zone)).date() + timedelta(days=1)
        super().__init__(data, initial={"first_day": tomorrow, "last_day": tomorrow, "zone": zone})
        choices: dict[str, list[tuple[str, Any]]] = {
            "point": [(str(p.pk), f"{p.office}, {p.value}") for p in self.points],
            "about": person_choices(case),
            "zone": [(z, zone_words(z)) for z in zone_choices(case, office)],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered

    def plan(self) -> Plan:
        """What was filled in. Valid forms only."""
        given = dict(self.cleaned_data)
        about = given.pop("about")
        given["point"] = next(p for p in self.points if str(p.pk) == given["point"])
        person = PersonAtRisk.objects.filter(case=self.case, pk=int(about)).first() if about else None
        return Plan(**given, about=person)


def callable_points(case: Case) -> list[ContactPoint]:
    """The confirmed phone numbers of the case's offices, the nearest to the prisoner first; of a bare address none."""
    asked = sorted(asked_offices(case), key=partial(nearness, country=case.country))
    return [each.phone for each in asked if each.phone and each.is_named]
