from collections import Counter
from random import Random

import pytest
from training.grow import Template, grow, templates
from training.invent import Invented, decline, invent
from training.texts import held_out, taught

XML = (
    '<appeal invented="yes" lang="en">[[Free||Release]] {p1:detained,charged} ({p1.s}), says {x1.u}; '
    "{o1.i} in {city1} {head1}</appeal>"
)


def test_the_same_seed_grows_the_same_text() -> None:
    template = Template("pier", XML, ("spanish", "arab"), 3)
    assert list(grow(template)) == list(grow(template))


def test_slots_become_annotated_names() -> None:
    appeal = next(grow(Template("pier", XML, ("spanish",), 1)))
    full, short = (appeal.text[a.start : a.end] for a in appeal.of("person"))
    assert full.endswith(short)
    assert appeal.of("person")[0].attributes == {"id": "p1", "status": "detained", "also": "charged"}
    assert [a.kind for a in appeal.annotations] == ["person", "person", "other", "official", "place"]
    assert appeal.text.startswith(("Free ", "Release "))
    assert not set(appeal.text) & set("{}[]|")


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.slug)
def test_every_template_grows_whole_texts(template: Template) -> None:
    for appeal in grow(template):
        assert not set(appeal.text) & set("{}")
        assert "||" not in appeal.text
        assert "[[" not in appeal.text


def test_no_text_or_template_is_on_both_sides() -> None:
    assert not {appeal.slug for appeal in taught()} & {appeal.slug for appeal in held_out()}


def test_no_two_texts_or_templates_share_a_name() -> None:
    grown = {template.slug: template.copies for template in templates()}
    times = Counter(appeal.slug for appeal in [*taught(), *held_out()])
    assert {slug: n for slug, n in times.items() if n != grown.get(slug, 1)} == {}


def test_names_in_all_forms() -> None:
    name = Invented("Ewa", "Nikomu")
    assert [name.written(form) for form in ("", "s", "g", "u", "r", "i")] == [
        "Ewa Nikomu", "Nikomu", "Ewa", "EWA NIKOMU", "Nikomu Ewa", "E. Nikomu",
    ]  # fmt: skip
    assert Invented("晓明", "覃").written("s") == "覃晓明"


def test_russian_names_decline_and_agree() -> None:
    assert [decline("Нигдеева", case) for case in ("gen", "acc", "ins")] == [
        "Нигдеевой",
        "Нигдееву",
        "Нигдеевой",
    ]
    assert [decline("Андрей", case) for case in ("gen", "dat", "ins")] == ["Андрея", "Андрею", "Андреем"]
    for seed in range(20):
        who = invent("russian", Random(seed))
        if who.family.endswith(("ова", "ева")):
            assert who.given.split()[0][-1] in "ая"
