"""How long a link may be before whoever opens it cuts or refuses it, and who says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """`longest`: encoded characters of a whole link that were taken, or one less than what was refused."""

    taker: str
    longest: int
    source: str


MEASURED = (
    Measured(
        "Chromium on Windows", 2046, "platform_util_win.cc: 2,048 with its quotation marks; crbug.com/727909"
    ),
    Measured("Outlook from IE 9, Firefox, Chrome", 2046, "superruub.wordpress.com, 30 May 2013, tried"),
    Measured("Windows Live Mail", 2046, "superruub.wordpress.com, 30 May 2013, tried"),
    Measured("Firefox 32 with Thunderbird 31 on Windows", 2008, "Stack Overflow on mailto lengths, tried"),
    Measured("Apple Mail from Safari", 2083, "superruub.wordpress.com, 30 May 2013, tried"),
    Measured("Gmail on the web", 6409, "github.com/defund12/defund12.org/issues/893: 413 at 6,410"),
)
# What every mail program above takes: a page does not know which one its reader has.
OWN_PROGRAM = 2000
GMAIL = 6000
# Outlook's and Yahoo's pages publish no limit: the least of all counts.
OTHER_WEBMAIL = OWN_PROGRAM
