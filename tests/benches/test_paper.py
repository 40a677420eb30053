"""`tocsin bench paper`: a letter in each of four scripts within the bar, and what it prints is what scripts rely on."""

import json

from click.testing import CliRunner
from pypdfium2 import PdfDocument

from tocsin.benches.paper import DAY, SCRIPTS, SIZE, letter
from tocsin.cli.bench import command
from tocsin.printing.envelopes import DIN_5008_B
from tocsin.printing.letter import print_letters

BAR = 20.0  # processor milliseconds a letter in the warm child


def test_four_scripts_within_the_bar() -> None:
    done = CliRunner().invoke(command, ["paper", "--json", "--quick"])
    told = json.loads(done.stdout)
    assert told["bench"] == "paper"
    assert [r["path"].split(", ")[1] for r in told["results"]] == list(SCRIPTS.values())
    for result in told["results"]:
        assert result["cpu_ms"] <= BAR, result
        assert result["ratio_to_peer"] > 2, result


def test_what_is_measured_is_one_page_of_a_usual_letter() -> None:
    for language in SCRIPTS:
        assert SIZE <= sum(len(part) for part in letter(language, 1).paragraphs) < SIZE * 1.1
        pdf = print_letters([letter(language, 1)], DIN_5008_B, DAY, "bench").pdf
        assert len(PdfDocument(pdf)) <= 2
