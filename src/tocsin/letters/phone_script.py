"""What to say on the phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.language.country_sentences import called
from tocsin.letters.compose import Addressee
from tocsin.letters.plain_text import one_line, phrase, sentence
from tocsin.letters.words import letter_words


@dataclass(frozen=True)
class PhoneScript:
    """`lines` are said in this order, `notes` are for the caller alone; all in `language` (BCP 47)."""

    number: str
    language: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]


def phone_script(
    number: str,
    addressee: Addressee,
    matter: str,
    demands: Sequence[str],
    from_country: str,
    language: str = "en",
) -> PhoneScript:
    """`number` must be one that a person has confirmed; `from_country` is ISO alpha-2."""
    words = letter_words(language)["phone"]
    lines = [
        words["opening"].format(country=called(from_country, language)),
        words[_asking(addressee)].format(person=addressee.person, office=one_line(addressee.office)),
        sentence(words["matter"].format(matter=phrase(matter))),
        *(words["demand"].format(demand=sentence(demand)) for demand in demands),
        words["answer"],
        words["farewell"],
    ]
    return PhoneScript(number, language, tuple(lines), tuple(words["notes"]))


def _asking(addressee: Addressee) -> str:
    """Which words ask for somebody: some addresses were printed without an office's name."""
    if not addressee.office:
        return "asking_for_anybody"
    return "asking_for" if addressee.person else "asking_for_office"
