"""The states of a delivery and their groups: the one place where the words of the plan meet the stored ones.

    new        the row is stored, `created_at` says when
    pending    UNCONFIRMED: waits for the supporter
    confirmed  CONFIRMED: her press on the button; the letter goes on to QUEUED in the same transaction
    queued     QUEUED      sending   SENDING     deferred  DEFERRED
    accepted   ACCEPTED    bounced   BOUNCED     failed    FAILED     frozen  FROZEN

NAMES waits for its writer to leave a name out: see names/. FOLDERED stands for accepted where mail is
not set up. BUNDLED waits for letters that it goes together with, TOGETHER has gone into a signed bundle with them; what
became of that, the bundle says. TAKEN_OUT counts no more: see taken_out/.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliveryState(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("waits for the supporter's confirmation")
    CONFIRMED = "confirmed", _("confirmed by the supporter")
    QUEUED = "queued", _("waits to be sent")
    SENDING = "sending", _("being sent")
    ACCEPTED = "accepted", _("accepted by the target's server")
    FOLDERED = "foldered", _("put into the local folder, not sent")
    DEFERRED = "deferred", _("put off after a temporary error")
    FROZEN = "frozen", _("held back until somebody releases it")
    NAMES = "names", _("held: its writer's own words hold a name that may not be said any more")
    BUNDLED = "bundled", _("waits to go with others as a signed bundle")
    TOGETHER = "together", _("in a signed bundle with others")
    BOUNCED = "bounced", _("came back: the address does not exist")
    FAILED = "failed", _("given up")
    TAKEN_OUT = "taken_out", _("taken out of the count by the organisation")


# What a worker may take, what still may leave, and what counts as given to us.
DUE = {DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.DEFERRED}
WAITING = {*DUE, DeliveryState.FROZEN}
CONFIRMED = set(DeliveryState) - {DeliveryState.UNCONFIRMED}
# Answered by a server, for good.
TRIED = {DeliveryState.ACCEPTED, DeliveryState.BOUNCED, DeliveryState.FAILED}
# Stands in no public count.
UNCOUNTED = {DeliveryState.UNCONFIRMED, DeliveryState.TAKEN_OUT}
