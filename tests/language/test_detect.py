"""Short texts, and texts full of foreign names."""

import pytest

from tocsin.language.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("释放王伟！他于5月3日在广州被捕。", "zh"),
        ("立即釋放王偉！", "zh"),
        ("Свобода за Иван! Арестуван е вчера.", "bg"),
        ("Støt de strejkende på Nordhavn", "da"),
        ("Sofortige Freilassung aller Gefangenen!", "de"),
        ("すぐに釈放してください。彼は無実です。", "ja"),
        ("Podpisz petycję o uwolnienie studentów zatrzymanych w Mińsku.", "pl"),
    ],
)
def test_short_texts(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_nothing_to_tell_it_by() -> None:
    assert detect_language("123 456, 5 May") is None
