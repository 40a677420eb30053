"""An action's texts in the language of a reader, where it has them all."""

from collections.abc import Callable, Iterable, Mapping

from tocsin.actions.models import Action
from tocsin.cases.mask import Mask

from .digest import of


def words_in(action: Action, language: str) -> Callable[[str], str | None]:
    """Gives for a text, as the public may read it, its translation, or None."""
    known: Mapping[str, str] = dict(action.translated.filter(language=language).values_list("of", "text"))
    return lambda text: known.get(of("", text)) if text.strip() else text


def said_in(
    action: Action, language: str, mask: Mask, texts: Iterable[str]
) -> tuple[str, Callable[[str], str]]:
    """How each of these texts is said in `language` (BCP 47), and that language; all of them, or none: then as they stand."""
    reader = language.split("-")[0]
    if reader != action.language:
        known = words_in(action, reader)
        if all(known(mask.text(text)) is not None for text in texts):
            return reader, lambda text: mask.text(known(mask.text(text)) or "")
    return action.language, mask.text
