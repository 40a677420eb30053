"""Layouts of many languages, each as messy as they come; every text is invented."""

import pytest
from tests.reading.contacts.rows import rows


def told(text, language="en"):
    """Role, kind, country, faxes, e-mails and lost e-mails of each contact."""
    return rows(text, "role", "kind", "in_country", "faxes", "emails", "redacted_emails", language=language)


def test_urgent_action_with_a_paragraph_an_office():
    text = (
        "Kenya: weaver held\n\n"
        "PLEASE SEND APPEALS BEFORE 3 MAY 2013 TO: President Tom Model Fax: +254 20 200 0001 (keep trying) +254 20 200 0002 "
        "(fax/phone line) Salutation: Your Excellency\n\n"
        "Minister of Justice Ann Sample Fax: +254 20 200 0003 (keep trying) Salutation: Dear Minister\n\n"
        "Please send copies to diplomatic representatives of Kenya accredited to your country.\n"
    )
    assert rows(text, "role", "kind", "in_country", "faxes") == [
        ("target", "head_of_state", "KE", ("+254202000001", "+254202000002")),
        ("target", "ministry", "KE", ("+254202000003",)),
        ("copy_to", "embassy", None, ()),
    ]


def test_a_letter_to_officials_named_one_a_paragraph():
    text = (
        "Kenya: three editors held\n\nTo: \n\nAnn Sample, Director of the Nakuru Security Bureau\n\n"
        "Tom Model, Prosecutor General of Nakuru\n\nJim Trial, Minister of Labour\n\n3 May 2013\n\nThe police came at dawn.\n"
    )
    assert rows(text, "role", "kind", "in_country") == [
        ("target", "police", "KE"),
        ("target", "prosecutor", "KE"),
        ("target", "ministry", "KE"),
    ]


def test_the_address_stands_below_its_ask_and_the_fax_below_a_blank_line():
    text = (
        "Kenya: clemency\n\nPlease take a moment to send a thank you letter to the Parole Board.\n\n"
        "Chairman Tom Model\nThe National Board of Paroles\n2 Sample Drive\nNairobi\n\nVia facsimile +254 20 200 0001\n"
    )
    assert rows(text, "role", "office", "faxes") == [
        ("target", "Parole Board", ("+254202000001",)),
    ]


def test_the_way_follows_in_the_next_sentence():
    text = "If you like, write directly to the Home Secretary, Ann Sample. The email can be sent to [email protected]"
    assert rows(text, "role", "office", "redacted_emails") == [("target", "Home Secretary", 1)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "pt",
            "Brasil: cinco presos. Leia a carta e envie-a para a lista de e-mails abaixo.\n"
            "- Envie com cópia para o Comitê Exemplo (comite@example.com )\n"
            "- Corregedoria do Interior: corregedoria@tribunal. example.br\n"
            "- Ana Modelo (Promotora de Altamira): promotora@example.com.br\n",
            [
                ("copy_to", "ngo", "BR", (), ("comite@example.com",), 0),
                ("target", "court", "BR", (), ("corregedoria@tribunal.example.br",), 0),
                ("target", "prosecutor", "BR", (), ("promotora@example.com.br",), 0),
            ],
        ),
        (
            "fr",
            "Togo : libérez les prisonnières\n\nVotre message sera envoyé aux adresses courriels suivantes\n"
            "presidence@example.tg, ministere@example.org\n",
            [
                ("target", "other", "TG", (), ("presidence@example.tg",), 0),
                ("target", "other", "TG", (), ("ministere@example.org",), 0),
            ],
        ),
        (
            "fr",
            "Nous vous invitons à envoyer des fax de protestation au Consulat de Colombie à Paris :\n\n"
            "Consulado General de Colombia en París\n\n12 rue Exemple - 75008 París\n\nFax : (33) 1 42 89 00 00\n",
            [("target", "consulate", "FR", ("+33142890000",), (), 0)],
        ),
        (
            "es",
            "Guatemala: despidos en la finca\n\nEs urgente dirigir cartas de protesta al Presidente de la República. "
            "Además, se pide enviar copia al Ministerio Público.",
            [("target", "head_of_state", "GT", (), (), 0), ("copy_to", "prosecutor", "GT", (), (), 0)],
        ),
        (
            "it",
            "Al Signor Ministro degli Esteri della Repubblica Italiana, Luigi Prova. (Questo indirizzo email è protetto dagli spambots. "
            "È necessario abilitare JavaScript per vederlo.\nE, per conoscenza, al Presidente della Repubblica Italiana, Sergio Modello.\n",
            [("target", "ministry", "IT", (), (), 1), ("copy_to", "head_of_state", "IT", (), (), 0)],
        ),
        (
            "de",
            "Schreibt an die Firma.\nAnschrift: Muster Moden AG, Vorstandsvorsitzender Karl Muster, Am Beispiel 0, 33602 Bielefeld; "
            "vorstand@example.com; Fax 0521 4710333\n",
            [("target", "company", "DE", ("+495214710333",), ("vorstand@example.com",), 0)],
        ),
        (
            "ru",
            "Казахстан: увольнения. Письма протеста направлять:\n\nПрокурор Алматы\nАббас Образцов\nprok@example.kz\n\n"
            "Копии — Посольство Республики Казахстан, Москва, Примерный бульвар, 0, факс: +7 495 627 18 34\n",
            [
                ("target", "prosecutor", "KZ", (), ("prok@example.kz",), 0),
                ("copy_to", "embassy", "RU", ("+74956271834",), (), 0),
            ],
        ),
        (
            "bg",
            "Боцманът не доживя.\n\nЗвънете на администрацията на Община Бургас всеки ден, факс +359 2 862 0000\n",
            [("target", "local_authority", "BG", ("+35928620000",), (), 0)],
        ),
        (
            "cs",
            "Zavolejte na velvyslanectví a zeptejte se.\n\nVelvyslanectví Kubánské republiky, Praha 5, fax: +420 233 540 000\n",
            [("target", "embassy", "CZ", ("+420233540000",), (), 0)],
        ),
    ],
)  # fmt: skip
def test_layouts_of_other_languages(language, text, found):
    assert told(text, language) == found


def test_nobody_is_asked_to_write_to_whom_the_text_warns_off():
    assert rows("Kenya. Please do not write to the Minister of Justice.", "office") == []
    assert rows("Kenya. We call on the Minister of Justice to free her.", "office") == []


def test_feet_of_mailing_lists_and_mail_headers_are_nobodys_address():
    text = (
        "From: someone@example.org\n\nThe strike goes on in Suva, Fiji.\n\n"
        "   Broad Mailing List\n   mailto:[EMAIL PROTECTED]\n"
        "Unsubscribe: mailto:[EMAIL PROTECTED]?Body=unsubscribe\n"
    )
    assert rows(text, "emails", "redacted_emails") == []


def test_a_government_in_small_letters():
    text = (
        "Kenya: weaver held. Please send letters of protest to the Kenyan government demanding her release."
    )
    assert rows(text, "role", "office", "in_country") == [("target", "Kenyan government", "KE")]
