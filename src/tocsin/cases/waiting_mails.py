"""Mails of ours about a case that wait to be sent: their words were fixed before a name was taken back."""

from functools import cache
from typing import Any

from django.utils import translation

from tocsin.jobs.models import Job

from .mask import Mask
from .models import Case
from .names import taken_back_mask


def leave_names_out(payload: dict[str, Any]) -> None:
    """Done with the act that takes a name back, in its transaction: {"case": ...}, by primary key."""
    case = Case.objects.get(pk=payload["case"])

    @cache
    def mask(language: str) -> Mask | None:
        with translation.override(language or None):
            return taken_back_mask(case)

    waiting = Job.objects.filter(kind="post.mail", done_at=None, payload__case=case.pk)
    for job in waiting.select_for_update():
        if in_its_language := mask(job.payload["language"]):
            said = {part: in_its_language.text(job.payload[part]) for part in ("subject", "text")}
            Job.objects.filter(pk=job.pk).update(payload={**job.payload, **said})
