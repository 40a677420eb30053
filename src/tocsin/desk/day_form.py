"""The form by which a coordinator calls a day."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.models import CalledDay, GatheringKind
from tocsin.language.countries import country_name
from tocsin.language.find_place import find_place
from tocsin.members.revise import State

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DayForm(forms.Form):
    first_day = forms.DateField(label=gettext_lazy("First day"), widget=DAY)
    last_day = forms.DateField(
        label=gettext_lazy("Last day"), help_text=gettext_lazy("The same for one day."), widget=DAY
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("What people may hold"),
        choices=GatheringKind.choices,
        initial=GatheringKind.values,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=gettext_lazy("The call, in your own words"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    dangerous = forms.CharField(
        label=gettext_lazy("Dangerous countries"),
        help_text=gettext_lazy(
            "Names with commas between them. As in the country of events, nothing is hosted, shown or counted there."
        ),
        max_length=1000,
        required=False,
    )
    words_there = forms.CharField(
        label=gettext_lazy("To people in the country of events and in these"),
        help_text=gettext_lazy("All that they are shown; leave it empty to say nothing to them."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_dangerous(self) -> tuple[str, ...]:
        """ISO codes."""
        names = [name.strip() for name in self.cleaned_data["dangerous"].split(",") if name.strip()]
        unknown = [name for name in names if find_place(name).country is None]
        if unknown:
            sentence = _("We know no such country, or more than one: %(names)s.")
            raise forms.ValidationError(sentence % {"names": ", ".join(unknown)})
        return tuple(code for name in names if (code := find_place(name).country))

    def call(self) -> Call:
        """What was filled in. Valid forms only."""
        given = self.cleaned_data
        return Call(**{**given, "kinds": tuple(given["kinds"])})


def day_form(day: CalledDay | None, data: Any = None, asked: State | None = None) -> DayForm:
    """Filled with what stands; `asked` are columns that she has asked for already."""
    stands = {name: getattr(day, name) for name in DayForm.base_fields} if day else {}
    told = stands | (asked or {})
    names = [country_name(code, get_language() or "en") for code in told.get("dangerous", ())]
    return DayForm(data, initial={**told, "dangerous": ", ".join(names)} if told else None)
