"""Writing the letter of an action in one language."""

from django.utils import timezone

from tocsin.members.models import Member

from .edit import editing
from .models import Action, LetterText


def write_letter(
    action: Action, by: Member, language: str, subject: str, body: str, capacity: str = ""
) -> LetterText:
    """Stores the letter in `language` (BCP 47), in place of the one that stood there. Line ends become LF.

    `capacity` is of whom it is for; empty for the general letter.
    """
    told = {"language": language} | ({"capacity": capacity} if capacity else {})
    words = {
        "subject": " ".join(subject.split()),
        "body": "\n".join(body.strip().splitlines()),
        "edited_at": timezone.now(),
    }
    with editing(action, by, "action.letter_written", **told) as changed:
        letter, _is_new = changed.letters.update_or_create(
            language=language, capacity=capacity, defaults=words
        )
    return letter
