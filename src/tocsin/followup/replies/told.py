"""What the public reads of answers."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.followup.models import SHOWN, Reply, ReplyState


@dataclass(frozen=True)
class ToldReply:
    """`way` in words; `is_part`: not all of it is shown."""

    office: str
    on: date
    way: str
    text: str
    is_part: bool


def replies_told(action: Action) -> list[ToldReply]:
    """The oldest first. Names that the case withholds are out."""
    mask = case_mask(action.case)
    rows = Reply.objects.filter(action=action, state__in=SHOWN).select_related("target__office")
    return [
        ToldReply(
            office=mask.text(str(reply.target.office)) if reply.target else "",
            on=timezone.localdate(reply.came_at),
            way=reply.get_way_display(),
            text=mask.text(reply.shown_text),
            is_part=reply.state == ReplyState.IN_PART or reply.is_text_cut,
        )
        for reply in rows.order_by("came_at", "pk")
    ]
