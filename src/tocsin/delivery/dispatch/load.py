"""Everything that a batch of taken letters needs to leave, in a few queries whatever their number."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from tocsin.actions.models import Action
from tocsin.delivery.message import Mail
from tocsin.delivery.models import Delivery
from tocsin.delivery.names.saying import Saying
from tocsin.delivery.written_to import written_to
from tocsin.directory.models import ContactPoint
from tocsin.directory.queries import IN_USE
from tocsin.post.frozen import frozen_words

from .claim import Claim

_ABOUT = ("attempts", "action", "contact_point", "contact_point__value", "letter", "is_copy")
# As the fields of Mail, but for its last: plain values cost a quarter of what objects of four tables would.
_MAIL = (
    *(
        "pk",
        "message_id",
        "contact_point__value",
        "contact_point__office__name",
        "contact_point__office__person",
    ),
    *("letter__language", "letter__subject", "letter__body", "letter__wants_answers", "letter__created_at"),
    *("letter__supporter__name", "letter__supporter__email", "letter__supporter__country"),
)
_Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A claimed delivery; `attempts` that were made before, `mail` None where its letter was erased since.

    `names_unsaid`: its writer's own words hold a name that was taken back.
    """

    claim: Claim
    attempts: int
    action: Action
    contact_point: int
    address: str
    is_in_use: bool
    mail: Mail | None
    names_unsaid: bool = False


def load(claims: Collection[Claim]) -> Iterator[Taken]:
    """In the order of the claims."""
    rows = Delivery.objects.filter(pk__in=[claim.pk for claim in claims]).values_list(*_MAIL, *_ABOUT)
    found: dict[int, tuple[_Values, _Values]] = {
        row[0]: (row[: len(_MAIL)], row[len(_MAIL) :]) for row in rows
    }
    abouts = [about for _mail, about in found.values()]
    actions = Action.objects.select_related("case").in_bulk({about[1] for about in abouts})
    points = ContactPoint.objects.filter(IN_USE, pk__in={about[2] for about in abouts})
    in_use = set(points.values_list("pk", flat=True))
    frozen, saying = frozen_words(), Saying(actions.values())
    offices = written_to([about[4] for about in abouts if about[5] and about[4]])
    for claim in claims:
        if claim.pk in found:
            mail, (attempts, action, point, address, letter, is_copy) = found[claim.pk]
            words = Mail(*mail) if letter else None
            said = (
                saying.words(actions[action], words.language, (words.subject, words.body)) if words else None
            )
            now_said = (frozen.text(said[0]), frozen.text(said[1])) if said else None
            if words and now_said and now_said != (words.subject, words.body):
                words = replace(words, subject=now_said[0], body=now_said[1])
            if words and letter in offices and is_copy:
                words = replace(words, copy_of=offices[letter])
            yield Taken(
                claim,
                attempts,
                actions[action],
                point,
                address,
                point in in_use,
                words,
                bool(words and not said),
            )
