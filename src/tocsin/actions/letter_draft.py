"""A first letter of an action, drafted from its story and the demands that go into it."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from .models import Action


def drafted_letter(action: Action, language: str) -> tuple[str, str]:
    """(subject, body), lines end in LF."""
    demands = [d.text.strip().rstrip(".;") for d in action.demands.filter(goes_into_letter=True)]
    with override(language):
        parts = [_("Dear Sir or Madam,"), action.story.strip(), _("I call on you to ensure:")]
        body = "\n\n".join([*(part for part in parts if part), "\n".join(f"– {d}" for d in demands)])
        return action.title, body + "\n\n" + _("Yours faithfully,")
