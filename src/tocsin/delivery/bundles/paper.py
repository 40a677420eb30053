"""The file of a bundle for paper, made anew each time: the same letters give the same bytes."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.names import case_mask
from tocsin.delivery.message import heading
from tocsin.delivery.models import Letter as Written
from tocsin.delivery.written_to import written_to
from tocsin.directory.models import Channel
from tocsin.directory.queries import standing_points
from tocsin.language.countries import country_name
from tocsin.letters.compose import Addressee, Letter
from tocsin.letters.paper import Sender, letter_sheet
from tocsin.letters.print_sheet import print_sheet
from tocsin.letters.words import paper_words
from tocsin.printing.envelopes import DIN_5008_B, ENVELOPES
from tocsin.printing.letter import Contents, LetterSheet, print_letters
from tocsin.printing.petition import print_petition
from tocsin.printing.sheet import Sheet

from .models import Bundle, BundleKind
from .petition_of import letters_in, petition_of


def bundle_file(bundle: Bundle) -> Sheet:
    """Raises Erased, CannotPrint."""
    made_on = timezone.localdate(bundle.made_at).isoformat()
    if bundle.kind != BundleKind.LETTERS:
        petition = petition_of(bundle)
        return print_petition(petition, paper_words(petition.language)["bundle"], made_on)
    sheets = letters_to_post(bundle, made_on)
    office = str(bundle.target.office)
    contents = Contents(
        language="en",
        heading=_("Letters to post"),
        note=f"{case_mask(bundle.action.case).text(bundle.action.title)} · {office}",
        columns=(_("To"), _("Date"), _("Page")),
        rows=tuple((f"{office} ({sheet.language})", sheet.date) for sheet in sheets),
    )
    envelope = ENVELOPES.get(bundle.envelope, DIN_5008_B)
    return print_letters(sheets, envelope, made_on, contents.heading, contents)


def letters_to_post(bundle: Bundle, made_on: str) -> list[LetterSheet]:
    """Name and country stand below each, her mailbox nowhere; withheld names are taken out."""
    mask, office, address = case_mask(bundle.action.case), bundle.target.office, postal_address(bundle)
    addressee = Addressee(str(office), office.kind, office.person or None, office.of_country or None)

    rows = letters_in(bundle)
    offices = written_to([row.letter_id for row in rows if row.is_copy and row.letter_id])

    def sheet(written: Written) -> LetterSheet:
        body = heading(offices.get(written.pk, ""), written.language) + mask.text(written.body)
        letter = Letter(written.language, mask.text(written.subject), body)
        page = print_sheet(letter, addressee, address, to_country=office.in_country)
        name = written.supporter.name
        made = letter_sheet(letter, page, made_on, Sender((name,), signs=False))
        country = country_name(written.supporter.country, written.language)
        return replace(made, sender=(), name=f"{name}, {country}")

    return [sheet(row.letter) for row in rows if row.letter]


def postal_address(bundle: Bundle) -> str | None:
    """Confirmed, else as printed."""
    points = [p for p in standing_points(bundle.target.office) if p.channel == Channel.POST and p.value]
    best = sorted((p for p in points if not p.bounced_at), key=lambda p: not p.confirmed_at)
    return best[0].value if best else None
