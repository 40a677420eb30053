"""The catalogues of the interface: whole, up to date, and filled in by the same values as the English."""

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tocsin.site import catalogues
from tocsin.site.catalogues import SOURCE, SPOKEN, Incomplete, catalogue
from tools import messages

LANGUAGES = sorted(set(SPOKEN) - {SOURCE})
# Which form each of these numbers takes, by CLDR as far as whole numbers go.
FORMS = {
    "ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3},
    "fr": {0: 0, 1: 0, 2: 1},
    "ru": {1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 25: 2, 111: 2},
    **{language: {0: 1, 1: 0, 2: 1, 21: 1} for language in ("de", "es", "kk", "nb", "pt")},
}
# What is filled in, and what the page is made of.
HELD = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{[\w.!:]*\}|</?[a-z][^>]*>|https?://[\w./-]*")


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(request: pytest.FixtureRequest) -> Catalog:
    with catalogue(request.param).open("rb") as file:
        return read_po(file, locale=request.param)


@pytest.fixture(scope="module")
def said() -> Catalog:
    return messages.messages()


def test_it_is_as_gathering_leaves_it(translated: Catalog, said: Catalog) -> None:
    """`make messages` would change nothing: nothing that is said lacks, nothing is left of what is not said any more."""
    language = str(translated.locale)
    assert catalogue(language).read_text() == messages.written(messages.renewed(language, said))


def test_every_message_is_translated(translated: Catalog) -> None:
    lacking = [m.id for m in translated if m.id and (m.fuzzy or not _forms(m, translated))]
    assert lacking == []


def test_what_is_filled_in_is_filled_in(translated: Catalog) -> None:
    wrong = [
        (m.id, form) for m in translated if m.id for form in _forms(m, translated) if not _holds(m, form)
    ]
    assert wrong == []


def test_no_line_of_french_begins_with_a_sign() -> None:
    with catalogue("fr").open("rb") as file:
        french = read_po(file, locale="fr")
    forms = [form for message in french if message.id for form in _forms(message, french)]
    assert [form for form in forms if re.search(" [;:!?»]|« ", form)] == []


def test_each_number_has_its_form(translated: Catalog, tmp_path: Path) -> None:
    file = catalogue(str(translated.locale))
    rule = re.search(r"plural=(.*?);\\n", file.read_text())
    assert rule
    form_of = gettext.c2py(rule[1])
    wanted = FORMS[str(translated.locale)]
    assert {number: form_of(number) for number in wanted} == wanted
    assert translated.num_plurals == {"ar": 6, "ru": 3}.get(str(translated.locale), 2)


def test_it_names_nobody_and_no_day(translated: Catalog) -> None:
    text = catalogue(str(translated.locale)).read_text()
    assert not re.search(r"POT-Creation-Date|Last-Translator|#: (/|\.\.)", text)


def _forms(message: Message, translated: Catalog) -> list[str]:
    """Empty where one lacks."""
    if not isinstance(message.id, (tuple, list)):
        return [message.string] if message.string else []
    forms = list(message.string)
    return forms if len(forms) == translated.num_plurals and all(forms) else []


def _holds(message: Message, form: str) -> bool:
    """A plural form may leave out its number ('one letter'); all else holds what the English holds."""
    if not isinstance(message.id, (tuple, list)):
        return sorted(HELD.findall(form)) == sorted(HELD.findall(message.id)) and _edges(form) == _edges(
            message.id
        )
    one, many = ({*HELD.findall(text)} for text in message.id)
    return {*HELD.findall(form)} <= one | many


def _edges(text: str) -> tuple[bool, bool]:
    """A text that begins or ends with a line break, which gettext's own tools hold a translation to."""
    return text.startswith("\n"), text.endswith("\n")


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    return tmp_path


PO = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\nmsgid "a"\nmsgstr "{}"\n\nmsgid "b"\nmsgid_plural "bs"\nmsgstr[0] "c"\nmsgstr[1] "{}"\n'


def _put(language: str, *words: str) -> None:
    catalogue(language).parent.mkdir(parents=True, exist_ok=True)
    catalogue(language).write_text(PO.format(*words))


def test_a_language_is_offered_when_its_catalogue_is_whole(own_folder: Path) -> None:
    _put("de", "x", "y")
    _put("nb", "x", "")
    _put("fr", "", "y")
    faults = catalogues.compile_all(["en", "de", "nb", "fr", "kk"])
    assert list(catalogues.offered()) == ["en", "de"]
    assert [fault.split(":")[0] for fault in faults] == ["nb", "fr", "kk"]
    assert "1 messages are not translated, such as ('b', 'bs')" in faults[0]
    with catalogues.compiled("de").open("rb") as file:
        assert read_mo(file).get("a").string == "x"


def test_what_lacks_something_again_is_not_offered_any_more(own_folder: Path) -> None:
    _put("de", "x", "y")
    catalogues.compile_one("de")
    _put("de", "x", "")
    with pytest.raises(Incomplete):
        catalogues.compile_one("de")
    assert list(catalogues.offered()) == ["en"]


def test_one_message_with_and_without_a_plural_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.py").write_text('from django.utils.translation import gettext as _, ngettext\n_("a")\n')
    (tmp_path / "two.py").write_text(
        'from django.utils.translation import ngettext\nngettext("a", "as", 2)\n'
    )
    monkeypatch.setattr(messages, "SOURCES", tmp_path)
    with pytest.raises(messages.TwoForms, match=r"two\.py: 'a' stands with a plural here or in one\.py"):
        messages.messages()


def test_gathering_reads_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text(
        '{% load i18n %}\n  <p title="{% translate \'one\' context "c" %}">\n{% blocktranslate count n=3 trimmed %}\n  it\n{% plural %}\n {{ n }} of them\n{% endblocktranslate %}</p>'
        "{{ _('two') }}{% translate 'three' as x %}"
    )
    monkeypatch.setattr(messages, "SOURCES", tmp_path)
    found = {(m.id, m.context) for m in messages.messages() if m.id}
    assert found == {("one", "c"), (("it", "%(n)s of them"), None), ("two", None), ("three", None)}
