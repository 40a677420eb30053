"""Writing the letter of an action in one language."""

from typing import Any

from tocsin.members.models import Member

from .edit import editing
from .models import Action, LetterText
from .put import put_letter
from .state import letter_name


def write_letter(
    action: Action, by: Member, language: str, subject: str, body: str, capacity: str = ""
) -> LetterText:
    """Stores the letter in `language` (BCP 47), in place of the one that stood there. Line ends become LF.

    `capacity` is of whom it is for; empty for the general letter.
    """
    told: dict[str, Any] = {"language": language} | ({"capacity": capacity} if capacity else {})
    says = [letter_name(language, capacity)]
    with editing(action, by, "action.letter_written", says=says, **told) as changed:
        return put_letter(changed, language, capacity, *plain_letter(subject, body))


def plain_letter(subject: str, body: str) -> tuple[str, str]:
    """As it is stored."""
    return " ".join(subject.split()), "\n".join(body.strip().splitlines())
