import pytest

from tocsin.language.called import _rows
from tocsin.language.contractions import Joining, after
from tocsin.language.country_sentences import called


@pytest.mark.parametrize(
    ("form", "language", "code", "words"),
    [
        ("{of}", "fr", "NO", "Norvège"),
        ("{of:de}", "fr", "", "de "),
        ("{of:+}", "fr", "NO", "la Norvège"),
        ("{of:+}", "fr", "IR", "l’Iran"),
        ("{of:+}", "fr", "CU", "Cuba"),
        ("ambassade {of:de}", "fr", "KZ", "ambassade du Kazakhstan"),
        ("ambassade {of:de}", "fr", "IR", "ambassade de l’Iran"),
        ("ambassade {of:de}", "fr", "US", "ambassade des États-Unis"),
        ("ambassade {of:de}", "fr", "IL", "ambassade d’Israël"),
        ("ambassade {of:de}", "fr", "CD", "ambassade de la République démocratique du Congo"),
        ("{of:en}", "fr", "NO", "en Norvège"),
        ("{of:en}", "fr", "IR", "en Iran"),
        ("{of:en}", "fr", "KZ", "au Kazakhstan"),
        ("{of:en}", "fr", "US", "aux États-Unis"),
        ("{of:en}", "fr", "CU", "à Cuba"),
        ("{of:en}", "fr", "BB", "à la Barbade"),
        ("{of:de}", "es", "GB", "del Reino Unido"),
        ("{of:de}", "es", "SV", "de El Salvador"),
        ("{of:en}", "es-MX", "AE", "en los Emiratos Árabes Unidos"),
        ("{of:em}", "pt", "KZ", "no Cazaquistão"),
        ("{of:em}", "pt-BR", "US", "nos Estados Unidos"),
        ("{of:de}", "pt", "AO", "de Angola"),
        ("{of:por}", "pt", "NO", "pela Noruega"),
    ],
)
def test_a_country_bends_after_a_word(form, language, code, words):
    assert form.format(of=called(code, language)) == words


@pytest.mark.parametrize(
    ("word", "text", "language", "words"),
    [
        ("de", "les dockers", "fr", "des dockers"),
        ("de", "Ann Lee", "fr", "d’Ann Lee"),
        ("de", "Lea Lee", "fr", "de Lea Lee"),
        ("de", "onze femmes", "fr", "de onze femmes"),
        ("a", "el abogado", "es", "al abogado"),
        ("a", "elegidos", "es", "a elegidos"),
        ("a", "as grevistas", "pt", "às grevistas"),
        ("of", "the dockers", "en", "of the dockers"),
    ],
)
def test_people_bend_too(word, text, language, words):
    assert after(word, text, language) == words
    assert f"{Joining(text, language):{word}}" == words


def test_every_country_has_one_article_at_most():
    for language in ("fr", "es", "pt"):
        rows = [
            row["countries"].split() for row in _rows("articles-in-prose.csv") if row["language"] == language
        ]
        codes = [code for row in rows for code in row]
        assert len(codes) == len(set(codes))
