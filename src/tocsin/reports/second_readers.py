"""Which second reader this installation has, and whether a report may be shown to it."""

from django.conf import settings
from django.utils.translation import gettext as _

from tocsin.opinions.choose import second_reader
from tocsin.opinions.errors import NotInstalled
from tocsin.opinions.second_reader import SecondReader

from .errors import CannotReview
from .models import Report


def has_second_reader() -> bool:
    return settings.SECOND_OPINION is not None


def is_elsewhere() -> bool:
    """Whether the second reader stands on another server and is set up to be sent texts."""
    endpoint = settings.ENDPOINT
    return settings.SECOND_OPINION == "endpoint" and endpoint.is_elsewhere and endpoint.elsewhere


def reader_for(report: Report) -> SecondReader:
    """The reader that may be asked about this report. Raises CannotReview; nothing has been sent then."""
    if settings.SECOND_OPINION is None:
        raise CannotReview(_("No second reader is set up here."))
    try:
        reader = second_reader(settings.SECOND_OPINION, settings.ENDPOINT, may_leave=report.may_leave)
    except NotInstalled as missing:
        raise CannotReview(str(missing)) from missing
    if not reader.stays_here and not settings.ENDPOINT.elsewhere:
        raise CannotReview(
            _("The second reader stands on another server, which this installation does not allow.")
        )
    if not reader.stays_here and not report.may_leave:
        raise CannotReview(
            _("The second reader stands on another server, and this report may not leave this one.")
        )
    return reader
