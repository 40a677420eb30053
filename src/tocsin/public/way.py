"""The ways that a letter can take to one office, best first, and only those that exist."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tocsin.actions.copies import Copy
from tocsin.delivery.destination import Destination
from tocsin.delivery.mail_choice.models import By
from tocsin.letters.mailto import LIMIT, MOST_COPIES, Mailto, mailto_link
from tocsin.letters.short_letter import short_letter
from tocsin.letters.webmail import PROVIDERS, WebmailLink, compose_link, webmail_links


class Way(StrEnum):
    """Each has a template of its name: `way_<name>.html`."""

    MAILTO = "mailto"
    WEBMAIL = "webmail"
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
    """`link` opens a mail program with the letter; where that is too long for one, with its short form `short`.

    It holds the first copy; `further_copies` are those that a supporter adds by hand. `length` counts the encoded
    characters of the whole letter's link, of which `limit` are safe. `choice` is the coordinator's, for this office.
    """

    to: Destination
    mail_is_set_up: bool
    choice: By = By.EITHER
    link: Mailto | None = None
    short: str = ""
    length: int = 0
    webmail: tuple[WebmailLink, ...] = ()
    limit: int = LIMIT

    @property
    def further_copies(self) -> tuple[Copy, ...]:
        return self.to.copies[MOST_COPIES:]

    def __iter__(self) -> Iterator[Way]:
        if self.to.email:
            yield from (way for way in self._by_mail() if self._is_wanted(way))
        elif self.to.is_own:
            yield Way.COPY
        found = ((self.to.post, Way.PRINT), (self.to.fax, Way.FAX), (self.to.phone, Way.PHONE))
        yield from (way for point, way in found if point)

    def _is_wanted(self, way: Way) -> bool:
        """ "From this site only" holds once mail can leave this site; before, it would leave no way at all."""
        if self.choice == By.OWN or self.to.is_own:
            return way is not Way.SERVER
        return way is Way.SERVER or self.choice == By.EITHER or not self.mail_is_set_up

    def _by_mail(self) -> Iterator[Way]:
        """A letter that would only wait in our folder is better sent by any other way; the whole before the short one."""
        links = [way for way, is_there in ((Way.MAILTO, self.link), (Way.WEBMAIL, self.webmail)) if is_there]
        whole = [Way.EML] if self.short else [*links, Way.EML]
        short = [*links, Way.COPY] if self.short else [Way.COPY]
        if not self.mail_is_set_up:
            yield from (*whole, *short, Way.SERVER)
        elif self.short:
            yield from (Way.SERVER, *whole, *short)
        else:
            yield from (*links, Way.SERVER, Way.EML, Way.COPY)


def ways_to(
    to: Destination,
    subject: str,
    body: str,
    mail_is_set_up: bool,
    demands: Sequence[str] = (),
    choice: By = By.EITHER,
) -> Ways:
    if to.email is None:
        return Ways(to, mail_is_set_up)
    address, cc = to.email.value, [copy.email.value for copy in to.copies]
    link = mailto_link(address, cc[:MOST_COPIES], subject, body)
    short = "" if link.fits else _short(address, cc, subject, body, demands)
    taken = link if link.fits else mailto_link(address, cc[:MOST_COPIES], subject, short)
    return Ways(
        to,
        mail_is_set_up,
        choice,
        link=taken if taken.fits else None,
        short=short,
        length=link.length,
        webmail=tuple(webmail_links(address, cc, subject, body, short)),
    )


def _short(address: str, cc: Sequence[str], subject: str, body: str, demands: Sequence[str]) -> str:
    """What fits a mail program, and with it the page of any provider: their links are a little longer."""

    def fits(text: str) -> bool:
        longest = max(len(compose_link(each, address, cc, subject, text)) for each in PROVIDERS)
        return longest <= LIMIT and mailto_link(address, cc[:MOST_COPIES], subject, text).fits

    return short_letter(body, demands, subject, fits)
