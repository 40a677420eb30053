"""The causes of an action as the public sees them."""

from dataclasses import dataclass
from datetime import datetime

from tocsin.actions.models import Action
from tocsin.cases.names import case_mask

from .doubts import doubt_about


@dataclass(frozen=True)
class CauseView:
    """Without names that are withheld. `verified_at`: when the second person checked it."""

    owner: str
    purpose: str
    url: str
    account: str
    verified_at: datetime


def causes_of(action: Action) -> tuple[CauseView, ...]:
    """Those verified and not taken back; none of an action that is closed or rests, and none that a report disputes by now."""
    if not action.is_open or action.case.frozen_at:
        return ()
    mask = case_mask(action.case)
    views = (
        CauseView(
            mask.text(c.owner), mask.text(c.purpose), mask.address(c.url), mask.text(c.account), c.verified_at
        )
        for c in action.causes.filter(withdrawn_at=None)
        if c.verified_at and not doubt_about(action.case, c.owner, c.url, c.account)
    )
    return tuple(view for view in views if view.url or view.account)
