"""What pages, feeds and files ask about gatherings: one rule for all of them on what may be seen."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.translated.told import said_in
from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask
from tocsin.language.countries import country_name

from .barred import barred_city, barred_countries
from .check import days_words
from .describe import gathering_view
from .models import CalledDay, Gathering, GatheringKind, GatheringState, ReportState
from .view import CalledOff, DayView, GatheringView


def standing_day(action: Action) -> CalledDay | None:
    """The day that an action calls; None where it called none, called it off, is not public, or its case is frozen or has no country."""
    if not action.is_visible or action.case.frozen_at or not action.case.country:
        return None
    return CalledDay.objects.select_related("action__case").filter(action=action, called_off_at=None).first()


def hosts_wanted(action: Action, now: datetime | None = None) -> CalledDay | None:
    """The day that gatherings can be proposed for and joined now."""
    day = standing_day(action)
    is_ahead = day and day.last_day >= (now or timezone.now()).date()
    return day if is_ahead and action.is_open else None


def listed(day: CalledDay, now: datetime | None = None) -> QuerySet[Gathering]:
    """What everybody may see. Of a closed action that is only what was and has been told of."""
    barred = barred_countries(day)
    shown = Gathering.objects.filter(action=day.action, state=GatheringState.SHOWN).exclude(
        country__in=barred
    )
    shown = shown.exclude(office__in_country__in=barred).select_related("office", "action__case")
    for city, country in set(shown.order_by().values_list("city", "country")):
        if barred_city(city, country, barred):
            shown = shown.exclude(city=city, country=country)
    if day.action.is_open:
        return shown
    return shown.filter(report_state=ReportState.SHOWN, starts_at__lte=now or timezone.now())


def day_view(action: Action) -> DayView | None:
    """In the language of the moment; None where the public sees no day."""
    day = standing_day(action)
    if day is None:
        return None
    mask, now = case_mask(action.case), timezone.now()
    reader = get_language() or action.language
    language, said = said_in(action, reader, mask, (day.words, day.words_there))
    kinds = dict(GatheringKind.choices)
    return DayView(
        language=language,
        words=_paragraphs(said(day.words)),
        words_there=_paragraphs(said(day.words_there)),
        first_day=day.first_day,
        last_day=day.last_day,
        days=days_words(day),
        kinds=tuple(str(kinds[kind]) for kind in day.kinds),
        barred=tuple(country_name(code, get_language() or "en") for code in sorted(barred_countries(day))),
        is_open=hosts_wanted(action, now) is not None,
        is_over=day.last_day < now.date(),
        gatherings=tuple(views(listed(day, now), mask, now)),
    )


def views(gatherings: Iterable[Gathering], mask: Mask, now: datetime) -> list[GatheringView]:
    return [gathering_view(gathering, mask, now) for gathering in gatherings]


def seen_gathering(code: str) -> Gathering | None:
    """The gathering of a page, if everybody may see it now."""
    known = Gathering.objects.select_related("action__case", "office").filter(code=code).first()
    day = standing_day(known.action) if known else None
    return listed(day).filter(code=code).first() if day else None


def called_off(action: Action, now: datetime | None = None) -> list[CalledOff]:
    """What calendars took in and must take out: shown once, not listed now, and not long over. Nothing but its hours is told."""
    now = now or timezone.now()
    once = Gathering.objects.filter(action=action, shown_at__isnull=False, ends_at__gt=now)
    day = standing_day(action)
    gone = once.exclude(pk__in=listed(day, now).values("pk")) if day else once
    fields = ("code", "starts_at", "ends_at", "version", "changed_at")
    return [CalledOff(*row) for row in gone.order_by("starts_at", "pk").values_list(*fields)]


def going_to(actions: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """Of actions by their key: how many press that they come, by the code of the gathering."""
    found: dict[int, list[tuple[str, int]]] = {pk: [] for pk in actions}
    rows = Gathering.objects.filter(action__in=found, state=GatheringState.SHOWN).order_by("pk")
    for action, code, going in rows.values_list("action", "code", "going"):
        found[action].append((code, going))
    return found


def _paragraphs(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
