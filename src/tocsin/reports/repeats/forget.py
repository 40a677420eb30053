"""Forgetting what a report was found to repeat: before it is found anew, and when its words go."""

from ..models import RepeatProposal, Report


def forget_repeats(report: Report) -> None:
    """Its prints and all proposals about it go; judgements stay."""
    report.prints.all().delete()
    report.may_repeat.all().delete()
    RepeatProposal.objects.filter(other=report).delete()
