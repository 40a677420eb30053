"""`tocsin bench paper`: a letter in each of four scripts, and what it prints is what scripts rely on."""

import json

from click.testing import CliRunner
from pypdfium2 import PdfDocument

from tocsin.benches.paper import DAY, SCRIPTS, SIZE, letter
from tocsin.cli.bench import command
from tocsin.printing.envelopes import DIN_5008_B
from tocsin.printing.letter import print_letters


def test_four_scripts_are_told_apart() -> None:
    done = CliRunner().invoke(command, ["paper", "--json", "--quick"])
    told = json.loads(done.stdout)
    assert told["bench"] == "paper"
    assert [r["path"].split(", ")[1] for r in told["results"]] == list(SCRIPTS.values())
    assert all(result["cpu_ms"] > 0 and result["ratio_to_peer"] > 0 for result in told["results"])


def test_what_is_measured_is_one_page_of_a_usual_letter() -> None:
    for language in SCRIPTS:
        assert SIZE <= sum(len(part) for part in letter(language, 1).paragraphs) < SIZE * 1.1
        pdf = print_letters([letter(language, 1)], DIN_5008_B, DAY, "bench").pdf
        assert len(PdfDocument(pdf)) <= 2
