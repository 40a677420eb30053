"""What we ourselves did: answers sought and remedies tried. Of the desk alone."""

from collections.abc import Iterator

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.cases.inquiries.local_time import asked_there
from tocsin.cases.models import Case, Inquiry, InquiryChannel, InquiryOutcome, Remedy, RemedyOutcome

from .dating import dating
from .entry import Entry, EntryKind

LANE = "records"


def inquiry_entries(case: Case) -> Iterator[Entry]:
    outcomes, channels = _words(InquiryOutcome), _words(InquiryChannel)
    for inquiry in Inquiry.objects.filter(case=case, withdrawn_at=None).select_related("case", "office"):
        yield Entry(
            key=f"inquiry-{inquiry.pk}",
            kind=EntryKind.INQUIRY,
            lane=LANE,
            what=EntryKind.INQUIRY,
            dating=dating(asked_there(inquiry).date().isoformat()),
            title=f"{inquiry.office_name}: {outcomes.get(inquiry.outcome, inquiry.outcome)}",
            text=inquiry.said,
            who=inquiry.spoke_with,
            people=(inquiry.about_id,) if inquiry.about_id else (),
            remarks=_asked(inquiry, channels.get(inquiry.channel, inquiry.channel)),
        )


def remedy_entries(case: Case) -> Iterator[Entry]:
    outcomes = _words(RemedyOutcome)
    for remedy in Remedy.objects.filter(case=case):
        yield Entry(
            key=f"remedy-{remedy.pk}",
            kind=EntryKind.REMEDY,
            lane=LANE,
            what=EntryKind.REMEDY,
            dating=dating(remedy.tried_on),
            title=f"{remedy.office_name}: {outcomes.get(remedy.outcome, remedy.outcome)}",
            text=_("Asked for: %(what)s.") % {"what": remedy.asked_for.rstrip(".")},
            who=remedy.decided_by,
            people=(remedy.about_id,) if remedy.about_id else (),
            remarks=_reasons(remedy),
        )


def _words(codes: type[TextChoices]) -> dict[str, str]:
    """Of all codes at once: Django would translate them all for each line anew."""
    return {code.value: str(code.label) for code in codes}


def _asked(inquiry: Inquiry, how: str) -> tuple[str, ...]:
    """The log itself is the source: who asked, and how."""
    asked = _("our own log: %(who)s, %(how)s") % {"who": inquiry.asked_by, "how": how}
    return (asked if inquiry.asked_by else _("our own log: %(how)s") % {"how": how},)


def _reasons(remedy: Remedy) -> tuple[str, ...]:
    reason = _("reason given: %(reason)s") % {"reason": remedy.reason_given} if remedy.reason_given else ""
    source = _("known from: %(source)s") % {"source": remedy.source} if remedy.source else _("our own log")
    return tuple(capfirst(words) for words in (reason, source) if words)
