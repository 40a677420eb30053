"""Phones, faxes, e-mail addresses and websites as the raw tables state them, made ready for use."""

import re

from phonenumbers import country_code_for_region

from tocsin.language.phones import country_of_number, read_number

from .records import Contact

_WORDS = re.compile(r"^[A-Za-z][A-Za-z ]+(?=\[)")  # 'US Embassy Riyadh [966] ...'
_ABROAD_MARK = re.compile(r"^\s*[\[(](?:00|011)[\])]\s*")
_CODE = re.compile(r"^\s*[\[(]\+?(\d{1,3})(?:-(\d{1,3}))?[\])]\s*-?\s*")
_TRUNK = re.compile(r"\(0\)\s*")
_RANGE = re.compile(r"\s*(?:through|to)\s+\d+\s*$")
_EXTENSION = re.compile(r",?\s*\(?ext\.?\s*\d+\)?\s*$", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AT = re.compile(r"\S+@\S+")
_WEB = re.compile(r"https?://[^\s;]+")
_LINK = re.compile(r"\(([\w-]+(?:\.[\w-]+)+)\)\s*$")


def stated_numbers(text: str, channel: str, country: str, source: str, date: str) -> list[Contact]:
    """Each number of a field of the Factbook: '[242] 06 612-2000, [242] 05 387-9700' is two."""
    parts = [part.strip(" \u200b\xa0") for part in re.split(r",\s*(?=[\[(+]|$)", text)]
    return [
        stated_number(part, channel, country, source, date) for part in parts if any(map(str.isdigit, part))
    ]


def stated_number(as_written: str, channel: str, country: str, source: str, date: str) -> Contact:
    """E.164 with what was mended; a number that no reading makes valid is kept as stated, and marked."""
    bare, mends = _typing_mended(as_written, country)
    number = read_number(bare, country)
    if not number.valid or not number.e164:
        return Contact(
            channel, as_written, as_written, "invalid", "not a valid number as stated", source, date
        )
    mends += [number.repaired] if number.repaired else []
    stands = country_of_number(number.e164)
    elsewhere = stands and stands != country and not _shares_code(stands, country)
    status = "elsewhere" if elsewhere else "repaired" if mends else "valid"
    if elsewhere:
        mends.append(f"a number of {stands}")
    return Contact(channel, number.e164, as_written, status, "; ".join(mends), source, date)


def _shares_code(one: str, other: str) -> bool:
    """Territories that are numbered with a larger neighbour."""
    return {one, other} in (
        {"IT", "VA"},
        {"GB", "IM"},
        {"GB", "JE"},
        {"GB", "GG"},
        {"MA", "EH"},
        {"CW", "BQ"},
    )


def _typing_mended(text: str, country: str) -> tuple[str, list[str]]:
    """'[011] (509) 2229-8000' -> '+509 2229-8000'; what was mended is told."""
    mends, bare = [], text
    for pattern, words in (
        (_WORDS, "words taken away"),
        (_ABROAD_MARK, "dialling prefix taken away"),
        (_RANGE, "first of a range of numbers"),
        (_EXTENSION, "extension taken away"),
    ):
        if pattern.search(bare):
            bare, mends = pattern.sub("", bare), [*mends, words]
    code = _CODE.match(bare)
    if code and (bare.lstrip().startswith("[") or code[1] == str(country_code_for_region(country))):
        rest = bare[code.end() :]
        if _TRUNK.match(rest):
            rest, mends = _TRUNK.sub("", rest, count=1), [*mends, "trunk 0 taken away"]
        bare = f"+{code[1]} {code[2] or ''} {rest}"
    return bare, mends


def plain_numbers(text: str) -> str:
    return re.sub(r"\D", "", text)


def emails(text: str, source: str, date: str) -> list[Contact]:
    good = [Contact("email", m, m, "valid", "", source, date) for m in _EMAIL.findall(text)]
    valid = {contact.value for contact in good}
    odd = [word for word in _AT.findall(text) if not any(value in word for value in valid)]
    marked = "not a valid address as stated"
    return [*good, *(Contact("email", word, word, "invalid", marked, source, date) for word in odd)]


def websites(text: str, source: str, date: str) -> list[Contact]:
    """Addresses as stated; where only the link's words were kept, the name of the site that they end with."""
    plain = [Contact("web", m, m, "valid", "", source, date) for m in _WEB.findall(text)]
    if plain:
        return plain
    lines = [line.strip() for line in text.splitlines()]
    links = [(line, m[1]) for line in lines if "@" not in line and (m := _LINK.search(line))]
    words = "read from the words of a link"
    return [Contact("web", f"https://{site}/", line, "repaired", words, source, date) for line, site in links]
