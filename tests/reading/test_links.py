import pytest

from tocsin.reading.document import lay_out
from tocsin.reading.links import read_links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://www.youtube.com/watch?v=abc.", [("https://www.youtube.com/watch?v=abc", "video")]),
        ("(www.example.org/contact)", [("www.example.org/contact", "other")]),
        ("[here](http://example.org/2011/06/a.html).", [("http://example.org/2011/06/a.html", "article")]),
        ("http://en.example.org/wiki/A_(b)", [("http://en.example.org/wiki/A_(b)", "other")]),
        ("sign https://www.change.org/p/free", [("https://www.change.org/p/free", "petition")]),
        ("give https://www.patreon.com/x", [("https://www.patreon.com/x", "donation")]),
        ("near Florence.https://t.co/AbC— more", [("https://t.co/AbC", "other")]),
        ("mail me@www.example.org", []),
    ],
)
def test_addresses_as_printed_with_what_they_lead_to(text, links):
    assert [(link.url, link.kind) for link in read_links(lay_out(text))] == links


def test_the_same_address_printed_twice_is_one_link_with_two_places():
    text = "http://example.org and again http://example.org"
    (link,) = read_links(lay_out(text))
    assert [text[s.start : s.end] for s in link.spans] == ["http://example.org"] * 2
