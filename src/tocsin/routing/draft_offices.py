"""The offices of an unreviewed draft, as its appeal prints them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tocsin.language.countries import country_name
from tocsin.language.country_sentences import called
from tocsin.language.places import capital, find_city
from tocsin.terms.offices import MISSIONS, UNITED_NATIONS, Accreditation, ChannelName, Office, Reach, Told

_KIND_NAMES = {"embassy": "Embassy", "consulate": "Consulate", "permanent_mission": "Permanent Mission"}
_ROLES = ("target", "copy_to")
Contact = Mapping[str, Any]


def offices_of_draft(draft: Mapping[str, Any]) -> tuple[Office, ...]:
    """Offices that a draft (as JSON, `draft.schema.json`) names to write to, repeated entries made one.

    Addresses without an office, solidarity addresses and organisers are not offices. All is told by the appeal.
    """
    told = Told("appeal", draft["source"]["name"], draft["source"]["published"])
    contacts: Sequence[Contact] = draft["contacts"]
    offices = [_office(entries, told) for entries in _same(contacts)]
    return tuple(office for office in offices if office is not None)


def _same(contacts: Sequence[Contact]) -> list[list[Contact]]:
    groups: dict[int, list[Contact]] = {}
    for index, contact in enumerate(contacts):
        first = contact.get("same_as")
        groups.setdefault(index if first is None else first, []).append(contact)
    return list(groups.values())


def _office(entries: Sequence[Contact], told: Told) -> Office | None:
    first = next((e for e in entries if e["in_country"] in e["serves"]), entries[0])
    if first["role"] not in _ROLES or not first["office"] or _is_nowhere(first):
        return None
    return printed_office(entries, told)


def printed_office(entries: Sequence[Contact], told: Told) -> Office:
    """The office of one entry, or of several that a person or the reader says are the same."""
    first = next((e for e in entries if e["in_country"] in e["serves"]), entries[0])
    city = _city(entries, first["in_country"])
    return Office(
        name=_name(first, city),
        kind=first["kind"],
        of_country=first["of_country"],
        in_country=first["in_country"],
        city=city,
        told=told,
        accreditations=_accreditations(entries, told),
        reaches=tuple(_reaches(entries, told)),
        redacted_emails=max(e["redacted_emails"] for e in entries),
    )


def _is_nowhere(contact: Contact) -> bool:
    """'Kazakhstan embassies': missions in general, none that one could write to."""
    return contact["kind"] in MISSIONS and not contact["serves"] and not contact["in_country"]


def _name(contact: Contact, city: str | None) -> str:
    """As printed, except where the heading names a country in which the office does not stand."""
    if contact["kind"] not in MISSIONS or not city or _stands_under_its_heading(contact):
        return str(contact["office"] or "")
    return f"{_KIND_NAMES[contact['kind']]} of {called(contact['of_country'] or '')} in {city}"


def _stands_under_its_heading(contact: Contact) -> bool:
    country = contact["in_country"]
    if UNITED_NATIONS in contact["serves"]:
        return True
    return country in contact["serves"] and country_name(country) in (contact["office"] or "")


def _city(entries: Sequence[Contact], country: str | None) -> str | None:
    """As printed in office or address, else the capital for embassies."""
    if country is None:
        return None
    printed = " ; ".join(f"{e['office'] or ''} ; {e['address'] or ''}" for e in entries)
    found = find_city(printed, country)
    return found or (capital(country) if entries[0]["kind"] == "embassy" else None)


def _accreditations(entries: Sequence[Contact], told: Told) -> tuple[Accreditation, ...]:
    """The first country of an entry is the one that it is listed under, the others are covered besides."""
    listed = [e["serves"][0] for e in entries if e["serves"]]
    covered = [code for e in entries for code in e["serves"][1:] if code not in listed]
    return (
        *(Accreditation(code, told) for code in dict.fromkeys(listed)),
        *(Accreditation(code, told, "covers") for code in dict.fromkeys(covered)),
    )


def _reaches(entries: Iterable[Contact], told: Told) -> Iterable[Reach]:
    found: dict[tuple[str, str], Reach] = {}
    for entry in entries:
        for reach in (*_numbers(entry, told), *_written(entry, told)):
            found.setdefault((reach.channel, reach.value), reach)
    return found.values()


def _numbers(entry: Contact, told: Told) -> Iterable[Reach]:
    channels: tuple[tuple[str, ChannelName], ...] = (("phones", "phone"), ("faxes", "fax"))
    for field, channel in channels:
        for n in entry[field]:
            yield Reach(channel, n["e164"] or n["as_written"], told, n["as_written"], n.get("repaired"))


def _written(entry: Contact, told: Told) -> Iterable[Reach]:
    for address in entry["emails"]:
        yield Reach("email", address, told, address)
    if entry["address"]:
        yield Reach("post", entry["address"], told, entry["address"])
