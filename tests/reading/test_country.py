"""The country of the events: by what is named, and by weak clues where nothing is."""

import pytest

from tocsin.reading.read import read_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Забастовка на заводе\n\nРабочие в Калуге остановили конвейер и требуют переговоров с профсоюзом.", "RU"),
        ("Голодовка солидарности\n\nЛидер белорусской оппозиции осужден на пять лет лишения свободы.", "BY"),
        ("Того же дня\n\nТого же дня рабочих задержали в Минске, требуем освободить их.", "BY"),
        ("A reunião foi proibida\n\nA Reunião do sindicato foi proibida em São Paulo pela polícia militar.", "BR"),
        ("Die Behörden schweigen\n\nDie türkischen Behörden verweigern den Anwälten jede Auskunft.", "TR"),
        ("Journalister i fængsel\n\nDe tyrkiske myndigheder har fængslet tre journalister uden rettergang.", "TR"),
        ("Novináři ve vězení\n\nRuské soudy poslaly do vězení tři novináře a jejich advokáta.", "RU"),
        ("Kündigung zurücknehmen\n\nDie Firma will einen Betriebsrat loswerden, weil er unbequem ist.", "DE"),
        ("工会组织者被拘留\n\n广东两名工会组织者因帮助工人被警方拘留，家属无法会见。", "CN"),
        ("Parole board\n\nThe parole board of Georgia in Atlanta spared a man on death row in Georgia.", "US"),
        ("Georgia: miners held\n\nMiners were held in Tkibuli, Georgia, after a march in Tbilisi.", "GE"),
        ("Call the jail\n\nPlease call the jail at 916. 555.0152 and ask that our friends are fed.", "US"),
        ("Occupation\n\nThe District Collector sent police against the adivasi women of the valley.", "IN"),
        ("Julgamento\n\nAo julgamento em Luanda assistiram observadores de Portugal, Noruega, Itália e Espanha.", "AO"),
        ("Artist held\n\nTo the ambassador of the Peoples Republic of China: release the artist.", "CN"),
        ("Courriel\n\nÉcrivez à contact@ministere.example.dz pour la libération des syndicalistes.", "DZ"),
        ("Ouvriers détenus\n\nTraduit en français par le comité. Des ouvriers sont détenus au Tchad.", "TD"),
        ("Minacce\n\nNel Municipio di Albania lo stato colombiano non indaga le minacce.", "CO"),
        ("Télégrammes\n\nEnvoyez des télégrammes au président Robert Mugabe pour la libération d'Ann Sample.", "ZW"),
        ("Weavers held\n\nWeavers were taken from their looms in Tansen by the guards.", "NP"),
        ("Manifestation\n\nDeux camarades ont été arrêtés à Saint-Denis pendant la manifestation.", "FR"),
    ],
)  # fmt: skip
def test_the_country_is_told_by_what_the_text_names(text: str, code: str) -> None:
    country = read_text(text, "report.txt", "2014-03-05").country
    assert country is not None
    assert country.code == code


def test_a_country_guessed_from_the_language_alone_is_marked_as_a_guess() -> None:
    draft = read_text("Kündigung zurücknehmen\n\nDie Firma will einen Betriebsrat loswerden.", "r.txt")
    assert "country_guessed" in {warning.code for warning in draft.warnings}
    named = read_text(
        "Kündigung zurücknehmen\n\nDie Firma in Hamburg will einen Betriebsrat loswerden.", "r.txt"
    )
    assert "country_guessed" not in {warning.code for warning in named.warnings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Yesterday students occupied the ministry and kept the ambassador of Pakistan for an hour. 107 students were arrested.\n\n"
            "managua, nicaragua",
            "NI",
        ),
        (
            "Letter writing party tonight\n\nTre Mosswell is in solitary confinement. Call the warden.\n\nRegional Corrections Center\n"
            "42 Wilkins Road\nVictoria BC\nPhone: (250) 555-0144",
            "CA",
        ),
        (
            "Letter writing party tonight\n\nTre Mosswell is in solitary confinement.\n\nState Prison\n26 Example Street\nSalem, OR 97310",
            "US",
        ),
    ],
)
def test_the_country_is_told_by_an_address_or_a_small_line(text: str, code: str) -> None:
    found = read_text(text, "report.txt").country
    assert found is not None
    assert found.code == code
