"""RSS and Atom, as they are and as they should not be."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.intake.errors import Damaged
from tocsin.intake.feed import MOST_ENTRIES, Entry, entries_of
from tocsin.intake.receive import receive

BASE = "https://news.example/feed"
RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title>
<item><title>Dockers beaten</title><link>/2015/dockers</link><guid isPermaLink="false">tag:1</guid>
<pubDate>Fri, 08 May 2015 10:00:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Police beat <b>nine</b> dockers.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>No more</title><link>javascript:alert(1)</link></item>
<item></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Порт</title>
<entry><title>Избиты докеры</title><id>urn:1</id><link rel="self" href="/x"/><link href="https://port.example/1"/>
<updated>2015-05-09T01:00:00Z</updated><published>2015-05-08T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Девять человек.</p></div></content></entry>
<entry><title type="text">a &lt; b</title><id>urn:2</id><summary type="text">1 &lt; 2</summary></entry></feed>""".encode()


def test_rss_entries_with_the_fullest_words_and_whole_links() -> None:
    first, second = entries_of(RSS, BASE)
    assert first == Entry(
        "tag:1",
        "Dockers beaten",
        "https://news.example/2015/dockers",
        "2015-05-08",
        "<p>Police beat <b>nine</b> dockers.</p><script>alert(1)</script>",
    )
    assert (second.key, second.link) == ("No more", "")


def test_atom_entries_in_any_script() -> None:
    first, second = entries_of(ATOM, BASE)
    assert (first.title, first.link, first.published) == (
        "Избиты докеры",
        "https://port.example/1",
        "2015-05-08",
    )
    assert (second.title, second.html) == ("a < b", "<p>1 &lt; 2</p>")
    assert receive(first.page, "x").text.split("\n\n")[:2] == ["Избиты докеры", "Девять человек."]


def test_an_entry_reads_as_a_page_without_its_scripts() -> None:
    text = receive(entries_of(RSS, BASE)[0].page, "x").text
    assert "Police beat nine dockers." in text
    assert "alert" not in text


@pytest.mark.parametrize("data", [b"", b"<html><body>Not here</body></html>", b"\x00\xff", b"{}", b"<opml/>"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(Damaged, match="no feed"):
        entries_of(data, BASE)


def test_entities_are_neither_expanded_nor_loaded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(9))
    data = f'<!DOCTYPE rss [{bomb}<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&e8;</title><description>a&f;b</description></item></channel></rss>'
    with suppress(Damaged):
        for entry in entries_of(data.encode(), BASE):
            assert len(entry.title) < 100
            assert entry.html in ("ab", "a&f;b")


def test_a_feed_without_end_is_cut_and_one_key_is_one_entry() -> None:
    item = "<item><title>T{n}</title><guid>{n}</guid></item>"
    many = "".join(item.replace("{n}", str(n)) for n in range(MOST_ENTRIES + 9))
    assert len(entries_of(f"<rss>{many}</rss>".encode(), BASE)) == MOST_ENTRIES
    assert len(entries_of(f"<rss>{item * 3}</rss>".encode(), BASE)) == 1


@given(st.integers(0, len(RSS)), st.binary(max_size=60))
def test_whatever_comes_is_read_or_refused(at: int, noise: bytes) -> None:
    for data in (RSS[:at] + noise + RSS[at + len(noise) :], ATOM[: at % len(ATOM)] + noise):
        with suppress(Damaged):
            assert all(entry.title or entry.html for entry in entries_of(data, BASE))
