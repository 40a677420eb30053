"""Bringing back what an update said: in the draft itself, or as a new one where it has left."""

from django.utils.translation import gettext as _

from tocsin.followup.models import Update, UpdateState
from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from .write import new_update, words_of, write

NOTHING = ("", "")


def restore_update(pk: int, before: State, by: Member) -> Update | None:
    """The new draft, where the update was sent. Raises CannotRestore, and CannotChange as writing it by hand does."""
    update = Update.objects.select_related("action__case").get(pk=pk)
    if "state" in before:
        raise CannotRestore(_("Mail cannot be called back. Write a new update instead."))
    then = words_of(update) | before
    texts = {
        name.removeprefix("text "): tuple(words or NOTHING)
        for name, words in then.items()
        if name.startswith("text ")
    }
    if update.state == UpdateState.DRAFT:
        write(update, texts, by, then["with_note"])
        return None
    return write(new_update(update.action, by), texts, by, then["with_note"])
