"""By which line letters leave: to the mail server that is set up, else into the local folder."""

from tocsin.post.deliver import PostOffice
from tocsin.post.smtp import SmtpPostOffice

from .answers import Answer, Meaning
from .crew import SendsLetters
from .line import Line


class FolderLine:
    """Any post office that is not a mail server."""

    def __init__(self, office: PostOffice) -> None:
        self.office = office

    def send(self, sender: str, recipient: str, message: bytes) -> Answer:
        try:
            self.office.send(sender, [recipient], message)
        except OSError as fault:
            return Answer(Meaning.NO_SERVER, f"The mail folder cannot be written to: {fault.strerror}.")
        return Answer(Meaning.FOLDERED)

    def close(self) -> None:
        """Nothing is kept open."""


def line_to(office: PostOffice) -> SendsLetters:
    return Line(office) if isinstance(office, SmtpPostOffice) else FolderLine(office)
