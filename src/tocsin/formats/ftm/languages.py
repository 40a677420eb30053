"""Languages as FollowTheMoney writes them: ISO 639-3 for the ISO 639-1 codes of reports."""

_PAIRS = (
    "ar:ara az:aze be:bel bg:bul bn:ben ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin "
    "fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind it:ita ja:jpn ka:kat kk:kaz km:khm ko:kor ky:kir lt:lit "
    "lv:lav mk:mkd mn:mon my:mya nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp "
    "sv:swe sw:swa ta:tam tg:tgk th:tha tk:tuk tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
)
_THREE = dict(pair.split(":") for pair in _PAIRS.split())


def three_letters(code: str) -> str:
    """Empty where the language is not known."""
    return _THREE.get(code.split("-")[0].lower(), "")
