"""What a second person agrees to: the action as the public would get it, and whom it writes to at which address."""

from dataclasses import asdict

from django.utils import translation

from tocsin.cases.second_person import fingerprint
from tocsin.directory.queries import usable_points

from .models import Action
from .queries import action_view
from .targets import targets_with_offices


def action_fingerprint(action: Action) -> str:
    """SHA-256 of it; what publishing itself changes is left out."""
    with translation.override("en"):
        view = asdict(action_view(action))
    del view["state"], view["is_open"], view["case"]["has_public_page"]
    targets = [
        [t.role, t.office_id, t.office.name, sorted(p.value for p in usable_points(t.office))]
        for t in targets_with_offices(action)
    ]
    return fingerprint([view, targets])
