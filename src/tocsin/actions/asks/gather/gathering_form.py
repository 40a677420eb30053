"""The form by which a gathering is told, by a host on the public page and by the coordinator at the desk."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tocsin.actions.targets import targets_with_offices
from tocsin.directory.models import Office
from tocsin.language.country_sentences import called
from tocsin.language.find_place import find_place
from tocsin.language.zones import zones_of

from .barred import barred_countries
from .check import check
from .clocks import clocks_of, noon
from .describe import clock_words
from .errors import CannotHost
from .models import CalledDay, Gathering, GatheringKind, Where
from .plan import FIELDS, Plan
from .put_wrong import put_wrong

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
HOUR = {"type": "time"}


class GatheringForm(forms.Form):
    """Once it is valid, `plan` is what was told. `asks_zone`: the place lives by several clocks, and one must be chosen."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is"))
    where = forms.ChoiceField(label=gettext_lazy("Where"))
    office = forms.ChoiceField(label=gettext_lazy("Which embassy or consulate"), required=False)
    country = forms.CharField(
        label=gettext_lazy("Country"),
        help_text=gettext_lazy(
            "In any language. Online: by whose clock the hours are. With an embassy chosen above you may leave it empty."
        ),
        max_length=100,
        required=False,
        widget=forms.TextInput(
            attrs={"list": "countries", "autocomplete": "country-name", "spellcheck": "false"}
        ),
    )
    city = forms.CharField(label=gettext_lazy("City or village"), max_length=100, required=False)
    place = forms.CharField(
        label=gettext_lazy("Where people meet"),
        help_text=gettext_lazy("A public place, as exactly as you wish. Never a home."),
        max_length=200,
        required=False,
    )
    link = forms.URLField(
        label=gettext_lazy("Address to join online"), max_length=300, required=False, assume_scheme="https"
    )
    on = forms.DateField(label=gettext_lazy("Day"), widget=DAY)
    starts = forms.TimeField(
        label=gettext_lazy("It begins at"), widget=forms.TimeInput(attrs=HOUR, format="%H:%M")
    )
    ends = forms.TimeField(
        label=gettext_lazy("It ends at"),
        required=False,
        widget=forms.TimeInput(attrs=HOUR, format="%H:%M"),
    )
    zone = forms.CharField(label=gettext_lazy("By which clock"), required=False, widget=forms.Select)
    capacity = forms.IntegerField(
        label=gettext_lazy("Room for how many"), required=False, min_value=1, max_value=100_000
    )
    languages = forms.CharField(label=gettext_lazy("Languages spoken there"), max_length=120, required=False)
    accessibility = forms.CharField(
        label=gettext_lazy("Access: steps, wheelchairs, hearing"), max_length=300, required=False
    )
    bring = forms.CharField(label=gettext_lazy("What to bring"), max_length=300, required=False)

    def __init__(self, day: CalledDay, data: Any = None, gathering: Gathering | None = None) -> None:
        self.day, self.plan, self.asks_zone = day, None, False
        self.offices = _offices(day)
        super().__init__(data, initial=_initial(day, gathering))
        kinds = [(value, capfirst(label)) for value, label in GatheringKind.choices if value in day.kinds]
        places = [(value, capfirst(label)) for value, label in Where.choices]
        offices = [("", _("– none –")), *((str(o.pk), f"{o.city}: {o}") for o in self.offices)]
        for name, choices in (("kind", kinds), ("where", places), ("office", offices)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
        for bound, limit in (("min", day.first_day), ("max", day.last_day)):
            self.fields["on"].widget.attrs[bound] = limit.isoformat()
        if gathering:
            self._offer_clocks(zones_of(gathering.country), gathering.on)

    plan: Plan | None

    def clean_country(self) -> str:
        """The ISO code of what was typed."""
        typed = self.cleaned_data["country"].strip()
        found = find_place(typed) if typed else None
        if found is None or found.country:
            return found.country or "" if found else ""
        if found.choices:
            names = _(" or ").join(called(code, get_language() or "en") for code in found.choices)
            raise forms.ValidationError(_("Which do you mean: %(names)s?") % {"names": names})
        raise forms.ValidationError(_("We know no country of that name. Write it in another way, please."))

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        self._set_office(given)
        if not self.errors and self._set_zone(given):
            plan = Plan(**{name: given[name] for name in FIELDS})
            try:
                check(plan, self.day, timezone.now())
            except CannotHost as error:
                put_wrong(self, error)
            else:
                self.plan = plan
        return given

    def _set_office(self, given: dict[str, Any]) -> None:
        """An embassy tells where it is; one that is typed stands as the place."""
        chosen = given.get("office") if given.get("where") == Where.OFFICE else ""
        office = next((o for o in self.offices if str(o.pk) == chosen), None)
        given["office"] = office
        if office and given.get("country") in ("", office.in_country):
            given["country"], given["city"] = office.in_country, office.city
        elif office and "country" in given:
            self.add_error("country", _("The embassy that you chose is in another country."))
        elif not given.get("country") and "country" not in self.errors:
            self.add_error("country", _("Name the country, please."))

    def _set_zone(self, given: dict[str, Any]) -> bool:
        """Whether it is known by which clock the hours are."""
        choices = clocks_of(given["country"], given["city"], given["on"])
        if given["zone"] in zones_of(given["country"]):
            choices = [given["zone"]]
        if len(choices) == 1:
            given["zone"] = choices[0]
            return True
        self._offer_clocks(choices, given["on"])
        self.add_error("zone", _("People there live by several clocks: choose yours."))
        return False

    def _offer_clocks(self, zones: Any, on: Any) -> None:
        self.asks_zone = len(zones) > 1
        select = self.fields["zone"].widget
        if isinstance(select, forms.Select):
            select.choices = [
                ("", _("– choose –")),
                *((zone, clock_words(noon(on, zone), zone)) for zone in zones),
            ]


def _offices(day: CalledDay) -> list[Office]:
    """The missions that the action addresses, where gatherings may be."""
    barred = barred_countries(day)
    offices = (target.office for target in targets_with_offices(day.action))
    missions = [o for o in offices if o.in_country not in ("", o.of_country) and o.in_country not in barred]
    return sorted(missions, key=lambda office: (office.city, str(office)))


def _initial(day: CalledDay, gathering: Gathering | None) -> dict[str, Any]:
    if gathering is None:
        return {"on": day.first_day}
    told = {name: getattr(gathering, name) for name in FIELDS}
    name = called(gathering.country, get_language() or "en")
    return {**told, "office": str(gathering.office_id or ""), "country": name}
