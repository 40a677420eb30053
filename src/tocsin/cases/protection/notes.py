"""Writing, opening and deleting protection notes. Each asks who it is for, and leaves an entry in the audit trail."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from nacl.public import PrivateKey

from tocsin.members.models import Member, Role
from tocsin.members.notes_key import CannotOpen, open_notes_key
from tocsin.members.record import record

from ..access import must_hold_on
from ..errors import CannotChange
from ..models import Case, CaseKey, CaseMember, ProtectionNote, Subject
from ..one_subject import one_subject
from .case_key import let_others_in, new_key, secrets_for
from .sealing import open_words, seal_words

LONGEST = 20_000


@dataclass(frozen=True)
class OpenNote:
    """`words` is None where the member cannot open it; `why_not` then says why."""

    note: ProtectionNote
    words: str | None
    why_not: str = ""


def notes_on(subject: Subject) -> QuerySet[ProtectionNote]:
    """On the person, and on all who were judged to be the same."""
    about = [one.pk for one in one_subject(subject)]
    return ProtectionNote.objects.filter(subject__in=about).select_related("written_by")


@sensitive_variables("words", "passphrase", "private", "secrets")
def write_note(subject: Subject, words: str, passphrase: str, by: Member) -> ProtectionNote:
    """Raises CannotChange without words, CannotOpen and TooManyTries for the passphrase."""
    must_hold_on(subject.case, by, Role.CONTRIBUTOR)
    must_be_on(subject.case, by)
    if not words.strip() or len(words) > LONGEST:
        raise CannotChange(_("Write what must be known, in no more than %(n)d letters.") % {"n": LONGEST})
    private = open_notes_key(by, passphrase)
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=subject.case_id)
        key, secrets = _current_key(subject.case, by, private)
        sealed = seal_words(secrets[key.pk], subject.pk, words.strip())
        note = ProtectionNote.objects.create(subject=subject, key=key, sealed=sealed, written_by=by)
        record("protection_note.written", note, by, case=subject.case.slug)
        _let_in(subject.case, secrets, by)
    return note


@sensitive_variables("passphrase", "private", "secrets")
def open_notes(subject: Subject, passphrase: str, by: Member) -> list[OpenNote]:
    """Every note on the person, each opening in the audit trail. Raises CannotOpen and TooManyTries."""
    must_be_on(subject.case, by)
    private = open_notes_key(by, passphrase)
    with transaction.atomic():
        secrets = secrets_for(subject.case, by, private)
        opened = [_open(note, secrets) for note in notes_on(subject)]
        for each in opened:
            if each.words is not None:
                record("protection_note.opened", each.note, by, case=subject.case.slug)
        _let_in(subject.case, secrets, by)
    return opened


@transaction.atomic
def delete_note(note: ProtectionNote, by: Member) -> None:
    """For good."""
    must_hold_on(note.subject.case, by, Role.REVIEWER)
    must_be_on(note.subject.case, by)
    record("protection_note.deleted", note, by, case=note.subject.case.slug)
    note.delete()


def must_be_on(case: Case, by: Member) -> None:
    """Nobody reads along by a role in the house: not in a sample either, which every member sees."""
    if not by.is_active or not CaseMember.objects.filter(case=case, member=by).exists():
        raise PermissionDenied(_("Only members of the case write and open its protection notes."))


def _current_key(case: Case, by: Member, private: PrivateKey) -> tuple[CaseKey, dict[int, bytes]]:
    """The newest key where the writer can open it, else a new one; and all that she can open."""
    secrets = secrets_for(case, by, private)
    key = case.keys.order_by("-pk").first()
    if key is None or key.pk not in secrets:
        key = new_key(case)
        secrets = secrets_for(case, by, private)
    return key, secrets


def _open(note: ProtectionNote, secrets: dict[int, bytes]) -> OpenNote:
    if note.key_id not in secrets:
        return OpenNote(
            note, None, _("You cannot open this one yet. Ask a member of the case who can to open it.")
        )
    try:
        return OpenNote(note, open_words(secrets[note.key_id], note))
    except CannotOpen as error:
        return OpenNote(note, None, str(error))


def _let_in(case: Case, secrets: dict[int, bytes], by: Member) -> None:
    for member in let_others_in(case, secrets):
        record("protection_notes.let_in", case, by, name=str(member), id=member.pk)
