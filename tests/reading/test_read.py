"""What holds for every text: the schema, the spans, the coverage, the same answer twice."""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafts_held import CHECK

from tocsin.intake.errors import Unreadable
from tocsin.reading.read import read_bytes, read_text
from tocsin.terms.draft import Draft
from tocsin.terms.span import Span

PHRASES = st.sampled_from(
    [
        "We demand:", "- the release of Ana Ninguna", "On 3rd June", "500 workers", "was arrested", "She", "Please write to",
        "[email protected]", "Be the first to comment", "Donate via Paypal", "the Police Chief refused to say",
        "Dr. Jan Niemand", "charged with “nothing”", "\u00a0", "\n\n", "e\u0301", "A# 027-748-975", "cc:", "Dear Sir",
        "Saturday", "释放编辑王小明", "Требуем освободить", "1.000.000 million people", "31 February", "'s", "(", "…",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(PHRASES, st.text(max_size=20)), max_size=25).map(" ".join)
)

# A read takes a while: a fifth of the examples that the profile asks for.
FEWER = settings(max_examples=settings.default.max_examples // 5)

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff>"  # a mail's mark of quotation is no word either
HOSTILE = [
    "Ana Lopez and ",
    "Ana Lopez, a poet, ",
    "1. ",
    "> ",
    "refused to let ",
    "On 5 June ",
    ": a, ",
    "ABC DEF, ",
    "She was arrested. ",
    "Иван Иванов, ",
    "释放王小明、",
    "Dear Sir,\n",
    "+44 20 ",
    "a@",
    "12 May ",
    "two thousand ",
]


@pytest.mark.parametrize("length", [4_000, pytest.param(20_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_text_that_repeats_itself_without_end_is_read_to_its_end(piece: str, length: int) -> None:
    text = piece * (length // len(piece))
    draft = read_text(text, "endless.txt", "2011-06-15")
    assert CHECK.is_valid(draft.as_json())
    assert max((p.span.end - p.span.start for p in draft.coverage), default=0) <= 1500


def spans_of(node: object) -> list[list[int]]:
    if isinstance(node, dict):
        own = list(node.get("spans", []))
        return own + [span for value in node.values() for span in spans_of(value)]
    if isinstance(node, list):
        return [span for value in node if isinstance(value, dict | list) for span in spans_of(value)]
    return []


@FEWER
@given(TEXTS)
def test_any_text_gives_a_draft_that_holds_to_the_schema(text: str) -> None:
    written = read_text(text, "any.txt", "2011-06-15").as_json()
    assert [error.message for error in CHECK.iter_errors(written)] == []


@FEWER
@given(TEXTS)
def test_every_span_lies_in_the_text_and_names_stand_there(text: str) -> None:
    draft = read_text(text, "any.txt")
    assert all(0 <= start < end <= len(text) for start, end in spans_of(draft.as_json()))
    for person in draft.people:
        at = " ".join(text[span.start : span.end] for span in person.spans).casefold()
        assert any(word.casefold() in at for word in person.name.split())


@FEWER
@given(TEXTS)
def test_coverage_places_every_visible_character_once_and_in_order(text: str) -> None:
    draft = read_text(text, "any.txt")
    spans = [placed.span for placed in draft.coverage]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    outside = "".join(
        text[a:b]
        for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    )
    assert outside.translate(dict.fromkeys(map(ord, UNSEEN))).strip() == ""


@FEWER
@given(TEXTS)
def test_the_same_text_gives_the_same_draft(text: str) -> None:
    assert json.dumps(read_text(text, "a").as_json()) == json.dumps(read_text(text, "a").as_json())


@FEWER
@given(st.binary(max_size=400))
def test_any_bytes_give_a_draft_or_a_sentence_that_says_why_not(data: bytes) -> None:
    said = ""
    try:
        draft = read_bytes(data, "any.bin")
    except Unreadable as error:
        said = str(error)
    assert len(said) > 20 or CHECK.is_valid(draft.as_json())


def used(draft: Draft, words: str) -> str:
    at = draft.source.text.index(words)
    return next(placed.use for placed in draft.coverage if placed.span.overlaps(Span(at, at + len(words))))


def test_coverage_tells_used_opinion_and_unplaced_apart() -> None:
    draft = read_text(
        "Poland: a strike in Gdynia\n\nOn 3 June 2011 Ewa Nikomu was arrested.\nThis is shameful.\nThe ferry is green.\nSpeed is essential if we are to save our friend.\n",
        "a.txt",
    )
    assert used(draft, "Ewa Nikomu") == "used"
    assert used(draft, "shameful") == "opinion"
    assert used(draft, "ferry") == "background"
    assert used(draft, "Speed") == "unplaced"


def test_without_a_day_of_publication_the_year_is_unknown() -> None:
    draft = read_text(
        "Norway: join in\n\nPickets are called for 16th June in Oslo. Please join the protest.", "a.txt"
    )
    assert "year_unknown" in {warning.code for warning in draft.warnings}
    assert any((ask.when or "").startswith("XXXX-06-16") for ask in draft.asks)


def test_an_unknown_language_is_said() -> None:
    draft = read_text(
        "Az emberek a gyárban sztrájkolnak, mert elbocsátották a társaikat. Kérjük, írjanak levelet.", "a.txt"
    )
    assert draft.source.language == "hu"
    assert "language_unknown" in {warning.code for warning in draft.warnings}


def test_wrongly_decoded_letters_are_said() -> None:
    draft = read_bytes(
        "Natália foi presa em SÃ£o Paulo \ufffd ontem, exigimos a libertação".encode(), "a.txt"
    )
    assert "charset_doubtful" in {warning.code for warning in draft.warnings}


@pytest.mark.parametrize("text", ["", "   \n", "\ufeff"])
def test_an_empty_paste_is_an_empty_draft(text: str) -> None:
    draft = read_text(text, "pasted")
    assert draft.coverage == ()
    assert draft.people == ()


def test_a_page_to_sign_in_is_said_once() -> None:
    page = b"<html><body><form><input type=password></form><p>Please log in to continue.</p></body></html>"
    codes = [warning.code for warning in read_bytes(page, "a.html").warnings]
    assert codes.count("login_page") == 1


def test_a_page_to_sign_in_saved_as_text_is_said() -> None:
    draft = read_text(
        "The Paper\n\nPlease sign in to continue\n\nForgot password\n\nCreate an account", "a.txt"
    )
    assert {"login_page", "no_appeal"} <= {warning.code for warning in draft.warnings}
