"""Text and pages as they come, and what is refused."""

import pytest

from tocsin.intake.errors import Binary, Damaged, Empty, NotYet, TooLarge
from tocsin.intake.files import MOST_BYTES
from tocsin.intake.receive import receive


def hidden(address: str, key: int = 0x42) -> str:
    return f"{key:02x}" + "".join(f"{byte ^ key:02x}" for byte in address.encode())


PAGE = f"""<!DOCTYPE html><html><head><title>Free Ana Ninguna | The Paper</title>
<meta property="article:published_time" content="2014-03-10T08:00:00Z"><script>var x = "arrested";</script></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><h1>Free Ana Ninguna</h1>
<p>Ana&nbsp;Ninguna was <b>arrested</b>
in Gdynia.</p><ul><li>Embassy in Oslo – 22&nbsp;00&nbsp;00&nbsp;00</li><li>Embassy in Rome – 06 00 00 00</li></ul>
<p>Write to <a class="__cf_email__" data-cfemail="{hidden("office@embassy.example")}">[email&#160;protected]</a> or
<a href="/cdn-cgi/l/email-protection#{hidden("press@embassy.example", 7)}">the press desk</a>.<br>Line two</p></main></body></html>"""


def test_plain_text_is_kept_letter_for_letter() -> None:
    text = "  Привет,\r\n\tworld\u00a0\u00ad!\n"
    assert receive(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_common_charsets(charset: str) -> None:
    text = "Мы требуем немедленно освободить рабочих, арестованных на площади после митинга. " * 3
    assert receive(text.encode(charset), "a.txt").text == text


def test_a_page_becomes_its_lines() -> None:
    received = receive(PAGE.encode(), "a.html")
    assert received.media_type == "text/html"
    assert received.published == "2014-03-10"
    assert received.text.split("\n\n") == [
        "Free Ana Ninguna",
        "Ana\u00a0Ninguna was arrested in Gdynia.",
        "- Embassy in Oslo – 22\u00a000\u00a000\u00a000\n- Embassy in Rome – 06 00 00 00",
        "Write to office@embassy.example or the press desk (press@embassy.example).\nLine two",
    ]


def test_the_declared_charset_of_a_page_is_used() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Освободить рабочих</p></body></html>'
    assert "Освободить рабочих" in receive(page.encode("cp1251"), "a.html").text


def test_a_page_to_sign_in_is_said() -> None:
    page = '<html><body><form><p>Please log in</p><input type="password" name="p"></form></body></html>'
    assert [note.code for note in receive(page.encode(), "a.html").notes] == ["login_page"]


def test_a_page_nested_a_thousand_deep_is_read() -> None:
    page = "<html><body>" + "<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>shallow</p></body></html>"
    assert "shallow" in receive(page.encode(), "a.html").text


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", Empty, "empty"),
        (b" \n\t ", Empty, "empty"),
        (b"<html><body><script>1</script></body></html>", Empty, "no words"),
        (b"\x00\x01\x02" * 50, Binary, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 20, Damaged, "picture that is damaged"),
        (b"%PDF-1.7 ...", Damaged, "PDF that is damaged"),
        (b"PK\x03\x04" + b"0" * 30, NotYet, "save it as DOCX"),
        (b"a" * (MOST_BYTES + 1), TooLarge, "10 MB"),
    ],
)
def test_what_is_refused_says_what_to_do(data: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        receive(data, "x")
