"""Reports as received, the review of what was read from them, and what has yet to be read."""

from .arrival import UNASKED, Arrival, ArrivalState, ArrivalWay, IntakeSource
from .judged import Judged
from .opinion import OpinionState, SecondOpinion
from .repeat import RepeatJudgement, RepeatKind, RepeatProposal, ReportPrint
from .report import Report, ReportState
from .review import TAKEN, Decision, Reader, ReviewField, ReviewItem, ReviewSitting, Section, SentenceMark
from .work import Did, ReviewStep, UnsavedWords

__all__ = [
    "TAKEN",
    "UNASKED",
    "Arrival",
    "ArrivalState",
    "ArrivalWay",
    "Decision",
    "Did",
    "IntakeSource",
    "Judged",
    "OpinionState",
    "Reader",
    "RepeatJudgement",
    "RepeatKind",
    "RepeatProposal",
    "Report",
    "ReportPrint",
    "ReportState",
    "ReviewField",
    "ReviewItem",
    "ReviewSitting",
    "ReviewStep",
    "SecondOpinion",
    "Section",
    "SentenceMark",
    "UnsavedWords",
]
