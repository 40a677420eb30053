"""Pages can be put into any language: no words outside translation tags, no physical directions in CSS."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, Token, TokenType

SOURCE = Path(__file__).parents[2] / "src" / "tocsin"
TEMPLATES = sorted(path for ending in ("html", "txt") for path in SOURCE.glob(f"*/templates/**/*.{ending}"))
STYLES = sorted(SOURCE.glob("**/static/**/*.css"))

PRODUCT = "Tocsin"
# Attributes that are read, seen or heard.
VISIBLE = {"alt", "aria-description", "aria-label", "aria-roledescription", "label", "placeholder", "title"}
# Words between these tags are never shown, or are translated as a whole.
SETS_ASIDE = {
    "comment": "endcomment",
    "blocktranslate": "endblocktranslate",
    "blocktrans": "endblocktrans",
    "class": "endblock",
}
# A block that a base template sets into a class attribute.
CLASS_BLOCK = re.compile(r"{% block \w+_class %}")
# A literal that a tag or filter is given and that reads as words; _("...") is translated.
LITERAL = re.compile(r"""(?<!_\()(?:=|:)(["'])(?P<words>[^"']*)\1""")
READS_AS_WORDS = re.compile(r"^[A-Z][a-z]|[a-z]{2,} [a-z]{2,}", re.MULTILINE)
WORDLESS_FILTERS = re.compile(r"\|(date|time):(\"[^\"]*\"|'[^']*')")

PHYSICAL = re.compile(
    r"(?<![\w-])(?:"
    r"(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border(?:-top|-bottom)?-(?:left|right)(?:-\w+)?"
    r"|left|right"
    r")\s*:"
    r"|(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b"
)
FOUR_SIDES = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*([^;}]+)")


class Shown(HTMLParser):
    """The words of a page that somebody sees or hears, each with its line. Code and keys are the same in any language."""

    UNSEEN = ("script", "style", "code", "kbd")

    def __init__(self) -> None:
        super().__init__()
        self.words: list[tuple[int, str]] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in self.UNSEEN
        given = dict(attrs)
        seen = VISIBLE | ({"value"} if given.get("type") in ("submit", "reset", "button") else set())
        if tag == "meta" and given.get("name") == "description":
            seen |= {"content"}
        for name in seen & set(given):
            self._take(given[name] or "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in self.UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._take(data)

    def _take(self, words: str) -> None:
        left = words.replace(PRODUCT, "").strip()
        if any(letter.isalpha() for letter in left):
            self.words.append((self.getpos()[0], left))


def untranslated(template: str) -> list[tuple[int, str]]:
    """(line, words) of what stands in a template outside translation tags."""
    shown = Shown()
    shown.feed("".join(_without_tags(template)))
    shown.close()
    return [*shown.words, *_literals(template)]


def _without_tags(template: str) -> Iterator[str]:
    """The template's own text; everything else leaves only its line breaks."""
    until = ""
    for token, written in _tokens(template):
        name = _name(token, written)
        is_own = not until and token.token_type is TokenType.TEXT
        yield written if is_own else "\n" * written.count("\n")
        if name == until:
            until = ""
        elif not until:
            until = SETS_ASIDE.get(name, "")


def _name(token: Token, written: str) -> str:
    if token.token_type is not TokenType.BLOCK:
        return ""
    return "class" if CLASS_BLOCK.match(written) else token.split_contents()[0]


def _tokens(template: str) -> Iterator[tuple[Token, str]]:
    """Each token with the words it was written in."""
    pieces = re.split(r"({%.*?%}|{{.*?}}|{#.*?#})", template)
    tokens = Lexer(template).tokenize()
    return zip(tokens, (piece for piece in pieces if piece), strict=True)


def _literals(template: str) -> Iterator[tuple[int, str]]:
    line = 1
    for token, written in _tokens(template):
        if token.token_type in (TokenType.BLOCK, TokenType.VAR):
            for match in LITERAL.finditer(WORDLESS_FILTERS.sub("", written)):
                if READS_AS_WORDS.search(match["words"]):
                    yield line, match["words"]
        line += written.count("\n")


def physical(css: str) -> list[str]:
    """Declarations that mean left or right, and would stay there where people read the other way."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = [match[0] for match in PHYSICAL.finditer(bare)]
    for match in FOUR_SIDES.finditer(bare):
        sides = re.findall(r"[^\s()]+\([^)]*\)|\S+", match[1])
        if len(sides) == 4 and sides[1] != sides[3]:
            found.append(match[0])
    return found


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_every_word_of_a_template_can_be_translated() -> None:
    found = {name(path): untranslated(path.read_text()) for path in TEMPLATES}
    assert {path: words for path, words in found.items() if words} == {}


def test_a_style_names_no_left_and_no_right() -> None:
    found = {name(path): physical(path.read_text()) for path in STYLES}
    assert {path: sides for path, sides in found.items() if sides} == {}


def test_there_is_something_to_look_at() -> None:
    apps = {path.relative_to(SOURCE).parts[0] for path in [*TEMPLATES, *STYLES]}
    assert {"public", "desk", "look", "members", "site", "delivery"} <= apps


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Hello</p>", [(1, "Hello")]),
        ("{% load i18n %}\n<p>{% translate 'Hello' %} 12 · {{ name }}, Tocsin</p>", []),
        ("{% blocktranslate with a=b %}Dear {{ a }},\n{% endblocktranslate %}<b>now</b>", [(2, "now")]),
        ('<a href="{% url \'home\' %}" title="Go home">{{ x }}</a>', [(1, "Go home")]),
        ('<input type="submit" value="Send"><input type="text" value="en">', [(1, "Send")]),
        ('{{ name|default:"No name given" }}{{ name|default:_("No name given") }}', [(1, "No name given")]),
        ('{% include "a.html" with kind="card" heading="The heading" %}', [(1, "The heading")]),
        ("{% block body_class %}desk{% endblock %}<code>tocsin</code> <kbd>n</kbd>", []),
        ("{% comment %}why\nso{% endcomment %}{# and so #}<style>p { color: red }</style>", []),
    ],
)
def test_the_rule_finds_words(template: str, found: list[tuple[int, str]]) -> None:
    assert untranslated(template) == found


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 0 }",
        "a{padding-right:1rem}",
        "a { border-left: 0 }",
        "a { border-top-left-radius: 1px }",
        "a { float: left }",
        "a { text-align: right }",
        "a { position: absolute; right: 0 }",
        "a { margin: 0 1rem 0 2rem }",
        "a { padding: 0 1rem 0 calc(1rem + 2px) }",
    ],
)
def test_the_rule_finds_directions(css: str) -> None:
    assert len(physical(css)) == 1


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline-start: 0; inset-inline: 0; text-align: start }",
        "a { margin: 0 1rem 0 1rem; padding: 1px 2px 3px }",
        "/* left: 0 */ a { border-start-start-radius: 1px; justify-content: space-between }",
    ],
)
def test_the_rule_lets_logic_pass(css: str) -> None:
    assert physical(css) == []
