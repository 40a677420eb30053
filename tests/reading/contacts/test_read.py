"""What holds for contacts of any text."""

import unicodedata
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.contacts.rows import contacts

from tocsin.language.lexicon import Lexicon
from tocsin.reading.contacts.roles import TELLING
from tocsin.reading.contacts.words import contact_words
from tocsin.terms.draft import draft_schema

PIECES = st.sampled_from(
    [
        "Send protests to ", "with copies to ", "Embassy of Kazakhstan in Norway – ", "the Prime Minister", "[email protected]",
        "office@example.org", "Tel: ", "Fax: ", "(4420)-79460000", "+47 22 12 34 56", "\n", "\n\n", ", ", ". ", "1 Square, London",
        "Dear Sir,", "cross-accredited to Sweden", "To: ", "Write to the prisoners:\n", "Jim Sample #12", "\u00a0", "e\u0301", "–",
    ]
)  # fmt: skip
KINDS = draft_schema()["properties"]["contacts"]["items"]["properties"]["kind"]["enum"]
FOLDER = resources.files("tocsin.language").joinpath("data", "contacts")
LANGUAGES = sorted(file.name.removesuffix(".yaml") for file in FOLDER.iterdir())
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "ru", None]))
def test_every_contact_can_be_led_back_to_its_words(text, language):
    for contact in contacts(text, language):
        printed = " ".join(text[s.start : s.end] for s in contact.spans)
        assert all(0 <= s.start < s.end <= len(text) for s in contact.spans)
        assert all(
            number.as_written in " ".join(printed.split()) or number.as_written in printed
            for number in contact.phones
        )
        close = "".join(unicodedata.normalize("NFC", printed).split())
        assert all(word in close for email in contact.emails for word in email.split("@"))
        assert printed.count("[email protected]") >= contact.redacted_emails


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_contacts_in_the_order_of_the_text(text):
    found = contacts(text)
    assert found == contacts(text)
    assert [c.spans[0].start for c in found] == sorted(c.spans[0].start for c in found)
    assert all(
        c.same_as is None or (c.same_as < i and found[c.same_as].same_as is None) for i, c in enumerate(found)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["roles", "kinds", "served", "resides", "demands", "bodies", "nobody"])
def test_every_phrase_of_every_language_can_be_searched_for(language, part):
    own: Lexicon = contact_words(language).lexicons[0]
    assert own.language == language
    assert list(own.cues(part).find("x")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_speaks_of_roles_and_kinds_that_exist(language):
    own: Lexicon = contact_words(language).lexicons[0]
    assert set(own.table("roles")) <= set(TELLING)
    assert set(own.table("kinds")) <= set(KINDS)


def test_a_language_without_words_is_read_with_the_english_ones():
    assert [lexicon.language for lexicon in contact_words("tlh").lexicons] == ["en"]
    assert [lexicon.language for lexicon in contact_words(None).lexicons] == ["en"]
    assert [lexicon.language for lexicon in contact_words("zh-Hant").lexicons] == ["zh", "en"]
