"""An action in a few lines, for pages that list many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.language.countries import country_name


@dataclass(frozen=True)
class Teaser:
    """`title` and `lead` as the public may read them: withheld names are replaced."""

    slug: str
    title: str
    lead: str
    language: str
    country_name: str
    state: str
    is_sample: bool
    deadline: date | None
    published_at: datetime | None


def teasers(actions: QuerySet[Action] | Iterable[Action]) -> list[Teaser]:
    """Nothing of a case that is frozen."""
    return [_teaser(action) for action in actions if not action.case.frozen_at]


def _teaser(action: Action) -> Teaser:
    mask, country = case_mask(action.case), action.case.country
    lead = next((line.strip() for line in action.story.splitlines() if line.strip()), "")
    return Teaser(
        slug=action.slug,
        title=mask.text(action.title),
        lead=mask.text(lead),
        language=action.language,
        country_name=country_name(country, get_language() or "en") if country else "",
        state=action.state,
        is_sample=action.is_sample,
        deadline=action.deadline,
        published_at=action.published_at,
    )
