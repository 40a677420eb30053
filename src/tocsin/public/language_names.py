"""Languages by their own names, as their readers look for them."""

from babel import Locale, UnknownLocaleError


def language_name(code: str) -> str:
    """'Русский' for 'ru'; the code where CLDR knows no name."""
    try:
        name = Locale.parse(code, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return code
    return f"{name[:1].upper()}{name[1:]}" if name else code
