"""What needs a second pair of eyes is flagged, with the words that raised it; a plain appeal raises nothing."""

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft

PLAIN = (
    "Kenya: weavers held\n\nThree weavers were arrested in Nakuru on 3 March 2014. We demand their release.\n"
)


def flags(text: str, published: str | None = "2014-03-05") -> dict[str, list[str]]:
    draft = read_text(text, "report.txt", published)
    return {warning.code: [_words(draft, span) for span in warning.spans] for warning in draft.warnings}


def _words(draft: Draft, span: tuple[int, int]) -> str:
    return draft.source.text[span[0] : span[1]]


def test_a_plain_appeal_raises_no_flag() -> None:
    assert not set(flags(PLAIN)) & {
        "private_address", "minor", "incitement", "hostage_taking", "medical", "sexual_violence",
        "disputed_fundraiser", "conflicting_sentence", "conflicting_toll", "list_age",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("The judge, who lives at 14 Acacia Road, was named.", "private_address", "who lives at"),
        ("His home address was printed on leaflets.", "private_address", "His home address"),
        ("Police also took a 15-year-old girl.", "minor", "15-year-old"),
        ("An eye for an eye, the leaflet says.", "incitement", "eye for an eye"),
        ("The strikers held two managers in the canteen.", "hostage_taking", "strikers held two"),
        ("She is six months pregnant.", "medical", "pregnant"),
        ("Two of the women were raped by guards.", "sexual_violence", "raped"),
    ],
)
def test_words_of_a_flag_are_the_words_that_raised_it(sentence: str, code: str, words: str) -> None:
    found = flags(PLAIN + "\n" + sentence + "\n").get(code, [])
    assert any(words.endswith(one) or one.endswith(words) for one in found), found


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (
            "La policía detuvo en Oaxaca a un menor de edad y a su padre, ambos campesinos de la comunidad.",
            "minor",
        ),
        ("La militante est enceinte de six mois et se trouve en prison depuis le mois de mars.", "medical"),
        ("Среди задержанных на площади есть несовершеннолетние, их родителям ничего не сообщили.", "minor"),
        ("Die Gefangene ist schwanger und wird seit März in der Haftanstalt festgehalten.", "medical"),
    ],
)
def test_flags_are_raised_in_other_languages(sentence: str, code: str) -> None:
    assert code in flags(sentence)


def test_the_printed_age_of_a_child_at_risk_is_a_flag() -> None:
    text = "Kenya: pupils held\n\nJoseph Kiptarus (16) and Mary Wanjohira (34) were arrested in Nakuru on 3 March 2014.\n"
    assert flags(text)["minor"] == ["Joseph Kiptarus (16"]


def test_a_warning_in_the_comments_disputes_the_fundraiser() -> None:
    text = (
        PLAIN
        + "\nDonate to the strike fund by bank transfer.\n\nComments\n\nJ: This fundraiser is a scam, the union has none.\n"
    )
    assert flags(text)["disputed_fundraiser"] == ["J: This fundraiser is a scam, the union has none."]


def test_two_lengths_of_one_sentence_are_set_against_each_other() -> None:
    text = (
        "Kenya: weaver jailed\n\nOn 3 March 2014 Joseph Kiptarus was sentenced to six months in prison in Nakuru.\n\n"
        "Joseph Kiptarus was sentenced to six years in prison, the radio says.\n"
    )
    assert len(flags(text)["conflicting_sentence"]) == 2


def test_two_tolls_of_one_day_are_set_against_each_other() -> None:
    text = (
        "Kenya: weavers shot\n\nOn 3 March 2014 police killed 15 weavers in Nakuru.\n\n"
        "The union says that 40 weavers were killed in Nakuru on 3 March 2014.\n"
    )
    assert len(flags(text)["conflicting_toll"]) >= 2


OLD_LIST = (
    "Write to the embassies:\n\nEmbassy of Kenya in Moscow, Russia - Lopukhinsky 5; tel. (7 095) 924 1234\n"
    "Embassy of Kenya in London, United Kingdom - 12 Baker Street; tel. (44 171) 636 2371\n"
)


def test_a_list_is_as_old_as_the_plans_it_prints() -> None:
    draft = read_text(OLD_LIST, "list.txt", "2011-06-15")
    warning = next(one for one in draft.warnings if one.code == "list_age")
    assert "changed from 2000 on, though the text is of 2011" in warning.message
    assert "Moscow: area code 095 became 495" in warning.message


def test_a_plan_that_changed_after_the_text_does_not_age_it() -> None:
    assert "list_age" not in flags(OLD_LIST, "1998-06-15")


@pytest.mark.parametrize(
    "sentence",
    [
        "Phone interview, 3 May 2015. Confidential: the source must not be named, she fears dismissal.",
        "She asked not to be identified, since her brother works at the same plant in the city.",
        "Медсестра рассказала об этом по телефону, она просила не называть её имя и место работы.",
        "Die Krankenschwester möchte aus Angst vor Entlassung nicht genannt werden.",
        "Entrevista confidencial con una enfermera del hospital, hecha por teléfono el tres de mayo.",
        "L'infirmière a demandé à ne pas être nommée, elle craint de perdre son travail à l'hôpital.",
        "L'infermiera ha chiesto di non essere nominata perché teme di perdere il lavoro in ospedale.",
        "A enfermeira pediu para não ser identificada porque tem medo de perder o emprego no hospital.",
        "这名护士在电话中讲述了当天发生的事情，她要求匿名，因为害怕失去工作。",
    ],
)
def test_somebody_who_must_not_be_known_as_the_source_is_said(sentence: str) -> None:
    assert "confidential_source" in flags(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The judge could not be named by the ministry, which had appointed nobody yet.",
        "The union gave the names of all who were arrested at the gate.",
        "Профсоюз опубликовал имена всех задержанных на площади рабочих.",
    ],
)
def test_names_that_are_spoken_of_freely_raise_nothing(sentence: str) -> None:
    assert "confidential_source" not in flags(sentence)
