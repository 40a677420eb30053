"""Words that tell of a private address, violence called for, a body's hurts: `warnings` in the language data."""

from collections.abc import Iterator

from tocsin.reading.marks import Material
from tocsin.terms.draft import Warning
from tocsin.terms.span import Span

MOST_SPANS = 20
MESSAGES = {
    "private_address": "This looks like a private home address; check before it is stored or shown.",
    "minor": "A child may be spoken of here; what names or describes a minor needs a second pair of eyes.",
    "incitement": "This may call for violence; it needs a second pair of eyes.",
    "hostage_taking": "This speaks of people held by those who protest; it needs a second pair of eyes.",
    "confidential_source": "Somebody here must not be known as the source: withhold the name, and whatever tells who it is.",
    "medical": "Medical detail about a person; check whether it may be shown.",
    "sexual_violence": "This describes sexual violence; check whether it may be shown.",
}


def sensitive(material: Material) -> Iterator[Warning]:
    found: dict[str, list[Span]] = {}
    for marked in material.marked:
        for hit in material.words.cues("warnings").find(marked.text):
            found.setdefault(hit.code, []).append(marked.span(hit.start, hit.end))
    for code, message in MESSAGES.items():
        if code in found:
            yield Warning(code, message, tuple(sorted(set(found[code])))[:MOST_SPANS])
