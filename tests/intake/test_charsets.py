"""Bytes of every common charset, a sentence to twenty lines of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.intake.charsets import decode
from tocsin.intake.kinds import media_type
from tocsin.intake.receive import receive

RUSSIAN = "Мы требуем немедленно освободить рабочих, арестованных на площади. Звоните: +7 495 123-45-67.\n"
UKRAINIAN = "Ми вимагаємо негайно звільнити робітників, заарештованих на площі у Києві. Їх б'ють.\n"
BULGARIAN = "Искаме незабавното освобождаване на работниците, арестувани на площада. Пишете на министъра.\n"
ENGLISH = "The workers’ lawyer said “they were beaten” – in José’s café, 5 € each.\n"
FRENCH = "Nous exigeons la libération immédiate des ouvriers arrêtés à Béjaïa, où l'État les détient.\n"
POLISH = "Żądamy natychmiastowego uwolnienia robotników aresztowanych w Gdańsku. Piszcie do ministra.\n"
CZECH = "Žádáme okamžité propuštění dělníků zatčených v Plzni. Napište ministrovi spravedlnosti.\n"
TURKISH = "İşçilerin derhal serbest bırakılmasını istiyoruz; Diyarbakır'da gözaltına alındılar.\n"
CHINESE = "我们要求立即释放在广场集会后被捕的工人。请致电中国大使馆,电话:22 49 20 52。\n"
TAIWANESE = "我們要求立即釋放在廣場集會後被捕的工人。請致電大使館,電話:22 49 20 52。\n"
JAPANESE = "広場での集会の後に逮捕された労働者の即時釈放を求めます。大使館に電話してください。\n"
CASES = [
    *((RUSSIAN, name) for name in ("cp1251", "koi8-r", "cp866", "iso-8859-5", "mac_cyrillic", "utf-8")),
    *((RUSSIAN, name) for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    *((UKRAINIAN, name) for name in ("cp1251", "koi8-u")),
    (BULGARIAN, "cp1251"),
    *((ENGLISH, name) for name in ("cp1252", "utf-16-le", "utf-16-be")),
    *((FRENCH, name) for name in ("cp1252", "iso-8859-1", "iso-8859-15")),
    *((text, name) for text in (POLISH, CZECH) for name in ("cp1250", "iso-8859-2")),
    *((TURKISH, name) for name in ("cp1254", "iso-8859-9")),
    *((CHINESE, name) for name in ("gb18030", "gbk", "utf-16-le", "utf-16-be")),
    (TAIWANESE, "big5"),
    *((JAPANESE, name) for name in ("cp932", "euc-jp")),
]  # fmt: skip


@pytest.mark.parametrize("lines", [1, 3, 20])
@pytest.mark.parametrize(("text", "charset"), CASES)
def test_is_read(text: str, charset: str, lines: int) -> None:
    assert receive((text * lines).encode(charset), "a.txt").text == text * lines


def test_a_utf8_text_with_one_broken_letter_stays_utf8() -> None:
    data = (RUSSIAN * 3).encode()
    text, charset = decode(data[:400] + b"\xff" + data[400:], is_html=False)
    assert (charset, text.count("\ufffd")) == ("utf-8", 1 if data[400] & 0xC0 != 0x80 else 3)


def test_a_mail_names_the_charset_of_its_part() -> None:
    assert decode("Zażółć".encode("cp1250"), is_html=False, declared="Windows-1250") == (
        "Zażółć",
        "windows-1250",
    )


@pytest.mark.parametrize("name", ["rot13", "hex", "no-such", "", "x" * 5000, "idna\0"])
def test_a_charset_that_is_none_is_ignored(name: str) -> None:
    assert decode(b"plain words", is_html=False, declared=name) == ("plain words", "utf-8")


def test_a_page_that_declares_the_wrong_charset_is_read_as_the_utf8_it_is() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Освободить José</p></body></html>'
    assert receive(page.encode(), "a.html").text == "Освободить José"


def test_two_chinese_letters_that_look_like_utf8_are_read_as_declared() -> None:
    page = '<html><head><meta charset="gbk"></head><body><p>联通</p></body></html>'
    assert receive(page.encode("gbk"), "a.html").text == "联通"


def test_zeros_alone_make_no_text() -> None:
    with pytest.raises(Exception, match="binary data"):
        media_type(b"\x00\x01\x00\x02" * 200)


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_become_some_text(data: bytes, is_html: bool) -> None:
    text, charset = decode(data, is_html)
    assert isinstance(text, str)
    assert b"\0\0\0\0".decode(charset).strip("\0") == ""


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200))
def test_utf8_is_kept_letter_for_letter(text: str) -> None:
    if not text.startswith("\ufeff") and "\x00" not in text:
        assert decode(text.encode(), is_html=False) == (text, "utf-8")
