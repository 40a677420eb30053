from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.country_mentions import country_mentions


def mentions(text, language=None):
    return [(text[span.start : span.end], code) for span, code in country_mentions(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Kazakh police and the Kazakhstan embassy", [("Kazakh", "KZ"), ("Kazakhstan", "KZ")]),
        ("en", "A turkey in Turkey, china from China", [("Turkey", "TR"), ("China", "CN")]),
        ("en", "They tell us about the US and the UK.", [("US", "US"), ("UK", "GB")]),
        ("en", "Nigeria, Niger and Nigerians", [("Nigeria", "NG"), ("Niger", "NE")]),
        ("en", "North Korean and Korean workers", [("North Korean", "KP")]),
        ("en", "the United States of America", [("United States of America", "US")]),
        ("ru", "рабочие Казахстана и российские власти", [("Казахстана", "KZ"), ("российские", "RU")]),
        ("es", "los trabajadores kazajos en Kazajistán", [("kazajos", "KZ"), ("Kazajistán", "KZ")]),
        ("es", "Gana la huelga", []),
        ("pt", "os sindicatos de Gana", [("Gana", "GH")]),
        ("zh", "致信中国和哈萨克斯坦", [("中国", "CN"), ("哈萨克斯坦", "KZ")]),
        ("xx", "in Norway", [("Norway", "NO")]),
        (None, "", []),
    ],
)
def test_mentions(language, text, found):
    assert mentions(text, language) == found


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "zh", "tr", None]))
def test_spans_lie_in_the_text_in_order_and_apart(text, language):
    spans = [span for span, _ in country_mentions(text, language)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
