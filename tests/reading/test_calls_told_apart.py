"""Calls on readers told apart from what only speaks in the same words, and what stands on placards."""

import pytest

from tocsin.reading.document import lay_out
from tocsin.reading.read import read_text
from tocsin.reading.sections import Section

LEADS = {
    "en": "Ten dyers held\n\nTen dyers were arrested on 1 May 2014. They are still in prison.",
    "es": "Diez tintoreros presos\n\nDiez tintoreros fueron detenidos el 1 de mayo de 2014. Siguen en la cárcel.",
    "fr": "Dix teinturiers arrêtés\n\nDix teinturiers ont été arrêtés le 1er mai 2014. Ils sont en prison.",
    "de": "Zehn Färber verhaftet\n\nZehn Färber wurden am 1. Mai 2014 verhaftet. Sie sitzen noch im Gefängnis.",
    "it": "Dieci tintori arrestati\n\nDieci tintori sono stati arrestati il 1 maggio 2014. Sono ancora in carcere.",
    "pt": "Dez tintureiros presos\n\nDez tintureiros foram presos no dia 1 de maio de 2014. Continuam na cadeia.",
    "ru": "Десять красильщиков задержаны\n\nДесять красильщиков задержаны 1 мая 2014 года. Они в тюрьме.",
}


def kinds(language: str, sentence: str) -> set[str]:
    return {ask.kind for ask in read_text(f"{LEADS[language]}\n\n{sentence}\n", "a.txt", "2014-05-02").asks}


def demands(language: str, sentence: str) -> list[str]:
    draft = read_text(f"{LEADS[language]}\n\n{sentence}\n", "a.txt", "2014-05-02")
    return [demand.text for demand in draft.demands]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Notre gouvernement n'a rien fait pour les teinturiers."),
        ("de", "Unsere Regierung schweigt zu den Färbern."),
        ("it", "Il nostro governo tace sui tintori."),
        ("pt", "O nosso governo nada fez pelos tintureiros."),
        ("pt", "Assinam:"),
        ("es", "Firman:"),
        ("en", "We urge the president to sign the pardon."),
        ("de", "Der Verband ruft die Regierung dazu auf, die Färber zu schützen."),
    ],
)
def test_no_ask(language: str, sentence: str) -> None:
    assert kinds(language, sentence) == set()


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("en", "Write to your MP about the dyers.", "own_government"),
        ("en", "This petition had 370 supporters", "petition"),
        ("en", "It takes two minutes to send a message to the governor.", "protest_letter"),
        ("en", "Messages of support would mean a great deal to the dyers.", "solidarity_message"),
        ("es", "Escribe hoy mismo al gobernador para que suspenda el desalojo.", "protest_letter"),
        ("es", "Quien quiera colaborar puede hacerlo en la cuenta 1234-5678.", "donation"),
        ("fr", "Merci de transférer ce message à vos collègues.", "media"),
        ("fr", "Inondez la boîte du ministre de messages.", "protest_letter"),
        ("de", "Protestbriefe können an die Botschaft geschickt werden.", "protest_letter"),
        ("de", "Gebt diese Nachricht an eure Freunde weiter.", "media"),
        ("it", "Copia e incolla il testo e spediscilo al prefetto.", "protest_letter"),
        ("pt", "Envie uma selfie com um cartaz para os tintureiros.", "solidarity_message"),
        ("ru", "Помочь деньгами можно по реквизитам ниже.", "donation"),
    ],
)
def test_asked(language: str, sentence: str, kind: str) -> None:
    assert kind in kinds(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("en", 'Placards read "Free the dyers!"', "Free the dyers"),
        ("fr", "Ils scandaient « Libérez nos camarades ».", "Libérez nos camarades"),
        ("ru", "Он стоял с плакатом «Свободу красильщикам».", "Свободу красильщикам"),
    ],
)
def test_what_stands_on_a_placard(language: str, sentence: str, told: str) -> None:
    assert demands(language, sentence) == [told]


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        ("en", "We must never forget the dyers.", 0),
        ("en", "3. The widows should have a pension.", 1),
        ("en", "It is time the ministry stopped jailing dyers.", 1),
        ("en", "We demand the release of the dyers, as well as of the weavers arrested in June.", 1),
        ("de", "Die Färber müssen sofort und ohne jede Bedingung freigelassen werden.", 1),
        ("de", "Der Färber sollte vor Gericht aussagen, wurde aber vorher freigelassen.", 0),
        ("fr", "Une lettre leur demande d'intervenir auprès du roi.", 1),
        ("es", "La empresa reclama haber pagado los salarios.", 0),
        ("it", "Vogliamo verità e giustizia per i tintori.", 1),
        ("ru", "Авторы обратились с открытым письмом к мэру с просьбой освободить красильщиков.", 1),
        ("ru", "Настаиваем, чтобы власти отпустили красильщиков и провели расследование.", 2),
    ],
)
def test_how_many_demands(language: str, sentence: str, number: int) -> None:
    assert len(demands(language, sentence)) == number


def test_items_counted_within_a_chinese_sentence() -> None:
    text = "染工被捕\n\n警察星期一逮捕了九名染工。我們呼籲政府:1.立即釋放所有染工2.停止打壓染工工會3.尊重結社自由"
    assert len(read_text(text, "a.txt", "2014-05-02").demands) == 3


def test_comments_counted_below_the_headline_end_no_story() -> None:
    story = "Ten dyers were arrested in Strelsau on 1 May. " * 6
    text = f"Dyers held\n\n0 Comments\n\n{story}\n\nLeave a reply\n\nI do not believe it."
    found = [line.section for line in lay_out(text, "en").lines]
    assert found == [
        Section.HEADLINE, Section.NAVIGATION, Section.NARRATIVE, Section.COMMENTS, Section.COMMENTS,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("en", "Free Ana Ninguna and all arrested!", ["Free Ana Ninguna and all arrested"]),
        (
            "en",
            "We ask the ministry to do everything possible and find the dyers.",
            ["find the dyers"],
        ),
        ("en", "We ask the ministry to do everything possible.", ["to do everything possible"]),
        (
            "es",
            "Exigimos respetar la vida e integridad de los tintoreros.",
            ["respetar la vida e integridad de los tintoreros"],
        ),
        ("es", "Exige al rey que libere a los tintoreros.", ["que libere a los tintoreros"]),
        ("pt", "Apelamos a essa solidariedade com os tintureiros presos.", []),
        (
            "en",
            "3. The dyers should have a doctor and should receive their wages.",
            ["The dyers should have a doctor and should receive their wages"],
        ),
        ("es", "Ana debe presentarse cada semana en la comisaría.", []),
        ("de", "Er muss sich jede Woche bei der Polizei melden.", []),
        (
            "en",
            "Ruritania should immediately free the dyers.",
            ["Ruritania should immediately free the dyers"],
        ),
    ],
)
def test_where_one_demand_ends(language: str, sentence: str, told: list[str]) -> None:
    assert demands(language, sentence) == told


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("en", "Click here to sign.", "petition"),
        ("fr", "Cliquez ici pour signer.", "petition"),
        ("ru", "Нажмите здесь, чтобы подписать.", "petition"),
        ("es", "Escriban pidiendo la libertad de los tintoreros.", "protest_letter"),
        ("it", "Scrivete chiedendo la liberazione dei tintori.", "protest_letter"),
        ("en", "We call on dockers everywhere to refuse to unload the ship.", "work_stoppage"),
        ("ru", "Каждый четверг в 18:00 пикет у мэрии.", "picket"),
    ],
)
def test_asked_in_few_words(language: str, sentence: str, kind: str) -> None:
    assert kind in kinds(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        ("ru", "Осуждаем аресты и требуем прекратить насилие.", 1),
        ("es", "Las familias quieren saber dónde están.", 1),
        ("de", "Wir verurteilen das Urteil und fordern einen neuen Prozess.", 1),
        ("de", "Wir bitten Sie, die Färber zu begnadigen und das Lager zu schließen.", 2),
        ("pt", "Pedimos ao senhor que indulte os tintureiros e que feche o campo.", 2),
        ("en", "Friends of the dyers insist they be given a fair trial.", 1),
    ],
)
def test_demanded_in_clauses(language: str, sentence: str, number: int) -> None:
    assert len(demands(language, sentence)) == number


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Ana fue acusada de difundir mensajes contra el rey."),
        ("de", "Ihr wird vorgeworfen, Nachrichten gegen den König verbreitet zu haben."),
    ],
)
def test_what_somebody_is_accused_of_is_not_asked(language: str, sentence: str) -> None:
    assert kinds(language, sentence) == set()


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        ("it", "Nessuna espulsione dei tintori!", 1),
        ("it", "Nessuna notizia dei tintori.", 0),
        ("pt", "Nenhuma demissão na tinturaria!", 1),
        ("en", "Give the dyers a fair trial!", 1),
        ("en", "Give generously to the dyers' fund!", 0),
        ("fr", "L'association invite les autorités à libérer les teinturiers.", 1),
        ("es", "La central llamó al gobierno a respetar la huelga.", 1),
        ("de", "Wir wollen, dass die Färber freikommen.", 1),
    ],
)
def test_shouted_and_told(language: str, sentence: str, number: int) -> None:
    assert len(demands(language, sentence)) == number


def test_a_card_to_an_office_is_no_letter_to_a_prisoner() -> None:
    assert kinds("en", "Please send a postcard to the prime minister.") == {"protest_letter"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Nadie me ha pedido que os escriba."),
        ("de", "Der Verein hatte zu einer Aktion vor dem Brandenburger Tor eingeladen."),
    ],
)
def test_told_of_the_past_or_of_the_writer(language: str, sentence: str) -> None:
    assert kinds(language, sentence) == set()


def test_the_line_over_a_list_demands_nothing_itself() -> None:
    told = demands(
        "en",
        "The dyers demanded that the Government of Ruritania:\n\n* Protect the vats!\n* Drop the charges!",
    )
    assert told == ["Protect the vats", "Drop the charges"]
