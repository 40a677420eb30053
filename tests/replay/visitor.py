"""A browser without scripts, used as people use one: by the words of links, labels and buttons."""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from .clock import Clock

# Nobody fills in a form faster than this.
SECONDS_A_FORM = 40


class Visitor:
    """One person. Each form takes its time, by the clock of the journey."""

    def __init__(self, clock: Clock, client: Client | None = None, language: str = "en") -> None:
        self.clock, self.client = clock, client or Client()
        self.headers = {"accept-language": language}
        self.address = ""

    def opens(self, address: str, status: int = 200) -> "Visitor":
        """An address of ours, or the link of a mail of ours."""
        return self._shown(self.client.get(self._at(address), headers=self.headers, follow=True), status)

    def follows(self, words: str) -> "Visitor":
        """The first link whose words these are, or begin with these."""
        for link in self.page.find_all("a"):
            if words_of(link).startswith(words):
                return self.opens(str(link["href"]))
        raise AssertionError(f"no link “{words}” on {self.address}:\n{self.sees}")

    def presses(
        self, button: str, typed: Mapping[str, object] | None = None, by: str = "", status: int = 200
    ) -> "Visitor":
        """Fills in the form of a button by the words of its labels, and presses it; a box is ticked by True.

        `by`: what stands near it, where several forms have such a button.
        """
        button, typed = self.says(button), {self.says(label): value for label, value in (typed or {}).items()}
        form, pressed = self._form(button, by, typed)
        fields = dict(_as_it_stands(form))
        for label, value in typed.items():
            _fill(form, fields, label, value)
        if pressed.get("name"):
            fields[str(pressed["name"])] = str(pressed.get("value", ""))
        self.clock.goes_on(seconds=SECONDS_A_FORM)
        where = self._at(str(pressed.get("formaction") or form.get("action") or ""))
        send = self.client.post if str(form.get("method", "")).lower() == "post" else self.client.get
        return self._shown(send(where, fields, headers=self.headers, follow=True), status)

    def says(self, words: str) -> str:
        """What stands there for these words of ours: in the language of the page."""
        with translation.override(str(self.page.html["lang"]) if self.page.html else "en"):
            return gettext(words)

    def has(self, button: str) -> bool:
        """Whether such a button stands there."""
        return any(words_of(each).startswith(button) for each in self.page.find_all("button"))

    def asks(self, button: str, label: str) -> bool:
        """Whether the form of a button has such a field."""
        return _field(self._form(button, "")[0], label) is not None

    @property
    def sees(self) -> str:
        """The words of the page."""
        return words_of(self.page.find("main") or self.page)

    @property
    def page(self) -> BeautifulSoup:
        return BeautifulSoup(self.body, "lxml")

    @property
    def body(self) -> bytes:
        return b"".join(self.answer.streaming_content) if self.answer.streaming else self.answer.content

    def _at(self, address: str) -> str:
        parts = urlsplit(urljoin(self.address or "/", address))
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def _shown(self, answer: HttpResponse, status: int) -> "Visitor":
        self.answer = answer
        self.address = answer.request["PATH_INFO"]
        if query := answer.request.get("QUERY_STRING"):
            self.address += f"?{query}"
        assert answer.status_code == status, f"{answer.status_code} at {self.address}:\n{self.sees}"
        return self

    def _form(self, button: str, by: str, labels: Iterable[str] = ()) -> tuple[Tag, Tag]:
        """Of those with such fields the nearest to the words `by`."""
        page, found = self.page, []
        for pressed in page.find_all("button"):
            form = (
                page.find("form", id=pressed["form"])
                if pressed.has_attr("form")
                else pressed.find_parent("form")
            )
            fits = form and all(_field(form, label) for label in labels)
            if fits and words_of(pressed).startswith(button):
                found.append((_steps_to(by, pressed), form, pressed))
        assert found, f"no button “{button}” with {list(labels)} on {self.address}:\n{self.sees}"
        _steps, form, pressed = min(found, key=lambda each: each[0])
        return form, pressed


def words_of(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split()).replace(" ,", ",").replace(" .", ".")


def _steps_to(words: str, pressed: Tag) -> int:
    """How far one has to go out from a button until these words are there, too."""
    for steps, around in enumerate(pressed.parents):
        if words in words_of(around):
            return steps
    raise AssertionError(f"“{words}” stands nowhere")


def _as_it_stands(form: Tag) -> Iterator[tuple[str, object]]:
    """What a browser would send of it, were it sent untouched."""
    several: dict[str, list[str]] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = str(field.get("name") or ""), str(field.get("type", ""))
        if not name or field.has_attr("disabled") or kind in ("submit", "button", "file"):
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        several.setdefault(name, []).extend(_value(field))
    yield from several.items()


def _value(field: Tag) -> list[str]:
    if field.name == "textarea":
        return [field.get_text().removeprefix("\n")]
    if field.name == "select":
        chosen = field.find_all("option", selected=True)
        if not chosen and not field.has_attr("multiple"):
            chosen = field.find_all("option")[:1]
        return [str(option.get("value", option.get_text())) for option in chosen]
    return [str(field.get("value", "on" if field.get("type") in ("checkbox", "radio") else ""))]


def _fill(form: Tag, fields: dict[str, object], label: str, value: object) -> None:
    field = _labelled(form, label)
    name, kind = str(field["name"]), field.get("type")
    if kind in ("checkbox", "radio"):
        kept = fields.get(name, []) if kind == "checkbox" else []
        assert isinstance(kept, list)
        mine = _value(field)[0]
        fields[name] = [*(one for one in kept if one != mine), *([mine] if value else [])]
    elif field.name == "select":
        fields[name] = [_option(field, str(value))]
    else:
        fields[name] = [str(value)]


def _labelled(form: Tag, label: str) -> Tag:
    field = _field(form, label)
    assert field is not None, f"no field “{label}” in: {words_of(form)}"
    return field


def _field(form: Tag, label: str) -> Tag | None:
    """`label` may begin with the words over a group of fields, as "Ask 3 › In words"."""
    group, _mark, label = label.rpartition(" › ")
    if group:
        groups = [each for each in form.find_all("legend") if words_of(each).startswith(group)]
        if not groups:
            return None
        form = groups[0].parent
    fitting = re.compile(re.escape(label), re.IGNORECASE)
    found = [each for each in form.find_all("label") if fitting.match(words_of(each))]
    for each in sorted(found, key=lambda each: len(words_of(each))):
        field = (
            form.find(id=each["for"]) if each.has_attr("for") else each.find(["input", "textarea", "select"])
        )
        if isinstance(field, Tag):
            return field
    return None


def _option(field: Tag, wanted: str) -> str:
    for option in field.find_all("option"):
        if wanted in (str(option.get("value")), words_of(option)) or words_of(option).startswith(wanted):
            return str(option.get("value", words_of(option)))
    raise AssertionError(f"no choice “{wanted}” in: {words_of(field)}")
