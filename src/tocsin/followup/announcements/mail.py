"""A new action, told to one follower in the language she chose; the headline stays as it was written."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.dispatch.holds import held
from tocsin.followup.bulk_mail import A_WHILE, Link, bulk_mail, send_bulk
from tocsin.followup.models import Announcement
from tocsin.jobs.errors import OnHold
from tocsin.language.date_words import date_words
from tocsin.post.message_id import message_id
from tocsin.post.return_path import Kind, return_path, token
from tocsin.supporters.followers.tokens import leave_token
from tocsin.supporters.models import Follower
from tocsin.supporters.silence import may_write


def send_to_follower(payload: dict[str, Any], leave_link: Link) -> None:
    """Does a job of kind `followup.announcement_mail`: {"announcement": ..., "follower": ...}, both by primary key.

    Asked again right before it leaves: whether she is still on the list, and the action still open.
    """
    made = Announcement.objects.select_related("action__case").get(pk=payload["announcement"])
    follower = Follower.objects.filter(pk=payload["follower"], confirmed_at__isnull=False).first()
    if follower is None or not made.action.is_open or not may_write(follower.email):
        return
    if made.action.case.frozen_at or held().everything:
        raise OnHold("the case is frozen, or sending is stopped", A_WHILE)
    link = settings.PUBLIC_URL + leave_link(leave_token(follower.public_id))
    subject, text = words(made.action, follower.language, link)
    identity = message_id("announcement", str(made.pk), follower.public_id.hex)
    whole = bulk_mail(follower.email, subject, text, follower.language, identity, made.sent_at, link)
    send_bulk(return_path(token(Kind.FOLLOWER, follower.pk)), follower.email, whole)


def words(action: Action, language: str, link: str) -> tuple[str, str]:
    """(subject, text); names that the case withholds are out."""
    with translation.override(language):
        view = action_view(action)
        told = {
            "title": view.title,
            "lead": next(iter(view.story_paragraphs), ""),
            "deadline": date_words(view.deadline.isoformat(), language) if view.deadline else "",
            "address": settings.PUBLIC_URL + reverse("action", args=[view.slug]),
            "organisation": settings.ORGANISATION,
            "link": link,
        }
        subject = _("New appeal: %(title)s") % {"title": " ".join(view.title.split())}
        return subject, render_to_string("followup/announcement.txt", told)
