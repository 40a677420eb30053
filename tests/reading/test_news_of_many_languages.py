"""What befell people, in the words of short news and lists of actions; every person and case here is invented."""

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft


def read(text: str) -> Draft:
    return read_text(text, "news.txt", "2021-03-05")


def statuses(text: str) -> dict[str, str]:
    return {one.name: one.status for one in read(text).people}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Briefe gegen das Vergessen\n\nTansania: Lehrer in Haft\n\nJuma Mwakyusa befindet sich allein wegen seiner "
            "Gewerkschaftsarbeit in Haft.",
            {"Juma Mwakyusa": "detained"},
        ),
        (
            "Lettres du mois\n\nLe journaliste Moussa Traoré, 46 ans, n'a pas été vu depuis le 7 janvier. Sa famille a "
            "déposé une plainte.",
            {"Moussa Traoré": "missing"},
        ),
        (
            "Nota de pesar\n\nA polícia não prendeu os assassinos dos companheiros Josué Cardoso e Edmilson Prates.",
            {"Josué Cardoso": "killed", "Edmilson Prates": "killed"},
        ),
        (
            "广州消息\n\n网民卫志强、赖国庆及刘秀英四人，因声援维权律师而被刑事拘留。",
            {"卫志强": "detained", "赖国庆": "detained", "刘秀英": "detained"},
        ),
        (
            "Stop the execution of Travis Lundquist\n\nTravis Lundquist has been on death row for ten years. Protest the "
            "execution of Travis Lundquist on Thursday.",
            {"Travis Lundquist": "sentenced"},
        ),
        (
            "Dockers\n\nOliver Maddock, business agent of the international union of dock and warehouse workers, faces "
            "trumped-up charges.",
            {"Oliver Maddock": "charged"},
        ),
        (
            "News\n\nGunmen fired at the house of Ramon Dacayo on Sunday. Dacayo died an hour later at a hospital.",
            {"Ramon Dacayo": "killed"},
        ),
    ],
)  # fmt: skip
def test_what_befell_them_is_read_in_their_language(text: str, found: dict[str, str]) -> None:
    assert statuses(text) == found


def test_chinese_lists_end_where_the_names_end() -> None:
    text = "据统计，包括冉云峰、陈志卫、李海明、丁志国等在内的二十位活动人士被刑拘。"
    assert statuses(text) == dict.fromkeys(["冉云峰", "陈志卫", "李海明", "丁志国"], "detained")


def test_an_ordinary_word_in_a_row_of_names_is_half_of_one() -> None:
    text = "Five organisers\n\nWu Shijun, Zhang Meiru, He Yuanlin, Jian Hua and Song Jialan were all arrested on Sunday evening."
    assert "He Yuanlin" in statuses(text)


def test_words_that_open_a_sentence_are_no_part_of_a_name() -> None:
    text = "L'arresto\n\nCosì Renato Nosari, portavoce dell'associazione, sull'arresto di Diana Laurenti, attivista in carcere da lunedì."
    assert statuses(text) == {"Diana Laurenti": "detained"}


def test_an_organisation_after_a_person_is_not_arrested_with_her() -> None:
    text = (
        "Acción urgente\n\nPor la libertad de la activista Rosa Montalbán, presidenta de la ONG Control Cívico, detenida el "
        "viernes pasado."
    )
    assert list(statuses(text)) == ["Rosa Montalbán"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Il processo\n\nLa Procura generale, rappresentata dai procuratori Nicoletta Quagliani e Carlo Pellissero, ha chiesto "
            "la conferma delle condanne.",
            {"Nicoletta Quagliani", "Carlo Pellissero"},
        ),
        (
            "Sign the letter\n\nAsk your member of Congress to sign the letter that Representatives Sam Farnham (D-CA) and "
            "Chris Smithers (R-NJ) are circulating.",
            {"Sam Farnham", "Chris Smithers"},
        ),
        (
            "Statement\n\nThe UN Special Rapporteurs on Freedom of Expression, Daniel Kay and Edith Lanzman, voiced their concern.",
            {"Daniel Kay", "Edith Lanzman"},
        ),
    ],
)  # fmt: skip
def test_an_office_in_the_plural_is_everybodys_listed_after_it(text: str, names: set[str]) -> None:
    assert {one.name for one in read(text).officials} == names
