from datetime import date

import pytest

from tocsin.routing.edtf_words import day_words, month_words
from tocsin.routing.order import ORDER
from tocsin.routing.reasons import confidence_of, confidence_words, reason_words, told_words, warning_words
from tocsin.routing.words import route_words
from tocsin.terms.offices import Office, Told

OFFICE = Office("E", "embassy", "KZ", "GB", "London", Told("appeal", "a.txt"))


@pytest.mark.parametrize(
    ("edtf", "month", "day"),
    [
        ("2011-06-15", "June 2011", "15 June 2011"),
        ("2011-06-15?", "June 2011", "15 June 2011"),
        ("2011-06", "June 2011", "June 2011"),
        ("2011", "2011", "2011"),
        ("2011-06-05/2011-06-07", "June 2011", "5 June 2011"),
        ("XXXX-06-16", "XXXX-06-16", "XXXX-06-16"),
        ("2011-13-40", "2011-13-40", "2011-13-40"),
    ],
)
def test_dates_in_words(edtf, month, day):
    assert (month_words(edtf), day_words(edtf)) == (month, day)


def test_dates_follow_the_language():
    assert month_words("2011-06-15", "de") == "Juni 2011"
    assert month_words("2011-06-15", "no such language") == "June 2011"


def test_sources_in_words():
    assert told_words(Told("appeal", "a.txt", "2011-06")) == "the appeal of June 2011"
    assert told_words(Told("appeal", "a.txt")) == "the appeal"
    assert told_words(Told("reviewer", "call", "2026-05-02")) == "our own check of 2 May 2026"


@pytest.mark.parametrize("kind", ["appeal", "reviewer", "directory"])
@pytest.mark.parametrize("code", ORDER)
def test_every_reason_is_a_sentence(code, kind):
    words = reason_words(code, OFFICE, Told(kind, "s", "2011-06"), "NO")
    assert words[0].isupper()
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize(
    ("told", "code", "words"),
    [
        (Told("appeal", "s", "2011"), "as_printed", "not confirmed since"),
        (Told("directory", "s", "2022-11-16"), "from_directory", "may have changed since November 2022"),
        (Told("directory", "s"), "from_directory", "may have changed"),
        (Told("reviewer", "s"), "confirmed", "confirmed"),
        (Told("reviewer", "s", "2026"), "confirmed_long_ago", "confirmed on 2026, not since"),
    ],
)
def test_how_sure(told, code, words):
    assert confidence_of(told, date(2026, 6, 1)) == code
    assert confidence_words(code, told) == words


def test_warnings_name_countries():
    assert warning_words("no_mission", {"of": "KZ", "country": "NO"}) == (
        "No office of Kazakhstan is known that answers to Norway."
    )


@pytest.mark.parametrize(
    ("language", "reason", "source", "warning"),
    [
        (
            "fr",
            "Selon l’appel (avril 2011), l’ambassade à Londres a compétence pour la Norvège.",
            "notre propre vérification (2 mai 2026)",
            "On ne connaît aucune institution du Kazakhstan compétente pour les États-Unis.",
        ),
        (
            "es",
            "Según el llamamiento de abril de 2011, la embajada en Londres es competente para Noruega.",
            "nuestra propia comprobación (2 de mayo de 2026)",
            "No se conoce ninguna institución de Kazajistán competente para Estados Unidos.",
        ),
        (
            "pt",
            "Segundo o apelo de abril de 2011, a embaixada em Londres atende a Noruega.",
            "a nossa própria verificação (2 de maio de 2026)",
            "Não se conhece nenhuma instituição do Cazaquistão que atenda os Estados Unidos.",
        ),
    ],
)
def test_other_languages_say_it_in_their_own_grammar(language, reason, source, warning):
    assert reason_words("listed_for", OFFICE, Told("appeal", "a.txt", "2011-04"), "NO", language) == reason
    assert told_words(Told("reviewer", "call", "2026-05-02"), language) == source
    assert warning_words("no_mission", {"of": "KZ", "country": "US"}, language) == warning


def test_a_language_without_a_file_is_english():
    assert route_words("tlh") == route_words("en")


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt"])
@pytest.mark.parametrize("code", ["elsewhere", "own_country", "employer", "parent", "buyer"])
def test_an_office_of_no_known_country_has_a_reason_too(language, code):
    company = Office(
        "Acme", "company", None, None, None, Told("reviewer", "s"), owns="Ore Ltd", buys_from="Ore Ltd"
    )
    assert reason_words(code, company, Told("appeal", "s"), "NO", language, "KZ").endswith(".")


@pytest.mark.parametrize("code", ORDER)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_language_without_cases_for_names_says_every_reason(language, code):
    """Countries and cities stand in brackets or after a colon, no word of English is left, no stop stands twice."""
    words = reason_words(code, OFFICE, Told("appeal", "a.txt", "2011-06"), "NO", language)
    assert not set(words) & set("abcdefghijklmnopqrstuvwxyz{}") - set("London")
    assert words.endswith(".")
    assert ".." not in words


def test_reasons_in_russian_and_kazakh():
    told = Told("appeal", "a.txt", "2011-06")
    assert reason_words("listed_for", OFFICE, told, "NO", "ru") == (
        "Для этой страны (Норвегия) указано посольство (Лондон). Источник: призыв, июнь 2011."
    )
    assert reason_words("listed_for", OFFICE, told, "NO", "kk") == (
        "Бұл ел үшін (Норвегия) елшілік (Лондон) көрсетілген. Дереккөз: үндеу, 2011 ж. маусым."
    )
    assert (
        confidence_words("confirmed", Told("reviewer", "s", "2026-05-02"), "ru") == "подтверждено: 2 мая 2026"
    )
