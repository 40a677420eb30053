"""What to say on the phone to one office, in one language from the first line to the last."""

from tocsin.actions.matter import matter_in
from tocsin.actions.models import Action
from tocsin.delivery.destination import Destination
from tocsin.letters.phone_script import PhoneScript, phone_script
from tocsin.letters.words import letter_languages


def call_script(action: Action, to: Destination, country: str, language: str) -> PhoneScript | None:
    """In `language` where the action is told in it, else in the action's own; None without a confirmed number, or where
    nobody has put the words of a call into that language. `country` is the caller's, ISO alpha-2.
    """
    if to.phone is None:
        return None
    matter = matter_in(action, language)
    if matter.language.split("-")[0] not in letter_languages():
        return None
    return phone_script(to.phone.value, to.addressee, matter.title, matter.demands, country, matter.language)
