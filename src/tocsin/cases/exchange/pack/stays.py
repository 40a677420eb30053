"""What does not travel with a case, each with its reason.

A field or model of a case's world that is neither packed nor named here fails a test: nothing is forgotten in silence.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model

from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.reports.models import Arrival, Report

from ...models import Assessment, Case, ToldCall

_CONFIRMED = {
    "confirmed_at": "a word given on an address holds where it was given; elsewhere it is unconfirmed again",
    "confirmed_by": "as when it was confirmed",
}
_MET_THERE = "how that server’s letters and calls fared; elsewhere the address is unconfirmed anyway"
_IN_A_CASE = "a case has the report: its members alone may open it"
_ANOTHER_ADDRESS = "its address is another one on each server"
# Fields of packed models.
FIELDS: dict[type[Model], dict[str, str]] = {
    Office: _CONFIRMED
    | {
        "owner": "who owns a company is for each directory to know",
        "in_directory": "a case puts no office into the directory of another server",
    },
    ContactPoint: _CONFIRMED
    | {"bounced_at": _MET_THERE, "dead_reported_at": _MET_THERE, "dead_note": _MET_THERE},
    Accreditation: _CONFIRMED,
    Report: {
        "original": "its bytes travel as a file of their own",
        "public_id": _ANOTHER_ADDRESS,
        "confidential_at": _IN_A_CASE,
    },
    Arrival: {
        "data": "its bytes travel as a file of their own",
        "public_id": _ANOTHER_ADDRESS,
        "source": "the folder, mailbox or feed is that server’s own",
        "is_confidential": _IN_A_CASE,
    },
    Assessment: {
        "is_proposed": "a second person is asked there; elsewhere it is not shown before somebody says so"
    },
    Case: {"is_public": "a restored case has no public page before somebody there decides so"},
    ToldCall: {"key": "of a page on that server, which knows by it that it was told before"},
}


@dataclass(frozen=True)
class Stays:
    """`to_case` leads from the model to its case; empty where nothing is lost that anybody wrote: it is not counted."""

    why: str
    to_case: str = ""


_DERIVED = Stays("worked out from what travels, and anew where the case is restored")
_OF_AN_ACTION = Stays("of an action, which stays", "action__case")
_OF_LETTERS = Stays("of supporters’ letters, which stay with the action")
# Models that belong to a case, a report or an office, and are not packed.
MODELS: dict[str, Stays] = {
    "cases.ProtectionNote": Stays("sealed: only members of the case can open them", "subject__case"),
    "cases.CaseKey": Stays("opens protection notes, which stay"),
    "cases.SealedCaseKey": Stays("opens protection notes, which stay"),
    "cases.Relay": Stays(
        "volunteers were promised that nothing is kept of them; their answers travel as inquiries", "case"
    ),
    "cases.RelayCaller": Stays("a volunteer, as in Relay", "relay__case"),
    "cases.RelayTurn": Stays("a volunteer’s turn, as in Relay", "relay__case"),
    "cases.HeldName": Stays("tells of another case on that server", "person__case"),
    "cases.Export": Stays("a file that is made anew at any time"),
    "cases.CarriedEntry": Stays("travels as a line of audit.jsonl"),
    "cases.SameProposal": _DERIVED,
    "cases.SearchEntry": _DERIVED,
    "reports.ReportPrint": _DERIVED,
    "reports.RepeatProposal": _DERIVED,
    "reports.IntakeSource": Stays("the folder, mailbox or feed is that server’s own"),
    "reports.ReviewStep": Stays(
        "what the undo key takes back there; the decisions themselves travel", "report__cases"
    ),
    "reports.UnsavedWords": Stays("typed and not sent: whoever typed it sends it there", "report__cases"),
    "actions.Action": Stays(
        "a published call stands with its offices and letters where it was published", "case"
    ),
    "actions.ActionDemand": _OF_AN_ACTION,
    "actions.Ask": _OF_AN_ACTION,
    "actions.Target": _OF_AN_ACTION,
    "actions.Gathering": _OF_AN_ACTION,
    "actions.Stance": Stays("stands on the page of an action, which stays", "case"),
    "followup.Outcome": _OF_AN_ACTION,
    "delivery.Bundle": _OF_LETTERS,
    "delivery.Delivery": _OF_LETTERS,
    "delivery.AllClear": _OF_LETTERS,
}


def stays_behind(case: Case) -> dict[str, int]:
    """How much of what somebody wrote or did is left behind, by what it is called: 'protection notes'."""
    counted = {apps.get_model(label): stays.to_case for label, stays in MODELS.items() if stays.to_case}
    return {
        str(model._meta.verbose_name_plural).replace(" ", "_"): model._default_manager.filter(
            **{way: case}
        ).count()
        for model, way in counted.items()
    }
