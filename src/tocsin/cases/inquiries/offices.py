"""The offices of a case that one may ask, and what each has answered so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from tocsin.cases.models import Case, Inquiry, SubjectKind
from tocsin.directory.models import Channel, ContactPoint, Office, OfficeKind
from tocsin.directory.queries import IN_USE

from .statements import Said, said_in

# Who may know where somebody is comes before who may only be written to.
FIRST_ASKED = (
    OfficeKind.PRISON,
    OfficeKind.POLICE,
    OfficeKind.PROSECUTOR,
    OfficeKind.COURT,
    OfficeKind.LOCAL_AUTHORITY,
    OfficeKind.MINISTRY,
)


@dataclass(frozen=True)
class Asked:
    """One office: `office` is None where only its name was typed. Inquiries and statements stand oldest first."""

    name: str
    office: Office | None
    inquiries: tuple[Inquiry, ...]
    said: tuple[Said, ...]
    phone: ContactPoint | None

    @property
    def key(self) -> str:
        """How a form names it."""
        return str(self.office.pk) if self.office else ""

    @property
    def is_named(self) -> bool:
        """Nobody can be asked for at a bare address."""
        return not self.office or bool(self.office.name)

    @property
    def last_said(self) -> Said | None:
        return self.said[-1] if self.said else None

    @property
    def last(self) -> Inquiry | None:
        return self.inquiries[-1] if self.inquiries else None


def asked_offices(case: Case) -> list[Asked]:
    """Every office of the case that has a name: those asked last first, then those nobody has asked.

    Of these come first those in the country itself that hold people, then those with a number to call.
    """
    known = {office.pk: office for office in offices_of(case)}
    inquiries = list(case.inquiries.filter(withdrawn_at=None))
    for inquiry in inquiries:
        inquiry.office = known.get(inquiry.office_id or 0)
    said, phones = said_in(inquiries), confirmed_phones(known.values())
    by_name: dict[str, list[Inquiry]] = {}
    for inquiry in inquiries:
        by_name.setdefault(_key(inquiry.office, inquiry.office_name), []).append(inquiry)
    offices = {_key(office, ""): office for office in known.values()}
    asked = [_asked(offices.get(key), of, said, phones) for key, of in by_name.items()]
    unasked = [_asked(o, [], said, phones) for key, o in offices.items() if key not in by_name and o.name]
    asked.sort(key=lambda each: each.inquiries[-1].asked_at, reverse=True)
    return [*asked, *sorted(unasked, key=partial(nearness, country=case.country))]


def offices_of(case: Case) -> list[Office]:
    """Offices that its reports print or that were asked."""
    printed = case.subjects.filter(kind=SubjectKind.OFFICE, office__isnull=False).values("office")
    asked = case.inquiries.filter(office__isnull=False).values("office")
    found = Office.objects.filter(pk__in=printed) | Office.objects.filter(pk__in=asked)
    return list(found.distinct().order_by("name", "pk"))


def confirmed_phones(offices: Iterable[Office]) -> dict[int, ContactPoint]:
    """By the key of the office, the number that a person has confirmed and nobody has reported dead since; the latest confirmed."""
    points = ContactPoint.objects.filter(IN_USE, office__in=offices, channel=Channel.PHONE)
    alive = points.filter(dead_reported_at=None).select_related("office").order_by("confirmed_at", "pk")
    return {point.office_id: point for point in alive}


def _key(office: Office | None, name: str) -> str:
    return f"office {office.pk}" if office else f"name {' '.join(name.split()).casefold()}"


def _asked(
    office: Office | None,
    inquiries: Iterable[Inquiry],
    said: dict[int, list[Said]],
    phones: dict[int, ContactPoint],
) -> Asked:
    of = sorted(inquiries, key=lambda inquiry: (inquiry.asked_at, inquiry.pk))
    return Asked(
        name=str(office) if office else of[-1].office_name,
        office=office,
        inquiries=tuple(of),
        said=tuple(s for inquiry in of for s in said.get(inquiry.pk, ()) if not s.is_left_out),
        phone=phones.get(office.pk) if office else None,
    )


def nearness(asked: Asked, country: str) -> tuple[int, bool, str]:
    """An office of a kind in another country, such as a consulate's, is as far as any."""
    kind, where = (asked.office.kind, asked.office.in_country) if asked.office else (OfficeKind.OTHER, "")
    is_near = kind in FIRST_ASKED and where in ("", country)
    near = FIRST_ASKED.index(OfficeKind(kind)) if is_near else len(FIRST_ASKED)
    return near, asked.phone is None, asked.name.casefold()
