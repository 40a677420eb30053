"""The booklet of an action's messages, for its coordinator to hand on."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.language.date_words import date_words
from tocsin.printing.booklet import Booklet, Words, print_booklet
from tocsin.printing.sheet import Sheet

from .told import countries_of, shown_messages, signed_as


def booklet_of(action: Action) -> Sheet:
    """All messages that are shown, the first first, headed in the action's language. Raises CannotChange and CannotPrint.

    A name that the case withholds is left out: a booklet may be read by whoever searches the one who carries it. One with
    empty boxes in the place of letters is not handed on.
    """
    rows, mask = list(shown_messages(action)), case_mask(action.case)
    if not rows:
        raise CannotChange(_("No message is shown yet: look through those that wait first."))
    today = timezone.localdate().isoformat()
    with translation.override(action.language):
        countries = countries_of(action)
        words = [Words(mask.text(one.text), mask.text(signed_as(one)), one.language) for one in rows]
        said = ngettext("%(n)d message", "%(n)d messages", len(rows)) % {"n": len(rows)}
        where = ngettext("from %(n)d country", "from %(n)d countries", countries) % {"n": countries}
        booklet = Booklet(
            language=action.language,
            title=mask.text(action.title),
            heading=_("You are not alone"),
            summary=f"{said} {where}, {date_words(today, action.language)}",
            organisation=mask.text(action.organiser),
            messages=tuple(words),
        )
    sheet = print_booklet(booklet, today)
    if sheet.missing:
        said = _("No font here holds these letters, which would print as empty boxes: %(letters)s")
        raise CannotChange(said % {"letters": sheet.missing[:40]})
    return sheet
