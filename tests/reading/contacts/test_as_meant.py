"""What one place of a text tells about an address in another: whom it belongs to, what is wanted with it."""

import pytest
from tests.reading.contacts.rows import rows

FIELDS = ("role", "kind", "in_country", "phones", "faxes", "emails")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en",
         "Write to the President of Kenya, with a copy to the National Assembly of Kenya.\n\n"
         "President Tom Model\nState House, Nairobi\nFax: +254 20 2211234\n\n"
         "National Assembly of Kenya\nParliament Road, Nairobi\nFax: +254 20 2243694",
         [("target", "head_of_state", "KE", (), ("+254202211234",), ()),
          ("copy_to", "parliament", "KE", (), ("+254202243694",), ())]),
        ("pt",
         "Enviem cartas à empresa, com cópia para o Sindicato.\n"
         "Empresa Modelo SA empresa@example.br\nSINDICATO DOS METROVIÁRIOS sind@example.br",
         [("target", "company", "BR", (), (), ("empresa@example.br",)),
          ("copy_to", "union", "BR", (), (), ("sind@example.br",))]),
        ("en", "Send solidarity messages to:\n\nMiners' Union of Kenya: union@example.org\nDistrict Court, fax +44 20 7946 0000",
         [("solidarity_to", "union", "KE", (), (), ("union@example.org",)), ("target", "court", "GB", (), ("+442079460000",), ())]),
        ("en", "Copies to:\n\nAnn Model\nMinister-Counselor\n\nEmbassy of Kenya\n2249 R Street NW\nWashington, DC 20008\nFax: +1 202 462 3829",
         [("copy_to", "embassy", "US", (), ("+12024623829",), ())]),
        ("en", "Write to the Norwegian Ambassador in London.\n\nPlease send letters to the Norwegian Embassy.",
         [("target", "embassy", "GB", (), (), ())]),
        ("fr", "Écrivez aux autorités. Écrivez au ministre de la Justice du Maroc, qui dirige le parquet.",
         [("target", "ministry", "MA", (), (), ())]),
        ("fr", "M. le Préfet,\n\nNous exigeons la libération de nos camarades.", [("target", "local_authority", None, (), (), ())]),
        ("en", "Please call the Sudanese junta's embassy in London: Tel +44 20 7839 8080.", [("target", "embassy", "GB", ("+442078398080",), (), ())]),
        ("en", "Send faxes to the Ministry of Justice of Turkey.\n\n* Ministry of Justice Of The Republic Of Turkey:\n\nTelefon : 90 (0312) 417 77 70.\n\nFaks : 90 (0312) 419 33 70.",
         [("target", "ministry", "TR", ("+903124177770",), ("+903124193370",), ())]),
        ("en", "Your protests:\nPresident of Kenya, Fax: +254 20 221 1234Minister of Justice of Kenya, Fax: +254 20 221 1235",
         [("target", "head_of_state", "KE", (), ("+254202211234",), ()), ("target", "ministry", "KE", (), ("+254202211235",), ())]),
        ("en", "Justizminister Ali Model: Fax: 0090 312 418 5667,\nInnenminister Can Model: Fax: 0090 312 418 1795",
         [("target", "ministry", "TR", (), ("+903124185667",), ()), ("target", "ministry", "TR", (), ("+903124181795",), ())]),
        ("pt", "Enviem cópias para o sindicato do campo (campo@example.org)e para setor de imprensa (imprensa@example.com).",
         [("copy_to", "union", None, (), (), ("campo@example.org",)), ("copy_to", "other", None, (), (), ("imprensa@example.com",))]),
    ],
)  # fmt: skip
def test_an_address_is_read_as_the_text_means_it(language, text, found):
    assert rows(text, *FIELDS, language=language) == found


@pytest.mark.parametrize(
    ("language", "text", "office", "country"),
    [
        ("es", "Escriban a la embajada rusa en Madrid.", "embajada rusa en Madrid", "ES"),
        ("it", "Scrivete all'ambasciata italiana in Turchia.", "ambasciata italiana in Turchia", "TR"),
        ("fr", "Écrivez à l'ambassade russe à Paris.", "ambassade russe à Paris", "FR"),
        ("pt", "Escrevam à embaixada chinesa em Lisboa.", "embaixada chinesa em Lisboa", "PT"),
    ],
)
def test_the_adjective_of_a_mission_does_not_part_it_from_its_seat(language, text, office, country):
    assert rows(text, "office", "in_country", language=language) == [(office, country)]


def test_a_letter_that_others_sign_asks_nobody_to_write_to_its_addressee():
    assert rows("Ask Senator Ann Model to sign the letter to President Roe.", "office") == []
