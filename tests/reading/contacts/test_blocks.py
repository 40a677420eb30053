"""Addresses over several lines: action boxes, letters, prisoners, signatures."""

from tests.reading.contacts.rows import contacts, rows

APPEAL = """PLEASE SEND APPEALS BEFORE 14 APRIL 2013 TO:
Minister of the Interior
Sr. Juan Modelo Prueba
Ministerio de Gobernación
6a Avenida 13-71, Zona 1
Ciudad de Guatemala, Guatemala
Fax: +502 2413 8658
Email: minister@example.org
Salutation: Estimado Sr. Ministro / Dear Minister

Attorney General
Dra. Ana Modelo
15 Avenida 15-16, Zona 1
Ciudad de Guatemala, Guatemala
Fax: +502 2411 9210
Salutation: Dear Attorney General

And copies to:
Unidad de Protección
1a. Calle 7-45, Zona 1
Ciudad de Guatemala, Guatemala
Email: copy@example.org

Also send copies to diplomatic representatives accredited to your country. Check with your section if sending later.
"""


def test_an_action_box():
    fields = ("role", "kind", "office", "person", "in_country", "faxes", "emails")
    assert rows(APPEAL, *fields) == [
        (
            "target", "ministry", "Minister of the Interior", "Sr. Juan Modelo Prueba", "GT",
            ("+50224138658",), ("minister@example.org",),
        ),
        ("target", "prosecutor", "Attorney General", "Dra. Ana Modelo", "GT", ("+50224119210",), ()),
        ("copy_to", "other", "Unidad de Protección", None, "GT", (), ("copy@example.org",)),
        ("copy_to", "embassy", "diplomatic representatives", None, None, (), ()),
    ]  # fmt: skip


def test_addresses_of_an_action_box():
    assert [address for (address,) in rows(APPEAL, "address")] == [
        "Ministerio de Gobernación 6a Avenida 13-71, Zona 1 Ciudad de Guatemala, Guatemala",
        "15 Avenida 15-16, Zona 1 Ciudad de Guatemala, Guatemala",
        "1a. Calle 7-45, Zona 1 Ciudad de Guatemala, Guatemala",
        None,
    ]


def test_a_numbered_list():
    text = (
        "PLEASE SEND YOUR LETTERS TO:\n\n"
        "1. Mr. Ram Model\nPrime Minister\nSingh Durbar, Kathmandu\nNEPAL\nFax: +977 1 4211 086\nE-mail: pm@example.org\n\n"
        "2. Mr. Hari Sample\nInspector General of Police\nKathmandu\nNEPAL\nFax: +977 1 4415593\nTel: +977 1 4411618\n\n"
        "Thank you.\n"
    )  # fmt: skip
    assert rows(text, "office", "person", "phones", "faxes", "emails") == [
        ("Prime Minister", "Mr. Ram Model", (), ("+97714211086",), ("pm@example.org",)),
        ("Inspector General of Police", "Mr. Hari Sample", ("+97714411618",), ("+97714415593",), ()),
    ]


def test_prisoners_are_no_targets():
    text = (
        "They need letters. Write to the prisoners:\n"
        "Gerardo Prueba #58739-004\nU.S.P. Sample\nP.O. Box 5300\nAdelanto, CA 92301\n\n"
        "Ramon Modelo #58734-004\nFCI Sample\nP.O. Box 7007\nMarianna, FL 32447-7007\n\n"
        "Meanwhile the campaign goes on with a meeting every week, and everybody is welcome to come along.\n"
    )
    assert rows(text, "role", "person", "address", "phones") == [
        ("prisoner", "Gerardo Prueba #58739-004", "U.S.P. Sample P.O. Box 5300 Adelanto, CA 92301", ()),
        ("prisoner", "Ramon Modelo #58734-004", "FCI Sample P.O. Box 7007 Marianna, FL 32447-7007", ()),
    ]


def test_a_printed_letter_names_whom_it_was_sent_to():
    text = (
        "August 14, 1996\n\n"
        "His Excellency A. Sample\nAmbassador to the United States\nEmbassy of Indonesia\n2020 Sample Avenue, NW\nWashington, DC  20036\n\n"
        "Your Excellency:\n\nI am writing to protest against the arrest.\n\nSincerely,\nB. Model\n\n"
        "cc:  His Excellency C. Sample, Ambassador to the United Nations\n"
    )  # fmt: skip
    assert rows(text, "role", "kind", "office", "person", "in_country", "serves") == [
        ("target", "embassy", "Embassy of Indonesia", "His Excellency A. Sample", "US", ("US",)),
        (
            "copy_to",
            "permanent_mission",
            "Ambassador to the United Nations",
            "His Excellency C. Sample",
            "US",
            ("UN",),
        ),
    ]


def test_a_signature_is_the_organisers():
    text = "The trial goes on.\n\nSample International, 5 boulevard Exemple, 1210 Brussels, Belgium\nTel +32 2 224 06 11\noffice@example.org\n"
    assert rows(text, "role", "office", "in_country", "phones", "emails") == [
        ("organiser", "Sample International", "BE", ("+3222240611",), ("office@example.org",))
    ]


def test_a_box_with_an_authority_is_a_target_without_any_cue():
    text = "Free the five!\n\nPresident Sample, The White House, Washington, DC 20500\nPhone: 202-456-1111, fax: 202-456-2461\n"
    assert rows(text, "role", "kind", "phones", "faxes") == [
        ("target", "head_of_state", ("+12024561111",), ("+12024562461",))
    ]


def test_a_fields_words_can_be_found_again():
    (first, *_) = contacts(APPEAL)
    words = {name: [APPEAL[s.start : s.end] for s in spans] for name, spans in first.field_spans.items()}
    assert words["office"] == ["Minister of the Interior"]
    assert words["person"] == ["Sr. Juan Modelo Prueba"]
    assert words["emails"] == ["minister@example.org"]
    assert words["numbers"] == ["+502 2413 8658"]


def test_officials_one_a_line():
    text = (
        "Call the following officials:\n"
        "Superintendent John Sample, SCI Mahanoy: 570-773-2158 x8102; fax 570-783-2008\n"
        "Tom Model, PA Governor: 717-787-2500; governor@example.org\n"
    )
    assert rows(text, "role", "kind", "person", "phones", "faxes", "emails") == [
        ("target", "prison", "John Sample", ("+15707732158",), ("+15707832008",), ()),
        ("target", "local_authority", "Tom Model", ("+17177872500",), (), ("governor@example.org",)),
    ]


def test_prisoners_without_a_cue():
    text = (
        "Free the two!\n\nConnor Sample #57978-060\nFCI McKean\nPO Box 8000\nBradford, PA 16701\n\n"
        "Josh Model #57976-060\nFCI Sample, PO Box 1000, Anthony, TX 88021\n"
    )
    assert rows(text, "role", "person", "in_country") == [
        ("prisoner", "Connor Sample #57978-060", "US"),
        ("prisoner", "Josh Model #57976-060", "US"),
    ]


def test_numbers_below_a_heading_belong_to_it():
    text = (
        "Nigeria High Commission, 9 Sample Avenue, London WC2N 5BX\n"
        "Telephone: 020 7839 0000  Fax: 020 7839 0001\nEmail: chancery@example.org\n\nThe campaign goes on.\n"
    )
    assert rows(text, "of_country", "in_country", "address", "phones", "faxes", "emails") == [
        (
            "NG", "GB", "9 Sample Avenue, London WC2N 5BX",
            ("+442078390000",), ("+442078390001",), ("chancery@example.org",),
        )
    ]  # fmt: skip
