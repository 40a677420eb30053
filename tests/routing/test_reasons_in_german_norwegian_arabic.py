"""Why an office is named, in languages that bend what is filled in: no wrong case, no English word."""

import pytest

from tocsin.routing.reasons import confidence_words, reason_words, told_words, warning_words
from tocsin.terms.offices import Office, Told

EMBASSY = Office("E", "embassy", "TR", "GB", "London", Told("appeal", "a.txt"))
APPEAL = Told("appeal", "a.txt", "2011-06")


@pytest.mark.parametrize(
    ("language", "code", "country", "words"),
    [
        ("de", "listed_for", "US", "Für Menschen in den Vereinigten Staaten ist verzeichnet: die Botschaft in London. Quelle: Appell, Juni 2011."),
        ("de", "resident", "GB", "Die Stelle hat ihren Sitz in Großbritannien. Quelle: Appell, Juni 2011."),
        ("de", "relocated", "CH", "Die Botschaft von der Türkei, die für Menschen in der Schweiz zuständig ist, arbeitet von London aus. Quelle: Appell, Juni 2011."),
        ("nb", "listed_for", "NO", "Appellen fra juni 2011 fører opp ambassaden i London for Norge."),
        ("nb", "at_home", "NO", "Den ligger i selve landet, Storbritannia, og alle kan skrive dit."),
        ("ar", "listed_for", "NO", "الجهة المدرجة للمقيمين في النرويج: السفارة في لندن، بحسب المصدر: النداء (يونيو 2011)."),
        ("ar", "own_government", "TR", "هذه حكومة بلدك، ويمكنها أن تطرح المسألة على حكومة تركيا."),
    ],
)  # fmt: skip
def test_reasons(language, code, country, words):
    kind = "ministry" if code.startswith("own") else "embassy"
    office = Office("E", kind, EMBASSY.of_country, "GB", "London", APPEAL)
    code = "own_country" if code.startswith("own") else code
    assert reason_words(code, office, APPEAL, country, language) == words


@pytest.mark.parametrize(
    ("language", "warning", "confidence", "check"),
    [
        ("de", "Es ist keine Stelle von der Türkei bekannt, die für Menschen in den Niederlanden zuständig ist.",
         "kann sich seit Juni 2011 geändert haben", "eigene Prüfung, 2. Mai 2026"),
        ("nb", "Vi kjenner ingen instans for Tyrkia med ansvar for Nederland.",
         "kan ha endret seg siden juni 2011", "vår egen kontroll (2. mai 2026)"),
        ("ar", "لا نعرف جهة تتبع تركيا معتمدة للمقيمين في هولندا.",
         "ربما تغيّر منذ يونيو 2011", "تحققنا بأنفسنا (2 مايو 2026)"),
    ],
)  # fmt: skip
def test_warnings_and_sources(language, warning, confidence, check):
    assert warning_words("no_mission", {"of": "TR", "country": "NL"}, language) == warning
    assert confidence_words("from_directory", APPEAL, language) == confidence
    assert told_words(Told("reviewer", "call", "2026-05-02"), language) == check
