"""Who says what a page on offices says."""

from collections.abc import Iterable

from tocsin.public.whole_world import WholeWorld
from tocsin.routing.shipped.sources import Source, shipped_sources


def sources_of(known: WholeWorld) -> list[Source]:
    """Each source and date that the page rests on."""
    return _sources({(step.source, step.source_date) for row in known.rows for step in row.missions})


def _sources(told: Iterable[tuple[str, str | None]]) -> list[Source]:
    wanted = set(told)
    return [source for source in shipped_sources() if (source.name, source.date) in wanted]
