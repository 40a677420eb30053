"""Asks of a line or two in seven languages, and lines that only tell what others did."""

import pytest

from tocsin.reading.read import read_bytes

LEADS = {
    "en": "Kenya: ten weavers held\n\nTen weavers were arrested in Kisumu on 3 June 2014.\n\n",
    "es": "Perú: detenidos\n\nDiez tejedores fueron detenidos en Puno el 3 de junio de 2014.\n\n",
    "fr": "Cameroun : arrestations\n\nDix tisserands ont été arrêtés à Douala le 3 juin 2014.\n\n",
    "pt": "Brasil: prisões\n\nDez tecelões foram presos em Belém no dia 3 de junho de 2014.\n\n",
    "ru": "Россия: задержания\n\nДесять рабочих были задержаны в Калуге 3 июня 2014 года.\n\n",
}


def _kinds(language: str, line: str) -> list[str]:
    draft = read_bytes(f"{LEADS[language]}{line}\n".encode(), "report.txt", "2014-06-20")
    return [ask.kind for ask in draft.asks]


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "Chip in to pay for their lawyer.", "donation"),
        ("es", "Se reciben aportes en la cuenta 12345.", "donation"),
        ("es", "Comparte esta noticia.", "media"),
        ("ru", "Поддержите семьи: карта 1234.", "donation"),
    ],
)
def test_an_ask_of_one_line(language: str, line: str, kind: str) -> None:
    assert kind in _kinds(language, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "Se realizó un plantón frente a la embajada."),
        ("fr", "Un rassemblement a eu lieu devant l’ambassade."),
        ("pt", "Houve um ato em frente ao consulado."),
    ],
)
def test_a_gathering_that_took_place_calls_nobody(language: str, line: str) -> None:
    assert _kinds(language, line) == []
