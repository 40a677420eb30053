import pytest
from training.markup import Appeal, parse
from training.swap import swapped

XML = (
    '<appeal invented="yes" lang="{lang}"><person id="p1" status="detained">Ada Quill</person> of <place>Fenwick</place> was '
    "taken. <person>QUILL</person> works for <org>Ada Quill House</org>; <other>A. B. Toom</other> saw it.</appeal>"
)


def _appeal(slug: str, language: str = "en") -> Appeal:
    return parse(XML.replace("{lang}", language), slug)


def test_people_and_places_are_called_otherwise_throughout() -> None:
    appeal = swapped(_appeal("quay"))
    assert appeal is not None
    full, place, short, body, other = (appeal.text[a.start : a.end] for a in appeal.annotations)
    assert "Quill" not in full
    assert short == full.split()[-1].upper()
    assert place != "Fenwick"
    assert body == "Ada Quill House"
    assert other.startswith("A. B. ")
    assert other != "A. B. Toom"
    assert appeal.text == f"{full} of {place} was taken. {short} works for {body}; {other} saw it."
    assert appeal.annotations[0].attributes == {"id": "p1", "status": "detained"}


def test_the_same_text_is_always_swapped_alike() -> None:
    assert swapped(_appeal("quay")) == swapped(_appeal("quay"))
    assert swapped(_appeal("quay")) != swapped(_appeal("mole"))


@pytest.mark.parametrize("language", ["ru", "cs", "bg", "zh"])
def test_nothing_where_names_are_declined_or_written_without_blanks(language: str) -> None:
    assert swapped(_appeal("quay", language)) is None
