"""An action's texts in the language of a reader, where it has them all."""

from collections.abc import Callable, Mapping

from tocsin.actions.models import Action

from .digest import of


def words_in(action: Action, language: str) -> Callable[[str], str | None]:
    """Gives for a text, as the public may read it, its translation, or None."""
    known: Mapping[str, str] = dict(action.translated.filter(language=language).values_list("of", "text"))
    return lambda text: known.get(of("", text)) if text.strip() else text
