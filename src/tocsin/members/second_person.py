"""Acts that need a second person: one asks, another agrees, and then the act is done once.

Whether the second holds the same right in the case is checked by `cases.second_person`, which knows cases.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import HouseRules, Member, SecondPersonRequest
from .record import case_number, name_of, record, record_about

PUBLISHING = frozenset(
    {
        "action.published",
        "action.letters_taken_out",
        "action.words_changed",
        "case.published",
        "case.shown_more",
        "stance.recorded",
        "outcome.recorded",
        "update.sent",
        "gathering.added",
    }
)
EXPORTING = frozenset({"case.exported"})
GOOD_FOR = timedelta(hours=24)


class NeedsSecondPerson(Exception):
    """The act waits for somebody else's agreement; `str(error)` says so. `asked` is the open request, if any."""

    def __init__(self, asked: SecondPersonRequest | None = None) -> None:
        self.asked = asked
        super().__init__(_("This needs a second person’s agreement first."))


class CannotAgree(Exception):
    """The request cannot be answered so; `str(error)` says why and what to do."""


def house_rules() -> HouseRules:
    """What the organisation has decided, or the rules that hold as long as it has not."""
    return HouseRules.objects.order_by("pk").first() or HouseRules()


def is_needed(act: str) -> bool:
    """Whether the organisation wants a second person for this act."""
    rules = house_rules()
    return (act in PUBLISHING and rules.second_person_publishes) or (
        act in EXPORTING and rules.second_person_exports
    )


def use(act: str, subject: models.Model, by: Member | None, fingerprint: str = "") -> None:
    """Spends the agreement to this act on this record, inside the transaction of the act.

    `fingerprint` stands for what the act makes known: where it is another one than was agreed to, the agreement
    is void. Nothing is spent where the house needs no second person, or where the installation itself acts
    (`by` is None). Raises NeedsSecondPerson.
    """
    if by is None or not is_needed(act):
        return
    given = _agreed(act, subject, by).filter(fingerprint=fingerprint)
    for request in given:
        if SecondPersonRequest.objects.filter(pk=request.pk, used_at=None).update(used_at=timezone.now()):
            record("second_person.used", subject, by, of=act, agreed_by=str(request.answered_by))
            return
    raise NeedsSecondPerson(waiting(act, subject))


def ask(act: str, subject: models.Model | str, by: Member, why: str = "") -> SecondPersonRequest:
    """Asks for a second person; where somebody has asked already and nobody answered, that request."""
    with transaction.atomic():
        request, is_new = SecondPersonRequest.objects.get_or_create(
            act=act,
            subject=name_of(subject),
            answered_at=None,
            defaults={"asked_by": by, "why": why.strip()[:300], "about_case": case_number(subject)},
        )
        if is_new:
            record("second_person.asked", subject, by, of=act, why=request.why)
    return request


def agree(request: SecondPersonRequest, by: Member, fingerprint: str = "") -> None:
    """Agrees to what `fingerprint` stands for. Raises PermissionDenied for whoever asked, and CannotAgree."""
    if request.asked_by_id == by.pk:
        raise PermissionDenied(_("Somebody else has to agree to what you asked for."))
    _answer(request, by, is_agreed=True, fingerprint=fingerprint)


def refuse(request: SecondPersonRequest, by: Member) -> None:
    """Refuses; whoever asked may take the request back by it. Raises CannotAgree where it was answered."""
    _answer(request, by, is_agreed=False)


def waiting(act: str, subject: models.Model) -> SecondPersonRequest | None:
    """The request for this act that nobody has answered."""
    return SecondPersonRequest.objects.filter(act=act, subject=name_of(subject), answered_at=None).first()


def agreed(act: str, subject: models.Model, by: Member, fingerprint: str = "") -> SecondPersonRequest | None:
    """The agreement that `use` would spend."""
    return _agreed(act, subject, by).filter(fingerprint=fingerprint).first()


def _agreed(act: str, subject: models.Model, by: Member) -> models.QuerySet[SecondPersonRequest]:
    return SecondPersonRequest.objects.filter(
        act=act,
        subject=name_of(subject),
        asked_by=by,
        is_agreed=True,
        used_at=None,
        answered_at__gt=timezone.now() - GOOD_FOR,
    )


def _answer(request: SecondPersonRequest, by: Member, is_agreed: bool, fingerprint: str = "") -> None:
    with transaction.atomic():
        answered = SecondPersonRequest.objects.filter(pk=request.pk, answered_at=None).update(
            answered_by=by, answered_at=timezone.now(), is_agreed=is_agreed, fingerprint=fingerprint
        )
        if not answered:
            raise CannotAgree(_("Somebody answered this request meanwhile."))
        verb = "agreed" if is_agreed else "refused"
        record_about(request.about_case, f"second_person.{verb}", request.subject, by, of=request.act)
    request.refresh_from_db()
