"""Offices that a text asks to write to without an address; every text is invented."""

import pytest
from tests.reading.contacts.rows import rows

ASKS = [
    ("en", "Kenya: weaver held\n\nDear President Model,\n\nWe protest at the arrest of a weaver.\n", ["head_of_state"]),
    ("en", "Kenya\n\nFlood the Kenyan government with messages of protest.\n", ["other"]),
    ("en", "Kenya\n\nYou can send a letter urging the Norwegian Government to reconsider this.\n", ["other"]),
    ("en", "Kenya\n\nCall the governor today, and phone the prison at 020 200 0001.\n", ["local_authority", "prison"]),
    ("en", "Kenya\n\nWe have written separate letters to the Chief Justice of Kenya.\n", []),
    ("es", "Kenia\n\nEnvíen protestas a las embajadas de Kenia en España y Francia.\n", ["embassy", "embassy"]),
    ("fr", "Kenya\n\nInterpellez l'ambassade du Kenya.\n", ["embassy"]),
    ("de", "Kenia\n\nDer offene Brief ist an den Premierminister und den Innenminister gerichtet.\n", ["head_of_government", "ministry"]),
    ("ru", "Кения\n\nПишите министру юстиции и в посольство Кении в Москве.\n", ["ministry", "embassy"]),
    ("ru", "Кения\n\nПисьмо адресовано губернатору Анне Пробной и губернатору Петру Образцову.\n", ["local_authority"] * 2),
    ("bg", "Кения\n\nОтворено писмо до главния прокурор\n\nНастояваме за освобождаването му.\n", ["prosecutor"]),
    ("cs", "Keňa\n\nNapište ministru spravedlnosti a na velvyslanectví Keni v Praze.\n", ["ministry", "embassy"]),
    ("zh", "肯尼亚\n\n呼吁全球工会给肯尼亚政府和驻外使馆写信，要求立即释放他。\n", ["other", "embassy"]),
    ("it", "Kenya\n\nLa lettera, indirizzata al premier e al prefetto di Milano, è partita.\n", ["head_of_government", "local_authority"]),
    ("pt", "Quénia\n\nA carta, dirigida ao governador, pede a libertação.\n", ["local_authority"]),
    ("da", "Kenya\n\nKære statsminister\n\nVi kræver, at væveren bliver løsladt.\n", ["head_of_government"]),
    ("en", "April 2 2012 – Dear Prime Minister of Kenya,\n\nWe protest at the arrest of a weaver.\n", ["head_of_government"]),
    ("en", "Kenya\n\nWrite to the governor and to the Kenyan labour minister, asking that the police stop this.\n", ["local_authority", "ministry"]),
    ("en", "Kenya\n\nOur petition will be delivered to the Ministry of Labour of Kenya.\n", ["ministry"]),
    ("en", "Kenya\n\nI am writing to ask that the Kenyan government frees her.\n", []),
    ("en", "Kenya\n\nMeet us there and urge them to contact the Kenyan authorities.\n", []),
    ("en", "Kenya\n\nPlease phone Model Central Police Station on +254 20 200 0001.\n", ["police"]),
    ("en", "Kenya\n\nWrite to the inspector general of police and to the Kenyan mission to the UN.\n", ["police", "permanent_mission"]),
    ("es", "Kenia\n\nPedimos escribir al Presidente de la República y al Fiscal General.\n", ["head_of_state", "prosecutor"]),
    ("es", "Kenia\n\nLas firmas serán entregadas en la embajada de Kenia.\n", ["embassy"]),
    ("fr", "Kenya\n\nEnvoyez des protestations à la direction de l'entreprise et au gouverneur de Model.\n", ["company", "local_authority"]),
    ("fr", "Kenya\n\nLa pétition sera remise au ministère de l'Intérieur.\n", ["ministry"]),
    ("de", "Kenia\n\nProtestschreiben gehen an das Arbeitsministerium und an den Vorstand der Muster AG.\n", ["ministry", "company"]),
    ("it", "Kenya\n\nScrivete al procuratore generale e all'ambasciata del Kenya.\n", ["prosecutor", "embassy"]),
    ("pt", "Exmo. Senhor Presidente da República do Quénia,\n\nExigimos a libertação.\n", ["head_of_state"]),
    ("ru", "Кения\n\nПросим направлять письма протеста министру внутренних дел.\n", ["ministry"]),
    ("cs", "Keňa\n\nPetice bude předána velvyslanectví Keni.\n", ["embassy"]),
    ("zh", "肯尼亚\n\n请致信肯尼亚驻英国大使馆。\n", ["embassy"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kinds"), ASKS)
def test_offices_named_without_an_address(language, text, kinds):
    assert rows(text, "role", "kind", language=language) == [("target", kind) for kind in kinds]


def test_the_readers_own_representative_stands_in_no_country_of_the_text():
    text = "Kenya: weaver held\n\nPlease write to your local MP.\n"
    assert rows(text, "kind", "of_country", "in_country") == [("parliament", None, None)]
