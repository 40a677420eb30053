"""The ways that a letter can take to one office, best first, and only those that exist."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tocsin.actions.copies import Copy
from tocsin.letters.mailto import MOST_COPIES, Mailto, mailto_link
from tocsin.public.destination import Destination


class Way(StrEnum):
    """Each has a template of its name: `way_<name>.html`."""

    MAILTO = "mailto"
    SERVER = "server"
    EML = "eml"
    COPY = "copy"
    PRINT = "print"
    FAX = "fax"
    PHONE = "phone"

    @property
    def template(self) -> str:
        return f"public/way_{self}.html"


@dataclass(frozen=True)
class Ways:
    """`link` is the letter as a mailto link; None where it has no address, or is too long for mail programs.

    It holds the first copy; `further_copies` are those that a supporter adds by hand.
    """

    to: Destination
    link: Mailto | None
    mail_is_set_up: bool

    @property
    def further_copies(self) -> tuple[Copy, ...]:
        return self.to.copies[MOST_COPIES:]

    def __iter__(self) -> Iterator[Way]:
        if self.to.email:
            yield from self._by_mail()
        found = ((self.to.post, Way.PRINT), (self.to.fax, Way.FAX), (self.to.phone, Way.PHONE))
        yield from (way for point, way in found if point)

    def _by_mail(self) -> Iterator[Way]:
        if self.link:
            yield Way.MAILTO
        # A letter that would only wait in our folder is better sent by any other way.
        yield from (Way.SERVER, Way.EML, Way.COPY) if self.mail_is_set_up else (Way.EML, Way.COPY, Way.SERVER)


def ways_to(to: Destination, subject: str, body: str, mail_is_set_up: bool) -> Ways:
    cc = [copy.email.value for copy in to.copies[:MOST_COPIES]]
    link = mailto_link(to.email.value, cc, subject, body) if to.email else None
    return Ways(to, link if link and link.fits else None, mail_is_set_up)
