"""Letters of 1,500 characters and more, in scripts that take up to nine characters each in a link."""

DEMANDS = {
    "ru": "немедленного освобождения адвоката Натальи Соколовой",
    "ar": "الإفراج فورا عن المحامية ناتاليا سوكولوفا",
    "zh": "立即释放律师娜塔莉亚·索科洛娃",
}
_PARTS = {
    "ru": (
        "Уважаемый господин посол!",
        "5 июня 2011 года в Актау полиция разогнала шествие нефтяников, сотни людей были задержаны. ",
        "Требую немедленного освобождения адвоката Натальи Соколовой. ",
        "С уважением,",
    ),
    "ar": (
        "سعادة السفير،",
        "في الخامس من يونيو فرقت الشرطة مسيرة لعمال النفط في أكتاو واحتجزت المئات. ",
        "أطالب بـالإفراج فورا عن المحامية ناتاليا سوكولوفا. ",
        "مع فائق الاحترام،",
    ),
    "zh": (
        "尊敬的大使阁下：",
        "2011年6月5日，警方在阿克套驱散了石油工人的游行，数百人被拘留。",
        "我要求立即释放律师娜塔莉亚·索科洛娃。",
        "此致敬礼！",
    ),
}


def subject(language: str) -> str:
    return DEMANDS[language][:60]


def long_letter(language: str, size: int = 1_500) -> str:
    """Greeting, what happened, what is asked, farewell; lines end in LF."""
    greeting, happened, asked, farewell = _PARTS[language]
    times = 1 + (size - len(greeting + asked + farewell)) // (3 * len(happened))
    told = "\n\n".join([(happened * times).strip()] * 3)
    letter = f"{greeting}\n\n{told}\n\n{asked.strip()}\n\n{farewell}\n"
    assert len(letter) >= size
    return letter
