"""The jobs that keep the rendered pages true: see `stored/`."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone

from tocsin.actions.asks.gather.queries import going_to
from tocsin.actions.models import VISIBLE, Action
from tocsin.cases.models import Case
from tocsin.delivery.counting.count_new import count_new
from tocsin.delivery.counts import counts_of
from tocsin.look.languages import codes
from tocsin.public.models import PageFolder
from tocsin.public.stored.files import folders_in, path_of, stamp_of, wipe
from tocsin.public.stored.folders import folders_of_action, folders_of_case
from tocsin.public.stored.keep import take_down
from tocsin.public.stored.names import FRONT, StoredPage, action_folder, case_folder, picture_folder
from tocsin.public.stored.render_action import COUNTS, counts_shown
from tocsin.public.stored.settle import settle, settle_action, settle_pictures

# So many folders are rendered anew at once; the next come seconds later.
MOST_AT_ONCE = 20


def take_down_action(payload: dict[str, Any]) -> None:
    """Before "pages.render" and "pages.remove": {"action": primary key} or {"slug": ...}."""
    slugs = [payload["slug"]] if "slug" in payload else _slugs(pk=payload["action"])
    take_down(folder for slug in slugs for folder in folders_of_action(slug))


def take_down_case(payload: dict[str, Any]) -> None:
    """Before "pages.case_changed": {"case": primary key}."""
    take_down(folders_of_case(payload["case"]))


def take_down_everything(payload: dict[str, Any]) -> None:
    """Before "pages.all_changed": what stands in no single case is left out of all pages, such as a frozen address."""
    take_down(_all_folders())


def render_action(payload: dict[str, Any]) -> None:
    """Handles "pages.render": {"action": primary key}. Its pictures are drawn now, not while somebody waits."""
    for slug in _slugs(pk=payload["action"]):
        settle_action(slug)
        settle_pictures(slug)


def remove_action(payload: dict[str, Any]) -> None:
    """Handles "pages.remove": {"slug": ...}. An action that was published again meanwhile keeps its page."""
    settle_action(payload["slug"])


def render_case(payload: dict[str, Any]) -> None:
    """Handles "pages.case_changed": {"case": primary key}.

    Its actions at once. Its own pages, which take longer, are made by a worker or for the first who asks: a review
    changes a case many times in a minute.
    """
    for slug in _slugs(case=payload["case"]):
        settle_action(slug)


def refresh_counts(payload: dict[str, Any]) -> None:
    """Handles "pages.counts", every few seconds: what is new is counted, and pages that it changes are rendered anew."""
    count_new()
    visible = dict(Action.objects.filter(state__in=VISIBLE).values_list("pk", "slug"))
    going = going_to(visible)
    for pk, now in counts_of(visible).items():
        if not _shows(visible[pk], counts_shown(now, going[pk])):
            settle_action(visible[pk])


def keep_pages(payload: dict[str, Any]) -> None:
    """Handles "pages.keep", every few seconds: what is missing, of another day or not ours is put right.

    So pages are there before the first reader, dates on them are those of today, and whatever an older copy of the
    folder brought back is gone.
    """
    wanted = _all_folders()
    pictures = set(map(picture_folder, _slugs(state__in=VISIBLE)))
    for stray in {*folders_in("a"), *folders_in("c"), *folders_in("p")} - wanted - pictures:
        wipe(stray)
    for folder in _not_as_put_up(sorted(wanted))[:MOST_AT_ONCE]:
        settle(folder)


def _all_folders() -> set[str]:
    """Of all that the public may see."""
    actions = (action_folder(slug) for slug in _slugs(state__in=VISIBLE))
    return {FRONT, *actions, *map(case_folder, _public_cases())}


def _not_as_put_up(folders: Iterable[str]) -> list[str]:
    stamps = dict(PageFolder.objects.values_list("name", "stamp"))
    today = timezone.now().date()
    return [folder for folder in folders if not _is_as_put_up(folder, stamps.get(folder), today)]


def _is_as_put_up(folder: str, stamp: int | None, today: date) -> bool:
    found = {stamp_of(folder, StoredPage(folder).file(code)) for code in codes()}
    return found == {stamp} and stamp is not None and datetime.fromtimestamp(stamp, UTC).date() >= today


def _shows(slug: str, counts: str) -> bool:
    """Whether the files show these counts already."""
    try:
        return path_of(action_folder(slug), COUNTS).read_text() == counts
    except FileNotFoundError:
        return False


def _slugs(**which: Any) -> list[str]:
    return list(Action.objects.filter(**which).values_list("slug", flat=True))


def _public_cases() -> list[str]:
    return list(Case.objects.filter(is_public=True, frozen_at=None).values_list("slug", flat=True))
