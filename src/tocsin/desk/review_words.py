"""What a card says of an item: its title, its facts and the words of the report that it rests on."""

from django.utils.translation import gettext as _

from tocsin.reports.fields import field, main_field
from tocsin.reports.models import Report, ReviewField, ReviewItem, Section

MOST_QUOTED = 3
# What a contact may be called by.
NAMES = ("office", "person")

# What a closed card says beside its title.
FACTS: dict[str, tuple[str, ...]] = {
    Section.PEOPLE: ("status", "charge"),
    Section.GROUPS: ("status",),
    Section.INCIDENTS: ("date", "place", "count"),
    Section.DEMANDS: ("addressed_to",),
    Section.ASKS: ("audience", "when"),
    Section.CONTACTS: ("role", "in_country"),
    Section.OFFICIALS: ("name",),
    Section.ORGANISATIONS: ("kind",),
    Section.LINKS: ("kind",),
}


def title_of(item: ReviewItem) -> str:
    """The main field in words, else whatever stands first."""
    rows = {row.name: row for row in item.fields.all()}
    row = rows.get(main_field(item.section).name) or next(iter(rows.values()), None)
    if row is None:
        return str(Section(item.section).label)
    if item.section == Section.CONTACTS and row.name not in NAMES:
        return _nameless(rows)
    words = field(item.section, row.name).kind.words(row.value)
    if item.section == Section.STATEMENTS and "speaker" in rows:
        return f"{rows['speaker'].value}: {words}"
    return words


def _nameless(rows: dict[str, ReviewField]) -> str:
    """An address that nobody is named at, with the address where one was printed."""
    told = _("An address without an office’s name")
    return f"{told}: {rows['address'].value}" if "address" in rows else told


def item_quote(item: ReviewItem, report: Report) -> str:
    """The words that the whole item rests on, unless a field says them."""
    words = words_at(report.text, item.spans)
    values = {row.value for row in item.fields.all() if isinstance(row.value, str)}
    return "" if item.section == Section.SOURCE or words in values else words


def field_quote(row: ReviewField, report: Report) -> str:
    """The words that the field was read from, where they are neither the value itself nor the whole item's."""
    words = words_at(report.text, row.spans)
    return "" if words == row.value or row.spans == row.item.spans else words


def words_at(text: str, spans: list[list[int]]) -> str:
    """The words of a report at the first of these spans, on one line."""
    words = [text[start:end] for start, end in spans[:MOST_QUOTED]]
    more = [""] if len(spans) > MOST_QUOTED else []
    return " ".join(" … ".join(words + more).split())
