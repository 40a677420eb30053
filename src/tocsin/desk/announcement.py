"""A new action is told to the list: looked at, asked once more, sent once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.followup.announcements.announce import announce, by_language
from tocsin.followup.announcements.mail import words
from tocsin.followup.models import Announcement
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.post.deliver import post_office

from .action_edit import find_action
from .language_choices import language_words


@on_action(Role.PUBLISHER)
@require_http_methods(["GET", "HEAD", "POST"])
def announcement(request: HttpRequest, slug: str) -> HttpResponse:
    """The first press asks once more, the second sends."""
    action = find_action(slug)
    refused = ""
    if request.method == "POST" and request.POST.get("sure") == "yes":
        try:
            announce(action, member_of(request))
        except CannotChange as error:
            refused = str(error)
        else:
            messages.success(request, _("It is on its way, at half the pace of letters."))
            return redirect("announcement", slug)
    counted = by_language(action)
    subject, text = words(action, action.language, _("(a link that takes the reader off the list)"))
    page = {
        "action": action,
        "made": Announcement.objects.filter(action=action).select_related("sent_by").first(),
        "asks": request.method == "POST" and not refused,
        "refused": refused,
        "may_send": action.is_open and not action.case.frozen_at,
        "counted": [(language_words(code), number) for code, number in counted],
        "total": sum(number for _code, number in counted),
        "subject": subject,
        "text": text,
        "mail_leaves": post_office().is_real,
    }
    return render(request, "desk/announcement.html", page, status=422 if refused else 200)
