"""Stories and letters in Russian and Kazakh: names stand as typed, so no sentence may bend them. Everybody is invented."""

from dataclasses import dataclass

import pytest

from tests.letters.invented import group, incident, person
from tocsin.letters.compose import Addressee, compose
from tocsin.letters.happening import day_sentences, incident_sentence
from tocsin.letters.phone_script import phone_script
from tocsin.letters.story import story
from tocsin.letters.telling import group_sentence, people_sentences
from tocsin.terms.count import Count
from tocsin.terms.incidents import Place


@dataclass(frozen=True)
class Cast:
    """The words of a report, as a claim holds them."""

    name: str
    role: str
    charge: str
    women: str
    police: str


CASTS = {
    "ru": Cast("Лина Марведе", "юрист докеров", "нарушение порядка", "девять женщин", "полиция"),
    "kk": Cast("Лина Марведе", "докерлер заңгері", "тәртіп бұзу", "тоғыз әйел", "полиция"),
}
RIGA = Place("Рига", "LV")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            "С 3 мая 2015 г. под стражей — Лина Марведе (юрист докеров)."
            " Обвинение: «нарушение порядка»; возможное наказание: 2–4.\n"
            "3 мая 2015 г. собрание разогнали (Рига); кто действовал: полиция."
            " В июне 2015 г. на людей (девять женщин) напали (Рига); кто действовал: полиция.",
        ),
        (
            "kk",
            "Лина Марведе (докерлер заңгері) 2015 жылғы 3 мамырдан бері қамауда отыр."
            " Айып: «тәртіп бұзу»; ықтимал жаза: 2–4.\n"
            "2015 жылғы 3 мамырда полиция Рига аумағында жиынды таратты."
            " 2015 жылғы маусымда полиция Рига аумағында адамдарға (тоғыз әйел) шабуыл жасады.",
        ),
    ],
)
def test_a_story(language, told):
    cast = CASTS[language]
    lina = person(cast.name, cast.role, "detained", since="2015-05-03", charge=cast.charge, penalty="2-4")
    happened = [
        incident("dispersal", "2015-05-03", RIGA, actors=(cast.police,)),
        incident("beating", "2015-06", RIGA, Count(9, 9, "9"), affected=(cast.women,), actors=(cast.police,)),
    ]
    assert story([lina], [], happened, language) == told


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("ru", Count(1, 1, ""), "Задержан человек (Рига) — один."),
        ("ru", Count(2, 2, ""), "Задержаны люди (Рига) — два человека."),
        ("ru", Count(9, 9, ""), "Задержаны люди (Рига) — девять человек."),
        ("ru", Count(21, 21, ""), "Задержаны люди (Рига) — 21 человек."),
        ("ru", Count(2, None, ""), "Задержаны люди (Рига) — не менее чем два человека."),
        ("ru", Count(40, 62, ""), "Задержаны люди (Рига) — 40–62 человека."),
        ("ru", Count(200, None, "Сотни"), "Задержаны люди (Рига) — сотни человек."),
        ("kk", Count(1, 1, ""), "Бір адам Рига аумағында ұсталды."),
        ("kk", Count(21, 21, ""), "21 адам Рига аумағында ұсталды."),
        ("kk", Count(50, None, ""), "Кемінде 50 адам Рига аумағында ұсталды."),
    ],
)
def test_numbers_agree_with_people(language, count, told):
    assert incident_sentence(incident("mass_arrest", None, RIGA, count), language) == told


@pytest.mark.parametrize(
    ("language", "date", "told"),
    [
        ("ru", "2015", "В 2015 г. люди начали забастовку."),
        ("ru", "2015-05~", "Примерно в мае 2015 г. люди начали забастовку."),
        ("ru", "XXXX-05", "В мае люди начали забастовку."),
        ("ru", "2015-05/..", "Начиная с мая 2015 г. люди начали забастовку."),
        ("ru", "2015-05-03/2015-05-08", "В период 3 мая 2015 — 8 мая 2015 люди начали забастовку."),
        ("kk", "2015", "2015 жылы адамдар ереуілге шықты."),
        ("kk", "XXXX-05-03", "3 мамырда адамдар ереуілге шықты."),
        ("kk", "2015-05-03/..", "2015 жылғы 3 мамырдан бастап адамдар ереуілге шықты."),
    ],
)
def test_months_bend(language, date, told):
    assert incident_sentence(incident("strike", date), language) == told


def test_since_an_interval_is_since_its_first_day():
    held = [
        person("Лина Марведе", status="detained", since=since) for since in ("2015-05/2015-06", "2015-05/..")
    ]
    assert [people_sentences([one], "ru")[0] for one in held] == [
        "С мая 2015 г. под стражей — Лина Марведе."
    ] * 2
    assert people_sentences([person(status="detained", since="2015-05-03/..")])[0] == (
        "Lina Marwede has been in detention since 3 May 2015."
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            [
                "Без вести пропал человек — имя скрыто.",
                "Без вести пропали люди — пять человек (имена скрыты).",
            ],
        ),
        ("kk", ["Бір адам (аты жасырылған) хабарсыз кетті.", "Бес адам (аттары жасырылған) хабарсыз кетті."]),
    ],
)
def test_those_whose_names_are_withheld(language, told):
    assert [people_sentences([person("")] * number, language)[0] for number in (1, 5)] == told


@pytest.mark.parametrize(
    ("language", "label", "told"),
    [
        ("ru", "докеры", "Задержаны люди — докеры: девять."),
        ("ru", "девять женщин", "Задержаны люди — девять женщин."),
        ("kk", "докерлер", "Докерлер, тоғыз адам ұсталды."),
        ("kk", "тоғыз әйел", "Тоғыз әйел ұсталды."),
    ],
)
def test_a_group_and_its_number(language, label, told):
    assert group_sentence(group(label, Count(9, 9, "9")), language) == told


def test_deeds_of_one_day_are_told_together():
    deeds = [incident(type, count=Count(9, 9, ""), actors=("полиция",)) for type in ("mass_arrest", "threat")]
    assert day_sentences(deeds, "ru") == [
        "Людей (девять человек) задержали и людям (те же) угрожали; кто действовал: полиция."
    ]


@pytest.mark.parametrize(
    ("demand", "said", "subject"),
    [
        (
            "немедленного освобождения Н. С.",
            "Я прошу немедленного освобождения Н. С.",
            "Прошу освобождения Н. С.",
        ),
        (
            "чтобы прекратились избиения",
            "Я прошу, чтобы прекратились избиения.",
            "Забастовка: прошу принять меры",
        ),
        ("освободить Н. С.", "Я прошу вас освободить Н. С.", "Прошу освободить Н. С."),
        (
            "Свобода собраний",
            "Я прошу вас о следующем:\nСвобода собраний.",
            "Забастовка: Свобода собраний",
        ),
    ],
)
def test_a_letter_in_russian(demand, said, subject):
    embassy = Addressee("Посольство", "embassy", of_country="KZ")
    letter = compose("забастовка", [demand], (), embassy, "ru")
    assert letter.subject == subject
    assert letter.body == (
        "Ваше Превосходительство!\n\nЯ пишу вам вот о чём: забастовка (страна: Казахстан).\n\n"
        + said.replace("следующем:\n", "следующем:\n- ")
        + "\n\nПрошу вас передать это письмо властям вашей страны (Казахстан) и сообщить мне, что они ответят."
        "\n\nПрошу сообщить мне, что сделано.\n\nС уважением,\n"
    )


def test_a_letter_and_a_call_in_kazakh():
    letter = compose("ереуіл", ["Н. С. босатуды"], (), Addressee("Министрлік", "ministry"), "kk", "KZ")
    assert letter.subject == "Н. С. босатуды сұраймын"
    assert letter.body == (
        "Құрметті министр!\n\nСізге мына мәселе бойынша жазып отырмын: ереуіл (ел: Қазақстан).\n\n"
        "Сізден мынаны сұраймын:\n- Н. С. босатуды.\n\nНе істелгенін маған хабарлауыңызды сұраймын.\n\nҚұрметпен,\n"
    )
    said = phone_script("+77292", Addressee("Министрлік"), "ереуіл", ["Н. С. босатуды"], "NO", "kk").lines
    assert said[:4] == (
        "Қайырлы күн. Менің атым ... Сізге қоңырау шалып тұрмын, елім: Норвегия.",
        "Осы мәселемен айналысатын қызметкермен сөйлесуге бола ма (Министрлік)?",
        "Мына мәселе бойынша қоңырау шалып тұрмын: ереуіл.",
        "Сізден мынаны сұраймын: Н. С. босатуды.",
    )
