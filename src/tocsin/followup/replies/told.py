"""What the public reads of answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator

from tocsin.actions.models import Action
from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask
from tocsin.directory.said_here import said_here
from tocsin.followup.models import SHOWN, Reply, ReplyState

# Characters of one answer on the action's page, which many answers share: the whole of a longer one is a text file.
ON_PAGE = 1_500


@dataclass(frozen=True)
class ToldReply:
    """`way` in words; `is_part`: not all of it is shown; `is_begun`: `text` is its beginning, `number` names the whole."""

    number: int
    office: str
    on: date
    way: str
    text: str
    is_part: bool
    is_begun: bool


def replies_told(action: Action) -> list[ToldReply]:
    """The oldest first. Names that the case withholds are out."""
    mask = case_mask(action.case)
    return [_told(reply, mask) for reply in _shown(action).order_by("came_at", "pk")]


def reply_text(action: Action, number: int) -> str | None:
    """One answer, as far as it is shown at all; None where the public reads no such answer now."""
    reply = _shown(action).filter(pk=number).first()
    if reply is None or not action.is_visible or action.case.frozen_at:
        return None
    return case_mask(action.case).text(reply.shown_text)


def long_replies(action: Action) -> Iterator[int]:
    """The numbers of those whose whole text stands in a file."""
    return (told.number for told in replies_told(action) if told.is_begun)


def _shown(action: Action) -> QuerySet[Reply]:
    return Reply.objects.filter(action=action, state__in=SHOWN).select_related("target__office")


def _told(reply: Reply, mask: Mask) -> ToldReply:
    text = mask.text(reply.shown_text)
    is_begun = len(text) > ON_PAGE
    return ToldReply(
        number=reply.pk,
        office=mask.text(said_here(reply.target.office)) if reply.target else "",
        on=timezone.localdate(reply.came_at),
        way=reply.get_way_display(),
        text=Truncator(text).chars(ON_PAGE) if is_begun else text,
        is_part=reply.state == ReplyState.IN_PART or reply.is_text_cut,
        is_begun=is_begun,
    )
