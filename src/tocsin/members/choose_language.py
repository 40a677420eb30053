"""A member says in which language her desk is, and our mails to her are."""

from django.db import transaction

from .models import Member
from .record import record


@transaction.atomic
def choose_language(member: Member, language: str) -> None:
    """`language` is one of the site's (BCP 47); empty: the site's first in mails, the browser's at the desk."""
    if member.language != language:
        member.language = language
        member.save(update_fields=["language"])
        record("member.language_chosen", member, member, language=language)
