"""What a second person agrees to where a file leaves a case: its words, and of a file for everybody all that it holds."""

from dataclasses import asdict

from django.utils import translation
from django.utils.translation import gettext as _

from ..models import Case, ExportKind
from ..second_person import fingerprint
from .case_file import case_file


def what_leaves(kind: str, is_public: bool) -> str:
    """The file in words, the same for every language, by which a second person knows what she agrees to."""
    with translation.override("en"):
        return f"{ExportKind(kind).label}: {_('for everybody') if is_public else _('for a lawyer')}"


def export_fingerprint(case: Case, what: str) -> str:
    """Of the file that `what_leaves` calls so. What a lawyer gets, in confidence, is agreed to by its words alone."""
    if what not in {what_leaves(kind, is_public=True) for kind in ExportKind}:
        return what
    with translation.override("en"):
        held = asdict(case_file(case, public=True))
        del held["made_on"]
        return fingerprint([what, held])
