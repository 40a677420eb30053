"""What the interface says, gathered from the sources, and put into the catalogues of its languages.

    python tools/messages.py

rewrites `src/tocsin/site/locale/<language>/LC_MESSAGES/django.po`: new messages stand there untranslated, what nobody says
any more is gone, translations stay. Asks for Babel and Django alone; docs/translators/adding-a-language.md tells the rest.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tocsin.site.catalogues import SOURCE, SPOKEN, catalogue

SOURCES = Path(__file__).parents[1] / "src" / "tocsin"
_NGETTEXT, _PGETTEXT, _NPGETTEXT = (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), _NGETTEXT),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), _PGETTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), _NPGETTEXT),
}
COMMENT = "Translators:"
# Babel's own rule counts 11 to 99 as the last form; everybody else's is the one before it.
ARABIC = "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)"
HEAD = "# The words of Tocsin's interface. docs/translators/adding-a-language.md tells how to change them.\n"


class TwoForms(Exception):
    """One message is said with a plural here and without one there: gettext keeps only one of them."""


def messages() -> Catalog:
    """Everything that is said, each with the files it stands in."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for file in _files():
        name = file.relative_to(SOURCES).as_posix()
        for _line, function, words, comments in _said(file):
            _add(found, name, KEYWORDS[function], words, comments)
    return found


def _files() -> Iterator[Path]:
    """Templates and modules; a migration says nothing anew."""
    for file in sorted(SOURCES.rglob("*")):
        is_template = "templates" in file.parts and file.suffix in (".html", ".txt")
        if is_template or (file.suffix == ".py" and "migrations" not in file.parts):
            yield file


def _said(file: Path) -> Iterator[tuple[int, str, object, list[str]]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # Of a template nothing is left but calls; its indents mean nothing.
        text = "\n".join(map(str.lstrip, templatize(text, origin=str(file)).splitlines()))
    elif not any(f"{keyword}(" in text for keyword in KEYWORDS):
        return
    yield from extract_python(io.BytesIO(text.encode()), KEYWORDS, [COMMENT], {"encoding": "utf-8"})


def _add(found: Catalog, file: str, spec: tuple | None, words: object, comments: list[str]) -> None:
    given = words if isinstance(words, tuple) else (words,)
    context = given[0] if spec and isinstance(spec[0], tuple) else None
    rest = tuple(given[1:] if context else given)
    # A plural is given with its number, which is no message.
    texts = rest[: 2 if spec in (_NGETTEXT, _NPGETTEXT) else 1]
    if not all(isinstance(text, str) and text for text in texts) or not texts:
        return
    told = texts if len(texts) > 1 else texts[0]
    known = found.get(texts[0], context)
    if known is not None and isinstance(known.id, tuple) != (len(texts) > 1):
        raise TwoForms(
            f"{file}: {texts[0]!r} stands with a plural here or in {known.locations[0][0]}, not in both"
        )
    found.add(told, locations=[(file, None)], auto_comments=comments, context=context)


def renewed(language: str, said: Catalog) -> Catalog:
    """The catalogue of a language with what is said now; what is said no more is left out."""
    made = Catalog(locale=language, charset="utf-8", fuzzy=False, header_comment=HEAD.rstrip())
    kept = _kept(language)
    for message in sorted(
        said, key=lambda each: (each.locations[0][0] if each.locations else "", _first(each.id))
    ):
        if message.id:
            old = kept.get(_first(message.id), message.context) if kept else None
            string = (
                old.string if old and isinstance(old.id, tuple) == isinstance(message.id, tuple) else None
            )
            made.add(
                message.id,
                string,
                locations=sorted(set(message.locations)),
                auto_comments=message.auto_comments,
                user_comments=old.user_comments if old else (),
                context=message.context,
            )
    return made


def _first(said: str | tuple[str, ...] | list[str]) -> str:
    return said if isinstance(said, str) else said[0]


def _kept(language: str) -> Catalog | None:
    file = catalogue(language)
    if not file.exists():
        return None
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def written(catalog: Catalog) -> str:
    """As a file: no date and no name of a machine, so that the same messages give the same bytes."""
    whole = io.BytesIO()
    write_po(whole, catalog, width=100, omit_header=True, include_lineno=False)
    plural = get_plural(str(catalog.locale))
    rule = ARABIC if str(catalog.locale) == "ar" else plural.plural_expr
    head = {
        "Language": str(catalog.locale),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={rule};",
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in head.items())
    return f'{HEAD}msgid ""\nmsgstr ""\n{lines}\n{whole.getvalue().decode()}'


def main() -> None:
    said = messages()
    for language in sys.argv[1:] or SPOKEN:
        if language == SOURCE:
            continue
        made = renewed(language, said)
        file = catalogue(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written(made), encoding="utf-8")
        print(
            f"{language}: {sum(1 for each in made if each.id and not _is_translated(each.string))} to translate of {len(made)}"
        )


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    main()
