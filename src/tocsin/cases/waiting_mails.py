"""Mails of ours about a case that wait to be sent: their words were fixed before a name was taken back."""

from typing import Any

from django.utils import translation

from tocsin.jobs.models import Job

from .models import Case
from .names import taken_back_mask


def leave_names_out(payload: dict[str, Any]) -> None:
    """Done with the act that takes a name back, in its transaction: {"case": ...}, by primary key."""
    waiting = Job.objects.filter(kind="post.mail", done_at=None, payload__case=payload["case"])
    for job in waiting.select_for_update():
        mail = job.payload
        with translation.override(mail["language"]):
            mask = taken_back_mask(Case.objects.get(pk=payload["case"]))
        if mask:
            said = {part: mask.text(mail[part]) for part in ("subject", "text")}
            Job.objects.filter(pk=job.pk).update(payload={**mail, **said})
