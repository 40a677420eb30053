"""What a bundle says: plain values, with every name that the case withholds taken out."""

from collections import Counter
from collections.abc import Mapping

from django.conf import settings
from django.utils import timezone

from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery
from tocsin.language.countries import country_name
from tocsin.language.date_words import date_words
from tocsin.letters.own_words import own_words
from tocsin.letters.words import paper_words
from tocsin.printing.petition import Drafted, Petition, Signature

from .models import Bundle


class Erased(Exception):
    """Its letters were erased, as they are 90 days after an action closes: the bundle cannot be made again."""


def letters_in(bundle: Bundle) -> list[Delivery]:
    """In the order in which they were given to us. Raises Erased where one of them is gone."""
    rows = Delivery.objects.filter(bundled__bundle=bundle).select_related("letter__supporter").order_by("pk")
    found = [row for row in rows if row.letter is not None]
    if len(found) < bundle.count:
        raise Erased
    return found


def petition_of(bundle: Bundle) -> Petition:
    """In the language that most of its letters have. Raises Erased."""
    rows, mask = letters_in(bundle), case_mask(bundle.action.case)
    written = [row.letter for row in rows if row.letter is not None]
    languages = Counter(letter.language for letter in written)
    language = languages.most_common(1)[0][0]
    drafts = {draft.language: draft for draft in _drafts(bundle, mask)}
    days = sorted(timezone.localdate(letter.created_at).isoformat() for letter in written)
    words = paper_words(language)["bundle"]
    part = {"part": bundle.part, "parts": bundle.parts}
    return Petition(
        language=language,
        title=mask.text(bundle.action.title),
        office=str(bundle.target.office),
        organisation=str(settings.ORGANISATION),
        span=_span(words, days[0], days[-1], language),
        part=words["part"].format(**part) if bundle.parts > 1 else "",
        countries=_countries(rows, language),
        drafted=tuple(drafts[each] for each, _ in languages.most_common() if each in drafts),
        signatures=tuple(_signature(row, drafts, mask, language) for row in rows),
    )


def _drafts(bundle: Bundle, mask: Mask) -> list[Drafted]:
    action, capacity = bundle.action, bundle.target.capacity
    return [
        Drafted(text.language, mask.text(text.subject), tuple(_paragraphs(mask.text(text.body))))
        for text in action.letters_to(capacity) or action.letters_to("")
    ]


def _paragraphs(body: str) -> list[str]:
    return [part.strip() for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def _signature(row: Delivery, drafts: Mapping[str, Drafted], mask: Mask, language: str) -> Signature:
    letter = row.letter
    if letter is None:
        raise Erased
    drafted = "\n\n".join(drafts[letter.language].paragraphs) if letter.language in drafts else ""
    return Signature(
        name=letter.supporter.name,
        country=country_name(letter.supporter.country, language),
        language=letter.language,
        words=own_words(mask.text(letter.body), drafted, letter.supporter.name),
    )


def _countries(rows: list[Delivery], language: str) -> tuple[tuple[str, int], ...]:
    found = Counter(row.letter.supporter.country for row in rows if row.letter)
    named = ((country_name(code, language), number) for code, number in found.items())
    return tuple(sorted(named, key=lambda item: (-item[1], item[0])))


def _span(words: Mapping[str, str], first: str, last: str, language: str) -> str:
    told = {"first": date_words(first, language), "last": date_words(last, language)}
    return words["span"].format(**told) if first != last else told["first"]
