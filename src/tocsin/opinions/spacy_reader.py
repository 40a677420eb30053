"""spaCy: names in many languages, on this machine (extra `spacy`), with its publisher's own models.

A model comes by spaCy's own command, `python -m spacy download fr_core_news_sm`, from the publisher's releases.
Packages of the same names on package indexes are other people's: never take those.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec

from .errors import NotInstalled, OpinionFailed
from .finding import Finding
from .marked_names import Marked, findings

Tagger = Callable[[str], list[Marked]]
# Language -> the family of the publisher's models for it; sizes from the smallest.
FAMILIES = {
    "ca": "ca_core_news", "da": "da_core_news", "de": "de_core_news", "el": "el_core_news", "en": "en_core_web",
    "es": "es_core_news", "fi": "fi_core_news", "fr": "fr_core_news", "hr": "hr_core_news", "it": "it_core_news",
    "ja": "ja_core_news", "ko": "ko_core_news", "lt": "lt_core_news", "mk": "mk_core_news", "nb": "nb_core_news",
    "nl": "nl_core_news", "pl": "pl_core_news", "pt": "pt_core_news", "ro": "ro_core_news", "ru": "ru_core_news",
    "sl": "sl_core_news", "sv": "sv_core_news", "uk": "uk_core_news", "zh": "zh_core_web",
}  # fmt: skip
SIZES = ("lg", "md", "sm", "trf")
NOT_NEEDED = ("lemmatizer", "morphologizer", "parser", "senter", "tagger", "attribute_ruler")


class SpacyReader:
    """`models`: language -> name or folder of a model, in place of the publisher's. Raises `NotInstalled`."""

    name = "spacy"
    stays_here = True

    def __init__(self, models: Mapping[str, str] | None = None) -> None:
        if find_spec("spacy") is None:
            raise NotInstalled(
                "spaCy is not installed. Install it: .venv/bin/pip install spacy (or: uv pip install spacy), "
                "then a model: .venv/bin/python -m spacy download en_core_web_sm"
            )
        self._models = models

    def read(self, text: str, language: str | None) -> list[Finding]:
        return findings(text, _load(self._model(language))(text))

    def _model(self, language: str | None) -> str:
        code = (language or "").split("-")[0]
        if self._models is not None:
            return _known(self._models.get(code))
        family = _known(FAMILIES.get(code))
        for size in SIZES:
            if find_spec(f"{family}_{size}"):
                return f"{family}_{size}"
        raise OpinionFailed(f"it has no model for this language; python -m spacy download {family}_sm")


def _known(model: str | None) -> str:
    if model is None:
        raise OpinionFailed("it has no model for this language")
    return model


@cache
def _load(model: str) -> Tagger:
    import spacy

    pipeline = spacy.load(model, exclude=NOT_NEEDED)

    def tag(text: str) -> list[Marked]:
        return [(name.start_char, name.end_char, name.label_) for name in pipeline(text).ents]

    return tag
