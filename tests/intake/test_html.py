"""Pages as they stand in the world: what is kept, what is left out and said, and what may not take long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.test_receive import hidden

from tocsin.intake.errors import Damaged, Overblown, Unreadable
from tocsin.intake.html import page_text
from tocsin.intake.receive import receive

STORY = [
    "Twelve oil workers were arrested in Aktau on 5 June 2011 after a month of strike.",
    "Their lawyer, Natalia Nikomu, has not been allowed to see them since Monday.",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
MONEY = (
    '<div class="donate-box"><h3>Support us</h3><p>Our work needs your money. Give ten euros today.</p></div>'
)
COMMENTS = (
    '<div id="comments"><h2>2 comments</h2><ol class="commentlist"><li>Peter: what a shame</li>'
    '<li><article class="comment-body"><p>Eve: nobody answered me</p></article></li></ol></div>'
)
SIDE = '<div id="sidebar" class="widget-area"><div class="widget"><ul><li>Harbour quiet again</li></ul></div></div>'


def body(inside: str) -> str:
    return page_text(f"<html><body>{inside}</body></html>").text


def test_a_blog_page_loses_its_menu_sidebar_comments_and_money_box_and_says_so() -> None:
    found = page_text(
        '<html><head><title>Free the oil workers | Bulletin</title></head><body class="single comments-open">'
        f'<nav><a href="/">Home</a></nav><article class="post"><h1>Free the oil workers</h1>'
        f'<p class="byline">By Nora Editor</p>{PARAGRAPHS}{MONEY}</article>{COMMENTS}{SIDE}'
        '<footer class="site-footer">All rights reserved</footer></body></html>'
    )
    assert found.text.split("\n\n") == ["Free the oil workers", "By Nora Editor", *STORY]
    assert [(note.code, note.message) for note in found.notes] == [
        ("furniture_left_out",
         "Left out as no part of the article: a box that asks for money or a subscription and comments by readers.")
    ]  # fmt: skip


def test_a_page_about_giving_is_kept() -> None:
    """Named like a money box, but it is the page."""
    assert body(f'<div class="donation">{PARAGRAPHS}</div>') == "\n\n".join(STORY)


def test_comments_that_hold_the_headline_are_the_page() -> None:
    assert "Aktau" in body(f'<div id="comments"><h1>Free them</h1>{PARAGRAPHS}</div>')


def test_a_directory_with_line_breaks_keeps_its_lines() -> None:
    found = body(
        "<p>Embassy in Oslo<br>Tel: 22 44<br/>oslo (at) mfa (dot) example<br><br>Embassy in Rome<br>06 44</p>"
    )
    assert found == "Embassy in Oslo\nTel: 22 44\noslo (at) mfa (dot) example\n\nEmbassy in Rome\n06 44"


def test_a_directory_in_a_table_has_a_line_a_row() -> None:
    rows = "".join(
        f"<tr><td>{city}</td><td><p>{number}</p></td><td><a href='mailto:{city}@mfa.example?subject=x'>write</a></td></tr>"
        for city, number in (("oslo", "22 44"), ("rome", "06 44"))
    )
    assert body(f"<table><tr><th>City</th><th>Tel.</th><th>Mail</th></tr>{rows}</table>") == (
        "City; Tel.; Mail\noslo; 22 44; write (oslo@mfa.example)\nrome; 06 44; write (rome@mfa.example)"
    )


def test_rows_of_label_and_value_and_rows_of_several_lines() -> None:
    table = "<table><tr><td>Fax</td><td>22 44</td></tr><tr><td>Oslo<br>Gate 1</td><td>22 44</td></tr></table>"
    assert body(table) == "Fax: 22 44\n\nOslo\nGate 1\n22 44"


def test_a_page_set_in_a_table_is_not_a_directory() -> None:
    found = body(
        f"<table><tr><td>The Bulletin</td></tr><tr><td>Menu<br>Home</td><td>{PARAGRAPHS * 4}</td></tr></table>"
    )
    assert found.split("\n\n")[-2:] == STORY
    assert found.startswith("The Bulletin\nMenu\nHome\n")


def test_preformatted_text_keeps_its_lines() -> None:
    assert body("<pre>Oslo   22 44\n<b>Rome</b>\n06 44</pre>") == "Oslo 22 44\nRome\n06 44"


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ('<a href="mailto:a@b.example">write to us</a>', "write to us (a@b.example)"),
        ('<a href="MAILTO:a%40b.example?subject=Hi">us</a>', "us (a@b.example)"),
        ('<a href="mailto:a@b.example">A@B.example</a>', "A@B.example"),
        ('<a href="mailto:">us</a>', "us"),
        ('<a href="mailto:a b@c.example">us</a>', "us"),
        (f'<a class="__cf_email__" data-cfemail="{hidden("a@b.example")}">[email protected]</a>', "a@b.example"),
        (f'<a href="/cdn-cgi/l/email-protection#{hidden("a@b.example")}">us</a>', "us (a@b.example)"),
        (f'<a href="/cdn-cgi/l/email-protection#{hidden("a@b.example")}"><span class="__cf_email__" data-cfemail='
         f'"{hidden("a@b.example")}">[email protected]</span></a>', "a@b.example"),
        ('<span class="__cf_email__" data-cfemail="zz">[email protected]</span>', "[email protected]"),
        ('<a href="https://b.example/">us</a>', "us"),
    ],
)  # fmt: skip
def test_addresses_behind_links(link: str, words: str) -> None:
    assert body(f"<p>Please {link}, now.</p>") == f"Please {words}, now."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2011-06-08T10:00:00Z">', "2011-06-08"),
        ('<meta name="dcterms.date" content="2011-06">', "2011-06"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished" : "2011-06-08"}</script>', "2011-06-08"),
        ('<script>var x = {"datePublished": "2011-06-08"}</script>', None),
        ('<meta name="date" content="2011-13-08">', None),
        ('<meta name="date" content="yesterday">', None),
    ],
)  # fmt: skip
def test_the_declared_day(head: str, day: str | None) -> None:
    assert page_text(f"<html><head>{head}</head><body><p>words</p></body></html>").published == day


def test_settings_above_a_page_give_its_title_and_day() -> None:
    settings = '---\r\nlayout: press\ntitle: "Free Ana"\ndate: 2011-06-08 10:00\ntags:\n - a\n---\n'
    found = page_text(settings + "<p>She was arrested.</p><p>Write.</p>")
    assert (found.text, found.published) == ("Free Ana\n\nShe was arrested.\n\nWrite.", "2011-06-08")


def test_three_dashes_alone_are_no_settings() -> None:
    assert page_text("---\n<p>one</p>\n---\n<p>two</p>").text == "---\n\none\n\n---\n\ntwo"


def test_what_is_hidden_is_not_read() -> None:
    assert body('<p hidden>a</p><div style="display: none">b</div><template>c</template><p>d</p>') == "d"


PATTERNS = {
    "nested articles": "<article>x", "articles": "<article>x</article>", "nested tables": "<table><tr><td>x",
    "tables": "<table><tr><td>x</td></tr></table>", "menus": "<div class=nav>x", "money": "<div class=donate>x</div>",
    "links": "<a href=mailto:a@b.c>x</a>", "lines": "<br>", "items": "<li>x", "blanks": " \n", "hidden": "<a data-cfemail=4b>x",
    "scripts": '<script type=application/ld+json>"datePublished":</script>', "declarations": "<?xml ", "bars": " | ",
}  # fmt: skip


@pytest.mark.parametrize("name", PATTERNS)
def test_a_hostile_page_takes_no_longer_than_its_length_allows(name: str) -> None:
    started = time.process_time()
    page = "<html><body><p>Start</p>" + PATTERNS[name] * (300_000 // len(PATTERNS[name]))
    assert receive(page.encode(), "a.html").text
    assert time.process_time() - started < 2


def test_a_huge_page_is_parsed_apart_and_may_be_too_much() -> None:
    large = "<html><body>" + PARAGRAPHS * 8000
    assert receive(large.encode(), "a.html").text.count("Aktau") == 8000
    with pytest.raises((Overblown, Damaged)):
        receive(("<html><body>" + "<li>x" * 1_900_000).encode(), "a.html")


def test_control_characters_are_no_words() -> None:
    page = "<nav>a&#1;</nav>\x1fArrested&#x0B; on&#0031;&#x1f Monday&#65534;&#233;&#x41;<svg></svg>\x01!"
    assert body(page) == "Arrested on MondayéA!"


TAGS = [
    "table",
    "tr",
    "td",
    "p",
    "br",
    "li",
    "ul",
    "pre",
    "a",
    "nav",
    "div class=nav",
    "main",
    "article",
    "h1",
    "svg",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(TAGS),
            st.booleans(),
            st.text(max_size=8) | st.sampled_from(["&#1;", "&#x1f", "&#0;", "&#xd800;", "\x0b"]),
        ),
        max_size=30,
    )
)
def test_any_markup_becomes_text(parts: list[tuple[str, bool, str]]) -> None:
    markup = "".join(f"<{'/' if closes else ''}{tag}>{words}" for tag, closes, words in parts)
    text = page_text("<html><body>" + markup).text
    assert not {"\x00", "\x01"} & set(text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_a_sentence(data: bytes) -> None:
    try:
        received = receive(b"<html><body><p>words</p>" + data, "a.html")
    except Unreadable:
        return
    assert received.text
