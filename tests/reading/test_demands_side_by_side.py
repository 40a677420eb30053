"""Several demands in one sentence, remarks that are none, and the fuller of two that say the same."""

import pytest

from tocsin.reading.read import read_bytes


def _demands(text: str) -> list[str]:
    return [demand.text for demand in read_bytes(text.encode(), "report.txt", "2014-06-20").demands]


def test_what_must_be_done_and_what_else_must() -> None:
    text = "Egypt: weavers\n\nTen weavers were arrested on 3 June. All workers must be released, and charges against them must be dropped."
    assert _demands(text) == ["All workers must be released", "charges against them must be dropped"]


def test_what_workers_must_do_is_no_demand() -> None:
    assert _demands("Egypt: weavers\n\nTen weavers were arrested. All workers must stand together now.") == []


def test_an_act_that_opens_as_the_first_did_is_demanded_though_no_list_knows_its_verb() -> None:
    text = (
        "Brasile: diga\n\nLe chiedo di consultare gli abitanti sulle dighe, nel pieno rispetto della Costituzione, e di prevenire il"
        " rischio di ulteriori violenze."
    )
    assert len(_demands(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Nicaragua: detenidos\n\nDEMANDAMOS\n\n  • La inmediata liberación de los detenidos. Esta detención es arbitraria y pone en"
        " peligro su vida.\n  • Una investigación de los hechos.",
        "Nicaragua: detained\n\nWE DEMAND\n\n  • The immediate release of the detained. This arrest is arbitrary and puts their lives"
        " in danger.\n  • An investigation of the events.",
    ],
)
def test_a_remark_on_an_item_is_no_further_demand(text: str) -> None:
    assert len(_demands(text)) == 2


def test_a_sentence_says_more_than_the_slogan_above_it() -> None:
    text = (
        "China: a cook held\n\nWu Meixin was arrested on 3 June 2014.\n\nFree Wu Meixin!\n\nThe union is calling on the mayor to"
        " immediately release Wu Meixin."
    )
    assert _demands(text) == ["to immediately release Wu Meixin"]


def test_a_link_to_follow_in_order_to_help_is_an_ask() -> None:
    text = "Россия: профсоюз\n\nЕфим Тестов под следствием. Перейдите по ссылке, чтобы помочь: http://example.org/a"
    asks = read_bytes(text.encode(), "report.txt", "2014-06-20").asks
    assert [ask.kind for ask in asks] == ["petition"]


def test_a_single_word_is_a_demand_where_it_says_whose() -> None:
    assert _demands("Paraguay: presos\n\nReclamamos nuestra Libertad y el Refugio Político.") == [
        "nuestra Libertad",
        "el Refugio Político",
    ]


def test_voices_that_demand_are_no_demand() -> None:
    assert _demands("中国:胡明\n\n胡明被刑事拘留后,海内外要求放人的声音不断。") == []


def test_spreading_false_news_is_a_charge_and_no_ask() -> None:
    text = "Italia: arrestato\n\nPatrizia Zarkini è accusata di diffusione di notizie false. Venerdì scriviamo all'ambasciata."
    asks = read_bytes(text.encode(), "report.txt", "2014-06-20").asks
    assert "media" not in [ask.kind for ask in asks]


def test_what_somebody_is_not_to_say_is_no_demand_of_its_own() -> None:
    text = "Brasile: diga\n\nLe chiedo di consultare gli abitanti sulle dighe, nel rispetto della legge, e di non sostenere che sia tardi."
    assert len(_demands(text)) == 1
