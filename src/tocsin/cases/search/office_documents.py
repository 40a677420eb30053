"""Offices as they may be found."""

from collections.abc import Iterable, Iterator

from tocsin.directory.models import Office
from tocsin.language.countries import country_name

from ..models import SearchKind
from .documents import Document


def office_documents(keys: Iterable[int] | None = None) -> Iterator[Document]:
    """Of these offices, or of all."""
    offices = Office.objects.order_by("pk")
    chosen = offices if keys is None else offices.filter(pk__in=list(keys))
    return map(_document, chosen.iterator())


def _document(office: Office) -> Document:
    countries = dict.fromkeys(filter(None, (office.of_country, office.in_country)))
    places = (office.person, office.city, *map(country_name, countries))
    return Document(
        kind=SearchKind.OFFICE,
        about=("office", office.pk),
        title=office.name,
        said=" · ".join(filter(None, places)),
        names=(office.person,) if office.person else (),
        country=office.of_country or office.in_country,
    )
