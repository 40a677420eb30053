import pytest
from training.markup import BrokenMarkup, parse

XML = (
    '<appeal invented="yes" lang="en" published="2012-05-14">'
    '<demand>Free <person id="p1" status="detained">Jan Niemand</person> &amp; all</demand>!</appeal>'
)


def test_text_and_offsets() -> None:
    appeal = parse(XML, "harbour")
    assert appeal.text == "Free Jan Niemand & all!"
    assert [(a.kind, appeal.text[a.start : a.end]) for a in appeal.annotations] == [
        ("demand", "Free Jan Niemand & all"),
        ("person", "Jan Niemand"),
    ]
    assert appeal.of("person")[0].attributes == {"id": "p1", "status": "detained"}


def test_a_text_that_is_not_marked_as_invented_is_refused() -> None:
    with pytest.raises(BrokenMarkup, match="harbour: only invented"):
        parse(XML.replace("yes", "no"), "harbour")


def test_an_unknown_tag_is_named() -> None:
    with pytest.raises(BrokenMarkup, match="<hero> is no tag of ours"):
        parse('<appeal invented="yes"><hero>Jan</hero></appeal>', "harbour")


def test_broken_xml_names_the_file() -> None:
    with pytest.raises(BrokenMarkup, match="harbour: "):
        parse("<appeal>Jan & Ann</appeal>", "harbour")
