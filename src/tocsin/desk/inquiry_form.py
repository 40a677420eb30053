"""The form that logs an attempt to get an answer: an office, an outcome, and what else is known."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.cases.inquiries.attempt import Attempt
from tocsin.cases.inquiries.local_time import zone_choices
from tocsin.cases.inquiries.offices import offices_of
from tocsin.cases.models import Case, Inquiry, InquiryChannel, InquiryOutcome, PersonAtRisk, Stance
from tocsin.language.zones import clock, is_zone, zone_city

from .long_select import LongSelect
from .person_choices import person_choices

# An office that has no row in the directory is chosen by its name.
BY_NAME = "name:"


class InquiryForm(forms.Form):
    office = forms.CharField(required=False, max_length=320)
    office_name = forms.CharField(label=_("Another office"), required=False, max_length=300)
    said = forms.CharField(label=_("What was said, in one line"), required=False, max_length=2000)
    stance = forms.ChoiceField(
        label=_("How it was said"),
        required=False,
        choices=[("", _("as the outcome says")), *Stance.choices],
    )
    channel = forms.ChoiceField(
        label=_("How we asked"), choices=InquiryChannel.choices, initial=InquiryChannel.PHONE
    )
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    at = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    zone = forms.ChoiceField(label=_("By the clock of"), widget=LongSelect)
    spoke_with = forms.CharField(
        label=_("Who answered, as they called themselves"), required=False, max_length=200
    )
    about = forms.ChoiceField(label=_("About whom"), required=False, widget=LongSelect)
    asked_by = forms.CharField(label=_("Who asked, as it may be told"), required=False, max_length=120)
    outcome = forms.ChoiceField(
        choices=InquiryOutcome.choices, error_messages={"required": _("Press what happened.")}
    )
    form_key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(
        self, case: Case, data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        zones = zone_choices(case)
        super().__init__(data, initial=_now(zones[0]) | (initial or {}))
        self.case = case
        for name, choices in (("zone", [(z, zone_words(z)) for z in zones]), ("about", person_choices(case))):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    @property
    def zone_name(self) -> str:
        """Of the clock by which the form was filled."""
        typed = self["zone"].value() or ""
        return zone_words(typed if is_zone(typed) else zone_choices(self.case)[0])

    def attempt(self, of: Inquiry | None = None) -> Attempt:
        """What was filled in; `of` is the one that it corrects. Valid forms only."""
        given = self.cleaned_data
        offices = {str(office.pk): office for office in offices_of(self.case)}
        typed, chosen = given["office_name"].strip(), given["office"]
        named = chosen.removeprefix(BY_NAME) if chosen.startswith(BY_NAME) else ""
        by_name = {str(office).casefold(): office for office in offices.values()}
        return Attempt(
            outcome=given["outcome"],
            asked_at=_exactly(datetime.combine(given["day"], given["at"], clock(given["zone"])), of),
            office=by_name.get(typed.casefold()) if typed else offices.get(chosen),
            office_name=typed or named,
            channel=given["channel"],
            said=given["said"],
            stance=given["stance"],
            about=PersonAtRisk.objects.filter(case=self.case, pk=int(given["about"])).first()
            if given["about"]
            else None,
            spoke_with=given["spoke_with"],
            asked_by=given["asked_by"],
            form_key=given["form_key"],
        )


def _exactly(minute: datetime, of: Inquiry | None) -> datetime:
    """The moment that is known within the minute of the form: of the attempt, else this very one.

    So two calls within a minute keep their order.
    """
    known = [of.asked_at] if of else []
    return next(
        (at for at in [*known, timezone.now()] if minute <= at < minute + timedelta(minutes=1)), minute
    )


def filled_from(inquiry: Inquiry, zone: str) -> dict[str, Any]:
    """The form as it would have been filled in for what was logged."""
    local = wall_time(inquiry.asked_at, zone)
    return {
        "office": str(inquiry.office_id) if inquiry.office_id else BY_NAME + inquiry.office_name,
        "channel": inquiry.channel,
        "day": local.date(),
        "at": local.time(),
        "zone": zone,
        "spoke_with": inquiry.spoke_with,
        "about": str(inquiry.about_id or ""),
        "asked_by": inquiry.asked_by,
        "outcome": inquiry.outcome,
        "form_key": "",
    }


def zone_words(zone: str) -> str:
    """'Aqtau (UTC+5)', as it is now."""
    offset = timezone.now().astimezone(clock(zone)).utcoffset() or timedelta()
    hours = offset / timedelta(hours=1)
    return f"{zone_city(zone).replace('_', ' ')} (UTC{hours:+g})" if offset else f"{zone_city(zone)} (UTC)"


def wall_time(moment: datetime, zone: str) -> datetime:
    """What the clock of `zone` shows, without its zone: a page would turn it into UTC otherwise."""
    return moment.astimezone(clock(zone)).replace(tzinfo=None)


def _now(zone: str) -> dict[str, Any]:
    local = wall_time(timezone.now(), zone)
    return {
        "day": local.date(),
        "at": local.time(),
        "zone": zone,
        "form_key": secrets.token_urlsafe(12),
    }
