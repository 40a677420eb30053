"""Demands that are known by the form in which they stand, whatever their words: lists, answers, clauses."""

import pytest

from tocsin.reading.read import read_text


def demands(text: str) -> list[str]:
    return [demand.text for demand in read_text(text, "a.txt", "2014-05-02").demands]


def test_a_list_under_a_line_that_nothing_ends() -> None:
    text = (
        "Title\n\nWe demand that the ministry\n\n* take the engines out of the valley\n\n"
        "* cancel the concession\n\nThe valley has eleven springs."
    )
    assert demands(text) == ["take the engines out of the valley", "cancel the concession"]


@pytest.mark.parametrize("mark", ["★ ", "☐ ", "1- ", "(i) ", "1️⃣ "])
def test_every_mark_of_an_item(mark: str) -> None:
    text = f"Title\n\nThe union demands:\n\n{mark}withdraw the guards\n\n{mark}pay the wages of May"
    assert demands(text) == ["withdraw the guards", "pay the wages of May"]


def test_items_counted_in_chinese() -> None:
    text = "纺织工人\n\n为此，我们要求：\n\n一、立即释放王某；\n二、公布调查结果。"
    assert demands(text) == ["立即释放王某", "公布调查结果"]


def test_the_answer_to_what_is_demanded() -> None:
    text = (
        "Title\n\nThe kiln is cold.\n\nWhat do they want?\n\n"
        "A. The immediate release of both stokers. They have been away since June."
    )
    assert demands(text) == ["The immediate release of both stokers"]


def test_what_stands_below_the_answer_is_told() -> None:
    text = (
        "Title\n\nWhat do they want?\n\nThe release of both stokers.\n\nThe kiln went out on the second day, "
        "and nobody was there to pay."
    )
    assert demands(text) == ["The release of both stokers"]


def test_things_behind_a_colon() -> None:
    text = "Titolo\n\nAlla prefettura chiediamo tre cose: un tetto per le famiglie; i verbali di quella notte; la scuola per tutti."
    assert demands(text) == ["un tetto per le famiglie", "i verbali di quella notte", "la scuola per tutti"]


def test_pressure_put_on_somebody_to_act() -> None:
    text = "Title\n\nThe weavers call for letters to put pressure on the government to release Ana Ninguna."
    assert demands(text) == ["to release Ana Ninguna"]


def test_a_body_of_any_name_is_told() -> None:
    assert demands("Title\n\nThe union urged the parties to control their members.") == [
        "the parties to control their members"
    ]


def test_readers_who_suffer_are_told_nothing() -> None:
    text = "Title\n\nWe marched with the demand that all the workers be released."
    assert demands(text) == ["that all the workers be released"]


def test_messages_to_a_company_are_no_words_of_the_company() -> None:
    text = "Title\n\nSend messages to the company demanding that it respect the agreement."
    assert demands(text) == ["that it respect the agreement"]


def test_what_is_said_of_one_person_twice_is_two_things() -> None:
    text = (
        "Title\n\nI urge you to ensure that Ana Ninguna is not tortured. "
        "I urge you to ensure that Ana Ninguna has access to a lawyer."
    )
    assert demands(text) == [
        "to ensure that Ana Ninguna is not tortured",
        "to ensure that Ana Ninguna has access to a lawyer",
    ]


def test_a_call_upon_somebody_is_no_call_by_telephone() -> None:
    draft = read_text("Title\n\nPlease call on the council to reopen the mill.", "a.txt", "2014-05-02")
    assert [ask.kind for ask in draft.asks if ask.kind == "phone_call"] == []


def test_what_the_headline_says_is_demanded_counts_where_nothing_else_is() -> None:
    text = "Writers call on the government to protect the printers\n\nTheir shop was broken into in May."
    assert demands(text) == ["to protect the printers"]
