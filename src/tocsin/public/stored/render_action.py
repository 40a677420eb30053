"""The page of an action in every language of the site."""

from django.template.loader import render_to_string
from django.utils import translation

from tocsin.actions.asks.gather.queries import going_to
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.cases.names import one_mask_a_case
from tocsin.delivery.counts import Counts, counts
from tocsin.delivery.taken_out.told import told
from tocsin.followup.outcomes.told import outcomes_of_action
from tocsin.followup.replies.told import replies_told
from tocsin.followup.scoreboard import Counted, count, scores_told
from tocsin.look.languages import codes
from tocsin.public.countries import country_choices
from tocsin.public.preview import action_preview
from tocsin.public.sharing import sharing

from .action_feed import action_feed_xml
from .beside_the_letter import beside_the_letter
from .names import FEED, StoredPage, action_folder
from .render_gatherings import render_gatherings
from .render_messages import render_messages
from .render_organisations import render_organisations

# Beside the pages: the counts that they show.
COUNTS = "counts"


@one_mask_a_case()
def render_action(slug: str) -> dict[str, str]:
    """File name -> page, and the counts that the pages show. Empty where the public may not see the action."""
    action = Action.objects.select_related("case").filter(slug=slug).first()
    if action is None or not action.is_visible:
        return {}
    shown, page = counts(action), StoredPage(action_folder(slug))
    counted = count(action)
    pages = {page.file(code): action_page(action, shown, code, counted=counted) for code in codes()}
    return {
        **pages,
        **_feeds(action),
        **render_organisations(action),
        **render_messages(action),
        **render_gatherings(action),
        COUNTS: counts_shown(shown, going_to([action.pk])[action.pk]),
    }


def _feeds(action: Action) -> dict[str, str]:
    feed, found = StoredPage(action_folder(action.slug), FEED, "xml"), {}
    for code in codes():
        with translation.override(code):
            found[feed.file(code)] = action_feed_xml(action)
    return found


def counts_shown(letters: Counts, going: list[tuple[str, int]]) -> str:
    """What is compared to see whether the pages tell the counts of now."""
    return f"{letters!r} {going!r}" if going else repr(letters)


def action_page(
    action: Action, shown: Counts, language: str, mirror: bool = False, counted: Counted | None = None
) -> str:
    """The whole page in a language of the site; what the coordinator wrote stays in the action's own.

    `counted`: by office, where it was counted for another language already. `mirror`: it leads to a list of countries, since no server reads what is typed.
    """
    with translation.override(language):
        view = action_view(action)
        words = {
            "here": StoredPage(action_folder(action.slug)).address,
            "action": view,
            "share": sharing(view),
            "preview": action_preview(view),
            "counts": shown,
            "taken_out": told(action),
            "countries": country_choices(language),
            **beside_the_letter(action),
            "closed_at": action.closed_at,
            "outcomes": outcomes_of_action(action),
            "mirror": mirror,
            "replies": replies_told(action),
            "scores": scores_told(action, counted),
        }
        return render_to_string("public/action.html", words)
