"""Whom a name belongs to, whose it is not, and who did what was done: all people and bodies here are invented."""

import pytest

from tocsin.language.leaders import office_of_leader
from tocsin.language.lexicon import lexicon
from tocsin.language.slips import is_slip_of
from tocsin.reading.name_ends import trimmed
from tocsin.reading.no_people import is_beside_no_person
from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft


def _read(text: str, published: str = "2014-06-20") -> Draft:
    return read_bytes(text.encode(), "report.txt", published)


def _names(draft: Draft) -> list[str]:
    return [person.name for person in draft.people]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Marven Tellow", "Marvan Tellow", True),
        ("Nargas Tellow", "Narges Tellow", True),
        ("Maria Lopez", "Mario Lopez", False),
        ("Omar Tellow", "Omer Tellow", False),
        ("Marven Tellow", "Marvan Tallow", False),
        ("Tellow", "Tallow", False),
    ],
)
def test_one_vowel_wrong_in_a_long_word_is_a_slip(one: str, other: str, same: bool) -> None:
    assert is_slip_of(one, other) is same


def test_a_name_misprinted_once_is_the_same_person() -> None:
    draft = _read(
        "Iran: a teacher sentenced\n\nThe journalist Nargol Bahmanzadeh was sentenced to six years in prison on 12 June 2014."
        " Her appeal was refused.\n\nThe union urges the authorities to repeal the sentence against Nargel Bahmanzadeh."
    )
    assert _names(draft) == ["Nargol Bahmanzadeh"]
    assert "Nargel Bahmanzadeh" in draft.people[0].aliases


def test_two_people_side_by_side_are_two_though_their_names_differ_by_a_vowel() -> None:
    draft = _read(
        "Jordan: brothers held\n\nPolice arrested the brothers Hassan Darwishi and Hussan Darwishi in Irbid on 12 June 2014."
    )
    assert len(draft.people) == 2


@pytest.mark.parametrize("opening", ["On 14 June 2014, ", "A neighbour says that "])
def test_first_names_from_longer_lists_share_a_surname_after_a_comma_that_ends_no_list(opening: str) -> None:
    draft = _read(
        f"Philippines: couple killed\n\n{opening}Ramon and Luzviminda Balagtasan were killed inside their house in Laak."
    )
    assert _names(draft) == ["Ramon Balagtasan", "Luzviminda Balagtasan"]


def test_a_first_name_that_only_sounds_like_a_leader_is_nobodys_office() -> None:
    assert office_of_leader("Ramon") is None
    assert office_of_leader("Rahmon") is not None


def test_a_firm_s_house_in_a_country_is_nobody() -> None:
    draft = _read(
        "Türkei: Entlassungen\n\nAm 12. Juni 2014 wurden Arbeiter des Werkes von Wardex Türkei entlassen. Sie marschierten zum Werk"
        " des Kosmetikherstellers Flomira.\n\nSofortige Wiedereinstellung der Kollegen von Wardex Türkei!"
    )
    assert _names(draft) == []


def test_who_threatened_was_not_beaten() -> None:
    draft = _read(
        "Brasil: liderança presa\n\nJucelino Farias Lima foi ameaçado de morte pelo secretario de Terras do Amazonas, Jorge Tavares,"
        " foi espancado dentro do presídio e quase perdeu o rim."
    )
    assert _names(draft) == ["Jucelino Farias Lima"]
    assert [official.name for official in draft.officials if official.name] == ["Jorge Tavares"]


def test_the_fate_of_a_leader_makes_no_judge() -> None:
    draft = _read(
        "Россия: профсоюз\n\nЕфим Тестов, лидер докеров, находится под следствием. Он может повторить судьбу лидера горняков"
        " РОСТЕСТа Виктора Тестенко, осуждённого в 2008 году."
    )
    assert [official.name for official in draft.officials if official.name] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tunisie : harcèlement à l’encontre de Me Nadia Belkacem\n\nLe 7 mars 2014, Me Nadia Belkacem, avocate, a été victime"
        " d’actes d’intimidation au poste de police de Sfax.",
        "Perú: hostigamiento\n\nLa abogada Nadia Quispe Rojas fue víctima de constantes amenazas en Puno.",
        "Kenya: a unionist harassed\n\nThe union leader Nadia Otieno Wekesa has been a victim of judicial harassment since June 2014.",
    ],
)
def test_victims_of_threats_are_threatened(text: str) -> None:
    assert [person.status for person in _read(text).people] == ["threatened"]


@pytest.mark.parametrize(
    ("text", "name", "is_nobody"),
    [
        ("Osvaldino Brasil estava preso.", "Osvaldino Brasil", False),
        ("Os operários de Wardex Brasil foram demitidos.", "Wardex Brasil", True),
    ],
)
def test_a_country_behind_a_word_that_no_list_knows_ends_a_firm_only_after_of(
    text: str, name: str, is_nobody: bool
) -> None:
    at = text.index(name)
    assert is_beside_no_person(text, at, at + len(name), lexicon("pt")) is is_nobody


def test_the_last_of_a_run_of_capitals_is_no_part_of_a_name() -> None:
    text = "Manifestazione A REGGIO EMILIA Patrizia Zarkini Rossi"
    start, end = trimmed(text, text.index("EMILIA"), len(text), lexicon("it"))
    assert text[start:end] == "Patrizia Zarkini Rossi"


def test_who_they_include_befell_what_befell_them() -> None:
    draft = _read(
        "Philippines: farmers killed\n\nSeven farmers were murdered last month alone. They include Nilo Dalisay Bantugan, an indigenous"
        " farmer from Laakan, and Crisanto Depalog and Florante Cubay."
    )
    assert [person.status for person in draft.people] == ["killed"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Myanmar: satirist held\n\nThe satirist Maung Kyithar (known publicly as Zaw Htun Lwin) was arrested in Yangon on 6 June 2014.",
        "Perú: poeta detenido\n\nEl poeta Rafael Quispe Mamani (más conocido como Rafo Quispe) fue detenido en Puno el 6 de junio.",
    ],
)
def test_by_what_name_somebody_is_known_is_no_second_person(text: str) -> None:
    draft = _read(text)
    assert len(draft.people) == 1
    assert draft.people[0].aliases


def test_a_unionist_among_those_jailed_is_at_risk() -> None:
    draft = _read(
        "Iran: unionists\n\nThere was much coverage of the jailing of a number of union activists in Iran, including Masoud Zarrinpour."
    )
    assert [(person.name, person.status) for person in draft.people] == [("Masoud Zarrinpour", "detained")]


@pytest.mark.parametrize(
    ("text", "at_risk"),
    [
        ("Artists call for Marko Tellow to release the film maker Omar Sample, arrested in May.", ["Omar Sample"]),
        ("The governor Marko Tellow is arresting the cook Omar Sample and his wife this morning.", ["Omar Sample"]),
        ("要求释放编辑杨某某。学者Marko Tellow亦有拍照声援。", ["杨某某"]),
    ],
)  # fmt: skip
def test_who_does_it_is_not_whom_it_befalls(text: str, at_risk: list[str]) -> None:
    assert _names(_read(text)) == at_risk
