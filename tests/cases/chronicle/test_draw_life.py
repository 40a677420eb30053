"""One person's way, contradictions side by side."""

import pytest

from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.draw_life import draw_life

from .scene import Scene

pytestmark = pytest.mark.django_db


def test_her_way_from_detention_to_release() -> None:
    scene = Scene()
    report = scene.report("2015-06-08", "Harbour Bulletin")
    lina = scene.person("Lina Marwede", report)
    for status, day, who in [
        ("detained", "2015-05-24", ""),
        ("released", "2015-06-01", "head of the prison"),
        ("detained", "2015-06-01", "her family"),
        ("charged", "2015-06-01?", ""),
        ("missing", "", "her family"),
        ("sentenced", "2015-08-08", ""),
        ("released", "2016-03", ""),
    ]:
        scene.claim(lina, "status", status, report, holds_on=day, asserted_by=who)
    way = draw_life(lina.pk, chronicle(scene.case, public=True).entries)
    assert [(m.when.words, [e.brief for e in m.entries], m.is_contradictory) for m in way] == [
        ("24 May 2015", ["detained"], False),
        ("1 June 2015", ["released", "detained", "charged"], True),
        ("8 June 2015", ["missing"], False),
        ("8 August 2015", ["sentenced"], False),
        ("March 2016", ["released"], False),
    ]
