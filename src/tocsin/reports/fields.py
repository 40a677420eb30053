"""The fields of a draft that a person decides on, section by section."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tocsin.directory.models import OfficeKind

from .axes import AXIS_WORDS, axis_kinds
from .codes import AskKind, Beneficiary, ContactRole, LinkKind, OrganisationKind, Status
from .incident_words import INCIDENT_WORDS
from .kinds.coded import Coded, CodedLines, Reference, YesNo
from .kinds.kind import Kind, Lines, LongText
from .kinds.known_office import KnownOffice
from .kinds.measured import Count, Date, Whole
from .kinds.numbers import Numbers
from .kinds.places import Countries, Country, Place
from .models import Section


@dataclass(frozen=True)
class Field:
    """`is_main`: what a hand-made item of this section must have at least."""

    name: str
    label: Any
    kind: Kind
    is_main: bool = False


def _coded(choices: Any) -> Coded:
    return Coded(choices=tuple(choices.choices))


YES_NO = YesNo(choices=(("yes", _("yes")), ("no", _("no"))))

FIELDS: dict[str, tuple[Field, ...]] = {
    Section.SOURCE: (
        Field("headline", _("Headline"), Kind(), is_main=True),
        Field("country", _("Country of the events"), Country()),
    ),
    Section.PEOPLE: (
        Field("name", _("Name"), Kind(), is_main=True),
        Field("role", _("Role"), Kind()),
        Field("status", _("Status"), _coded(Status)),
        Field("also", _("Also"), CodedLines(choices=tuple(Status.choices))),
        Field("since", _("Since"), Date()),
        Field("charge", _("Charge"), Kind()),
        Field("penalty", _("Penalty"), Kind()),
        Field("aliases", _("Other spellings"), Lines()),
        *(Field(axis, AXIS_WORDS[axis], kind) for axis, kind in axis_kinds().items()),
    ),
    Section.GROUPS: (
        Field("label", _("Who"), Kind(), is_main=True),
        Field("count", _("How many"), Count()),
        Field("status", _("Status"), _coded(Status)),
    ),
    Section.INCIDENTS: (
        Field("type", _("What"), Coded(choices=tuple(INCIDENT_WORDS.items())), is_main=True),
        Field("date", _("When"), Date()),
        Field("place", _("Where"), Place()),
        Field("count", _("How many affected"), Count()),
        Field("affected", _("Who was affected"), Lines()),
        Field("actors", _("Who did it"), Lines()),
        Field("actors_count", _("How many did it"), Count()),
        Field("planned", _("Announced, not yet happened"), YES_NO),
        Field("said_by", _("Who says so"), Kind()),
    ),
    Section.STATEMENTS: (
        Field("speaker", _("Who said it"), Kind()),
        Field("gist", _("What"), LongText(), is_main=True),
        Field("about", _("About"), Kind()),
        Field("refused", _("Refused to answer"), YES_NO),
        Field("contradicts", _("Contradicts"), Reference()),
    ),
    Section.DEMANDS: (
        Field("text", _("Demand"), LongText(), is_main=True),
        Field("addressed_to", _("Addressed to"), Kind()),
        Field("by", _("Raised by"), Kind()),
    ),
    Section.ASKS: (
        Field("kind", _("What is asked"), _coded(AskKind), is_main=True),
        Field("audience", _("Who is asked"), Kind()),
        Field("by", _("Who asks"), Kind()),
        Field("when", _("When"), Date()),
        Field("deadline", _("Before"), Date()),
        Field("places", _("Where"), Lines()),
        Field("beneficiary", _("Whom the money is for"), _coded(Beneficiary)),
    ),
    Section.CONTACTS: (
        Field("office", _("Office"), Kind(), is_main=True),
        Field("person", _("Office holder"), Kind()),
        Field("role", _("Part in the appeal"), _coded(ContactRole)),
        Field("kind", _("Kind of office"), _coded(OfficeKind)),
        Field("of_country", _("Whose office it is"), Country()),
        Field("in_country", _("Where it stands"), Country()),
        Field("serves", _("Countries it answers to"), Countries()),
        Field("address", _("Postal address"), LongText()),
        Field("phones", _("Phone"), Numbers()),
        Field("faxes", _("Fax"), Numbers()),
        Field("emails", _("E-mail"), Lines()),
        Field("redacted_emails", _("Addresses that cannot be read"), Whole()),
        Field("same_as", _("The same office as"), Reference()),
        Field("directory", _("Beside the directory"), KnownOffice()),
    ),
    Section.OFFICIALS: (
        Field("office", _("Office"), Kind(), is_main=True),
        Field("name", _("Name"), Kind()),
    ),
    Section.ORGANISATIONS: (
        Field("name", _("Name"), Kind(), is_main=True),
        Field("kind", _("Kind"), _coded(OrganisationKind)),
    ),
    Section.LINKS: (
        Field("url", _("Address"), Kind(), is_main=True),
        Field("kind", _("Kind"), _coded(LinkKind)),
    ),
}


def field(section: str, name: str) -> Field:
    """Raises KeyError for a name that the section does not have."""
    return _BY_NAME[section][name]


def main_field(section: str) -> Field:
    return next(f for f in FIELDS[section] if f.is_main)


_BY_NAME = {section: {f.name: f for f in fields} for section, fields in FIELDS.items()}
