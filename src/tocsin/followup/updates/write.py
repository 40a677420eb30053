"""A coordinator writes an update, language by language."""

import re
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.followup.models import Update, UpdateState, UpdateText
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import State, keep_revision
from tocsin.post import header_words
from tocsin.post.header_words import HeaderRefused

from .wait import fall_away

LONGEST_SUBJECT, LONGEST = 150, 20_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Language -> subject and text.
Texts = Mapping[str, tuple[str, str]]


@transaction.atomic
def new_update(action: Action, by: Member) -> Update:
    """An empty draft. Raises PermissionDenied, and CannotChange where the public does not see the action."""
    must_publish(action, by)
    if not action.is_visible or action.is_sample:
        raise CannotChange(_("Updates are written about actions that the public sees."))
    update = Update.objects.create(action=action, created_by=by)
    record("update.begun", update, by)
    return update


@transaction.atomic
def write(update: Update, texts: Texts, by: Member, with_note: bool = False) -> Update:
    """`with_note`: each mail leads to the sheet that goes into the cell. A language whose subject and text are empty is dropped. Raises PermissionDenied, CannotChange."""
    must_publish(update.action, by)
    update = Update.objects.select_for_update(of=("self",)).select_related("action__case").get(pk=update.pk)
    if update.state != UpdateState.DRAFT:
        raise CannotChange(_("It is on its way already and cannot be changed."))
    was = words_of(update)
    for language, (subject, body) in texts.items():
        _write_one(update, language, subject.strip(), body.replace("\r\n", "\n").strip())
    update.with_note = with_note
    update.save(update_fields=["with_note"])
    entry, now = record("update.written", update, by, languages=sorted(texts)), words_of(update)
    if was != now:
        fall_away(update, by)
    nothing: State = dict.fromkeys({**was, **now})
    keep_revision(entry, update, nothing | was, nothing | now, within=update.action.case)
    return update


def words_of(update: Update) -> State:
    """Its words as the history keeps them."""
    texts: State = {f"text {text.language}": [text.subject, text.body] for text in update.texts.all()}
    return {**texts, "with_note": update.with_note}


def _write_one(update: Update, language: str, subject: str, body: str) -> None:
    if not subject and not body:
        update.texts.filter(language=language).delete()
        return
    _check(update, language, subject, body)
    UpdateText.objects.update_or_create(
        update=update, language=language, defaults={"subject": subject, "body": body}
    )


def _check(update: Update, language: str, subject: str, body: str) -> None:
    named = {"language": language}
    if not _LANGUAGE.fullmatch(language):
        raise CannotChange(_("“%(language)s” is no language that we know.") % named)
    if not subject or not body:
        raise CannotChange(_("The text in “%(language)s” needs a subject and words.") % named)
    _check_length(language, subject, body)
    try:
        header_words.unstructured(subject)
    except HeaderRefused:
        raise CannotChange(_("The subject in “%(language)s” must be one line.") % named) from None
    mask = case_mask(update.action.case)
    if mask.touches(subject) or mask.touches(body):
        told = _("A name that the case withholds stands in the text in “%(language)s”. Take it out.")
        raise CannotChange(told % named)


def _check_length(language: str, subject: str, body: str) -> None:
    if len(subject) > LONGEST_SUBJECT:
        told = _("The subject in “%(language)s” is longer than %(most)s characters. Shorten it.")
        raise CannotChange(told % {"language": language, "most": LONGEST_SUBJECT})
    if len(body) > LONGEST:
        told = _(
            "The text in “%(language)s” has %(count)s characters, and at most %(most)s go into a mail. Shorten it."
        )
        raise CannotChange(told % {"language": language, "count": len(body), "most": LONGEST})
