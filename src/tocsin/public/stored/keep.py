"""Which rendering may stay: one that began after the last change, and none that a withdrawal overtook."""

import time
from collections.abc import Callable, Iterable, Mapping
from threading import Lock

from django.db import transaction
from django.db.models import F, QuerySet

from tocsin.public.models import PageFolder

from .files import drop, put_in_place, wipe, wipe_now, write_aside

# File name -> content. Empty where the public may see nothing.
Pages = Mapping[str, str | bytes]
Render = Callable[[], Pages]

TRIES = 3
# Readers who miss the same page wait for one of them to render it.
_ONE_AT_A_TIME = tuple(Lock() for _ in range(16))


def take_down(folders: Iterable[str]) -> None:
    """Removes the pages inside the transaction that changes what they show, before it is stored.

    The rows stay locked until it ends: who misses a page meanwhile renders it from what is stored then, and a rendering
    that began before is thrown away.
    """
    names = sorted(set(folders))
    with transaction.atomic():
        known = [row.name for row in _rows(names).select_for_update()]
        for name in names:
            if name not in known:
                PageFolder.objects.get_or_create(name=name)
        _rows(names).update(taken_down=F("taken_down") + 1, stamp=F("stamp") + 1)
        for name in names:
            wipe_now(name)


def put_up(folder: str, render: Render) -> bool:
    """Renders the pages and puts them in their place; whether the public may see any.

    Nothing is locked while it renders. If that is overtaken by changes again and again, it holds them up once.
    """
    for _ in range(TRIES):
        since = PageFolder.objects.get_or_create(name=folder)[0].taken_down
        pages = render()
        if _place(folder, pages, since):
            return bool(pages)
    with transaction.atomic():
        since = _rows([folder]).select_for_update().get().taken_down
        pages = render()
        _place(folder, pages, since)
    return bool(pages)


def one_at_a_time(folder: str) -> Lock:
    """Held by whoever renders a page for a reader in this process."""
    return _ONE_AT_A_TIME[hash(folder) % len(_ONE_AT_A_TIME)]


def _place(folder: str, pages: Pages, since: int) -> bool:
    """False where the folder was taken down since."""
    try:
        aside = write_aside(folder, pages)
    except FileNotFoundError:
        return False
    with transaction.atomic():
        row = _rows([folder]).select_for_update().get()
        if row.taken_down != since:
            drop(aside.values())
            return False
        row.stamp = max(int(time.time()), row.stamp + 1)
        row.save(update_fields=["stamp"])
        if aside:
            put_in_place(folder, aside, row.stamp)
        else:
            wipe(folder)
    return True


def _rows(names: list[str]) -> QuerySet[PageFolder]:
    return PageFolder.objects.filter(name__in=names).order_by("name")
