"""What readers are asked to do, and what is only told of others."""

import pytest

from tocsin.reading.read import read_text


def asks(text: str) -> set[str]:
    return {ask.kind for ask in read_text(text, "a.txt", "2014-05-02").asks}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Please take a moment to send a thank you letter to the board.", {"protest_letter"}),
        ("Please send messages of support to the cooks.", {"solidarity_message"}),
        ("Sign this petition now.", {"petition"}),
        ("Write to your MP before Friday.", {"own_government"}),
        ("Please print, sign and mail or fax your letter today.", {"protest_letter", "fax"}),
        ("Call the governor's office and tell them to stop the eviction.", {"phone_call"}),
        (
            "We will be supporting the demonstration in Valletta tomorrow, the details of which are:",
            {"picket"},
        ),
        ("Send a postcard to each of them in prison.", {"prisoner_letter"}),
        ("Donations can be sent to the strike fund.", {"donation"}),
    ],
)
def test_kinds(sentence: str, kinds: set[str]) -> None:
    assert asks(f"Title\n\n{sentence}") == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "For more information please contact the spokesperson.",
        "Forty members of parliament sent a letter to the minister.",
        "In March thousands signed a petition.",
        "The committee held a picket outside the embassy last year.",
        "His lawyer wrote to the court.",
    ],
)
def test_nothing_is_asked(sentence: str) -> None:
    assert asks(f"Title\n\n{sentence}") == set()


def test_an_example_letter_asks_to_send_it() -> None:
    text = "Title\n\nExample letter:\n\nDear Minister,\n\nI ask you to free her.\n\nYours sincerely,"
    assert "protest_letter" in asks(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chipre\n\nOs pedimos que enviéis cartas de protesta al ministro.", "protest_letter"),
        ("Chypre\n\nMerci d'écrire au ministre avant le 3 mai.", "protest_letter"),
        ("Zypern\n\nBitte schreiben Sie höfliche Briefe an den Minister.", "protest_letter"),
        ("Кипр\n\nШлите письма протеста в посольства Кипра.", "protest_letter"),
        (
            "Chipre: padeiros presos\n\nA polícia prendeu os padeiros na segunda-feira. Enviem mensagens de protesto ao ministro da Justiça.",
            "protest_letter",
        ),
        ("Cipro\n\nScrivete al ministro della giustizia e inviate fax di protesta.", "protest_letter"),
        (
            "塞浦路斯面包师被捕\n\n警察星期一逮捕了九名面包师。请致信司法部长,要求释放面包师。",
            "protest_letter",
        ),
        ("Кипър\n\nПращайте писма до министъра на правосъдието.", "protest_letter"),
        (
            "Kypr: uvěznění pekaři\n\nPolicie v pondělí zadržela devět pekařů, kteří stávkovali. Napište dopis ministru spravedlnosti.",
            "protest_letter",
        ),
        ("Cypern\n\nSkriv et brev til justitsministeren.", "protest_letter"),
        ("Chypre\n\nSignez la pétition pour les boulangers.", "petition"),
        ("Кипр\n\nПодпишите петицию в защиту пекарей.", "petition"),
        ("Zypern\n\nKommt zur Kundgebung vor der Botschaft, Freitag, 17 Uhr.", "picket"),
        ("Cipro\n\nSabato alle 15 tutti al presidio davanti al consolato.", "picket"),
    ],
)
def test_each_language(text: str, kind: str) -> None:
    assert kind in asks(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Title\n\nMessages of support to: bakers@example.org", {"solidarity_message"}),
        (
            "Chipre\n\nCómo ayudar\n\nEnvía una carta al ministro de Trabajo. Comparte esta información.",
            {"protest_letter", "media"},
        ),
        (
            "Zypern\n\nWas ihr tun könnt\n\nSchreibt dem Botschafter. Spendet auf das Konto der Streikkasse.",
            {"protest_letter", "donation"},
        ),
        (
            "Кипр\n\nЧто можно сделать\n\nНапишите письмо президенту. Звоните в посольство.",
            {"protest_letter", "phone_call"},
        ),
        (
            "Cipro\n\nCome aiutare\n\nScrivete due righe all'ambasciatore. Firmate la petizione.",
            {"protest_letter", "petition"},
        ),
        ("塞浦路斯\n\n如何帮助\n\n请写信给大使馆。请分享这篇文章。", {"protest_letter", "media"}),
        (
            "Chipre\n\nComo ajudar\n\nEscreva ao ministro do Trabalho. Partilhe esta notícia com os amigos.",
            {"protest_letter", "media"},
        ),
        (
            "Chypre\n\nQue faire\n\nÉcrivez au ministre du Travail. Faites circuler cet appel.",
            {"protest_letter", "media"},
        ),
    ],
)
def test_under_a_heading_and_with_an_address(text: str, kinds: set[str]) -> None:
    assert asks(text) == kinds


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Police held the tailors", "Sign up for our newsletter, follow us on Twitter, tweet this."),
        ("Police held the tailors", "Help our magazine: donate to our website today."),
        ("Policía detuvo a los sastres el lunes", "Síguenos en Facebook y suscríbete a nuestro boletín."),
        (
            "La police a arrêté les tailleurs lundi",
            "Abonnez-vous à notre newsletter. Suivez-nous sur Facebook.",
        ),
        (
            "Die Polizei hat die Schneider verhaftet",
            "Abonniert unseren Newsletter und folgt uns auf Facebook.",
        ),
        ("Полиция задержала портных в понедельник", "Подпишитесь на нашу рассылку, читайте нас в Telegram."),
        ("A polícia prendeu os alfaiates", "Siga-nos no Facebook e assine nossa newsletter."),
        ("La polizia ha arrestato i sarti lunedì", "Iscriviti alla nostra newsletter e seguici su Facebook."),
    ],
)
def test_what_the_site_asks_for_itself_is_no_ask(title: str, sentence: str) -> None:
    assert asks(f"{title}\n\n{title}.\n\n{sentence}") == set()


def test_take_action_counts_where_nothing_says_what_to_do() -> None:
    assert asks("Title\n\nTake action now!") == {"other"}
    assert asks("Title\n\nTake action now! Call the mayor's office.") == {"phone_call"}


def test_a_fax_carries_a_letter() -> None:
    assert asks("Title\n\nPlease fax the mayor.") == {"fax", "protest_letter"}


def test_a_letter_asks_its_addressee_not_the_reader() -> None:
    text = (
        "Title\n\nDear President,\n\nWe trust that you will take action and that your government will help."
    )
    assert asks(text) == set()


def test_a_vigil_with_its_hour_is_asked_for_unless_it_is_over() -> None:
    assert asks("Tailleurs arrêtés\n\nRassemblement jeudi 4 mai à 18 heures devant le consulat.") == {
        "picket"
    }
    assert asks("Sastres presos\n\nTres mil personas participaron en la marcha del 3 de mayo.") == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Petition für die verhafteten Schneider\n\nDie Schneider sind seit Montag in Haft.", {"petition"}),
        ("Schneider in Haft\n\nEine Petition an den Landtag blieb ohne Antwort.", set()),
        ("Портные под арестом\n\nПрофсоюз собрал подписи под обращением.", set()),
    ],
)
def test_a_petition_is_asked_for_by_its_title_not_by_its_name(text: str, kinds: set[str]) -> None:
    assert asks(text) == kinds


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Please add your union's name to this statement of support by 3 May.", {"sign_on"}),
        ("We also urge the government of Malta to condemn the arrests.", set()),
        ("Yours sincerely, [PHONE NUMBER]", set()),
        ("We urge all students to come to the bakers' rally at noon to show their support.", {"picket"}),
    ],
)
def test_what_only_stands_beside_an_ask_is_none(sentence: str, kinds: set[str]) -> None:
    assert asks(f"Title\n\n{sentence}") == kinds
