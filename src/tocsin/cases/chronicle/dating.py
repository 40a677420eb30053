"""When something happened, in words, as days, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tocsin.language.date_words import date_words
from tocsin.language.edtf import Precision, Stretch, stretch_of


class Certainty(TextChoices):
    """How a date is known, and so how it is drawn."""

    DAY = "day", _("the day is known")
    INFERRED = "inferred", _("the day is inferred")
    ABOUT = "about", _("about that time")
    MONTH = "month", _("only the month is known")
    YEAR = "year", _("only the year is known")
    SPAN = "span", _("from one date to another")
    OPEN = "open", _("one end is not known")
    REPORTED = "reported", _("true by the day of the report; since when is not said")
    WORDS = "words", _("as somebody said it; no day can be told")
    NONE = "none", _("no date is known")


SAID_BY_THE_WORDS = {Certainty.DAY, Certainty.INFERRED, Certainty.ABOUT, Certainty.SPAN}
_OF_PRECISION = {
    Precision.DAY: Certainty.DAY,
    Precision.MONTH: Certainty.MONTH,
    Precision.YEAR: Certainty.YEAR,
    Precision.YEARS: Certainty.YEAR,
    Precision.SPAN: Certainty.SPAN,
    Precision.OPEN: Certainty.OPEN,
}


@dataclass(frozen=True)
class Dating:
    """`first` and `last`: the days between which it lies; None where that end, or any day, is not known."""

    edtf: str
    certainty: Certainty
    first: date | None = None
    last: date | None = None

    @property
    def words(self) -> str:
        """In the reader's language: of a moment its day, of a date like 'last Ramadan' as it was said."""
        return _words(self.edtf, get_language() or "en")

    @property
    def is_dated(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def begins(self) -> date:
        """The first day, or the only one that is known. Only for what is dated."""
        return self.first or self.last or date.max

    @property
    def ends(self) -> date:
        return self.last or self.first or date.max

    @property
    def how_sure(self) -> str:
        """Nothing where the words of the date say it themselves."""
        return "" if self.certainty in SAID_BY_THE_WORDS else str(self.certainty.label)


@lru_cache(4096)
def dating(edtf: str) -> Dating:
    """Of EDTF. A case tells of a few hundred days in a thousand lines."""
    stretch = stretch_of(edtf)
    if stretch is None:
        return Dating(edtf, Certainty.WORDS if date_words(edtf) else Certainty.NONE)
    return Dating(edtf, _certainty(stretch), stretch.first, stretch.last)


@lru_cache(4096)
def as_reported(published: str) -> Dating:
    """What a report tells as true, without saying since when."""
    known = dating(published)
    if not known.is_dated:
        return Dating("", Certainty.NONE)
    return Dating(known.edtf, Certainty.REPORTED, known.first, known.last)


@lru_cache(4096)
def _words(edtf: str, language: str) -> str:
    """A page asks for those of a line up to five times."""
    return date_words(edtf.partition("T")[0] if stretch_of(edtf) else edtf, language)


def _certainty(stretch: Stretch) -> Certainty:
    if stretch.is_approximate:
        return Certainty.ABOUT
    if stretch.precision == Precision.DAY and stretch.is_inferred:
        return Certainty.INFERRED
    return _OF_PRECISION[stretch.precision]
