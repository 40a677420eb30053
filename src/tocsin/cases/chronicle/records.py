"""What we ourselves did: answers sought and remedies tried. Of the desk alone."""

from collections.abc import Iterator
from typing import Any

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.cases.inquiries.local_time import zone_there
from tocsin.cases.models import Case, InquiryChannel, InquiryOutcome, RemedyOutcome
from tocsin.language.zones import clock

from .dating import dating
from .entry import Entry, EntryKind

LANE = "records"
# Rows of what a line says: models of some hundred calls and their offices took three times as long.
_ASKED = ("pk", "asked_at", "office_name", "outcome", "channel", "said", "spoke_with", "about", "asked_by")
_WHERE = ("office__in_country", "office__city")
_TRIED = ("pk", "tried_on", "office_name", "outcome", "asked_for", "decided_by", "about")
_KNOWN = ("reason_given", "source")


def inquiry_entries(case: Case) -> Iterator[Entry]:
    outcomes, channels = _words(InquiryOutcome), _words(InquiryChannel)
    how, who_and_how = _("our own log: %(how)s"), _("our own log: %(who)s, %(how)s")
    inquiries = case.inquiries.filter(withdrawn_at=None)
    for inquiry in inquiries.values_list(*_ASKED, *_WHERE, named=True):
        zone = clock(zone_there(case, inquiry.office__in_country or "", inquiry.office__city or ""))
        asked = {"who": inquiry.asked_by, "how": channels.get(inquiry.channel, inquiry.channel)}
        yield Entry(
            key=f"inquiry-{inquiry.pk}",
            kind=EntryKind.INQUIRY,
            lane=LANE,
            what=EntryKind.INQUIRY,
            dating=dating(inquiry.asked_at.astimezone(zone).date().isoformat()),
            title=f"{inquiry.office_name}: {outcomes.get(inquiry.outcome, inquiry.outcome)}",
            text=inquiry.said,
            who=inquiry.spoke_with,
            people=(inquiry.about,) if inquiry.about else (),
            remarks=((who_and_how if inquiry.asked_by else how) % asked,),
        )


def remedy_entries(case: Case) -> Iterator[Entry]:
    outcomes, asked_for = _words(RemedyOutcome), _("Asked for: %(what)s.")
    for remedy in case.remedies.values_list(*_TRIED, *_KNOWN, named=True):
        yield Entry(
            key=f"remedy-{remedy.pk}",
            kind=EntryKind.REMEDY,
            lane=LANE,
            what=EntryKind.REMEDY,
            dating=dating(remedy.tried_on),
            title=f"{remedy.office_name}: {outcomes.get(remedy.outcome, remedy.outcome)}",
            text=asked_for % {"what": remedy.asked_for.rstrip(".")},
            who=remedy.decided_by,
            people=(remedy.about,) if remedy.about else (),
            remarks=_reasons(remedy),
        )


def _words(codes: type[TextChoices]) -> dict[str, str]:
    """Of all codes at once: Django would translate them all for each line anew."""
    return {code.value: str(code.label) for code in codes}


def _reasons(remedy: Any) -> tuple[str, ...]:
    reason = _("reason given: %(reason)s") % {"reason": remedy.reason_given} if remedy.reason_given else ""
    source = _("known from: %(source)s") % {"source": remedy.source} if remedy.source else _("our own log")
    return tuple(capfirst(words) for words in (reason, source) if words)
