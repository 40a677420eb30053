"""Which way a language is written."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def is_right_to_left(language: str) -> bool:
    """By CLDR for a language (BCP 47); what it does not know is taken for left to right."""
    try:
        return Locale.parse(language.replace("-", "_")).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        short, dash, _ = language.partition("-")
        return is_right_to_left(short) if dash else False
