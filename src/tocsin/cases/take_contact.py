"""From a printed contact to an office of the directory, its contact points as printed, and whom it serves."""

from collections.abc import Iterator
from typing import Any

from tocsin.directory.adopt import adopt_into
from tocsin.directory.changed import offices_changed
from tocsin.directory.count_for_all import count_for_all
from tocsin.directory.missions import known_mission
from tocsin.directory.models import Accreditation, Channel, ContactPoint, Office, OfficeKind
from tocsin.directory.printed_office import printed_city, printed_name
from tocsin.reports.choose_known import chosen_of
from tocsin.reports.kinds.known_office import Choice
from tocsin.reports.label import report_label
from tocsin.reports.models import Report, ReviewItem

from .models import Subject


def take_contact(subject: Subject, item: ReviewItem) -> None:
    """Stores what was taken of a contact. Nothing of it may be used before a person confirms it."""
    values = {f.name: f.value for f in item.fields.all() if f.is_taken}
    subject.office = subject.office or _office(subject, item, values)
    subject.save(update_fields=["office"])
    _tie_to_directory(subject.office, item)
    offices_changed([subject.office])
    for country in values.get("serves") or ():
        Accreditation.objects.get_or_create(
            office=subject.office,
            serves=country,
            source=report_label(item.report),
            defaults={"source_date": item.report.published},
        )
    for point in _points(values):
        _store(subject.office, point, item.report)


def _tie_to_directory(office: Office, item: ReviewItem) -> None:
    """As the reviewer chose who saw both sides; nothing of what the directory says is confirmed by it."""
    chosen = chosen_of(item.fields.all())
    if chosen is None or chosen.is_held or chosen.by is None:
        return
    if mission := known_mission(office.of_country, chosen.key):
        adopt_into(office, mission, chosen.by, with_reaches=chosen.choice == Choice.CANDIDATE)
    if chosen.for_all:
        count_for_all(office, chosen.by)


def _office(subject: Subject, item: ReviewItem, values: dict[str, Any]) -> Office:
    """The office that this entry is said to be again, one of the same name and place, or a new one."""
    if (earlier := _earlier(subject, item, values.get("same_as"))) is not None:
        return earlier
    chosen = chosen_of(item.fields.all())
    if chosen and chosen.key and (stored := Office.objects.filter(shipped_key=chosen.key).first()):
        return stored
    known = {
        "kind": values.get("kind", OfficeKind.OTHER),
        "of_country": values.get("of_country") or "",
        "in_country": values.get("in_country") or "",
    }
    known |= _named(values, known)
    is_named = bool(values.get("office"))
    found = Office.objects.filter(**known).first() if is_named else None
    return found or Office.objects.create(**known, person=(values.get("person") or "")[:200])


def _named(values: dict[str, Any], known: dict[str, str]) -> dict[str, str]:
    """By the city where it stands, where the heading is another country's."""
    printed = values.get("office") or values.get("person") or ""
    city = printed_city(known["kind"], known["in_country"], [printed, values.get("address") or ""])
    name = printed_name(printed, city=city, serves=values.get("serves", ()), **known)
    return {"name": name[:300], "city": city[:120]}


def _earlier(subject: Subject, item: ReviewItem, position: int | None) -> Office | None:
    if position is None:
        return None
    same = Subject.objects.filter(
        case=subject.case, item__report=item.report, item__section=item.section, item__position=position
    ).first()
    return same.office if same else None


def _points(values: dict[str, Any]) -> Iterator[dict[str, str]]:
    """One contact point for each thing printed, as `ContactPoint` names its fields."""
    for email in values.get("emails", ()):
        yield {"channel": Channel.EMAIL, "value": email, "as_written": email}
    if address := values.get("address"):
        yield {"channel": Channel.POST, "value": address[:500], "as_written": address[:500]}
    for name, channel in (("phones", Channel.PHONE), ("faxes", Channel.FAX)):
        for number in values.get(name, ()):
            yield {
                "channel": channel,
                "value": number["e164"] or "",
                "as_written": number["as_written"],
                "repaired": (number.get("repaired") or "")[:200],
            }


def _store(office: Office, point: dict[str, str], report: Report) -> None:
    same = "value" if point["value"] else "as_written"
    ContactPoint.objects.get_or_create(
        office=office,
        channel=point["channel"],
        **{same: point[same]},
        defaults={"source": report_label(report), "source_date": report.published, **point},
    )
