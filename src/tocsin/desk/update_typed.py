"""What a coordinator typed into the form of an update: nothing of it is dropped without a word."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from .language_choices import language_words

Text = tuple[str, str]
NOTHING: Text = ("", "")


@dataclass(frozen=True)
class TypedUpdate:
    """Subject and text of each language; `homeless` is what was typed for one more that was not chosen, or is `twice`."""

    texts: dict[str, Text]
    homeless: Text = NOTHING
    twice: str = ""

    @property
    def fault(self) -> str:
        """Empty where every word has its place."""
        if self.homeless == NOTHING:
            return ""
        if self.twice:
            told = _("There is a text in this language already: %(language)s. Put the words there.")
            return told % {"language": language_words(self.twice)}
        return _("Choose the language of what you typed under “In one more language”.")


def typed_update(data: QueryDict) -> TypedUpdate:
    texts = {code[:20]: _text(data, code) for code in data.getlist("languages")[:40]}
    added, new = str(data.get("language", ""))[:20], _text(data, "new")
    if added and added not in texts:
        return TypedUpdate({**texts, added: new})
    is_empty = not "".join(new).strip()
    return TypedUpdate(texts, NOTHING if is_empty else new, added)


def _text(data: QueryDict, at: str) -> Text:
    return str(data.get(f"subject-{at}", "")), str(data.get(f"body-{at}", ""))
