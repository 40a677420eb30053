"""Writing the letter of an action in one language."""

from django.utils import timezone

from tocsin.members.models import Member

from .edit import editing
from .models import Action, LetterText


def write_letter(action: Action, by: Member, language: str, subject: str, body: str) -> LetterText:
    """Stores the letter in `language` (BCP 47), in place of the one that stood there. Line ends become LF."""
    with editing(action, by, "action.letter_written", language=language) as changed:
        letter, _is_new = LetterText.objects.update_or_create(
            action=changed,
            language=language,
            defaults={
                "subject": " ".join(subject.split()),
                "body": "\n".join(body.strip().splitlines()),
                "edited_at": timezone.now(),
            },
        )
    return letter
