"""Sentences that say whom to write to, and sentences that only sound like it."""

import pytest
from tests.reading.contacts.rows import contacts, rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Contact Gov. Tom Model at 512-463-0000, 512-463-0001 (fax) or at www.example.org/contact. "
            "Contact the Texas Board of Pardons at 512-406-0000, or 512-467-0000 (fax).",
            [
                ("target", "local_authority", "Gov.", "Tom Model", ("+15124630000",), ("+15124630001",), ()),
                ("target", "other", "Texas Board of Pardons", None, ("+15124060000",), ("+15124670000",), ()),
            ],
        ),
        (
            "Send your message to Recep Sample, Prime Minister of Turkey, Fax: +90 312 417 0000, E-mail: pm@example.org, "
            "and to the Minister of Justice, Ali Model (fax: +90 312 417 0001; e-mail: justice@example.org).",
            [
                ("target", "head_of_government", "Prime Minister of Turkey", "Recep Sample", (), ("+903124170000",), ("pm@example.org",)),
                ("target", "ministry", "Minister of Justice", "Ali Model", (), ("+903124170001",), ("justice@example.org",)),
            ],
        ),
        (
            "For more information contact the Free Jim Committee, 212-330-0000, info@example.org",
            [("organiser", "ngo", "Free Jim Committee", None, ("+12123300000",), (), ("info@example.org",))],
        ),
        (
            "Messages of support to the strikers at strike@example.org with copies to union@example.org.",
            [
                ("solidarity_to", "other", "strikers", None, (), (), ("strike@example.org",)),
                ("copy_to", "other", None, None, (), (), ("union@example.org",)),
            ],
        ),
        (
            "You're calling Ramsey County Attorney John Sample\n\nIf you don't receive a call, call 612-255-0000.",
            [("target", "prosecutor", "Ramsey County Attorney", "John Sample", ("+16122550000",), (), ())],
        ),
        (
            "To: The King of Bahrain; The Minister of Justice\ncc: Embassy of Bahrain in your country",
            [
                ("target", "head_of_state", "The King of Bahrain", None, (), (), ()),
                ("target", "ministry", "The Minister of Justice", None, (), (), ()),
                ("copy_to", "embassy", "Embassy of Bahrain", None, (), (), ()),
            ],
        ),
    ],
)  # fmt: skip
def test_english(text, found):
    assert rows(text, "role", "kind", "office", "person", "phones", "faxes", "emails") == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "de",
            "Bitte schickt Protestbriefe an die Botschaft der Republik Kasachstan, Sample Str. 14, 13156 Berlin, Fax: 030-47007125",
            [("target", "embassy", "KZ", "DE", "Sample Str. 14, 13156 Berlin", (), ("+493047007125",))],
        ),
        (
            "fr",
            "Écrivez à l'ambassade du Togo en France, 8 rue Exemple, 75017 Paris, Fax : 01 43 80 06 05",
            [("target", "embassy", "TG", "FR", "8 rue Exemple, 75017 Paris", (), ("+33143800605",))],
        ),
        (
            "es",
            "Enviar cartas de protesta a:\nFiscal General de Honduras, Lic. Luis Modelo, fax (504) 2221-5667",
            [("target", "prosecutor", "HN", "HN", None, (), ("+50422215667",))],
        ),
        (
            "it",
            "Chiediamo a tutti di scrivere al Ministro della Giustizia, Via Esempio 70, 00186 Roma, fax 06 68897951",
            [("target", "ministry", "IT", "IT", "Via Esempio 70, 00186 Roma", (), ("+390668897951",))],
        ),
        (
            "pt",
            "Pedimos que enviem e-mails de protesto para:\nGovernador do Estado do Pará, Brasil\nFax: +55 91 3201 5667",
            [("target", "local_authority", "BR", "BR", None, (), ("+559132015667",))],
        ),
        (
            "ru",
            "Просим направлять письма протеста в посольство Республики Казахстан в Российской Федерации: Москва, ул. Примерная, 3А, тел. (495) 627-18-34",
            [("target", "embassy", "KZ", "RU", "Москва, ул. Примерная, 3А", ("+74956271834",), ())],
        ),
        (
            "bg",
            "Пращайте писма на посолството на Казахстан в София, ул. Примерна 12, факс +359 2 862 0000",
            [("target", "embassy", "KZ", "BG", "ул. Примерна 12", (), ("+35928620000",))],
        ),
        (
            "cs",
            "Pište na velvyslanectví Běloruska v Praze, Příkladná 626, 171 00 Praha, fax: +420 233 540 000",
            [("target", "embassy", "BY", "CZ", "Příkladná 626, 171 00 Praha", (), ("+420233540000",))],
        ),
        (
            "da",
            "Vi opfordrer jer til at sende protestbreve til Præsident Juan Eksempel, Bogotá, Colombia, fax +57 601 566 2071",
            [("target", "head_of_state", "CO", "CO", "Bogotá, Colombia", (), ("+576015662071",))],
        ),
        ("zh", "记者组织致信广东省检察长要求释放三名中国记者。", [("target", "prosecutor", "CN", "CN", None, (), ())]),
    ],
)  # fmt: skip
def test_other_languages(language, text, found):
    fields = ("role", "kind", "of_country", "in_country", "address", "phones", "faxes")
    assert rows(text, *fields, language=language) == found


def test_officials_named_in_one_sentence():
    text = (
        "The campaign asks people in Bangladesh to send an urgent appeal to Prime Minister A. Sample, Chief Justice, B. C. Model, "
        "Law, Justice & Parliamentary Affairs Minister Barrister D. Sample, Inspector General of Police E. Model and "
        "Dhaka Metropolitan Police Commissioner F. Sample using the appeal programme of the Human Rights Commission."
    )  # fmt: skip
    assert rows(text, "kind", "office", "in_country") == [
        ("head_of_government", "Prime Minister", "BD"),
        ("court", "Chief Justice", "BD"),
        ("ministry", "Law, Justice & Parliamentary Affairs Minister", "BD"),
        ("police", "Inspector General of Police", "BD"),
        ("police", "Dhaka Metropolitan Police Commissioner", "BD"),
    ]


def test_an_office_that_prose_names_again_is_one_contact_with_both_places():
    text = (
        "In a letter to Guangdong's Chief Prosecutor, a group demands their release\n\n"
        "It sent a letter today to Li Sample, Chief Prosecutor of Guangdong Province in China, demanding their release.\n"
    )
    (contact,) = contacts(text)
    assert (contact.office, contact.person) == ("Chief Prosecutor of Guangdong Province", "Li Sample")
    assert len(contact.spans) == 2


def test_a_picket_outside_an_embassy_makes_it_a_target():
    (contact,) = contacts(
        "There was a demonstration outside of the Embassy of Bangladesh in Seoul, Korea on Wednesday."
    )
    assert (contact.role, contact.of_country, contact.in_country, contact.serves) == (
        "target",
        "BD",
        "KR",
        ("KR",),
    )


def test_lost_addresses_are_counted_with_their_roles():
    text = (
        "It asks for protests to be sent to Belarus embassies and to the following addresses: [email\u00a0protected], "
        "[email\u00a0protected].\n\nSend urgent solidarity to the striking workers at\n\n"
        "[email\u00a0protected] with copies to [email\u00a0protected]\n"
    )
    assert rows(text, "role", "office", "redacted_emails") == [
        ("target", "Belarus embassies", 0),
        ("target", None, 2),
        ("solidarity_to", "striking workers", 1),
        ("copy_to", None, 1),
    ]


def test_hard_wrapped_mail_is_read_over_its_lines():
    text = (
        "From: Campaign <list@example.org>\nTo: alerts@example.org\nSubject: Sri Lanka fishermen\n\n"
        "Please send your letters of protest to the Minister of Fisheries, Colombo\n"
        "(fax 0094-11-2345678) and to the High Commission of Sri Lanka in London,\n"
        "13 Sample Gardens, London W2 2LU, fax 0171 262 7970. Send copies to\nfish@example.org.\n"
    )
    assert rows(text, "role", "in_country", "faxes", "emails") == [
        ("target", "LK", ("+94112345678",), ()),
        ("target", "GB", ("+442072627970",), ()),
        ("copy_to", None, (), ("fish@example.org",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A. B. is a journalist. He can be reached by email at ab@example.org",
        "He wrote a letter to his mother in 1990. Some years passed. The union grew, and the company shrank.",
        "He was accused of sending messages to Holland and of printing them.",
        "From: Someone <someone@example.org>\nTo: list@example.org",
        "The strike was called by the union in Prato. Police attacked the picket at the gate.",
        "A general strike was organised by the trade union federation.",
        "",
    ],
)
def test_what_asks_for_nothing_gives_no_contact(text):
    assert contacts(text) == ()


def test_the_sentence_after_an_address_may_hold_its_number():
    text = "COPIES TO: Ambassador of the People's Republic of China, 49 Sample Place, London W1B 1JL. Fax: 020 7636 0000"
    assert rows(text, "role", "of_country", "in_country", "address", "faxes") == [
        ("copy_to", "CN", "GB", "49 Sample Place, London W1B 1JL", ("+442076360000",))
    ]


def test_an_ambassador_and_the_embassy_are_one():
    text = (
        "Write to the Egyptian ambassador in Washington: Embassy of Egypt, 3521 Sample Ct NW, Washington DC 20008, "
        "phone (202) 895 5400, or email embassy@example.org\nYou may also write to your own Member of Parliament."
    )
    assert rows(text, "of_country", "in_country", "phones", "emails") == [
        ("EG", "US", ("+12028955400",), ("embassy@example.org",)),
        (None, None, (), ()),
    ]


def test_money_is_no_message():
    assert rows("Donations can be sent to the Defence Fund, account number 12345678.", "role") == []


def test_alternatives_are_two_numbers():
    (contact,) = contacts("Please write to the President of the Philippines, fax: (+632) 742-1641 / 743-1642")
    assert [n.as_written for n in contact.faxes] == ["(+632) 742-1641", "743-1642"]
