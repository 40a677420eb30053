"""Taking the letter in one language away."""

from tocsin.members.models import Member

from .edit import editing
from .models import LetterText


def drop_letter(letter: LetterText, by: Member) -> None:
    """Removes the letter. Raises CannotPublish where an open action would lose its own language."""
    with editing(letter.action, by, "action.letter_dropped", language=letter.language):
        letter.delete()
