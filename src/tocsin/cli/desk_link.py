"""The address that lets a member in once; for commands that have loaded the installation."""

from django.conf import settings
from django.urls import reverse

from tocsin.members.models import Member
from tocsin.members.one_time_link import make_link


def desk_link(member: Member) -> str:
    path = reverse("sign_in_link", args=[make_link(member)])
    return f"{settings.PUBLIC_URL}{path}"
