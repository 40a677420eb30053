"""Leaving names out of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cases.mask import Mask, initials

HIDDEN = "[hidden]"


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Lina Marwede", "Lina Marwede's sister", "[hidden]'s sister"),
        ("Lina Marwede", "the lawyer Marwede", "the lawyer [hidden]"),
        ("Lina Marwede", "L. Marwede spoke", "[hidden] spoke"),
        ("Lina Marwede", "LINA MARWEDE", "[hidden]"),
        ("Lina Marwede", "Lina  Marwede\nspoke", "[hidden]\nspoke"),
        ("Наталья Соколова", "освободить Наталью Соколову", "освободить [hidden]"),
        ("José Núñez", "Jose Nunez was taken", "[hidden] was taken"),
        ("Jose Nunez", "José Núñez was taken", "[hidden] was taken"),
        ("刘晓波", "要求释放刘晓波。", "要求释放[hidden]。"),
        ("A. A.", "A. A., one of the nine", "[hidden], one of the nine"),
        ("Ana de la Cruz", "de la huelga", "de la huelga"),
        ("Mar Oss", "the market is closed", "the market is closed"),
        ("Waluyo", "Waluyo was seen", "[hidden] was seen"),
        ("Наталья Соколова", "Free Natalia Sokolova", "Free [hidden]"),
        ("Наталья Соколова", "Sokolova's lawyer", "[hidden]'s lawyer"),
        ("Natalia Sokolova", "Свободу Наталье Соколовой!", "Свободу [hidden]!"),
        ("Natalia Sokolova", "Н. Соколову задержали", "[hidden] задержали"),
        ("Roza Karabalaeva", "Roza Qarabalayeva was seen", "[hidden] was seen"),
        ("Anna Müller", "Frau Mueller fehlt", "Frau [hidden] fehlt"),
        ("Марат Попов", "Попова задержали", "[hidden] задержали"),
        ("Иван Орлов", "дом Ивана Орлова", "дом [hidden]"),
        ("Роза Ким", "Розу и Кима видели", "[hidden] и [hidden] видели"),
        ("Jan Novák", "Propusťte Jana Nováka!", "Propusťte [hidden]!"),
        ("Ahmet Demir", "Ahmet Demirin evi", "[hidden] evi"),
        ("刘晓波", "Liu Xiaobo is free", "[hidden] is free"),
        ("محمود درويش", "Mahmoud Darwish is free", "[hidden] is free"),
        ("Mahmoud Darwish", "الحرية ل محمود درويش", "الحرية ل [hidden]"),
        ("Lina Marwede", "Lina\u200b Mar\u00adwede spoke", "[hidden] spoke"),
        ("Lina Marwede", "soft\u00adware", "soft\u00adware"),
        ("Иван Попов", "Popular Ivanhoe, Popova's Ivanovo", "Popular Ivanhoe, [hidden]'s Ivanovo"),
    ],
)
def test_a_name_is_left_out_in_the_forms_a_text_gives_it(name: str, text: str, masked: str) -> None:
    assert Mask({name: HIDDEN}).text(text) == masked


def test_part_of_a_shown_name_stays_where_the_whole_withheld_name_does_not_stand() -> None:
    mask = Mask({"Oleg Marwede": HIDDEN}, shown=["Lina Marwede"])
    assert mask.text("Lina Marwede and her brother Oleg Marwede; Oleg is ill") == (
        "Lina Marwede and her brother [hidden]; [hidden] is ill"
    )


def test_a_shown_name_stays_in_every_script() -> None:
    mask = Mask({"Oleg Marwede": HIDDEN}, shown=["Lina Marwede"])
    assert mask.text("Лина Марведе и Олег Марведе") == "Лина Марведе и [hidden]"
    kin = Mask({"Oleg Marwede": HIDDEN, "Lina Popov": HIDDEN}, shown=["Lina Marwede"])
    assert kin.text("Lina Marwede, Лина Марведе") == "Lina Marwede, Лина Марведе"


@pytest.mark.parametrize(
    "tag",
    [
        "#FreeSokolova",
        "#FreeNataliaSokolova",
        "#СвободуСоколовой",
        "#НатальяСоколова",
        "@nsokolova",
        "@natalia.sokolova",
    ],
)
def test_a_tag_that_names_her_is_left_out(tag: str) -> None:
    for name in ("Natalia Sokolova", "Наталья Соколова"):
        assert Mask({name: HIDDEN}).text(f"See {tag} today") == f"See {tag[0]}[name withheld] today"
    assert Mask({"Lina Marwede": HIDDEN}).text(f"See {tag} today") == f"See {tag} today"


def test_values_are_masked_to_their_depths() -> None:
    value = {"name": "Lina's house", "country": None, "low": 3, "seen": ["Marwede", {"by": "Lina Marwede"}]}
    assert Mask({"Lina Marwede": HIDDEN}).value(value) == {
        "name": "[hidden]'s house",
        "country": None,
        "low": 3,
        "seen": [HIDDEN, {"by": HIDDEN}],
    }


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Lina Marwede", "https://news.example/lina-marwede-is-free"),
        ("Lina Marwede", "https://news.example/2011/marwede_2.html"),
        ("Lina Marwede", "https://news.example/FreeLinaMarwede"),
        ("Lina Marwede", "https://news.example/freelinamarwedenow"),
        ("Lina Marwede", "https://linamarwede.example/"),
        ("Lina Marwede", "https://news.example/?q=Lina+Marwede"),
        ("Lina Marwede", "https://news.example/?to=https%253A%252F%252Fa.example%252Flina%252Dmarwede"),
        ("José Núñez", "https://news.example/N%C3%BA%C3%B1ez"),
        ("José Núñez", "https://xn--nez-7ma8b.example/"),
        ("Наталья Соколова", "https://news.example/natalya-sokolova-arrested"),
        ("Наталья Соколова", "https://news.example/%D0%A1%D0%BE%D0%BA%D0%BE%D0%BB%D0%BE%D0%B2%D0%B0"),
    ],
)
def test_an_address_with_a_withheld_name_is_left_out(name: str, address: str) -> None:
    mask = Mask({name: HIDDEN})
    assert mask.address(address) == ""
    assert mask.text(f"See {address} today") == "See [address withheld] today"


def test_an_address_without_one_stays() -> None:
    address = "https://news.example/marches/2011-06-05?page=2"
    assert Mask({"Lina Marwede": HIDDEN, "Mar Oss": HIDDEN}).address(address) == address


def test_initials() -> None:
    assert (initials("Natalia Sokolova"), initials("A. A.")) == ("N. S.", "A. A.")


letters = st.text(st.characters(categories=["Lu", "Ll"]), min_size=3, max_size=12)


@given(st.lists(letters, min_size=1, max_size=3), st.text(max_size=40), st.text(max_size=40))
def test_no_whole_name_survives(parts: list[str], before: str, after: str) -> None:
    name = " ".join(parts)
    assert not Mask({name: "·"}).touches(Mask({name: "·"}).text(f"{before} {name} {after}"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("김서연", "Free Kim Seo-yeon now"),
        ("김서연", "Free Seoyeon Kim now"),
        ("김서연", "Free Gim Seo Yeon now"),
        ("陳曉明", "Free Chen Xiaoming now"),
        ("陳曉明", "Free Xiao-ming now"),
        ("Chen Xiaodong", "陈晓东被捕"),
        ("Lee Jun-seo", "이준서는 체포되었다"),
        ("חיים לוי", "Free Chaim Levi now"),
        ("Rachel Barak", "רחל ברק נעצרה"),
        ("สมชาย ใจดี", "Free Somchai Jaidee now"),
        ("শহিদুল দাস", "Free Shahidul Das now"),
    ],
)
def test_a_name_in_letters_of_many_transliterations_is_left_out_in_each_script(name: str, text: str) -> None:
    mask = Mask({name: "X"})
    assert mask.touches(text)
    assert mask.text(text) in ("Free X now", "X被捕", "X는 체포되었다", "X נעצרה")


def test_ordinary_words_and_other_names_stay_beside_withheld_korean_and_chinese_ones() -> None:
    text = "No, Oh Do-hyun was on a bus to Yeoncheon, Sean Law said. 김도현, 陈某, 李明"
    assert Mask({"노서연": "X", "오준": "X", "陳曉明": "X", "חיים לוי": "X"}).text(text) == text
