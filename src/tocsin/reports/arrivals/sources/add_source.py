"""Adding a way in, switching it, looking now, taking it away: an administrator's acts."""

from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.fetching.mailbox_address import mailbox_address
from tocsin.fetching.place import place
from tocsin.intake.errors import NotFetched
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import State, as_it_is, keep_revision

from ...access import must_hold
from ...errors import CannotReview
from ...models import IntakeSource
from .folder import check_folder_name
from .look import have_looked_at

Kind = IntakeSource.Kind
KEPT = ("kind", "name", "address", "takes_pages", "is_on")


@transaction.atomic
def add_source(kind: str, name: str, address: str, by: Member, takes_pages: bool = False) -> IntakeSource:
    """Raises CannotReview for an address that cannot be one, or that is there already."""
    must_hold(by, Role.ADMINISTRATOR)
    address = _checked(kind, address.strip())
    if IntakeSource.objects.filter(address=address).exists():
        raise CannotReview(_("This one is there already."))
    source = IntakeSource.objects.create(
        kind=kind, name=name, address=address, takes_pages=takes_pages and kind == Kind.FEED, added_by=by
    )
    entry = record("source.added", source, by, kind=kind, address=address)
    keep_revision(entry, source, {}, as_it_is(source, KEPT))
    have_looked_at(source)
    return source


@transaction.atomic
def switch_source(source: IntakeSource, is_on: bool, by: Member) -> None:
    must_hold(by, Role.ADMINISTRATOR)
    was = as_it_is(IntakeSource.objects.select_for_update().get(pk=source.pk), ("is_on",))
    IntakeSource.objects.filter(pk=source.pk).update(
        is_on=is_on, failures=0, trouble="", look_next_at=timezone.now()
    )
    keep_revision(record("source.switched", source, by, is_on=is_on), source, was, {"is_on": is_on})


def restore_source(pk: int, before: State, by: Member) -> None:
    """Switched on or off again: nothing else of it is ever changed."""
    switch_source(IntakeSource.objects.get(pk=pk), before["is_on"], by)


@transaction.atomic
def look_now(source: IntakeSource, by: Member) -> None:
    """Has a worker look at it at once, however long the pause after its failures."""
    must_hold(by, Role.ADMINISTRATOR)
    source = IntakeSource.objects.select_for_update().get(pk=source.pk)
    if not source.is_on:
        raise CannotReview(_("It is switched off. Switch it on first."))
    have_looked_at(source)
    record("source.looked_at", source, by)


def _checked(kind: str, address: str) -> str:
    """As it is stored. Raises CannotReview."""
    if kind == Kind.FOLDER:
        return _folder(address)
    try:
        if kind == Kind.MAILBOX:
            mailbox_address(address)
        else:
            place(address)
    except NotFetched as why:
        raise CannotReview(f"{str(why).rstrip('.').capitalize()}.") from None
    return urlsplit(address).geturl()


def _folder(address: str) -> str:
    name = check_folder_name(address)
    if name is None:
        raise CannotReview(_("Give the plain name of a folder, such as “from-the-scanner”."))
    return str(name)
